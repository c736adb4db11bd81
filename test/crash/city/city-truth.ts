import { dues } from './city-directory.js';
import type { CityFacts, CityOrder } from './city-facts.js';
import type { Person } from './people.js';

export type PlainCity = Plain<CityFacts>;
type Plain<T> = { -readonly [K in keyof T]: T[K] extends bigint | string | number | boolean | undefined ? T[K] : T[K] extends (...args: never[]) => unknown ? T[K] : T[K] extends ReadonlySet<infer E> ? Set<E> : T[K] extends readonly (infer E)[] ? Plain<E>[] : Plain<T[K]> };

/** A small truthful city: O1 paid in the app, O2 closed, O3 paid at a bank, O4 paid and refunded in part. */
export function cityTruth(): PlainCity {
  const person = (no: string, phone: string, userId: string | undefined): Person =>
    ({ due: userId === undefined ? dues.byJob : dues.inTheApp, amountFen: 100n, phone, name: `林小${no}`, certNo: `35040219900101000${no}`, userId, isEBillWanted: true });
  const order = (no: string, state: string, more: Partial<CityOrder> = {}): CityOrder => ({
    orderNo: `O${no}`, bizOrderNo: `B${no}`, state, amountFen: 100n, paidAttemptNo: state === 'paid' ? `A${no}` : undefined, backFen: 0n, settledInBill: state === 'paid',
    person: person(no, `138000${no.repeat(5)}`, no === '1' ? 'U1' : undefined), ...more,
  });
  const orders = [order('1', 'paid'), order('2', 'closed'), order('3', 'closed'), order('4', 'paid', { backFen: 40n })];
  const text = (no: string) => ({ row: { orderNo: `O${no}`, state: 'delivered', code: undefined, resent: false, hasEnded: true }, sent: { mobile: `138000${no.repeat(5)}`, text: '您缴纳的登记费1.00元已成功' } });
  const shared = (no: string) => ({ orderNo: `O${no}`, words: '{}', phone: `138****${no.repeat(4)}` });
  const slip = (no: string, state: string, serialNo: string | undefined) => ({ payCode: `C${no}`, busNo: `O${no}`, state, serialNo, amountFen: 100n });
  const notice = (no: string, step: string) => ({ noticeNo: `O${no}`, orderNo: `O${no}`, payCode: `C${no}`, step, amountFen: 100n });
  const attempt = (no: string) => ({ attemptNo: `A${no}`, orderNo: `O${no}`, channel: 'alipay', method: 'pc', state: 'paid', amountFen: 100n, channelOrderNo: `T${no}`, cancelAsked: false });
  const paidThere = (no: string) => ({ attemptNo: `A${no}`, amountFen: 100n, state: 'paid' });
  const facts = {
    money: {
      orders, attempts: [attempt('1'), attempt('4')], refunds: [], trades: [], repeats: new Set(), abnormal: new Set(), deadJobs: [],
      books: { alipay: { payments: [paidThere('1'), paidThere('4')], refunds: [], paidFen: 200n, refundedFen: 40n }, unionpay: { payments: [], refunds: [], paidFen: 0n, refundedFen: 0n } }, placed: [], asked: [], heard: [],
    },
    orders, slips: [slip('1', '1', 'O1'), slip('2', '2', undefined), slip('3', '1', 'BANK-C3'), slip('4', '1', 'O4')],
    notices: [notice('1', 'confirmed'), notice('2', 'voided'), notice('3', 'paid-elsewhere'), notice('4', 'confirmed')], abnormal: [{ kind: 'confirmed-not-paid', orderNo: 'O4', isOpen: true }],
    bills: [
      { orderNo: 'O1', busNo: 'O1', state: 'issued', amountFen: 100n, no: '1' }, { orderNo: 'O4', busNo: 'O4', state: 'reversed', amountFen: 100n, no: '3' }, { orderNo: 'O4', busNo: 'O4-2', state: 'issued', amountFen: 60n, no: '4' },
    ],
    theirBills: [{ busNo: 'O1', no: '1', amountFen: 100n, stands: true }, { busNo: 'O4', no: '3', amountFen: 100n, stands: false }, { busNo: 'O4-2', no: '4', amountFen: 60n, stands: true }],
    texts: [text('1').row, text('4').row], sent: [text('1').sent, text('4').sent],
    appBills: [{ orderNo: 'O1', userId: 'U1', amountFen: 100n, refundedFen: 0n, state: 'PAID', billNo: '1' }], doubtedPushes: 0, shared: [shared('1'), shared('4')],
    callbacks: [{ orderNo: 'O1', kind: 'payment', createdAt: 1_000, firstTriedAt: 2_000 }, { orderNo: 'O4', kind: 'payment', createdAt: 1_000, firstTriedAt: 1_000 }],
    jobs: [{ topic: 'work-notice', key: 'O4', state: 'READY' }], alarms: [{ event: 'payment-notice-abnormal', orderNo: 'O4', kind: 'confirmed-not-paid' }], keptGaps: [], jumps: [], kills: [],
    areServersBroken: false, paidElsewhere: new Set(['C3']), plantedWithoutNotice: new Set(), plantedWithoutEBill: new Set(),
  };
  return facts as unknown as PlainCity;
}
