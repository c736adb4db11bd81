import type { EBillState } from '../../domain/e-bills/e-bill.js';
import type { FindReport, IssueReport, ReverseReport } from '../../domain/e-bills/e-bill-report.js';
import { judgeFindReport, judgeIssueReport, judgeReverseReport, type EBillAlarm, type EBillJudgement } from '../../domain/e-bills/judge-e-bill-report.js';
import type { OrderEBill } from '../../domain/e-bills/order-e-bill.js';
import { triesBeforeAlarm } from '../../domain/e-bills/try-ladder.js';
import { hourMs } from '../../domain/kernel/china-time.js';
import type { BillIssuer } from '../ports/bill-issuer.js';
import type { Clock } from '../ports/clock.js';
import type { Ids } from '../ports/ids.js';
import type { Journal } from '../ports/journal.js';
import type { Stores, UnitOfWork } from '../ports/unit-of-work.js';
import { auditEBill, followAgain, tellOperators } from './keep-e-bill.js';

export interface CallParts {
  readonly unitOfWork: UnitOfWork; readonly issuers: ReadonlyMap<string, BillIssuer>; readonly ids: Ids; readonly clock: Clock; readonly journal: Journal;
}

type Report = IssueReport | FindReport | ReverseReport;

/** A refusal to reverse is asked about again, because a bill that says too much stands. */
const reverseAgainMs = hourMs;
const reversedBy = '通缴平台';

/** Asks, issues and reverses at the bill system, and stores what it said. Outside of every transaction. */
export class CallBillSystem {
  readonly #parts: CallParts;

  constructor(parts: CallParts) {
    this.#parts = parts;
  }

  /** After an earlier try it is asked first what became of that, so that none is issued twice. */
  async issue(bill: OrderEBill, asksFirst: boolean): Promise<void> {
    const issuer = this.#issuerOf(bill);
    if (asksFirst && await this.#hasAnswer(issuer, bill)) return;
    const { busNo, paidAt, amount, payer, items, payCode } = bill;
    const report = await issuer.issuing.issue({ busNo, paidAt, amount, payer, items, payCode, remark: undefined });
    await this.#apply(bill, report, (current) => judgeIssueReport(current, report));
  }

  async reverse(bill: OrderEBill, asksFirst: boolean): Promise<void> {
    const issuer = this.#issuerOf(bill);
    if (bill.issued === undefined) throw new Error(`e-bill ${bill.busNo} is to be reversed and was never issued`);
    if (asksFirst && await this.#hasAnswer(issuer, bill)) return;
    const { eBillCode, eBillNo } = bill.issued;
    const report = await issuer.reversing.reverse({ eBillCode, eBillNo, reason: '退款冲红', operator: reversedBy, at: this.#parts.clock.now() });
    await this.#apply(bill, report, (current) => judgeReverseReport(current, report));
  }

  #issuerOf({ eBillRegionCode = '', busNo }: OrderEBill): BillIssuer {
    const issuer = this.#parts.issuers.get(eBillRegionCode);
    if (!issuer) throw new Error(`no bill system for e-bill ${busNo}`);
    return issuer;
  }

  /** False only where another call is safe: there is no such bill, or (for a reversal) it stands as we know it. */
  async #hasAnswer(issuer: BillIssuer, bill: OrderEBill): Promise<boolean> {
    const report = await issuer.finding.findByOrder(bill.busNo);
    const judged = await this.#apply(bill, report, (current) => judgeFindReport(current, report));
    if (judged !== 'nothing-new') return true;
    return bill.state === 'reversing' ? report.kind !== 'found' : report.kind !== 'not-found';
  }

  async #apply(bill: OrderEBill, report: Report, judge: (current: OrderEBill) => EBillJudgement): Promise<EBillJudgement['kind']> {
    const { unitOfWork, journal } = this.#parts;
    const judged = await unitOfWork.run(async (stores) => {
      const current = (await stores.eBills.ofOrder(bill.platformOrderNo)).find(({ round }) => round === bill.round);
      if (!current) throw new Error(`no e-bill ${bill.busNo}`);
      const judgement = judge(current);
      if (judgement.kind === 'changed') await this.#keep(stores, current, this.#after(current, { ...current, ...judgement.bill }, report));
      if (judgement.kind === 'alarm') await this.#note(stores, current, judgement.why);
      return { judgement, current };
    });
    const facts = { orderNo: bill.platformOrderNo, busNo: bill.busNo, code: 'code' in report ? report.code : undefined };
    if (judged.judgement.kind === 'alarm') journal.alarm('e-bill-not-as-asked', { ...facts, why: judged.judgement.why });
    else if (judged.judgement.kind === 'changed') this.#tell(judged.current.state, judged.judgement.bill.state, report, facts);
    else if (report.kind === 'unknown' && judged.current.tries >= triesBeforeAlarm) journal.alarm('e-bill-late', { ...facts, tries: judged.current.tries, why: report.why });
    return judged.judgement.kind;
  }

  /** When the changed bill is taken up again. */
  #after(before: OrderEBill, bill: OrderEBill, report: Report): OrderEBill {
    const { clock } = this.#parts;
    // Numbers come: it is asked for again. What was refused is for a person to look at first.
    if (bill.state === 'failed') return report.kind === 'stock-exhausted' ? bill : { ...bill, nextTryAt: undefined };
    if (before.state === 'reversing' && bill.state === 'issued') return { ...bill, tries: 0, nextTryAt: clock.now() + reverseAgainMs };
    return { ...bill, tries: 0, nextTryAt: undefined, failure: undefined };
  }

