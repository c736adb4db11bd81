import { businessDay, dayMs, hourMs, minuteMs, readLongTime, type BusinessDay } from '../../../domain/kernel/china-time.js';
import { addDays } from '../../../domain/reconciliation/clearing-day.js';
import type { InspectedDay } from '../../inspect-day.js';
import type { BillDesk} from './bill-desk.js';
import { type Planted } from './bill-desk.js';
import type { Channel, DemoCity, DeskOrder } from './demo-city.js';
import type { Teller } from './teller.js';

/** What the mornings brought, for `--json`. Whole fen. */
export interface ToldDay { readonly day: string; readonly accounts: InspectedDay['accounts']; readonly planted: readonly Planted[]; readonly certificate: string | undefined; readonly statements: readonly ToldStatement[] }
export interface ToldStatement { readonly fileName: string; readonly lineCount: number; readonly totals: string }

const patienceMs = 30_000;
/** By then channels have their bills, and "no bill" of an account without money is believed. */
const lateMorningMs = 13 * hourMs + 10 * minuteMs;

/** The story goes on: bills are fetched and compared, a day with planted differences is found out to the line, certificates are issued. */
export async function nextMorning(city: DemoCity, desk: BillDesk, tell: Teller, openChannelPay: (channel: Channel) => Promise<string>): Promise<readonly ToldDay[]> {
  const storyDay = businessDay(await city.advance(0.001));
  tell.title('the next morning: bills fetched, every line compared');
  await stepTo(city, addDays(storyDay, 1), lateMorningMs);
  const first = await reconciled(desk, storyDay, tell);
  if (!first.legs.checked || first.legs.gaps.length > 0) throw new Error(`the four-way check of ${storyDay} is not clean`);
  const plantedDay = addDays(storyDay, 1);
  tell.title('a day on which the bills are wrong in every way');
  const planted = await plant(desk, plantedDay, openChannelPay, tell);
  await stepTo(city, addDays(plantedDay, 1), lateMorningMs);
  const second = await reconciled(desk, plantedDay, tell);
  compare(second, planted, tell);
  tell.title('what a business system fetches, and the morning after that');
  const statements = [await statement(desk, storyDay, 'normal', tell), await statement(desk, plantedDay, 'normal', tell), await statement(desk, plantedDay, 'abnormal', tell)];
  await stepTo(city, addDays(plantedDay, 2), lateMorningMs);
  await reconciled(desk, addDays(plantedDay, 1), tell);
  const later = await desk.day(plantedDay);
  compare(later, planted.filter(({ isLate }) => !isLate), tell);
  await desk.clean();
  return [
    { day: storyDay, accounts: first.accounts, planted: [], certificate: first.certificate?.digest, statements: statements.slice(0, 1) },
    { day: plantedDay, accounts: later.accounts, planted, certificate: second.certificate?.digest, statements: statements.slice(1) },
  ];
}

/** Fetches a statement as a business system would: signed question, address, file; reads its totals line. */
async function statement(desk: BillDesk, day: BusinessDay, kind: 'normal' | 'abnormal', tell: Teller): Promise<ToldStatement> {
  const { answer, text } = await desk.statement(day, kind);
  const lines = text.trimEnd().split('\r\n');
  if (lines.length !== Number(answer.lineCount) + 2) throw new Error(`the ${kind} statement of ${day} has ${lines.length} lines, not header, ${answer.lineCount} and totals`);
  tell.step(`${kind} statement of ${day}: ${answer.fileName}, ${answer.lineCount} lines, SM3 ${answer.fileDigest.slice(0, 16)}…; ${lines.at(-1) ?? ''}`);
  return { fileName: answer.fileName, lineCount: Number(answer.lineCount), totals: lines.at(-1) ?? '' };
}

/** Moves the clock forward to a time of a day; where it is past that already, nothing moves. */
async function stepTo(city: DemoCity, day: BusinessDay, afterMidnightMs: number): Promise<void> {
  const midnight = readLongTime(`${day}000000`);
  if (!midnight.ok) throw new Error(`not a day: ${day}`);
  const now = await city.advance(0.001);
  const missingMs = midnight.value + afterMidnightMs - now;
  if (missingMs > 0) await city.advance(Math.min(missingMs, 3 * dayMs) / 1000);
}

/** Waits until every account of the day is compared and the day is certified. */
async function reconciled(desk: BillDesk, day: BusinessDay, tell: Teller): Promise<InspectedDay> {
  const deadline = performance.now() + patienceMs;
  for (;;) {
    const now = await desk.day(day);
    if (now.accounts.length > 0 && now.accounts.every(({ runNo, state }) => runNo !== undefined && state !== 'running') && now.certificate) return told(now, tell);
    if (performance.now() > deadline) throw new Error(`the day ${day} is not certified: ${now.accounts.map(({ channelMerchantId, state, lastWord }) => `${channelMerchantId} ${state} ${lastWord}`).join('; ')}`);
    await new Promise((resolve) => { setTimeout(resolve, 200); });
  }
}

