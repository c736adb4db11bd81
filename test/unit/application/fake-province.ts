import type { FetchedStatement, PaymentToConfirm, Province, StatementReading } from '../../../application/ports/province.js';
import { businessDay } from '../../../domain/kernel/china-time.js';
import { confirmationMeaning } from '../../../domain/payment-notices/judge-notice.js';
import type { NoticeContent, PaymentNotice } from '../../../domain/payment-notices/payment-notice.js';
import type { ConfirmReport, NoticeLine, ProvinceRefused, ProvinceUnknown } from '../../../domain/payment-notices/province-report.js';
import { sumOf } from '../../../domain/kernel/money.js';

type CallName = 'issue' | 'query' | 'push' | 'confirm' | 'void' | 'statement';
export const lost: ProvinceUnknown = { kind: 'unknown', why: 'timeout' };
export const no: ProvinceRefused = { kind: 'refused', code: '18012', reason: '单位无权执收该项目' };

/** What a call comes to instead of what it should. `after`: what was asked for happens, the answer is lost. */
type Trouble = { readonly answer: ProvinceUnknown | ProvinceRefused; readonly when: 'before' | 'after'; times: number };

/** A province small enough to read: slips by their codes, each confirmed once; it can lose answers, refuse, or lose power before and after a call. */
export class FakeProvince implements Province {
  readonly region = '350400';
  isPayCodeFromElsewhere: (payCode: string) => boolean = () => true;
  readonly slips = new Map<string, PaymentNotice>();
  readonly calls: { readonly call: CallName; readonly about: string }[] = [];
  readonly #troubles = new Map<CallName, Trouble>();
  fuse: (moment: string) => void = () => undefined;
  /** Given instead of the day's statement. */
  statement: FetchedStatement | undefined;
  reading: StatementReading | undefined;
  #made = 0;
  readonly #now: () => number;

  constructor(now: () => number) { this.#now = now; }

  trouble(call: CallName, answer: ProvinceUnknown | ProvinceRefused, when: 'before' | 'after' = 'before', times = 1): void { this.#troubles.set(call, { answer, when, times }); }
  calm(): void { this.#troubles.clear(); }
  countOf(call: CallName): number { return this.calls.filter((one) => one.call === call).length; }
  change(payCode: string, changes: Partial<PaymentNotice>): PaymentNotice {
    const slip = { ...this.#slip(payCode), ...changes };
    this.slips.set(payCode, slip);
    return slip;
  }
  /** Somebody pays at a bank. */
  payElsewhere(payCode: string, serialNo = 'BANK-1'): PaymentNotice { return this.change(payCode, { state: 'paid', confirmation: { confirmCode: `C-${serialNo}`, serialNo, at: this.#now() } }); }
  /** A slip that was made before anybody asked us. */
  make(content: NoticeContent): PaymentNotice {
    const payCode = `3504002630${String(++this.#made).padStart(10, '0')}`;
    const slip: PaymentNotice = { ...content, payCode, checkCode: '1234', state: 'unpaid', confirmation: undefined };
    this.slips.set(payCode, slip);
    return slip;
  }

  readonly issuing = {
    issue: (content: NoticeContent) => this.#called('issue', content.busNo, () => {
      const { payCode, checkCode, state, validUntil } = this.#byBusNo(content.busNo) ?? this.make(content);
      return { kind: 'issued' as const, payCode, checkCode, eBookNo: undefined, payUrl: `https://jiaoyun.example.com/pay?c=${payCode}`, state, validUntil };
    }),
  };

  readonly queries = {
    query: (ref: { readonly payCode: string } | { readonly busNo: string }) => this.#called('query', 'payCode' in ref ? ref.payCode : ref.busNo, () => {
      const notice = 'payCode' in ref ? this.slips.get(ref.payCode) : this.#byBusNo(ref.busNo);
      return notice === undefined ? { kind: 'not-found' as const } : { kind: 'found' as const, notice };
    }).then((report) => (report.kind === 'refused' ? lost : report)),
  };

  readonly pushing = {
    push: (notice: PaymentNotice) => this.#called('push', notice.payCode, () => {
      if (!this.slips.has(notice.payCode)) this.slips.set(notice.payCode, notice);
      return { kind: 'accepted' as const, payUrl: 'https://jiaoyun.example/pay' };
    }),
  };

  readonly confirming = {
    confirm: (payment: PaymentToConfirm) => this.#called('confirm', payment.payCode, (): ConfirmReport => {
      const slip = this.#slip(payment.payCode);
      if (slip.confirmation !== undefined) return confirmationMeaning(payment, { kind: 'found', notice: slip });
      if (slip.state !== 'unpaid' || slip.totalAmount !== payment.amount) return { ...no, reason: '缴款书不可缴款' };
      this.change(payment.payCode, { state: 'paid', confirmation: { confirmCode: `C-${payment.serialNo}`, serialNo: payment.serialNo, at: payment.paidAt } });
      return { kind: 'confirmed', confirmCode: `C-${payment.serialNo}` };
    }),
  };

  readonly voiding = {
    void: (payCode: string) => this.#called('void', payCode, () => {
      const slip = this.slips.get(payCode);
      if (slip === undefined) return { kind: 'not-found' as const };
      if (slip.state === 'paid') return { kind: 'paid' as const };
      this.change(payCode, { state: 'void' });
      return { kind: 'voided' as const };
    }),
  };

  readonly statements = {
    fetch: (day: string): Promise<FetchedStatement> => this.#called('statement', day, () => this.statement ?? { kind: 'file' as const, fileName: `${day}.txt`, bytes: Buffer.from(day) })
      .then((report) => (report.kind === 'refused' ? lost : report)),
    read: async (day: string): Promise<StatementReading> => {
      const lines = this.linesOf(day);
      return this.reading ?? { kind: 'read', lines, odd: [], total: sumOf(lines.map(({ amount }) => amount)) };
    },
  };

  linesOf(day: string): readonly NoticeLine[] {
    return [...this.slips.values()].flatMap(({ payCode, confirmation, totalAmount, unit, state }) => (confirmation !== undefined && businessDay(confirmation.at) === day
      ? [{ payCode, serialNo: confirmation.serialNo, unitCode: unit.code, amount: totalAmount, confirmedAt: confirmation.at, paymentChannel: 'X', state }] : []));
  }

  #byBusNo(busNo: string): PaymentNotice | undefined { return [...this.slips.values()].find((slip) => slip.busNo === busNo); }
  #slip(payCode: string): PaymentNotice {
    const slip = this.slips.get(payCode);
    if (slip === undefined) throw new Error(`no slip ${payCode}`);
    return slip;
  }

  async #called<T>(call: CallName, about: string, act: () => T): Promise<T | ProvinceUnknown | ProvinceRefused> {
    this.fuse(`before ${call}`);
    this.calls.push({ call, about });
    const trouble = this.#troubles.get(call);
    if (trouble !== undefined && trouble.times > 0) {
      trouble.times -= 1;
      if (trouble.when === 'after') act();
      this.fuse(`after ${call}`);
      return trouble.answer;
    }
    const answer = act();
    this.fuse(`after ${call}`);
    return answer;
  }
}