  async #keep(stores: Stores, before: OrderEBill, bill: OrderEBill): Promise<void> {
    await stores.eBills.put(bill);
    const refusedToReverse = before.state === 'reversing' && bill.state === 'issued';
    const action = refusedToReverse ? 'e-bill.reverse-refused' : `e-bill.${bill.state}`;
    await auditEBill(stores, this.#parts, { action, description: refusedToReverse ? '电子票据系统拒绝冲红' : changeWords[bill.state] }, bill, before);
    if (bill.state === 'failed' && bill.nextTryAt === undefined) await tellOperators(stores, this.#parts.clock, bill);
    await followAgain(stores, this.#parts.clock, bill);
  }

  /** Nothing is changed but what the list shows as the reason. */
  async #note(stores: Stores, current: OrderEBill, why: EBillAlarm): Promise<void> {
    if (current.failure?.code === why) return;
    const noted = { ...current, failure: { code: why, text: alarmWords[why] } };
    await stores.eBills.put(noted);
    await auditEBill(stores, this.#parts, { action: 'e-bill.not-as-asked', description: alarmWords[why] }, noted, current);
  }

  #tell(before: EBillState, now: EBillState, report: Report, facts: { readonly orderNo: string; readonly busNo: string; readonly code: string | undefined }): void {
    const { journal } = this.#parts;
    if (now === 'failed') journal.alarm(report.kind === 'stock-exhausted' ? 'e-bill-stock-exhausted' : 'e-bill-refused', facts);
    else if (before === 'reversing' && now === 'issued') journal.alarm('e-bill-reverse-refused', facts);
    else if (before !== 'reversing' && (now === 'reversed' || now === 'void')) journal.alarm('e-bill-ended-elsewhere', { ...facts, state: now });
    else journal.info('e-bill-changed', { ...facts, state: now });
  }
}

const changeWords: Readonly<Record<EBillState, string>> = {
  pending: '待开具', issuing: '开具中', issued: '电子票据系统已开具', failed: '电子票据系统未开具', reversing: '冲红中', reversed: '电子票据系统已冲红', void: '电子票据系统已作废',
};

const alarmWords: Readonly<Record<EBillAlarm, string>> = {
  'other-amount': '电子票据系统中同一业务流水号的票据金额不同', 'other-bill': '电子票据系统中同一业务流水号的票据号码不同', 'not-there': '电子票据系统查无已开具的票据',
  several: '电子票据系统中同一业务流水号有多张票据', 'still-stands': '本平台已终止的票据在电子票据系统中仍有效',
};
