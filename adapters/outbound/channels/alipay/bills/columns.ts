import { BillRefused } from '../../../wire/bill-refused.js';
import { readDashedTime } from '../paid-facts.js';
import { readSignedYuan } from './signed-yuan.js';

/** Columns by their names, brackets and blanks made alike; the first name that the header has counts (section 8). */
const names = {
  channelNo: ['支付宝交易号'], ownNo: ['商户订单号'], kind: ['业务类型'], createdAt: ['创建时间'], finishedAt: ['完成时间'],
  amount: ['订单金额(元)'], settled: ['商家实收(元)'], refundNo: ['退款批次号/请求号', '退款批次号', '退款请求号'], fee: ['服务费(元)'],
} as const satisfies Readonly<Record<string, readonly string[]>>;
type Column = keyof typeof names;

export type Cells = Readonly<Record<Column, string>>;

const moneyName = /\(元\)$/;
const mostColumns = 64;

/** The order of columns that one file has. */
export class Columns {
  readonly #count: number;
  readonly #places: Readonly<Record<Column, number>>;
  readonly #titleAt: number;
  readonly #hasRemarkLast: boolean;
  readonly #moneyAt: readonly number[];

  /** `header` made `plain`. Throws `BillRefused` where a needed column is missing or comes twice. */
  constructor(header: string) {
    const found = header.split(',');
    if (found.length > mostColumns) throw new BillRefused('not-a-bill', '表头的列过多');
    const place = ([column, spellings]: [string, readonly string[]]): [string, number] => {
      const spelling = spellings.find((one) => found.includes(one));
      if (spelling === undefined) throw new BillRefused('not-a-bill', `表头缺少“${spellings[0]}”`);
      if (found.indexOf(spelling) !== found.lastIndexOf(spelling)) throw new BillRefused('not-a-bill', `表头的“${spelling}”出现两次`);
      return [column, found.indexOf(spelling)];
    };
    this.#count = found.length;
    this.#places = Object.fromEntries(Object.entries(names).map(place)) as Record<Column, number>;
    this.#titleAt = found.indexOf('商品名称');
    this.#hasRemarkLast = found.at(-1) === '备注';
    this.#moneyAt = found.flatMap((name, index) => (moneyName.test(name) ? [index] : []));
  }

  /** Undefined where the cells cannot be told apart. */
  cellsOf(row: string): Cells | undefined {
    const split = row.split(',');
    // Some files end every row with a comma.
    const given = split.length === this.#count + 1 && split.at(-1)?.trim() === '' ? split.slice(0, -1) : split;
    const cells = given.length > this.#count ? this.#rejoined(given.map((cell) => cell.trim())) : given;
    if (cells?.length !== this.#count) return undefined;
    const places = this.#places;
    const at = (column: Column): string => cells[places[column]]?.trim() ?? '';
    return {
      channelNo: at('channelNo'), ownNo: at('ownNo'), kind: at('kind'), createdAt: at('createdAt'), finishedAt: at('finishedAt'),
      amount: at('amount'), settled: at('settled'), refundNo: at('refundNo'), fee: at('fee'),
    };
  }

  /**
   * Cells are not quoted, so commas in the title or the remark make more of them. The one pair of neighbouring times shows where the title
   * ends. A title is written by strangers: where it looks like times itself, or money does not stand where money belongs, nothing is guessed.
   */
  #rejoined(cells: readonly string[]): readonly string[] | undefined {
    const { createdAt, finishedAt } = this.#places;
    const [titleAt, expectedAt] = [this.#titleAt, Math.min(createdAt, finishedAt)];
    if (Math.abs(createdAt - finishedAt) !== 1 || titleAt !== expectedAt - 1) return undefined;
    const isTime = (cell: string | undefined): boolean => readDashedTime(cell ?? '') !== undefined;
    const pairs = cells.flatMap((cell, index) => (index >= expectedAt && isTime(cell) && isTime(cells[index + 1]) ? [index] : []));
    const [timesAt] = pairs;
    if (timesAt === undefined || pairs.length > 1) return undefined;
    const left = [...cells.slice(0, titleAt), cells.slice(titleAt, timesAt).join(','), ...cells.slice(timesAt)];
    const joined = left.length > this.#count && this.#hasRemarkLast ? [...left.slice(0, this.#count - 1), left.slice(this.#count - 1).join(',')] : left;
    return this.#moneyAt.every((index) => readSignedYuan(joined[index] ?? '') !== undefined) ? joined : undefined;
  }
}
