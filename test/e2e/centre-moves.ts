import type { Person } from './person.js';

export interface AcceptedWish { readonly owner: string; readonly home?: string; readonly parking?: string; readonly other?: string; readonly certificates?: string; readonly operator?: string }

/** The clerk accepts a registration and sees its fee. */
export async function acceptCase(person: Person, wish: AcceptedWish): Promise<void> {
  await person.open(person.city.realEstateUrl);
  await person.isAt('受理列表');
  await person.page.getByLabel('权利人', { exact: true }).fill(wish.owner);
  await fillSheet(person, wish);
  await person.select('经办人', new RegExp(wish.operator ?? '窗口01'));
  await person.press('受理并计费');
  await person.isAt(wish.owner);
}

/** The counts of the fee sheet, on the page where it stands once. */
export async function fillSheet(person: Person, { home = '1', parking = '0', other = '0', certificates = '1' }: Omit<AcceptedWish, 'owner'>): Promise<void> {
  for (const [label, value] of [['住宅（件', home], ['车位、储藏间（件', parking], ['非住宅（件', other], ['证书（本', certificates]] as const) {
    await person.page.locator('label', { hasText: new RegExp(`^${label}`) }).locator('input').fill(value);
  }
}

/** Places the order and sees the QR code; gives the cashier's address that stands in it. */
export async function showQr(person: Person): Promise<string> {
  await person.press('下单，出示二维码');
  await person.sees('扫码缴费');
  return await person.page.getByRole('link', { name: '去收银台缴费' }).getAttribute('href') ?? '';
}

export async function backToCase(person: Person): Promise<void> {
  await person.press(/^BDC\d{20}$/);
  await person.page.waitForURL('**/cases/*');
}
