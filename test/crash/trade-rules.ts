import type { Facts } from './facts.js';

/** Each payment that was booked and each refund that went back is one trade of its amount at its channel, and there is no other. */
export function tradeComplaints({ attempts, refunds, trades }: Facts): readonly string[] {
  const channelOf = new Map(attempts.map((attempt) => [attempt.attemptNo, attempt.channel]));
  const booked = new Set([
    ...attempts.filter((attempt) => ['paid', 'repeat', 'late'].includes(attempt.state)).map((attempt) => `P${attempt.attemptNo} of ${attempt.amountFen} fen at ${attempt.channel}`),
    ...refunds.filter((refund) => refund.state === 'refunded').map((refund) => `R${refund.tradeNo} of ${refund.amountFen} fen at ${channelOf.get(refund.attemptNo)}`),
  ]);
  const known = trades.map((trade) => `${trade.key} of ${trade.amountFen} fen at ${trade.channel}`);
  return [
    ...[...booked].filter((one) => !known.includes(one)).map((one) => `no trade ${one} though it is booked`),
    ...known.filter((one) => !booked.has(one)).map((one) => `a trade ${one} that nobody booked`),
  ];
}
