import type { Alarm } from './alarms.js';
import type { CityFacts, CityOrder } from './city-facts.js';

/** On the city's clock, the steps of the clock taken off. */
const firstTryWithinMs = 10_000;

/** A payment is told at once, whatever the systems around do: a first try that came late had a killed platform for its cause. */
export function delayComplaints({ callbacks, jumps, kills }: CityFacts): readonly string[] {
  return callbacks.filter(({ kind }) => kind === 'payment').flatMap(({ orderNo, createdAt, firstTriedAt }) => {
    if (firstTriedAt === undefined) return [`the payment of ${orderNo} was never told`];
    const stepped = jumps.filter(({ from, ms }) => from < firstTriedAt && from + ms > createdAt).reduce((sum, { from, ms }) => sum + Math.min(from + ms, firstTriedAt) - Math.max(from, createdAt), 0);
    const late = firstTriedAt - createdAt - stepped;
    const isExcused = kills.some((at) => at >= createdAt && at <= firstTriedAt);
    return late <= firstTryWithinMs || isExcused ? [] : [`the payment of ${orderNo} was first told after ${late} ms`];
  });
}

const isInPart = ({ backFen, amountFen }: CityOrder): boolean => backFen > 0n && backFen < amountFen;
/** These look ahead: the next morning's bill or statement is always waited for. */
const everWaiting: readonly string[] = ['fetch-bill', 'reconcile', 'certify-day', 'check-e-bills', 'fetch-notice-statement', 'check-legs'];

/** Nothing waits any more but for people: who enters a return in part at the province. */
export function queueComplaints({ jobs, orders, money }: CityFacts): readonly string[] {
  const inPart = new Set(orders.filter(isInPart).map(({ orderNo }) => orderNo));
  const undecided = new Set(money.attempts.filter(({ state }) => state === 'open').map(({ attemptNo }) => attemptNo));
  // Which of them a channel may leave undecided, the payment suite's rules say.
  const refunding = new Set(money.refunds.filter(({ state }) => state === 'refunding').map(({ refundNo }) => refundNo));
  const mayWait: Partial<Readonly<Record<string, ReadonlySet<string>>>> = { 'work-notice': inPart, 'query-attempt': undecided, 'work-refund': refunding };
  return jobs.filter(({ topic, key, state }) => {
    if (state === 'DEAD') return true;
    return !everWaiting.includes(topic) && mayWait[topic]?.has(key) !== true;
  }).map(({ topic, key, state }) => `a job is left: ${topic} ${key} ${state}`);
}

type Judge = (alarm: Alarm, facts: CityFacts) => boolean;
const always: Judge = () => true;
const orderOf = ({ orderNo }: Alarm, { orders }: CityFacts): CityOrder | undefined => orders.find((order) => order.orderNo === orderNo);

/** Why people were called. What stands nowhere here had no cause that was planted. */
const causes: Readonly<Record<string, Judge>> = {
  'legs-open': (_alarm, { plantedWithoutEBill, plantedWithoutNotice, paidElsewhere }) => plantedWithoutEBill.size + plantedWithoutNotice.size + paidElsewhere.size > 0,
  'redis-away': (_alarm, { areServersBroken }) => areServersBroken, 'limits-not-shared': (_alarm, { areServersBroken }) => areServersBroken,
  // Faults in a row.
  'payment-notice-stuck': always, 'e-bill-late': always, 'share-target-down': always, 'text-platform-refused': always,
  'e-bill-refused': always, 'e-bill-stock-exhausted': always, 'e-bill-reverse-refused': always, 'e-bill-not-as-asked': always,
  'payment-notice-abnormal': (alarm, facts) => {
    const order = orderOf(alarm, facts);
    if (alarm.kind === 'paid-not-confirmed') return true;
    if (alarm.kind === 'confirmed-not-paid') return order !== undefined && order.backFen > 0n;
    return alarm.kind === 'duplicate' && facts.notices.some(({ orderNo, payCode }) => orderNo === alarm.orderNo && facts.paidElsewhere.has(payCode ?? ''));
  },
};
/** Called by the channels' own troubles, which the payment suite judges. */
const ofTheChannels = /^(alipay-|attempt-|barcode-|bill-|certificate-|channel-|lost-payment|reconcile-|refund-|process-|clock-off|node-number|callback-given-up|recovery-|paid-twice|paid-late|charged-in-error|amount-differs)/;

export function alarmComplaints(facts: CityFacts): readonly string[] {
  const odd = facts.alarms.filter((alarm) => !ofTheChannels.test(alarm.event) && causes[alarm.event]?.(alarm, facts) !== true);
  return [...new Set(odd.map(({ event, kind, orderNo }) => `people were called without a cause: ${event} ${kind ?? ''} ${orderNo ?? ''}`))];
}
