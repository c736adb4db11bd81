import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { askJson } from '../../../bootstrap/profiles/embedded/outside-link.js';
import { workOff } from '../calm.js';
import { pause } from '../chance.js';
import type { OutsideProcess } from '../outside-process.js';
import type { StoreView } from '../store-view.js';
import type { CityPremises } from './city-premises.js';
import type { People } from './people.js';

const hourMs = 3_600_000;
/** Longer than the rounds of the platform wait between their looks, in real time. */
const roundMs = 1_300;
/** Nights and mornings that pass for bills, statements and shared rows. */
const days = 4;
/** How often, and how far apart on the platform's clock, what is not shared yet is waited for. */
const [moreLooks, lookMs] = [30, 600_000];
const reissueFile = fileURLToPath(new URL('../../../bootstrap/cli/ebills.js', import.meta.url));

interface Parts { readonly premises: CityPremises; readonly outside: OutsideProcess; readonly store: StoreView; readonly people: People }

/** After the calm: people do what is theirs, then some days go by. How many steps it took. */
export async function cityCalm(parts: Parts): Promise<number> {
  const { outside, store } = parts;
  let steps = 0;
  await pressRefusedBills(parts);
  await registerRefunds(parts);
  for (let left = days * 3; left > 0; left -= 1) {
    steps += 1;
    if (!await outside.advance(8 * hourMs)) throw new Error('the platform cannot be reached although nobody kills it');
    await pause(roundMs);
    await workOff(outside, store);
  }
  return steps + await shareTheRest(parts);
}

/** Rows are shared by rounds of their own, which a busy machine makes later than the days went by. */
async function shareTheRest({ premises, outside, store }: Parts): Promise<number> {
  const paid = (await store.all('pay_order', (query) => query.where({ state: 'paid' }))).length;
  const shared = async (): Promise<number> => (await askJson<{ rows: readonly unknown[] }>('GET', `${premises.dataSharingUrl}/sim/rows/pay_order_info`)).rows.length;
  let steps = 0;
  for (; steps < moreLooks && await shared() < paid; steps += 1) {
    await outside.advance(lookMs);
    await pause(roundMs);
    await workOff(outside, store);
  }
  return steps;
}

/** An operator presses on e-bills that were refused, by the command of operators. */
async function pressRefusedBills({ premises, store, people }: Omit<Parts, 'outside'>): Promise<void> {
  const failed = await store.all('e_bill', (query) => query.where({ state: 'failed', bill_source: 'generated' }));
  for (const row of failed.filter((one) => !people.plantedWithoutEBill.has(String(one['platform_order_no'])))) await promisify(execFile)(process.execPath, [reissueFile, '--reissue', String(row['platform_order_no'])], { env: { ...premises.environment, TONGJIAO_LOG_LEVEL: 'warn' } });
}

/** The province's own people approve the return of money that went back whole; of a part they have no state, so those stay with people. */
async function registerRefunds({ premises, store }: Pick<Parts, 'premises' | 'store'>): Promise<void> {
  const [notices, refunds, orders] = await Promise.all([store.all('payment_notice', (query) => query.where({ notice_step: 'confirmed' })), store.all('pay_refund', (query) => query.where({ state: 'refunded' })), store.all('pay_order')]);
  const paidBy = new Map(orders.map((row) => [row['platform_order_no'], row['paid_attempt_no']]));
  for (const notice of notices) {
    const attemptNo = paidBy.get(notice['platform_order_no'] ?? '');
    const back = refunds.filter((row) => row['attempt_no'] === attemptNo).reduce((sum, row) => sum + BigInt(Number(row['refund_amount'])), 0n);
    if (back === BigInt(Number(notice['total_amount']))) await askJson('POST', `${premises.provinceUrl}/sim/refund`, { payCode: notice['pay_code'] });
  }
}
