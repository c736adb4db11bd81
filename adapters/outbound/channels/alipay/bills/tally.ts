import { sumOf, type FenSum } from '../../../../../domain/kernel/money.js';
import type { BillLine, BillTotals, OddLine } from '../../../../../domain/reconciliation/bill-line.js';
import { BillRefused } from '../../../wire/bill-refused.js';
import type { FooterTotal } from './frame.js';

interface KindTally { count: number; amount: bigint; settled: bigint }
const nothing = (): KindTally => ({ count: 0, amount: 0n, settled: 0n });

/** Adds up what was read and compares it with what the file says of itself. */
export class Tally {
  readonly #kinds: Readonly<Record<BillLine['kind'], KindTally>> = { payment: nothing(), refund: nothing() };
  #fee = 0n;
  #odd = 0;
  /** Odd lines that may be of a kind of business which the footer does not count. */
  #oddOfOtherKind = 0;

  line(line: BillLine): void {
    const kind = this.#kinds[line.kind];
    kind.count += 1;
    kind.amount += line.amount;
    kind.settled += line.settled;
    this.#fee += line.fee;
  }

  odd(line: OddLine): void {
    this.#odd += 1;
    if (line.why === 'kind') this.#oddOfOtherKind += 1;
  }

  get rowCount(): number {
    return this.#kinds.payment.count + this.#kinds.refund.count + this.#odd;
  }

  /**
   * Without odd lines counts and sums agree exactly. With them the number of all rows still agrees, and what could be read is no more than
   * the footer says of each kind: the odd lines are the difference.
   */
  check(payments: FooterTotal, refunds: FooterTotal): void {
    const { payment, refund } = this.#kinds;
    const told = payments.count + refunds.count;
    const isCount = told <= this.rowCount && told >= this.rowCount - this.#oddOfOtherKind && payment.count <= payments.count && refund.count <= refunds.count;
    if (!isCount) throw new BillRefused('totals-disagree', `笔数不符：合计行 ${payments.count}+${refunds.count}，明细 ${payment.count}+${refund.count}，不可识别 ${this.#odd}`);
    const isSum = payment.settled <= payments.settled && -refund.settled <= refunds.settled;
    const isWhole = payment.settled === payments.settled && -refund.settled === refunds.settled;
    if (this.#odd === 0 ? !isWhole : !isSum) throw new BillRefused('totals-disagree', '商家实收金额与合计行不符');
  }

  totals(): BillTotals {
    const { payment, refund } = this.#kinds;
    return {
      lineCount: payment.count + refund.count,
      payments: { count: payment.count, amount: payment.amount as FenSum }, refunds: { count: refund.count, amount: refund.amount as FenSum },
      settled: sumOf([payment.settled, refund.settled]), fee: this.#fee as FenSum, oddCount: this.#odd,
    };
  }
}
