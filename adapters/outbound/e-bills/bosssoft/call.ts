import type { EBillUnknown } from '../../../../domain/e-bills/e-bill-report.js';
import type { UnknownWhy } from '../../../../domain/payments/channel-report.js';
import type { WireFailure } from '../../wire/http-client.js';
import { outsideText } from '../../wire/outside-text.js';
import { openReply, sealRequest, type EnvelopeFace } from './envelope.js';
import { writeExactJson, type ToWrite } from './exact-json.js';
import type { BosssoftNeeds } from './needs.js';

export type Method =
  | 'invoiceEBill' | 'getEBillByBusNo' | 'getEBillStatesByBillInfo' | 'writeOffEBill' | 'getEBillPicUrl' | 'checkTotalData' | 'getBillByBusDate';

/** Room for a QR picture; a list page of a hundred bills has none. */
const maxAnswerBytes = 512 * 1024;
const success = 'S0000';
const longestText = 200;

export type Said =
  | { readonly kind: 'done'; readonly message: string }
  /** Any other result: `code` is the system's, `text` its reason. */
  | { readonly kind: 'no'; readonly code: string; readonly text: string }
  | EBillUnknown;

/** What a call is about, for the log: numbers, never a name or a check code. */
export interface About { readonly busNo?: string; readonly eBillCode?: string; readonly eBillNo?: string; readonly day?: string }

const failures: Readonly<Record<WireFailure, UnknownWhy>> =
  { timeout: 'timeout', 'cut-off': 'unreadable', 'too-large': 'unreadable', unreachable: 'unreachable', 'address-refused': 'unreachable' };

/** Signs, posts once and reads the answer; nothing of an answer is believed, logged or kept before its signature was checked. */
export async function callSystem(needs: BosssoftNeeds, method: Method, about: About, content: ToWrite): Promise<Said> {
  const began = performance.now();
  const said = await ask(needs, method, content);
  const outcome = said.kind === 'no' ? { result: said.code } : said.kind === 'unknown' ? { result: 'unknown', why: said.why } : { result: success };
  needs.journal.info('ebill-called', { method, ...about, ...outcome, ms: Math.round(performance.now() - began) });
  return said;
}

async function ask({ settings, key, http, noise, journal }: BosssoftNeeds, method: Method, content: ToWrite): Promise<Said> {
  const face: EnvelopeFace = settings;
  const answer = await http.send({
    url: `${settings.apiUrl}/${method}`, method: 'POST', headers: { 'content-type': 'application/json; charset=UTF-8' },
    body: sealRequest(face, key, writeExactJson(content), noise()), timeoutMs: settings.timeoutMs, maxResponseBytes: maxAnswerBytes,
  });
  if (answer.kind === 'failure') return unknown(failures[answer.why]);
  if (answer.status !== 200) return unknown(whyOfStatus(answer.status));
  const reply = openReply(face, key, answer.body);
  if (reply.kind === 'unsigned') journal.warn('ebill-answer-unsigned', { method });
  if (reply.kind !== 'said') return unknown(reply.kind);
  if (reply.result === success) return { kind: 'done', message: reply.message };
  const code = codeOf(reply.result);
  if (code === undefined) return unknown('unheard-word');
  return settings.codes.unclear.includes(code) ? unknown('pending', code) : { kind: 'no', code, text: outsideText(reply.message, longestText) };
}

export const unknown = (why: UnknownWhy, code?: string): EBillUnknown => ({ kind: 'unknown', why, ...(code === undefined ? {} : { code }) });

/** A "no" to a question is no answer to it. */
export const notAnswered = (said: Exclude<Said, { kind: 'done' }>): EBillUnknown => (said.kind === 'unknown' ? said : unknown('call-refused', said.code));

/** Anything else is not passed on to records and logs. */
const codeOf = (text: string): string | undefined => (/^[0-9A-Za-z_.-]{1,30}$/.test(text) ? text : undefined);

function whyOfStatus(status: number): UnknownWhy {
  if (status === 429 || (status >= 502 && status <= 504)) return 'busy';
  return status >= 400 && status < 500 ? 'call-refused' : 'unreadable';
}
