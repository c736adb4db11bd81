import type { NoticeIssuing, NoticePushing, NoticeQueries, NoticeRef, NoticeVoiding } from '../../../../application/ports/province.js';
import { readBusinessDay } from '../../../../domain/kernel/china-time.js';
import { checkContent, type NoticeContent, type PaymentNotice } from '../../../../domain/payment-notices/payment-notice.js';
import { isPayCode } from '../../../../domain/payment-notices/pay-code.js';
import type { IssueReport, NoticeReport, PushReport, VoidReport } from '../../../../domain/payment-notices/province-report.js';
import { callProvince, refused, unknown } from './call.js';
import type { BosssoftNeeds } from './needs.js';
import type { BosssoftSettings } from './settings.js';
import { readSlip, slipFields, stateOf } from './slip-fields.js';
import { textField, type WireObject } from './wire-json.js';

/** A genuine answer that names another notice, taken from another exchange, must not decide this one. */
export const isAbout = (fields: WireObject, name: 'payCode' | 'busNo', expected: string): boolean => fields[name] === undefined || fields[name] === expected;

/** 缴款书开具, 查询, 推送, 作废. */
export class NoticeCalls implements NoticeIssuing, NoticeQueries, NoticePushing, NoticeVoiding {
  readonly #needs: BosssoftNeeds;
  readonly #settings: BosssoftSettings;

  constructor(needs: BosssoftNeeds, settings: BosssoftSettings) {
    this.#needs = needs;
    this.#settings = settings;
  }

  async issue(content: NoticeContent, timeoutMs: number): Promise<IssueReport> {
    const sound = checkContent(content);
    if (!sound.ok) throw new Error(`a payment notice that is not sound is not issued: ${sound.refusal}`);
    const answer = await callProvince(this.#needs, this.#settings, 'issue', slipFields(content), timeoutMs);
    if (answer.kind !== 'ok') return answer.kind === 'said' ? refused(answer) : answer;
    const { fields } = answer;
    const [payCode, state, validUntil] = [fields['payCode'], stateOf(this.#settings, fields), readBusinessDay(fields['effectiveDate'] ?? content.validUntil)];
    if (!isPayCode(payCode, this.#settings.payCode) || !isAbout(fields, 'busNo', content.busNo) || !validUntil.ok) return unknown('unreadable');
    if (state === undefined) return unknown('unheard-word');
    return { kind: 'issued', payCode, state, validUntil: validUntil.value, checkCode: textField(fields, 'checkCode', 20), eBookNo: textField(fields, 'eBookNo', 64), payUrl: httpUrl(textField(fields, 'qrUrl', 500)) };
  }

  async query(ref: NoticeRef, timeoutMs: number): Promise<NoticeReport> {
    const answer = await callProvince(this.#needs, this.#settings, 'query', { ...ref }, timeoutMs);
    if (answer.kind === 'unknown') return answer;
    // No other word answers a question; what is void or paid is said by the notice's state.
    if (answer.kind === 'said') return answer.word === 'not-found' ? { kind: 'not-found' } : unknown('unheard-word', answer.code);
    const notice = readSlip(this.#settings, answer.fields);
    const isAsked = notice !== undefined && ('payCode' in ref ? notice.payCode === ref.payCode : notice.busNo === ref.busNo);
    return isAsked ? { kind: 'found', notice } : unknown('unreadable');
  }

  async push(notice: PaymentNotice, source: string, notifyUrl: string, timeoutMs: number): Promise<PushReport> {
    const content = { payCode: notice.payCode, checkCode: notice.checkCode, ...slipFields(notice), source, notifyUrl };
    const answer = await callProvince(this.#needs, this.#settings, 'push', content, timeoutMs);
    if (answer.kind !== 'ok') return answer.kind === 'said' ? refused(answer) : answer;
    if (!isAbout(answer.fields, 'payCode', notice.payCode)) return unknown('unreadable');
    return { kind: 'accepted', payUrl: httpUrl(textField(answer.fields, 'payUrl', 500)) };
  }

  async void(payCode: string, reason: string, operator: string, timeoutMs: number): Promise<VoidReport> {
    const answer = await callProvince(this.#needs, this.#settings, 'void', { payCode, reason, operator }, timeoutMs);
    if (answer.kind === 'unknown') return answer;
    if (answer.kind === 'ok') {
      if (!isAbout(answer.fields, 'payCode', payCode)) return unknown('unreadable');
      return stateOf(this.#settings, answer.fields) === 'void' ? { kind: 'voided' } : unknown('unheard-word');
    }
    switch (answer.word) {
      case 'void': return { kind: 'voided' };
      case 'confirmed-before': return { kind: 'paid' };
      case 'not-found': return { kind: 'not-found' };
      default: return refused(answer);
    }
  }
}

/** An address that a payer may be shown; anything else is as good as none. */
const httpUrl = (text: string | undefined): string | undefined =>
  (text !== undefined && /^https?:\/\/[\x21-\x7e]+$/.test(text) && URL.canParse(text) ? text : undefined);
