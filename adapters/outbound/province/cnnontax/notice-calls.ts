import type { OwnPayCodes } from '../../../../application/ports/own-pay-codes.js';
import type { NoticeIssuing, NoticePushing, NoticeQueries, NoticeRef, NoticeVoiding } from '../../../../application/ports/province.js';
import { checkContent, type NoticeContent, type PaymentNotice } from '../../../../domain/payment-notices/payment-notice.js';
import type { IssueReport, NoticeReport, ProvinceRefused, ProvinceUnknown, PushReport, VoidReport } from '../../../../domain/payment-notices/province-report.js';
import { isPayCode } from '../../../../domain/payment-notices/pay-code.js';
import { notSent, refused, unknown, type NormAnswer, type NormCalls } from './call.js';
import type { CnnontaxNeeds } from './needs.js';
import type { CnnontaxSettings } from './settings.js';
import { fieldOf, readConfirmation, readSlip, slipVoucher, stateOf, type SlipToSend } from './slip-fields.js';

/** Pay codes of our own; undefined where nothing is issued by us. */
interface GivenHere extends Pick<CnnontaxNeeds, 'clock'> { readonly codes: OwnPayCodes | undefined }

type Said = Extract<NormAnswer, { kind: 'said' }>;

/** 缴款书开具, 查询, 推送, 作废 by messages of the national norm. */
export class NoticeCalls implements NoticeIssuing, NoticeQueries, NoticePushing, NoticeVoiding {
  readonly #settings: CnnontaxSettings;
  readonly #calls: NormCalls;
  readonly #own: GivenHere;

  constructor(settings: CnnontaxSettings, calls: NormCalls, own: GivenHere) {
    this.#settings = settings;
    this.#calls = calls;
    this.#own = own;
  }

