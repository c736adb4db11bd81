import { randomBytes } from 'node:crypto';
import type { UnknownWhy } from '../../../../domain/payments/channel-report.js';
import { businessDay } from '../../../../domain/kernel/china-time.js';
import type { ProvinceRefused, ProvinceUnknown } from '../../../../domain/payment-notices/province-report.js';
import { outsideText } from '../../wire/outside-text.js';
import { frameOf, unframed } from './frame.js';
import type { Line } from './line.js';
import type { MacRule } from './mac.js';
import { messageXml, readMessage, type NormMessage, type VoucherFields } from './message.js';
import type { CnnontaxNeeds } from './needs.js';
import type { CnnontaxSettings, ResultWord } from './settings.js';

const maxReasonChars = 200;

export const unknown = (why: UnknownWhy, code?: string): ProvinceUnknown => ({ kind: 'unknown', why, ...(code === undefined ? {} : { code }) });

/** Our own code of a refusal that was never sent. */
export const notSent = (reason: string): ProvinceRefused => ({ kind: 'refused', code: 'NOT_SENT', reason });

export type NormAnswer =
  /** A general reply with a listed result. The information of a success is a value that is checked where it is used; of anything else, words with long numbers hidden. */
  | { readonly kind: 'said'; readonly word: Exclude<ResultWord, 'busy' | 'call-refused'>; readonly code: string; readonly information: string }
  /** The answer with fields that was asked for. */
  | { readonly kind: 'told'; readonly fields: VoucherFields }
  /** A text of ours does not fit into GBK: nothing was sent. */
  | { readonly kind: 'not-gbk' }
  | ProvinceUnknown;

/** Sends messages of the norm and reads what is said to them. */
export class NormCalls {
  readonly #needs: CnnontaxNeeds;
  readonly #settings: CnnontaxSettings;
  readonly #line: Line;

  constructor(needs: CnnontaxNeeds, settings: CnnontaxSettings, line: Line) {
    this.#needs = needs;
    this.#settings = settings;
    this.#line = line;
  }

  /** `answerNo`: the message that answers with fields; a general reply may always come instead. Nothing of either is logged: both hold personal data. */
  async call(msgNo: string, voucher: VoucherFields, timeoutMs: number, answerNo?: string): Promise<NormAnswer> {
    const { nodes } = this.#settings;
    const msgId = randomBytes(16).toString('hex');
    const rule = await macRule(this.#settings, this.#needs, 'ours');
    const xml = messageXml({ msgNo, msgId, msgRef: msgId, from: nodes.ours, to: nodes.province, workDate: businessDay(this.#needs.clock.now()), vouchers: [voucher] });
    if (xml === undefined) return { kind: 'not-gbk' };
    const answer = await this.#line.exchange(frameOf(msgNo, xml, rule), timeoutMs);
    if (answer.kind === 'failure') return unknown(answer.why);
    const opened = unframed(answer.bytes, rule);
    if (opened.kind !== 'frame') return unknown(opened.kind);
    const message = readMessage(opened.msgNo, opened.xml);
    // A genuine answer to something else, taken from another exchange, must not decide this one.
    if (message === undefined || message.msgRef !== msgId || message.from !== nodes.province || message.to !== nodes.ours) return unknown('unreadable');
    return message.msgNo === answerNo ? toldBy(message) : this.#said(msgNo, message);
  }

  #said(asked: string, message: NormMessage): NormAnswer {
    const [fields] = message.vouchers;
    const { Result: code, OriMsgNo: original, Information: information = '' } = fields ?? {};
    if (!this.#settings.msgNo.replies.includes(message.msgNo) || message.vouchers.length !== 1) return unknown('unreadable');
    if (code === undefined || !/^[0-9A-Za-z]{1,16}$/.test(code)) return unknown('unreadable');
    if (original !== undefined && original !== asked) return unknown('unreadable');
    const word = Object.hasOwn(this.#settings.codes, code) ? this.#settings.codes[code] : undefined;
    if (word === undefined) return unknown('unheard-word', code);
    return word === 'busy' || word === 'call-refused' ? unknown(word, code) : { kind: 'said', word, code, information: word === 'ok' ? plain(information) : outsideText(information, maxReasonChars) };
  }
}

function toldBy({ vouchers }: NormMessage): NormAnswer {
  const [fields] = vouchers;
  return vouchers.length === 1 && fields !== undefined ? { kind: 'told', fields } : unknown('unreadable');
}

/** `whose`: under which of the two tokens. */
export async function macRule({ mac }: CnnontaxSettings, { tokens }: CnnontaxNeeds, whose: 'ours' | 'province'): Promise<MacRule> {
  return mac === 'none' ? { rule: mac } : { rule: mac, token: await tokens[whose]() };
}

export const refused = ({ code, information }: { readonly code: string; readonly information: string }): ProvinceRefused => ({ kind: 'refused', code, reason: information });

/** A value that another system gives. */
const plain = (text: string): string => Array.from(text.replace(/[\p{Cc}\p{Cf}]/gu, ' ')).slice(0, maxReasonChars).join('');
