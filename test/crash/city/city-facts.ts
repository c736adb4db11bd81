import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { askJson } from '../../../bootstrap/profiles/embedded/outside-link.js';
import type { CallbackEar } from '../callback-ear.js';
import { gatherFacts, type Facts, type OrderRow } from '../facts.js';
import type { OutsideProcess } from '../outside-process.js';
import type { StoreView } from '../store-view.js';
import type { Till } from '../till.js';
import { alarmsIn, type Alarm } from './alarms.js';
import type { CityPremises } from './city-premises.js';
import type { People, Person } from './people.js';

export interface NoticeRow { readonly noticeNo: string; readonly orderNo: string | undefined; readonly payCode: string | undefined; readonly step: string; readonly amountFen: bigint }
export interface AbnormalRow { readonly kind: string; readonly orderNo: string | undefined; readonly isOpen: boolean }
/** A notice as the province has it. State: 0 unpaid, 1 paid, 2 void, 3 expired, 5 returned. */
export interface Slip { readonly payCode: string; readonly busNo: string; readonly state: string; readonly serialNo: string | undefined; readonly amountFen: bigint }
export interface BillRow { readonly orderNo: string; readonly busNo: string; readonly state: string; readonly amountFen: bigint; readonly no: string | undefined }
/** An e-bill as the bill system has it. */
export interface TheirBill { readonly busNo: string; readonly no: string; readonly amountFen: bigint; readonly stands: boolean }
export interface TextRow { readonly orderNo: string; readonly state: string; readonly code: string | undefined; readonly resent: boolean; readonly hasEnded: boolean }
export interface SentText { readonly mobile: string; readonly text: string }
export interface AppBill { readonly orderNo: string; readonly userId: string; readonly amountFen: bigint; readonly refundedFen: bigint; readonly state: string; readonly billNo: string | undefined }
export interface SharedRow { readonly orderNo: string; readonly words: string; readonly phone: string | undefined }
export interface CallbackRow { readonly orderNo: string; readonly kind: string; readonly createdAt: number; readonly firstTriedAt: number | undefined }
export interface JobRow { readonly topic: string; readonly key: string; readonly state: string }

/** A gap of the four-way check that is open. */
export interface KeptGap { readonly leg: string; readonly kind: string; readonly orderNo: string }

/** An order of somebody, with what of its own money has gone back. */
export interface CityOrder extends OrderRow { readonly person: Person; readonly backFen: bigint; readonly settledInBill: boolean }

/** Everything that the rules of the city compare. */
export interface CityFacts {
  readonly money: Facts;
  readonly orders: readonly CityOrder[];
  readonly notices: readonly NoticeRow[];
  readonly abnormal: readonly AbnormalRow[];
  readonly slips: readonly Slip[];
  readonly bills: readonly BillRow[];
  readonly theirBills: readonly TheirBill[];
  /** That a payment was made. */
  readonly texts: readonly TextRow[];
  readonly sent: readonly SentText[];
  readonly appBills: readonly AppBill[];
  /** Pushes that the app did not believe. */
  readonly doubtedPushes: number;
  readonly shared: readonly SharedRow[];
  readonly callbacks: readonly CallbackRow[];
  readonly jobs: readonly JobRow[];
  readonly keptGaps: readonly KeptGap[];
  readonly alarms: readonly Alarm[];
  readonly jumps: OutsideProcess['jumps'];
  /** Moments at which the platform was killed, on the city's clock. */
  readonly kills: readonly number[];
  /** The run breaks the servers under the platform, not the platform alone. */
  readonly areServersBroken: boolean;
  readonly paidElsewhere: ReadonlySet<string>;
  readonly plantedWithoutNotice: ReadonlySet<string>;
  readonly plantedWithoutEBill: ReadonlySet<string>;
}

export interface Scene { readonly premises: CityPremises; readonly store: StoreView; readonly till: Till; readonly ear: CallbackEar; readonly outside: OutsideProcess; readonly people: People; readonly kills: readonly number[]; readonly areServersBroken: boolean }

type Row = Readonly<Record<string, unknown>>;
const text = (value: unknown): string => String(value);
const maybe = (value: unknown): string | undefined => (value === null || value === undefined || value === '' ? undefined : String(value));
const fen = (value: unknown): bigint => BigInt(Number(value));
const fenOfYuan = (value: unknown): bigint => BigInt(Math.round(Number(value) * 100));

