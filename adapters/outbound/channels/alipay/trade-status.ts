import type { EpochMs } from '../../../../domain/kernel/china-time.js';
import type { ChannelReport } from '../../../../domain/payments/channel-report.js';
import { paidFacts, readDashedTime, type FieldReader } from './paid-facts.js';
import { unknownReport } from './trade-calls.js';

/**
 * Words of `trade_status`. TRADE_CLOSED also follows a full refund: an attempt with money ignores `ended`, and messages with refund
 * facts never come here (sections 6.1, 7).
 */
const outcomes = { WAIT_BUYER_PAY: 'waiting', TRADE_SUCCESS: 'paid', TRADE_FINISHED: 'paid', TRADE_CLOSED: 'ended' } as const;

const isHeardOf = (word: string): word is keyof typeof outcomes => Object.hasOwn(outcomes, word);

/** A word we have never met is not a failure: only the channel may say no. */
export function statusReport(field: FieldReader, attemptNo: string, timeField: string, timeOtherwise: EpochMs | undefined): ChannelReport {
  const word = field('trade_status');
  if (!isHeardOf(word)) return unknownReport(attemptNo, 'unheard-word', /^\w{1,40}$/.test(word) ? word : undefined);
  const outcome = outcomes[word];
  if (outcome !== 'paid') return { kind: outcome, attemptNo };
  const paidAt = readDashedTime(field(timeField)) ?? timeOtherwise;
  return paidFacts(field, attemptNo, paidAt) ?? unknownReport(attemptNo, 'pending', word);
}
