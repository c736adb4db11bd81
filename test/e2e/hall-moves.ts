import { expect } from 'chai';
import type { Person } from './person.js';

export const passport = '普通护照签发';

/** The first matter of this kind is approved, so that its fee is due. */
export async function approveMatter(person: Person, kind = passport): Promise<void> {
  await person.open(person.city.serviceHallUrl);
  await person.isAt('办件列表');
  await person.press(kind);
  await person.isAt(kind);
  expect(await person.fact('办件状态')).to.equal('审批中');
  expect(await person.offers(/去缴费/)).to.equal(false);
  await person.press('审批通过');
  await person.sees('待缴费');
}

/** A matter of somebody new, approved. */
export async function fileMatter(person: Person, applicant: string, option = /普通护照签发/, kind = passport): Promise<void> {
  await person.open(person.city.serviceHallUrl);
  await person.select('事项', option);
  await person.page.getByLabel('申请人', { exact: true }).fill(applicant);
  await person.press('提交申请');
  await person.isAt(kind);
  await person.press('审批通过');
  await person.sees('待缴费');
}

export async function goToHallCashier(person: Person): Promise<void> {
  await person.press(person.device === 'pc' ? '去缴费（电脑）' : '去缴费（手机）');
  await person.isAt('订单支付');
}

/** From the order's page to the matter it belongs to. */
export async function backToMatter(person: Person): Promise<void> {
  await person.press(/^SM\d{14}$/);
  await person.page.waitForURL('**/matters/*');
}

export async function askRefundThere(person: Person, amount: string, reason: string): Promise<void> {
  await person.fill('退款金额', amount);
  await person.fill('退款原因', reason);
  await person.press('申请退款');
  await person.sees(reason);
}

/** Asks all that is left back and waits until the platform's callback has told the end. */
export async function refundThere(person: Person, amount: string, reason: string): Promise<void> {
  const { page, city } = person;
  await askRefundThere(person, amount, reason);
  await city.until('the refund is done', async () => {
    city.advance(5_000);
    await page.reload();
    return await page.locator('strong', { hasText: /^退款成功$/ }).count() > 0 ? true : undefined;
  });
  await person.looksUntil('退款结果');
}

/** Presses 取电子票据 on an order's page until an e-bill in this state is there. */
export async function fetchEBill(person: Person, state: string): Promise<void> {
  const { page, city } = person;
  await city.until(`an e-bill ${state}`, async () => {
    await person.press('取电子票据');
    await person.sees(/^平台答复：/);
    if (await page.locator('dd', { hasText: new RegExp(`^${state}$`) }).count() > 0) return true;
    city.advance(5_000);
    return undefined;
  }, 30_000);
}
