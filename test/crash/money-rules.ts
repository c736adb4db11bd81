import type { BookedPayment } from './channel-books.js';
import type { AttemptRow, Facts, RefundRow } from './facts.js';
import type { Channel } from './wallet.js';

const channels: readonly Channel[] = ['alipay', 'unionpay'];
export const hasMoney = (attempt: AttemptRow): boolean => ['paid', 'repeat', 'late', 'stray'].includes(attempt.state);
const sum = (amounts: readonly bigint[]): bigint => amounts.reduce((total, amount) => total + amount, 0n);
const byNumber = <T>(list: readonly T[], numberOf: (item: T) => string): ReadonlyMap<string, T> => new Map(list.map((item) => [numberOf(item), item]));

/** Complaints about payments: what the channels' ledgers say against what we say. */
export function paymentComplaints({ attempts, refunds, books }: Facts): readonly string[] {
  const ours = byNumber(attempts, (attempt) => attempt.attemptNo);
  return channels.flatMap((channel) => {
    const booked = byNumber(books[channel].payments, (payment) => payment.attemptNo);
    const unknown = books[channel].payments.filter((payment) => !ours.has(payment.attemptNo)).map((payment) => `${channel} has a payment ${payment.attemptNo} that we do not know`);
    return [...unknown, ...attempts.filter((attempt) => attempt.channel === channel).flatMap((attempt) => compare(attempt, booked.get(attempt.attemptNo), refunds, books[channel].refunds))];
  });
}

function compare(attempt: AttemptRow, payment: BookedPayment | undefined, refunds: readonly RefundRow[], booked: Facts['books'][Channel]['refunds']): readonly string[] {
  const name = `${attempt.channel} attempt ${attempt.attemptNo} (${attempt.method}, ${attempt.state}, order ${attempt.orderNo})`;
  if (payment && payment.amountFen !== attempt.amountFen) return [`${name}: ${attempt.amountFen} fen here, ${payment.amountFen} there`];
  const undoneHere = refunds.some((refund) => refund.tradeNo === attempt.attemptNo && refund.state === 'refunded');
  if (hasMoney(attempt)) {
    if (payment?.state === 'paid' || (payment?.state === 'reversed' && undoneHere)) return [];
    return [`${name}: money here, ${payment?.state ?? 'nothing'} at the channel`];
  }
  if (payment?.state !== 'paid') return [];
  // A scan that was cancelled before its payment was heard of: the channel charged and gave back, and nothing is left.
  const givenBack = sum(booked.filter((refund) => refund.attemptNo === attempt.attemptNo && refund.byCancel).map((refund) => refund.amountFen));
  return attempt.cancelAsked && attempt.method === 'bar' && givenBack === attempt.amountFen ? [] : [`${name}: paid at the channel, no money here`];
}

/** Every refund of ours that counts as done stands in the ledger once with its amount, and nothing else went back. */
export function refundComplaints({ attempts, refunds, books, asked }: Facts): readonly string[] {
  const channelOf = byNumber(attempts, (attempt) => attempt.attemptNo);
  const done = refunds.filter((refund) => refund.state === 'refunded');
  const complaints: string[] = [];
  for (const refund of refunds) {
    const attempt = channelOf.get(refund.attemptNo);
    const name = `refund ${refund.refundNo} (${refund.origin}, ${refund.state}) of ${refund.attemptNo}`;
    if (!attempt || !hasMoney(attempt)) { complaints.push(`${name}: of an attempt without money`); continue; }
    const book = books[attempt.channel];
    const found = book.refunds.filter((one) => one.refundNo === refund.tradeNo);
    const reversed = book.payments.some((one) => one.attemptNo === refund.tradeNo && one.state === 'reversed');
    const there = reversed ? refund.amountFen : sum(found.map((one) => one.amountFen));
    if (refund.state === 'refunded' && (there !== refund.amountFen || found.length > 1)) complaints.push(`${name}: ${refund.amountFen} fen here, ${there} at ${attempt.channel} in ${found.length} entries`);
    if (refund.state !== 'refunded' && there !== 0n) complaints.push(`${name}: ${there} fen went back at ${attempt.channel}`);
    const leftToBill = refund.state === 'refunding' && attempt.channel === 'unionpay' && refund.tradeNo !== undefined;
    if (!['refunded', 'failed'].includes(refund.state) && !leftToBill) complaints.push(`${name}: not decided although ${attempt.channel} would decide it`);
  }
  for (const channel of channels) {
    for (const entry of books[channel].refunds) {
      const unbookedCancel = entry.byCancel && !hasMoneyAt(channelOf.get(entry.attemptNo));
      if (!unbookedCancel && done.filter((refund) => refund.tradeNo === entry.refundNo).length !== 1) complaints.push(`${channel} gave back ${entry.amountFen} fen under ${entry.refundNo}, which we do not know`);
    }
  }
  for (const attempt of attempts) {
    const promised = sum(refunds.filter((refund) => refund.attemptNo === attempt.attemptNo && refund.state !== 'failed').map((refund) => refund.amountFen));
    const owedBack = ['repeat', 'late', 'stray'].includes(attempt.state);
    if (owedBack && !refunds.some((refund) => refund.attemptNo === attempt.attemptNo && refund.origin === 'rule')) complaints.push(`attempt ${attempt.attemptNo} (${attempt.state}): nobody gives this money back`);
    if (promised > attempt.amountFen) complaints.push(`attempt ${attempt.attemptNo}: ${promised} fen promised back of ${attempt.amountFen}`);
  }
  for (const wish of asked) {
    const rows = refunds.filter((refund) => refund.bizRefundOrderNo === wish.bizRefundOrderNo);
    if (rows.length > 1 || wish.told.size > 1) complaints.push(`refund ${wish.bizRefundOrderNo} exists ${rows.length} times, numbers told: ${[...wish.told].join(' ')}`);
    if (wish.told.size === 1 && !rows.some((refund) => wish.told.has(refund.refundNo) && refund.amountFen === wish.amountFen)) complaints.push(`refund ${wish.bizRefundOrderNo} was promised and is not there`);
  }
  return complaints;
}

const hasMoneyAt = (attempt: AttemptRow | undefined): boolean => attempt !== undefined && hasMoney(attempt);

/** To the fen, per channel: what we took less what we gave back is what the channel took less what it gave back. */
export function sumComplaints({ attempts, refunds, books }: Facts): readonly string[] {
  return channels.flatMap((channel) => {
    const own = attempts.filter((attempt) => attempt.channel === channel);
    const numbers = new Set(own.map((attempt) => attempt.attemptNo));
    const charged = sum(own.filter(hasMoney).map((attempt) => attempt.amountFen));
    const back = sum(refunds.filter((refund) => refund.state === 'refunded' && numbers.has(refund.attemptNo)).map((refund) => refund.amountFen));
    const theirs = books[channel].paidFen - books[channel].refundedFen;
    return charged - back === theirs ? [] : [`${channel}: we hold ${charged} - ${back} = ${charged - back} fen, the channel says ${theirs}`];
  });
}
