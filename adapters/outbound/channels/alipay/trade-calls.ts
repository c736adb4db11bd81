import type { ChannelReport, UnknownWhy } from '../../../../domain/payments/channel-report.js';
import { textField, type AnswerFields, type GatewayAnswer } from './gateway.js';

type Unknown = Extract<ChannelReport, { kind: 'unknown' }>;

export const unknownReport = (attemptNo: string, why: UnknownWhy, code?: string): Unknown =>
  ({ kind: 'unknown', attemptNo, why, ...(code === undefined || code === '' ? {} : { code }) });

/** A genuine answer about another trade (a mix-up, or an old answer played again) says nothing about ours. */
export const isAbout = (fields: AnswerFields, attemptNo: string): boolean => textField(fields, 'out_trade_no') === attemptNo;

const maxReasonLength = 100;

/** Alipay's text for people, bounded and on one line; a fixed text where its own would confuse a payer. */
export function reasonOf(answer: Extract<GatewayAnswer, { kind: 'said' }>, otherwise: string): string {
  const told = answer.meaning.payerText ?? textField(answer.fields, 'sub_msg').replace(/[\p{Cc}\p{Cs}]+/gu, ' ').trim();
  return [...(told === '' ? otherwise : told)].slice(0, maxReasonLength).join('');
}
