import { billLimits } from '../../../../../application/ports/channel-bills.js';
import type { ChannelMerchant } from '../../../../../domain/directory/channel-merchant.js';
import type { BusinessDay } from '../../../../../domain/kernel/china-time.js';
import type { BillLine, BillPiece, BillTotals, OddLine } from '../../../../../domain/reconciliation/bill-line.js';
import { BillRefused } from '../../../wire/bill-refused.js';
import { frameText, plain, readAnyhow, readGbk } from './bill-text.js';
import { Columns } from './columns.js';
import { checkAccount, checkPeriod, checkTitle, isListEnd, isListStart, paymentsTotal, refundsTotal, type FooterTotal } from './frame.js';
import { oddLine, readRow } from './row.js';
import { Tally } from './tally.js';

type LinesPiece = Extract<BillPiece, { kind: 'lines' }>;
type Place = 'title' | 'head' | 'header' | 'rows' | 'foot';

const mostHeadLines = 20;
const hash = 0x23;

/** Reads a detail file line by line: title, head, header, rows, foot, in this order and each once. Everything wrong with the whole is thrown as `BillRefused`. */
export class DetailReader {
  readonly #account: ChannelMerchant;
  readonly #day: BusinessDay;
  readonly #tally = new Tally();
  #place: Place = 'title';
  #headLines = 0;
  #isAccountSeen = false;
  #isDaySeen = false;
  #columns: Columns | undefined;
  #header = '';
  #payments: FooterTotal | undefined;
  #refunds: FooterTotal | undefined;
  #lines: BillLine[] = [];
  #odd: OddLine[] = [];

  constructor(account: ChannelMerchant, day: BusinessDay) {
    this.#account = account;
    this.#day = day;
  }

  /** A page, whenever one is full. */
  take(line: Buffer): LinesPiece | undefined {
    if (line.length === 0) return undefined;
    switch (this.#place) {
      case 'title': checkTitle(line); this.#place = 'head'; return undefined;
      case 'head': this.#head(frameText(line)); return undefined;
      case 'header': this.#header = frameText(line); this.#columns = new Columns(this.#header); this.#place = 'rows'; return undefined;
      case 'foot': this.#foot(frameText(line)); return undefined;
      case 'rows': return this.#row(line);
    }
  }

  /** The last page, if anything is left for it. */
  rest(): LinesPiece | undefined {
    if (this.#lines.length + this.#odd.length === 0) return undefined;
    const piece: LinesPiece = { kind: 'lines', lines: this.#lines, odd: this.#odd };
    [this.#lines, this.#odd] = [[], []];
    return piece;
  }

  /** Called after the last line. */
  end(): BillTotals {
    if (this.#place === 'title') throw new BillRefused('not-a-bill', '明细文件为空');
    if (this.#payments === undefined || this.#refunds === undefined) throw new BillRefused('truncated', '明细文件不完整，缺少表头或合计行');
    this.#tally.check(this.#payments, this.#refunds);
    return this.#tally.totals();
  }

  #head(text: string): void {
    this.#headLines += 1;
    if ((text !== '' && !text.startsWith('#')) || this.#headLines > mostHeadLines) throw new BillRefused('damaged', '明细文件的开头不符合格式');
    if (checkAccount(text, this.#account.channelMerchantNo)) this.#isAccountSeen = true;
    if (checkPeriod(text, this.#day)) this.#isDaySeen = true;
    if (!isListStart(text)) return;
    if (!this.#isAccountSeen || !this.#isDaySeen) throw new BillRefused('damaged', '明细文件的开头没有账号或起止日期');
    this.#place = 'header';
  }

  #row(bytes: Buffer): LinesPiece | undefined {
    if (bytes[0] === hash) {
      if (!isListEnd(frameText(bytes))) throw new BillRefused('damaged', '明细列表中间出现了其他内容');
      this.#place = 'foot';
      return undefined;
    }
    if (this.#tally.rowCount >= billLimits.lines) throw new BillRefused('too-many-lines', `明细超过 ${billLimits.lines} 行`);
    this.#read(bytes, this.#tally.rowCount + 1);
    return this.#lines.length + this.#odd.length >= billLimits.pageLines ? this.rest() : undefined;
  }

  #read(bytes: Buffer, lineNo: number): void {
    const text = readGbk(bytes);
    const cells = text === undefined ? undefined : this.#columns?.cellsOf(text);
    const read = text === undefined ? 'charset' : cells === undefined ? 'columns' : readRow(cells, lineNo);
    if (typeof read !== 'string') {
      this.#tally.line(read);
      this.#lines.push(read);
      return;
    }
    if (plain(text ?? '') === this.#header) throw new BillRefused('damaged', '表头出现两次');
    const odd = oddLine(lineNo, read, text ?? readAnyhow(bytes));
    this.#tally.odd(odd);
    this.#odd.push(odd);
  }

  #foot(text: string): void {
    if (text !== '' && !text.startsWith('#')) throw new BillRefused('damaged', '合计行之后还有明细');
    const [payments, refunds] = [paymentsTotal(text), refundsTotal(text)];
    if ((payments && this.#payments) || (refunds && this.#refunds)) throw new BillRefused('damaged', '合计行出现两次');
    this.#payments ??= payments;
    this.#refunds ??= refunds;
  }
}
