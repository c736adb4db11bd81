import type { Clock } from '../../../../application/ports/clock.js';
import type { Journal } from '../../../../application/ports/journal.js';
import type { Signer, Verifier } from '../../../../application/ports/signatures.js';
import type { UnknownWhy } from '../../../../domain/payments/channel-report.js';
import type { WireAnswer, WireClient, WireFailure } from '../../wire/http-client.js';
import type { AlipayAccount } from './account.js';
import { meaningOf, methodOf, type AlipayCall, type CodeMeaning } from './codes.js';
import { encodeForm } from './form-body.js';
import { rsa2, signedForm, type BizContent, type CallAddresses } from './request-form.js';
import { cutAnswer, errorRoot, type SignedAnswer } from './signed-answer.js';

export interface AlipayNeeds {
  readonly signer: Signer;
  readonly verifier: Verifier;
  readonly http: Pick<WireClient, 'send'>;
  readonly clock: Pick<Clock, 'now'>;
  readonly journal?: Journal;
}

export type AnswerFields = Readonly<Record<string, unknown>>;

/** A believed answer with its meaning, or nothing that could be believed (never a failure, design 4.2). */
export type GatewayAnswer =
  | { readonly kind: 'said'; readonly meaning: CodeMeaning; readonly code: string; readonly fields: AnswerFields }
  | { readonly kind: 'unknown'; readonly why: UnknownWhy; readonly code?: string };

const maxAnswerBytes = 256 * 1024;
/** Codes go into records and logs: words only. */
const codeShape = /^[\w.-]{1,80}$/;
const wireWhy: Readonly<Record<WireFailure, UnknownWhy>> = {
  timeout: 'timeout', unreachable: 'unreachable', 'address-refused': 'unreachable', 'cut-off': 'unreadable', 'too-large': 'unreadable',
};

const unknown = (why: UnknownWhy, code?: string): GatewayAnswer => ({ kind: 'unknown', why, ...(code === undefined ? {} : { code }) });

export const textField = (fields: AnswerFields, name: string): string => {
  const value = fields[name];
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
};

/** One signed call and its verified answer. */
export class AlipayGateway {
  readonly needs: AlipayNeeds;
  constructor(needs: AlipayNeeds) { this.needs = needs; }

  async call(account: AlipayAccount, call: AlipayCall, bizContent: BizContent, timeoutMs: number, addresses: CallAddresses = {}): Promise<GatewayAnswer> {
    const form = await signedForm(account, this.needs.signer, methodOf[call], bizContent, this.needs.clock.now(), addresses);
    const began = performance.now();
    const wire = await this.needs.http.send({
      url: form.action, method: 'POST', body: encodeForm(Object.entries(form.fields)), timeoutMs, maxResponseBytes: maxAnswerBytes,
      headers: { 'content-type': 'application/x-www-form-urlencoded;charset=utf-8' },
    });
    const answer = await this.#believe(account, call, wire);
    this.#note(call, answer, performance.now() - began);
    return answer;
  }

  async #believe(account: AlipayAccount, call: AlipayCall, wire: WireAnswer): Promise<GatewayAnswer> {
    if (wire.kind === 'failure') return unknown(wireWhy[wire.why], wire.why);
    if (wire.status !== 200) return unknown('unreadable', `http-${wire.status}`);
    const cut = cutUtf8(wire.body, call);
    if (!cut) return unknown('unreadable');
    const fields = JSON.parse(cut.signedText) as AnswerFields;
    const codes = [textField(fields, 'code'), textField(fields, 'sub_code')].filter((code) => codeShape.test(code));
    // Kept although unbelieved: a wrong app_id or key is answered without signature and has to be found.
    if (cut.sign === undefined || !(await this.#isGenuine(account, cut.signedText, cut.sign))) return unknown('unsigned', codes.at(-1));
    const [code = '', subCode = ''] = [textField(fields, 'code'), textField(fields, 'sub_code')];
    const meaning = meaningOf(call, code, subCode);
    if (!meaning) return unknown('unheard-word', codes.at(-1));
    if (cut.root === errorRoot && ['done', 'waiting'].includes(meaning.does)) return unknown('unreadable', codes.at(-1));
    return { kind: 'said', meaning, code: codes.at(-1) ?? '', fields };
  }

  async #isGenuine(account: AlipayAccount, text: string, sign: string): Promise<boolean> {
    try {
      return await this.needs.verifier.verify(account.alipayPublicKeyPem, rsa2, text, sign);
    } catch (fault) {
      // Money may have moved already: an unusable key makes the outcome unknown, it must not tear the caller down.
      this.needs.journal?.fault('alipay-key-unusable', fault);
      return false;
    }
  }

  #note(call: AlipayCall, answer: GatewayAnswer, ms: number): void {
    const outcome = answer.kind === 'said' ? answer.meaning.does : answer.why;
    const facts = { call, outcome, code: answer.code, ms: Math.round(ms) };
    const needsPerson = answer.kind === 'said' ? answer.meaning.alarm === true : ['unsigned', 'unheard-word'].includes(answer.why);
    if (needsPerson) this.needs.journal?.alarm('alipay-call', facts);
    else this.needs.journal?.info('alipay-call', facts);
  }
}

function cutUtf8(body: Uint8Array, call: AlipayCall): SignedAnswer | undefined {
  try {
    const cut = cutAnswer(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(body), methodOf[call]);
    return cut.ok ? cut.value : undefined;
  } catch (fault) {
    if (fault instanceof TypeError) return undefined;
    throw fault;
  }
}
