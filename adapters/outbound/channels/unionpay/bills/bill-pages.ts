import type { BillLine, BillPiece, OddLine } from '../../../../../domain/reconciliation/bill-line.js';
import type { FenSum } from '../../../../../domain/kernel/money.js';

interface Sum { count: number; amount: bigint }

/** Gathers the lines of a bill into pages of a fixed size and adds them up on the way. */
export class BillPages {
  readonly #pageLines: number;
  readonly #payments: Sum = { count: 0, amount: 0n };
  readonly #refunds: Sum = { count: 0, amount: 0n };
  #settled = 0n;
  #fee = 0n;
  #oddCount = 0;
  #lines: BillLine[] = [];
  #odd: OddLine[] = [];

  constructor(pageLines: number) {
    this.#pageLines = pageLines;
  }

  add(line: BillLine): void {
    const sum = line.kind === 'payment' ? this.#payments : this.#refunds;
    sum.count += 1;
    sum.amount += line.amount;
    this.#settled += line.settled;
    this.#fee += line.fee;
    this.#lines.push(line);
  }

  addOdd(odd: OddLine): void {
    this.#oddCount += 1;
    this.#odd.push(odd);
  }

  /** A page is full by its lines of both kinds together. */
  get isFull(): boolean {
    return this.#lines.length + this.#odd.length >= this.#pageLines;
  }

  /** What has been gathered since the last page; nothing where nothing has. */
  take(): readonly BillPiece[] {
    if (this.#lines.length + this.#odd.length === 0) return [];
    const page: BillPiece = { kind: 'lines', lines: this.#lines, odd: this.#odd };
    this.#lines = [];
    this.#odd = [];
    return [page];
  }

  /** `lineCount` counts the lines that were understood; odd ones have a count of their own and are in no sum. */
  end(): BillPiece {
    const sumOf = ({ count, amount }: Sum): { readonly count: number; readonly amount: FenSum } => ({ count, amount: amount as FenSum });
    return {
      kind: 'end',
      totals: {
        lineCount: this.#payments.count + this.#refunds.count, payments: sumOf(this.#payments), refunds: sumOf(this.#refunds),
        settled: this.#settled as FenSum, fee: this.#fee as FenSum, oddCount: this.#oddCount,
      },
    };
  }
}
