import type { Person } from './person.js';

export const payeeOf = { RSA2: '三明市不动产登记中心', SM2: '三明市行政服务中心' } as const;

export interface FeeSheetWish {
  readonly title?: string;
  /** Which developer account the window signs with. */
  readonly algorithm?: keyof typeof payeeOf;
  readonly minutes?: string;
  readonly payerName?: string;
}

/** The clerk's fee sheet: one home and one certificate, 90.00 yuan. The buttons below it are not pressed yet. */
export async function fillFeeSheet(person: Person, wish: FeeSheetWish = {}): Promise<void> {
  await person.open(person.city.businessUrl);
  await person.isAt('缴费单');
  await person.fill('不动产登记费（住宅）数量', '1');
  await person.fill('证书工本费数量', '1');
  await person.fill('订单标题', wish.title ?? '不动产登记费');
  if (wish.payerName !== undefined) await person.fill('缴款人姓名', wish.payerName);
  if (wish.minutes !== undefined) await person.fill('有效时间', wish.minutes);
  await person.select('签名方式与开发者', new RegExp(`^${wish.algorithm ?? 'RSA2'} `));
}

/** From the fee sheet to the cashier, by the interface (our server asks) or by the page (the browser carries the order). */
export async function goToCashier(person: Person, mode: 'interface' | 'page' = 'interface', wish: FeeSheetWish = {}): Promise<void> {
  await fillFeeSheet(person, wish);
  await person.press(mode === 'interface' ? '去缴费' : '页面方式下单');
  if (mode === 'page') await person.press('前往统一收银台');
  await person.isAt('订单支付');
}
