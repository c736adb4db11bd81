import type { AttemptRow, Facts, OrderRow } from './facts.js';
import { hasMoney } from './money-rules.js';

const grouped = <T>(list: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> => {
  const groups = new Map<string, T[]>();
  for (const item of list) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
};

/** Complaints about orders: state against attempts, one order per request, and nothing promised that is not there. */
export function orderComplaints(facts: Facts): readonly string[] {
  const attempts = grouped(facts.attempts, (attempt) => attempt.orderNo);
  const numbers = grouped(facts.orders, (order) => order.bizOrderNo);
  return [
    ...facts.orders.flatMap((order) => stateComplaints(order, attempts.get(order.orderNo) ?? [], facts)),
    ...facts.placed.flatMap(({ bizOrderNo, told, amountFen }) => {
      const rows = numbers.get(bizOrderNo) ?? [];
      if (rows.length > 1 || told.size > 1) return [`order ${bizOrderNo} exists ${rows.length} times, numbers told: ${[...told].join(' ')}`];
      const isThere = rows.some((row) => told.has(row.orderNo) && row.amountFen === amountFen);
      return told.size === 1 && !isThere ? [`order ${bizOrderNo} was answered with ${[...told].join('')} and is not there`] : [];
    }),
    ...facts.deadJobs.map((job) => `given up: ${job}`),
  ];
}

function stateComplaints(order: OrderRow, attempts: readonly AttemptRow[], { repeats, abnormal, books }: Facts): readonly string[] {
  const complaints: string[] = [];
  const complain = (what: string): void => { complaints.push(`order ${order.orderNo} (${order.state}): ${what}`); };
  const settledBy = attempts.filter((attempt) => attempt.state === 'paid').map((attempt) => attempt.attemptNo);
  if (order.state === 'paid' && (settledBy.length !== 1 || settledBy[0] !== order.paidAttemptNo)) complain(`settled by ${settledBy.join(' ')}, says ${order.paidAttemptNo ?? 'nobody'}`);
  if (order.state !== 'paid' && (settledBy.length > 0 || order.paidAttemptNo !== undefined)) complain(`has a settling attempt ${settledBy.join(' ')}`);
  if (!['paid', 'closed'].includes(order.state)) complain('neither paid nor closed, days after its expiry');
  for (const attempt of attempts) {
    if (attempt.state === 'repeat' && (order.state !== 'paid' || !repeats.has(attempt.attemptNo))) complain(`repeat ${attempt.attemptNo} without paid order or record`);
    if (attempt.state === 'late' && (order.state !== 'closed' || !abnormal.has(`paid-after-close:${attempt.attemptNo}`))) complain(`late ${attempt.attemptNo} without closed order or record`);
    if (attempt.state === 'stray' && !abnormal.has(`channel-error:${attempt.attemptNo}`)) complain(`stray ${attempt.attemptNo} without record`);
    if (attempt.state !== 'repeat' && repeats.has(attempt.attemptNo)) complain(`record of repeat money of ${attempt.attemptNo}, which is ${attempt.state}`);
    if (attempt.state !== 'open') continue;
    const booked = books[attempt.channel].payments.find((payment) => payment.attemptNo === attempt.attemptNo);
    if (booked !== undefined && booked.state !== 'open') complain(`${attempt.attemptNo} is open here and ${booked.state} at ${attempt.channel}`);
  }
  return complaints;
}

/** The channel itself still waits for its payer. */
export function isUndecided(attempt: AttemptRow, books: Facts['books']): boolean {
  return attempt.state === 'open' && books[attempt.channel].payments.some((payment) => payment.attemptNo === attempt.attemptNo && payment.state === 'open');
}

/** Every 2, every 5 and every refund 2/3 was accepted by the business system, and it was told nothing else. */
export function callbackComplaints({ orders, attempts, refunds, heard }: Facts): readonly string[] {
  const told = (kind: string, no: string, state: string, channelOrderNo?: string): boolean =>
    heard.some((news) => news.kind === kind && news.no === no && news.state === state && (channelOrderNo === undefined || news.channelOrderNo === channelOrderNo));
  const orderOf = new Map(orders.map((order) => [order.orderNo, order]));
  const refundOf = new Map(refunds.map((refund) => [refund.refundNo, refund]));
  return [
    ...orders.filter((order) => order.state === 'paid' && !told('payment', order.orderNo, '2')).map((order) => `order ${order.orderNo} is paid and nobody was told`),
    ...attempts.filter((attempt) => attempt.state === 'repeat' && !told('repeat-payment', attempt.orderNo, '5', attempt.channelOrderNo)).map((attempt) => `repeat ${attempt.attemptNo} was not told`),
    ...refunds.filter((refund) => refund.askedToBeTold && ['refunded', 'failed'].includes(refund.state) && !told('refund', refund.refundNo, refund.state === 'refunded' ? '2' : '3'))
      .map((refund) => `refund ${refund.refundNo} is ${refund.state} and nobody was told`),
    ...heard.flatMap((news) => {
      const refund = refundOf.get(news.no);
      if (news.kind === 'refund') return refund && (refund.state === 'refunded' ? '2' : '3') === news.state && refund.amountFen === news.amount ? [] : [`told of refund ${news.no}: ${news.state}, which is ${refund?.state ?? 'unknown'}`];
      const order = orderOf.get(news.no);
      const isTrue = order?.state === 'paid' && order.amountFen === news.amount && attempts.some((attempt) => attempt.orderNo === news.no && attempt.channelOrderNo === news.channelOrderNo && hasMoney(attempt));
      return isTrue ? [] : [`told of order ${news.no}: ${news.state}, which is ${order?.state ?? 'unknown'}`];
    }),
  ];
}
