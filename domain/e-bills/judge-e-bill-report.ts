import type { Fen } from '../kernel/money.js';
import { mayBecome, type EBill, type IssuedEBill } from './e-bill.js';
import type { FindReport, FoundEBill, IssueReport, ReverseReport } from './e-bill-report.js';

export type EBillJudgement =
  | { readonly kind: 'changed'; readonly bill: EBill }
  | { readonly kind: 'nothing-new' }
  /** The bill system has a bill under our number that is not what we asked for. Nothing is changed; a person looks. */
  | { readonly kind: 'alarm'; readonly why: EBillAlarm; readonly told?: Fen };

/**
 * `other-amount`: it carries another amount. `other-bill`: it carries other numbers than the one we hold. `not-there`: it says that there is no
 * such bill, though we hold its numbers. `several`: it has more than one under a number that it must use once. `still-stands`: there is a good
 * bill where ours has ended, so a payer may hold a receipt for money that went back.
 */
export type EBillAlarm = 'other-amount' | 'other-bill' | 'not-there' | 'several' | 'still-stands';

const nothingNew: EBillJudgement = { kind: 'nothing-new' };

export function judgeIssueReport(bill: EBill, report: IssueReport): EBillJudgement {
  switch (report.kind) {
    case 'issued': return report.busNo === bill.busNo ? judgeIssued(bill, report.bill, report.amount) : nothingNew;
    case 'exists': return judgeFound(bill, [report.bill]);
    case 'refused': case 'stock-exhausted':
      return mayBecome(bill, 'failed') ? { kind: 'changed', bill: { ...bill, state: 'failed', failure: { code: report.code, text: report.text } } } : nothingNew;
    case 'unknown': return nothingNew;
  }
}

/** For an answer to a question by busNo. "Not found" only tells that a try may run again under the same busNo. */
export function judgeFindReport(bill: EBill, report: FindReport): EBillJudgement {
  if (report.kind === 'found') return judgeFound(bill, report.bills);
  return report.kind === 'not-found' && bill.issued !== undefined ? { kind: 'alarm', why: 'not-there' } : nothingNew;
}

export function judgeReverseReport(bill: EBill, report: ReverseReport): EBillJudgement {
  if (bill.state !== 'reversing') return nothingNew;
  switch (report.kind) {
    case 'reversed': return { kind: 'changed', bill: { ...bill, state: 'reversed', reversal: report.reversal } };
    case 'reversed-before': return { kind: 'changed', bill: { ...bill, state: 'reversed' } };
    case 'refused': return { kind: 'changed', bill: { ...bill, state: 'issued', failure: { code: report.code, text: report.text } } };
    case 'unknown': return nothingNew;
  }
}

function judgeFound(bill: EBill, found: readonly FoundEBill[]): EBillJudgement {
  const ours = found.filter(({ busNo }) => busNo === bill.busNo);
  const [told, another] = ours;
  if (told === undefined) return nothingNew;
  if (another !== undefined) return { kind: 'alarm', why: 'several' };
  const { busNo: _busNo, amount, standing, ...issued } = told;
  const judged = bill.state === 'void' && standing !== 'normal' ? nothingNew : judgeIssued(bill, issued, amount);
  if (judged.kind === 'nothing-new' && standing === 'normal' && bill.state === 'reversed') return { kind: 'alarm', why: 'still-stands' };
  if (judged.kind === 'alarm' || standing === 'normal') return judged;
  const known = judged.kind === 'changed' ? judged.bill : bill;
  return known.issued !== undefined && mayBecome(known, standing) ? { kind: 'changed', bill: { ...known, state: standing } } : judged;
}

function judgeIssued(bill: EBill, issued: IssuedEBill, amount: Fen | undefined): EBillJudgement {
  if (amount !== undefined && amount !== bill.amount) return { kind: 'alarm', why: 'other-amount', told: amount };
  if (bill.state === 'void') return { kind: 'alarm', why: 'still-stands' };
  if (bill.issued !== undefined) {
    const isSame = bill.issued.eBillCode === issued.eBillCode && bill.issued.eBillNo === issued.eBillNo;
    return isSame ? nothingNew : { kind: 'alarm', why: 'other-bill' };
  }
  return mayBecome(bill, 'issued') ? { kind: 'changed', bill: { ...bill, state: 'issued', issued, failure: undefined } } : nothingNew;
}