  /** The norm's province gives no pay code: ours is kept before anything is sent, so that a repeated issue is the same slip. */
  async issue(content: NoticeContent, timeoutMs: number): Promise<IssueReport> {
    const sound = checkContent(content);
    if (!sound.ok) throw new Error(`a payment notice that is not sound is not issued: ${sound.refusal}`);
    const voucher = slipVoucher(this.#settings, { ...content, payCode: '' }, 'unpaid');
    if (typeof voucher === 'string') return notSent(voucher);
    const payCode = await this.#own.codes?.codeOf(content.busNo, this.#own.clock.now());
    if (!isPayCode(payCode, this.#settings.payCode)) throw new Error('the platform gives itself pay codes of another form than its province settings say');
    const answer = await this.#hand({ ...content, payCode }, 'unpaid', timeoutMs);
    if (answer.kind !== 'said') return answer;
    return answer.word === 'ok' ? { kind: 'issued', payCode, checkCode: undefined, eBookNo: undefined, payUrl: undefined, state: 'unpaid', validUntil: content.validUntil } : refused(answer);
  }

  async query(ref: NoticeRef, timeoutMs: number): Promise<NoticeReport> {
    if ('payCode' in ref) return this.#find(ref.payCode, timeoutMs);
    const payCode = await this.#own.codes?.known(ref.busNo);
    // Without a code nothing was ever sent.
    if (payCode === undefined) return { kind: 'not-found' };
    const report = await this.#find(payCode, timeoutMs);
    if (report.kind !== 'found') return report;
    return report.notice.busNo === '' || report.notice.busNo === ref.busNo ? { kind: 'found', notice: { ...report.notice, busNo: ref.busNo } } : unknown('unreadable');
  }

  /** `source` and `notifyUrl` have no place in the norm: the paid message comes over the line that was agreed on. */
  async push(notice: PaymentNotice, _source: string, _notifyUrl: string, timeoutMs: number): Promise<PushReport> {
    const answer = await this.#hand(notice, 'unpaid', timeoutMs);
    if (answer.kind !== 'said') return answer;
    return answer.word === 'ok' ? { kind: 'accepted', payUrl: httpUrl(answer.information) } : refused(answer);
  }

  /** 8994 with PayStats = 2 carries the whole slip, which is asked for first. `reason` and `operator` have no place in it. */
  async void(payCode: string, _reason: string, _operator: string, timeoutMs: number): Promise<VoidReport> {
    const deadline = performance.now() + timeoutMs;
    const found = await this.#find(payCode, timeoutMs / 2);
    if (found.kind !== 'found') return found;
    switch (found.notice.state) {
      case 'void': return { kind: 'voided' };
      case 'paid': case 'refunded': return { kind: 'paid' };
      default: break;
    }
    const answer = await this.#hand(found.notice, 'void', Math.max(1, deadline - performance.now()));
    if (answer.kind !== 'said') return answer;
    switch (answer.word) {
      case 'ok': case 'void': return { kind: 'voided' };
      case 'confirmed-before': return { kind: 'paid' };
      case 'not-found': return { kind: 'not-found' };
      case 'refused': return refused(answer);
    }
  }

  async #hand(slip: SlipToSend, state: 'unpaid' | 'void', timeoutMs: number): Promise<Said | ProvinceRefused | ProvinceUnknown> {
    const voucher = slipVoucher(this.#settings, slip, state);
    if (typeof voucher === 'string') return notSent(voucher);
    const answer = await this.#calls.call(this.#settings.msgNo.issue, voucher, timeoutMs);
    if (answer.kind === 'not-gbk') return notSent('报文含有省系统字符集（GBK）不能表示的字符，没有发送');
    return answer.kind === 'told' ? unknown('unreadable') : answer;
  }

  /** The slip says what is to be paid; where a state query is agreed on, that one says whether it was paid, and by whom. */
  async #find(payCode: string, timeoutMs: number): Promise<NoticeReport> {
    const { msgNo } = this.#settings;
    const deadline = performance.now() + timeoutMs;
    const slip = await this.#ask(msgNo.query, msgNo.slip, payCode, msgNo.state === '' ? timeoutMs : timeoutMs / 2);
    if (slip.kind !== 'told') return slip;
    const notice = readSlip(this.#settings, slip.fields);
    if (notice === undefined || notice.payCode !== payCode) return unknown('unreadable');
    if (msgNo.state === '') return { kind: 'found', notice };
    const standing = await this.#ask(msgNo.state, msgNo.stateAnswer, payCode, Math.max(1, deadline - performance.now()));
    // The slip is there: a state that is not contradicts it and decides nothing.
    if (standing.kind !== 'told') return standing.kind === 'not-found' ? unknown('unreadable') : standing;
    const [state, confirmation] = [stateOf(this.#settings, standing.fields), readConfirmation(this.#settings, standing.fields)];
    if (fieldOf(this.#settings, standing.fields, 'payCode') !== payCode || confirmation === 'malformed') return unknown('unreadable');
    return state === undefined ? unknown('unheard-word') : { kind: 'found', notice: { ...notice, state, confirmation } };
  }

  async #ask(msgNo: string, answerNo: string, payCode: string, timeoutMs: number): Promise<Extract<NormAnswer, { kind: 'told' }> | Exclude<NoticeReport, { kind: 'found' }>> {
    // Nothing is asked for what cannot be a pay code: the answer is known, and a hostile text stays here.
    if (!isPayCode(payCode, this.#settings.payCode)) return { kind: 'not-found' };
    const answer = await this.#calls.call(msgNo, { [this.#settings.names.payCode]: payCode }, timeoutMs, answerNo);
    if (answer.kind === 'told' || answer.kind === 'unknown') return answer;
    if (answer.kind === 'not-gbk') return unknown('unreadable');
    // A bare failure may be anything; only a listed code says that there is no such slip.
    return answer.word === 'not-found' ? { kind: 'not-found' } : unknown('unheard-word', answer.code);
  }
}

/** An address that a payer may be shown; anything else is as good as none. */
const httpUrl = (text: string): string | undefined => (/^https?:\/\/[\x21-\x7e]{1,480}$/.test(text) && URL.canParse(text) ? text : undefined);
