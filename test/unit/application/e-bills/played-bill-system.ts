import type { BillIssuer, EBillToIssue, EBillToReverse } from '../../../../application/ports/bill-issuer.js';
import type { EBillUnknown, FindReport, FoundEBill, IssueReport, ReverseReport } from '../../../../domain/e-bills/e-bill-report.js';
import { readEBillNumbers, usualFormats, type EBillNumbers } from '../../../../domain/e-bills/e-bill-numbers.js';
import { sumOf } from '../../../../domain/kernel/money.js';
import { issuedBill, noLinks } from '../../../builders/e-bills.js';

export const silent: EBillUnknown = { kind: 'unknown', why: 'timeout' };

/** A bill system that does as it is told: `says` answers instead of the books, `lost` does what is asked and loses the answer. */
export class PlayedBillSystem implements BillIssuer {
  readonly books: FoundEBill[] = [];
  readonly calls: string[] = [];
  readonly asked: EBillToIssue[] = [];
  says: { issue?: () => IssueReport; find?: () => FindReport; reverse?: () => ReverseReport } = {};
  lost: 'issue' | 'reverse' | undefined;
  /** Called before each call is answered. */
  meanwhile: () => Promise<void> = async () => undefined;
  readonly #now: () => number;

  constructor(now: () => number) { this.#now = now; }

  /** Bills that stand; more than one of an order is what must never be. */
  get valid(): readonly FoundEBill[] { return this.books.filter(({ standing }) => standing === 'normal'); }

  readonly issuing = { issue: async (bill: EBillToIssue): Promise<IssueReport> => {
    await this.#called(`issue ${suffixOf(bill.busNo)} ${bill.amount}`);
    this.asked.push(bill);
    const said = this.says.issue?.();
    if (said) return said;
    const known = this.books.find(({ busNo }) => busNo === bill.busNo);
    const made = known ?? { ...issuedBill({ eBillNo: String(this.books.length + 1).padStart(10, '0'), issuedAt: this.#now() }), busNo: bill.busNo, amount: bill.amount, standing: 'normal' as const };
    if (!known) this.books.push(made);
    if (this.lost === 'issue') return silent;
    const { busNo, amount, standing: _standing, ...issued } = made;
    return known ? { kind: 'exists', busNo, bill: known } : { kind: 'issued', busNo, bill: issued, amount };
  } };

  readonly finding = {
    mayHaveGiven: (numbers: EBillNumbers): boolean => readEBillNumbers(usualFormats, { ...numbers }).ok,
    findByOrder: async (busNo: string): Promise<FindReport> => {
      await this.#called(`find ${suffixOf(busNo)}`);
      return this.says.find?.() ?? reportOf(this.books.filter((bill) => bill.busNo === busNo));
    },
    findByNumbers: async ({ eBillCode, eBillNo }: { readonly eBillCode: string; readonly eBillNo: string }): Promise<FindReport> => {
      await this.#called(`look ${eBillNo}`);
      return this.says.find?.() ?? reportOf(this.books.filter((bill) => bill.eBillCode === eBillCode && bill.eBillNo === eBillNo));
    },
  };

  readonly reversing = { reverse: async ({ eBillNo }: EBillToReverse): Promise<ReverseReport> => {
    await this.#called(`reverse ${Number(eBillNo)}`);
    const said = this.says.reverse?.();
    if (said) return said;
    const at = this.books.findIndex((bill) => bill.eBillNo === eBillNo);
    const bill = this.books[at];
    if (bill === undefined) return { kind: 'refused', code: 'E3001', text: '未查询到票据信息' };
    if (bill.standing === 'reversed') return { kind: 'reversed-before' };
    this.books[at] = { ...bill, standing: 'reversed' };
    if (this.lost === 'reverse') return silent;
    return { kind: 'reversed', reversal: { eBillCode: '35010126', eBillNo: `9${eBillNo.slice(1)}`, checkCode: 'RedRed', reversedAt: this.#now(), links: noLinks } };
  } };

  readonly pages = { pageAddress: async () => silent };

  readonly checks = {
    totals: async () => ({ kind: 'totals' as const, count: this.books.length, amount: sumOf(this.books.map(({ amount }) => amount)) }),
    list: async (_day: string, pageNo: number) => ({ kind: 'page' as const, total: this.books.length, bills: this.books.slice((pageNo - 1) * 100, pageNo * 100) }),
  };

  async #called(what: string): Promise<void> {
    this.calls.push(what);
    await this.meanwhile();
  }
}

const suffixOf = (busNo: string): string => (busNo.includes('-') ? busNo.slice(busNo.indexOf('-')) : '-1');
const reportOf = (bills: readonly FoundEBill[]): FindReport => (bills.length === 0 ? { kind: 'not-found' } : { kind: 'found', bills });