function told(day: InspectedDay, tell: Teller): InspectedDay {
  for (const { channelMerchantId, state, count, amount, fee, open, waiting } of day.accounts) {
    tell.step(`${day.day} ${channelMerchantId}: ${state}, ${count} lines, ${yuan(amount)} yuan, fee ${yuan(fee)}, ${open} differences, ${waiting} waiting`);
  }
  const { orders, complete, gaps } = day.legs;
  tell.step(`four-way check of ${day.day}: ${orders} orders with notice or e-bill, ${complete} agree on all legs${gaps.length === 0 ? '' : `; ${gaps.map(({ platformOrderNo, leg, kind }) => `${platformOrderNo} ${leg} ${kind}`).join(', ')}`}`);
  tell.step(`certificate of ${day.day} issued, digest ${day.certificate?.digest.slice(0, 16) ?? ''}…, after ${day.certificate?.previousDigest.slice(0, 16) ?? ''}…`);
  return day;
}

/** One fault of every kind on each channel, each on a payment of its own. */
async function plant(desk: BillDesk, day: BusinessDay, pay: (channel: Channel) => Promise<string>, tell: Teller): Promise<readonly Planted[]> {
  const planted: Planted[] = [];
  for (const { channel, fault, outcome, what } of faultsOfBills) {
    const attemptNo = fault === 'extra' || fault === 'extra-row' ? undefined : await pay(channel);
    if (channel === 'alipay') await desk.alipay(fault, day, attemptNo === undefined ? { amount: '88.88' } : { no: attemptNo });
    else await desk.unionpay(fault, attemptNo === undefined ? { merId: '777350400000001', day, fen: '8888' } : { orderId: attemptNo });
    planted.push({ channel, outcome, attemptNo, what, isLate: fault.startsWith('late') });
    tell.step(`${channel}: ${what}`);
  }
  await pay('alipay');
  await pay('unionpay');
  tell.step('and two payments with nothing wrong');
  return planted;
}

const faultsOfBills: readonly { readonly channel: Channel; readonly fault: string; readonly outcome: string; readonly what: string }[] = [
  { channel: 'alipay', fault: 'missing-row', outcome: 'only-here', what: 'a payment is missing in the bill' },
  { channel: 'alipay', fault: 'extra-row', outcome: 'only-there', what: 'a payment stands in the bill that nobody here knows' },
  { channel: 'alipay', fault: 'changed-amount', outcome: 'amount-differs', what: 'a line has another amount' },
  { channel: 'alipay', fault: 'changed-fee', outcome: 'fee-differs', what: 'a line has another fee than the contract' },
  { channel: 'alipay', fault: 'duplicated-row', outcome: 'duplicate-line', what: 'a line stands twice' },
  { channel: 'alipay', fault: 'late-row', outcome: 'only-here', what: 'a line comes a day late' },
  { channel: 'unionpay', fault: 'missing', outcome: 'only-here', what: 'a payment is missing in the bill' },
  { channel: 'unionpay', fault: 'extra', outcome: 'only-there', what: 'a payment stands in the bill that nobody here knows' },
  { channel: 'unionpay', fault: 'changed-amount', outcome: 'amount-differs', what: 'a line has another amount' },
  { channel: 'unionpay', fault: 'changed-fee', outcome: 'fee-differs', what: 'a line has another fee than the contract' },
  { channel: 'unionpay', fault: 'duplicated', outcome: 'duplicate-line', what: 'a line stands twice' },
  { channel: 'unionpay', fault: 'late', outcome: 'only-here', what: 'a line comes a day late' },
  { channel: 'unionpay', fault: 'dispute', outcome: 'odd-line', what: 'a dispute that only a person can judge' },
];

/** Exactly what was planted, no more and no fewer. */
function compare(day: InspectedDay, planted: readonly Planted[], tell: Teller): void {
  const found = day.accounts.flatMap(({ channelMerchantId, differences }) => differences.map(({ outcome, ownNo }) => `${channelMerchantId.includes('ALIPAY') ? 'alipay' : 'unionpay'} ${outcome} ${outcome === 'only-there' || outcome === 'odd-line' ? '' : ownNo}`)).sort();
  const expected = planted.map(({ channel, outcome, attemptNo }) => `${channel} ${outcome} ${outcome === 'only-there' || outcome === 'odd-line' ? '' : attemptNo ?? ''}`).sort();
  if (JSON.stringify(found) !== JSON.stringify(expected)) throw new Error(`found other differences than were planted\n  planted ${expected.join(', ')}\n  found   ${found.join(', ')}`);
  tell.step(`${day.day}: ${found.length} differences expected, the same ${found.length} found`);
}

const yuan = (fen: string): string => (Number(fen) / 100).toFixed(2);

/** A payment of the demo business system, made and paid in one go; its attempt's number. */
export async function payFor(city: DemoCity, channel: Channel): Promise<string> {
  const order: DeskOrder = await city.place('rsa2');
  const { attemptNo } = await city.openChannel(order, channel, 'pc');
  await city.payAt(channel, attemptNo);
  const deadline = performance.now() + patienceMs;
  while ((await city.order(order)).state !== '2') {
    if (performance.now() > deadline) throw new Error('a payment did not arrive');
    await new Promise((resolve) => { setTimeout(resolve, 50); });
  }
  return attemptNo;
}
