import type { EBillItem, EBillPayer } from '../../domain/e-bills/e-bill.js';
import type { EBillNumbers } from '../../domain/e-bills/e-bill-numbers.js';
import type { DayListReport, DayTotalsReport, FindReport, IssueReport, PageReport, ReverseReport } from '../../domain/e-bills/e-bill-report.js';
import type { BusinessDay, EpochMs } from '../../domain/kernel/china-time.js';
import type { Fen } from '../../domain/kernel/money.js';

/**
 * The fiscal e-bill system as its capabilities. No method throws for anything that system or the network does: that is the report `unknown`.
 * Each may take as long as the time limits of its configuration, so none is called inside a payment or a transaction.
 */
export interface BillIssuer {
  readonly issuing: EBillIssuing;
  readonly finding: EBillFinding;
  readonly reversing: EBillReversing;
  readonly pages: EBillPages;
  readonly checks: EBillDayChecks;
}

export interface EBillToIssue {
  /** Unique at the bill system, which issues one bill under it however often it is asked. */
  readonly busNo: string;
  /** Of the business: when the money came. The same on every try. */
  readonly paidAt: EpochMs;
  readonly amount: Fen;
  readonly payer: EBillPayer;
  /** Add up to `amount`; the adapter refuses (code `items-differ`) what does not, and asks nobody. */
  readonly items: readonly EBillItem[];
  readonly payCode: string | undefined;
  readonly remark: string | undefined;
}

export interface EBillIssuing {
  /** Never repeated inside. After `unknown` ask by order first. */
  issue(bill: EBillToIssue): Promise<IssueReport>;
}

export interface EBillFinding {
  /** Whether the system may have given these numbers, by their form; asks nobody. */
  mayHaveGiven(numbers: EBillNumbers): boolean;
  /** `not-found` is a definite word and makes another try safe. */
  findByOrder(busNo: string): Promise<FindReport>;
  /** Without a check code: who may ask with which one is the caller's rule. */
  findByNumbers(numbers: Pick<EBillNumbers, 'eBillCode' | 'eBillNo'>): Promise<FindReport>;
}

export interface EBillToReverse {
  readonly eBillCode: string;
  readonly eBillNo: string;
  /** At most 200 characters are told. */
  readonly reason: string;
  /** Who asked for it; at most 60 characters are told. */
  readonly operator: string;
  readonly at: EpochMs;
}

export interface EBillReversing {
  /** Always the whole bill. */
  reverse(bill: EBillToReverse): Promise<ReverseReport>;
}

export interface EBillPages {
  /** Address of the page that shows the bill to whoever has it; only of an origin that the configuration names. */
  pageAddress(numbers: EBillNumbers): Promise<PageReport>;
}

/** Bills of one list page. */
export const dayListPageSize = 100;

export interface EBillDayChecks {
  /** Bills that were issued on the day, reversed ones among them. */
  totals(day: BusinessDay): Promise<DayTotalsReport>;
  /** `pageNo` from 1. */
  list(day: BusinessDay, pageNo: number): Promise<DayListReport>;
}
