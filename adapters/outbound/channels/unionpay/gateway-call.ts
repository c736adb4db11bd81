import type { UnknownWhy } from '../../../../domain/payments/channel-report.js';
import type { WireFailure } from '../../wire/http-client.js';
import type { UnionPayAccount } from './account.js';
import { readAnswerBody } from './answer-body.js';
import { formBody, utf8Text, type Fields } from './fields.js';
import type { UnionPayNeeds } from './needs.js';
import { signedMessage } from './signing.js';
import { disbelief } from './verifying.js';

/** An answer has about 3 kB, most of it the certificate. */
export const maxAnswerBytes = 64 * 1024;

export type GatewayAnswer =
  /** Signed by UnionPay, for this account and about this very transaction. `code` is respCode. */
  | { readonly kind: 'said'; readonly code: string; readonly fields: Fields }
  /** Nothing that can be believed. `notSent`: the request never left, so nothing can have been executed. */
  | { readonly kind: 'unknown'; readonly why: UnknownWhy; readonly notSent: boolean; readonly code?: string };

const failures: Readonly<Record<WireFailure, { readonly why: UnknownWhy; readonly notSent: boolean }>> = {
  timeout: { why: 'timeout', notSent: false },
  'cut-off': { why: 'unreadable', notSent: false },
  'too-large': { why: 'unreadable', notSent: false },
  unreachable: { why: 'unreachable', notSent: true },
  'address-refused': { why: 'unreachable', notSent: true },
};

const unknown = (why: UnknownWhy, code?: string): GatewayAnswer => ({ kind: 'unknown', why, notSent: false, ...(code === undefined ? {} : { code }) });

/** Signs, posts once (never repeated here) and reads the answer. Throws only for faults of our own, such as an unknown key name. */
export async function callGateway(
  needs: UnionPayNeeds, account: UnionPayAccount, url: string, content: Readonly<Record<string, string | undefined>>, timeoutMs: number,
  maxResponseBytes = maxAnswerBytes,
): Promise<GatewayAnswer> {
  const sent = await signedMessage(needs, account, content);
  const answer = await needs.http.send({
    url, method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded; charset=UTF-8' },
    body: formBody(sent), timeoutMs, maxResponseBytes,
  });
  if (answer.kind === 'failure') return { kind: 'unknown', ...failures[answer.why] };
  if (answer.status !== 200) return unknown(whyOfStatus(answer.status));
  const fields = readAnswerBody(utf8Text(answer.body) ?? '');
  return fields === undefined ? unknown('unreadable') : readAnswer(needs, account, sent, fields);
}

async function readAnswer(needs: UnionPayNeeds, account: UnionPayAccount, sent: Fields, fields: Fields): Promise<GatewayAnswer> {
  const code = codeOf(fields['respCode']);
  if (await disbelief(needs, account, fields, needs.clock.now())) return unknown('unsigned', code);
  // A genuine answer about something else, taken from another exchange, must not decide this one.
  const isOurs = fields['orderId'] === sent['orderId'] && fields['txnTime'] === sent['txnTime'];
  return code === undefined || !isOurs ? unknown('unreadable') : { kind: 'said', code, fields };
}

/** The form of every code in the table; anything else is not passed on to records and logs. */
export const codeOf = (text: string | undefined): string | undefined => (/^[0-9A-Z]{2}$/.test(text ?? '') ? text : undefined);

function whyOfStatus(status: number): UnknownWhy {
  if (status === 429 || (status >= 502 && status <= 504)) return 'busy';
  return status >= 400 && status < 500 ? 'call-refused' : 'unreadable';
}