export async function gatherCityFacts({ premises, store, till, ear, outside, people, kills, areServersBroken }: Scene): Promise<CityFacts> {
  const money = await gatherFacts(premises, store, till, ear);
  const [slips, theirs, texts, app, shared] = await Promise.all([
    askJson<{ slips: readonly Row[] }>('GET', `${premises.provinceUrl}/sim/slips`), askJson<readonly Row[]>('GET', `${premises.eBillUrl}/sim/bills`),
    askJson<{ texts: readonly SentText[] }>('GET', `${premises.textMessageUrl}/sim/texts`),
    askJson<{ bills: readonly { bill: Row }[]; pushes: readonly { fate: string }[] }>('GET', `${premises.cityAppUrl}/sim/bills`),
    askJson<{ rows: readonly Row[] }>('GET', `${premises.dataSharingUrl}/sim/rows/pay_order_info`),
  ]);
  const [notices, abnormal, bills, textRows, callbacks, jobs, trades, gaps] = await Promise.all([
    store.all('payment_notice'), store.all('abnormal_notice'), store.all('e_bill', (query) => query.where({ bill_source: 'generated' })),
    store.all('text_message', (query) => query.where({ scene: 'payment-made' })), store.all('merchant_callback'), store.all('outbox', (query) => query.whereNot({ state: 'DONE' })), store.all('trade'),
    store.all('leg_gap', (query) => query.where({ gap_state: 'open' })),
  ]);
  const settled = new Set(trades.filter((row) => row['settle_state'] === 'settled').map((row) => text(row['trade_key'])));
  return {
    money, orders: money.orders.flatMap((order) => cityOrder(order, money, people, settled)),
    notices: notices.map((row) => ({ noticeNo: text(row['notice_no']), orderNo: maybe(row['platform_order_no']), payCode: maybe(row['pay_code']), step: text(row['notice_step']), amountFen: fen(row['total_amount']) })),
    abnormal: abnormal.map((row) => ({ kind: text(row['kind']), orderNo: maybe(row['platform_order_no']), isOpen: row['handle_state'] !== 'handled' })),
    slips: slips.slips.map((row) => ({ payCode: text(row['payCode']), busNo: text(row['busNo']), state: text(row['state']), serialNo: maybe(row['serialNo']), amountFen: fenOfYuan(row['totalAmount']) })),
    bills: bills.map((row) => ({ orderNo: text(row['platform_order_no']), busNo: text(row['bus_no']), state: text(row['state']), amountFen: fen(row['amount']), no: maybe(row['bill_no']) })),
    theirBills: theirs.map((row) => ({ busNo: text(row['busNo']), no: text(row['no']), amountFen: BigInt(text(row['fen'])), stands: row['state'] === '1' && (row['red'] === undefined || row['red'] === null) })),
    texts: textRows.map((row) => ({ orderNo: text(row['biz_key']), state: text(row['state']), code: maybe(row['last_code']), resent: Boolean(Number(row['resent'])), hasEnded: row['ended_at'] !== null })),
    sent: texts.texts,
    appBills: app.bills.map(({ bill }) => ({ orderNo: text(bill['platformOrderNo']), userId: text(bill['userId']), amountFen: BigInt(text(bill['amount'])), refundedFen: BigInt(text(bill['refundedAmount'])), state: text(bill['state']), billNo: maybe(bill['billNo']) })),
    doubtedPushes: app.pushes.filter(({ fate }) => fate === 'rejected').length,
    shared: shared.rows.map((row) => ({ orderNo: text(row['Ddh']), words: JSON.stringify(row), phone: maybe(row['Phone']) })),
    callbacks: callbacks.map((row) => ({ orderNo: text(row['platform_order_no']), kind: text(row['kind']), createdAt: Number(row['created_at']), firstTriedAt: row['first_tried_at'] === null ? undefined : Number(row['first_tried_at']) })),
    jobs: jobs.map((row) => ({ topic: text(row['topic']), key: text(row['job_key']), state: text(row['state']) })),
    keptGaps: gaps.map((row) => ({ leg: text(row['leg_name']), kind: text(row['gap_kind']), orderNo: text(row['platform_order_no']) })),
    alarms: alarmsIn(readFileSync(join(premises.dataFolder, 'platform.log'), 'utf8')), jumps: outside.jumps, kills, areServersBroken,
    paidElsewhere: people.paidElsewhere, plantedWithoutNotice: people.plantedWithoutNotice, plantedWithoutEBill: people.plantedWithoutEBill,
  };
}

function cityOrder(order: OrderRow, { refunds }: Facts, people: People, settled: ReadonlySet<string>): readonly CityOrder[] {
  const person = people.all.get(order.bizOrderNo);
  if (person === undefined) return [];
  const own = refunds.filter(({ attemptNo, state }) => attemptNo === order.paidAttemptNo && state === 'refunded');
  return [{ ...order, person, backFen: own.reduce((sum, { amountFen }) => sum + amountFen, 0n), settledInBill: settled.has(`P${order.paidAttemptNo ?? ''}`) }];
}
