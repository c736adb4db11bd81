import type { UnknownWhy } from '../../../../domain/payments/channel-report.js';
import type { ProvinceRefused, ProvinceUnknown } from '../../../../domain/payment-notices/province-report.js';
import type { WireFailure } from '../../wire/http-client.js';
import { outsideText } from '../../wire/outside-text.js';
import { messageText, openEnvelope, requestEnvelope } from './envelope.js';
import type { BosssoftNeeds } from './needs.js';
import type { BosssoftSettings, CallName, ProvinceWord } from './settings.js';
import { readWireObject, textField, wireText, type WireObject, type WireValue } from './wire-json.js';

/** A slip with its items is below 50 kB even in Base64 of Base64. */
export const maxAnswerBytes = 256 * 1024;
const maxReasonChars = 200;

export type ProvinceAnswer =
  | { readonly kind: 'ok'; readonly fields: WireObject }
  /** Signed, listed and no success. */
  | { readonly kind: 'said'; readonly word: Exclude<ProvinceWord, 'ok' | 'busy' | 'call-refused'>; readonly code: string; readonly reason: string }
  | ProvinceUnknown;

const failures: Readonly<Record<WireFailure, UnknownWhy>> = {
  timeout: 'timeout', 'cut-off': 'unreadable', 'too-large': 'unreadable', unreachable: 'unreachable', 'address-refused': 'unreachable',
};

export const unknown = (why: UnknownWhy, code?: string): ProvinceUnknown => ({ kind: 'unknown', why, ...(code === undefined ? {} : { code }) });
export const refused = ({ code, reason }: { readonly code: string; readonly reason: string }): ProvinceRefused => ({ kind: 'refused', code, reason });

/** Signs, posts once and reads the answer. Throws only for faults of our own. Nothing of request or answer is logged: both hold personal data. */
export async function callProvince(
  needs: BosssoftNeeds, settings: BosssoftSettings, call: CallName, content: Readonly<Record<string, WireValue>>, timeoutMs: number, maxResponseBytes = maxAnswerBytes,
): Promise<ProvinceAnswer> {
  const body = await requestEnvelope(needs, settings, wireText(content));
  const answer = await needs.http.send({
    url: `${settings.baseUrl}/${settings.paths[call] ?? ''}`, method: 'POST', headers: { 'content-type': 'application/json; charset=UTF-8' }, body, timeoutMs, maxResponseBytes,
  });
  if (answer.kind === 'failure') return unknown(failures[answer.why]);
  if (answer.status !== 200) return unknown(whyOfStatus(answer.status));
  const opened = await openEnvelope(needs, settings, answer.body, 'ours');
  if (opened.kind !== 'opened') return unknown(opened.kind === 'unreadable' ? 'unreadable' : 'unsigned');
  return readContent(settings, opened.content, maxResponseBytes);
}

function readContent(settings: BosssoftSettings, content: WireObject, maxChars: number): ProvinceAnswer {
  const code = textField(content, 'result', 16);
  if (code === undefined || !/^[0-9A-Za-z]+$/.test(code)) return unknown('unreadable');
  const word = Object.hasOwn(settings.codes, code) ? settings.codes[code] : undefined;
  const text = messageText(content, maxChars);
  switch (word) {
    case undefined: return unknown('unheard-word', code);
    case 'busy': case 'call-refused': return unknown(word, code);
    case 'ok': {
      // Where there is nothing to tell, the vendor says so in words.
      const fields = text === '' || text === '成功' ? {} : readWireObject(text);
      return fields === undefined ? unknown('unreadable', code) : { kind: 'ok', fields };
    }
    default: return { kind: 'said', word, code, reason: outsideText(text ?? '', maxReasonChars) };
  }
}

function whyOfStatus(status: number): UnknownWhy {
  if (status === 429 || (status >= 502 && status <= 504)) return 'busy';
  return status >= 400 && status < 500 ? 'call-refused' : 'unreadable';
}
