import { expect } from 'chai';
import exceljs from 'exceljs';
import { XlsxSpreadsheet } from '../../../adapters/outbound/spreadsheet/xlsx-spreadsheet.js';
import type { ListRow } from '../../../application/ports/list-reader.js';
import type { SheetWatch } from '../../../application/ports/spreadsheet.js';
import { settlementDetails, unsettledTrade } from '../../../contracts/lists/settlement-lists.js';
import { differences } from '../../../contracts/lists/reconciliation-lists.js';
import type { ListView } from '../../../contracts/lists/list-view.js';

const noon = Date.UTC(2026, 4, 8, 4);
const formula = '=HYPERLINK("http://evil.example","点我")';

const row = (n: number, changes: ListRow = {}): ListRow => ({
  tradeTime: noon + n * 1000, bizOrderNo: `B-${n}`, tradeAmount: BigInt(n * 100 + 1), platformOrderNo: `20260508120000000000000${String(n).padStart(3, '0')}`, channelOrderNo: undefined,
  settleDate: '20260509', settledAmount: BigInt(-n), feeAmount: 0n, payChannel: 'ALIPAY', channelMerchantName: '支付宝非税专户', orderType: 'PAY', ...changes,
});

async function* inPages(rows: readonly ListRow[], size: number): AsyncGenerator<readonly ListRow[]> {
  for (let at = 0; at < rows.length; at += size) yield rows.slice(at, at + size);
}

async function bytesOf(view: ListView, pages: AsyncIterable<readonly ListRow[]>, rowsPerSheet?: number, watch?: SheetWatch): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of new XlsxSpreadsheet(rowsPerSheet).write(view, pages, watch)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

async function opened(file: Buffer): Promise<exceljs.Workbook> {
  const book = new exceljs.Workbook();
  await book.xlsx.load(file as unknown as ArrayBuffer);
  return book;
}

/** Values of a sheet, row by row. */
const valuesOf = (sheet: exceljs.Worksheet | undefined): unknown[][] => {
  const rows: unknown[][] = [];
  sheet?.eachRow((line) => rows.push(Array.from({ length: line.cellCount }, (_, index) => line.getCell(index + 1).value)));
  return rows;
};

describe('a list as an Excel file', function () {

  it('has the labels as headings, every row, and the totals at its end', async () => {
    const book = await opened(await bytesOf(settlementDetails, inPages([row(1), row(2), row(3, { tradeAmount: 900_719_925_474_099n - 302n, channelOrderNo: '0012' })], 2)));
    expect(book.worksheets.map(({ name }) => name)).to.deep.equal(['结算明细']);
    const lines = valuesOf(book.worksheets[0]);
    expect(lines[0]).to.deep.equal(['交易时间', '商户订单号', '交易金额', '支付订单号', '渠道订单号', '结算日期', '结算金额', '手续费', '支付渠道', '渠道商户名称', '订单类型']);
    expect(lines[1]).to.deep.equal(['2026-05-08 12:00:01', 'B-1', 1.01, '20260508120000000000000001', null, '2026-05-09', -0.01, 0, '支付宝', '支付宝非税专户', '支付']);
    expect(lines[3]?.slice(2, 5)).to.deep.equal([9_007_199_254_737.97, '20260508120000000000000003', '0012']);
    expect(lines[4]?.slice(0, 8)).to.deep.equal(['合计', null, 9_007_199_254_740.99, null, null, null, -0.06, 0]);
    expect(lines).to.have.length(5);
    const amount = book.worksheets[0]?.getRow(2).getCell(3);
    expect([amount?.type, amount?.numFmt]).to.deep.equal([exceljs.ValueType.Number, '#,##0.00']);
    expect(book.worksheets[0]?.getRow(2).getCell(4).type).to.equal(exceljs.ValueType.String);
  });

  it('shows the columns that people see, not those that carry keys', async () => {
    const [heading] = valuesOf((await opened(await bytesOf(differences, inPages([], 1)))).worksheets[0]);
    expect(heading).to.include('差异编号').and.not.include('对账批次号');
  });

  it('without rows is its headings and a total of nothing; a record has no totals', async () => {
    expect(valuesOf((await opened(await bytesOf(settlementDetails, inPages([], 1)))).worksheets[0]).map(([first]) => first)).to.deep.equal(['交易时间', '合计']);
    expect(valuesOf((await opened(await bytesOf(unsettledTrade, inPages([], 1)))).worksheets[0]).map(([first]) => first)).to.deep.equal(['创建时间']);
  });

  it('never calculates what somebody wrote', async () => {
    // exceljs reads entities twice (it writes them once), so none is among these.
    const texts = [formula, '+1+1', '-2', '@SUM(A1)', '\t=1', '=1\0', '{=1}', "'x", '<b>&"', '_x003D_1'];
    const lines = valuesOf((await opened(await bytesOf(settlementDetails, inPages(texts.map((bizOrderNo, n) => row(n, { bizOrderNo })), 3)))).worksheets[0]);
    expect(lines.slice(1, -1).map((line) => line[1])).to.deep.equal(texts.map((text) => text.replace('\0', '')));
    expect(JSON.stringify(lines)).not.to.contain('"formula":');
  });

  it('goes on in a further sheet with the headings again where one is full, and adds up all of them', async () => {
    const book = await opened(await bytesOf(settlementDetails, inPages(Array.from({ length: 7 }, (_, n) => row(n)), 2), 3));
    expect(book.worksheets.map(({ name, rowCount }) => [name, rowCount])).to.deep.equal([['结算明细', 4], ['结算明细(2)', 4], ['结算明细(3)', 3]]);
    const numbers = book.worksheets.flatMap((sheet) => valuesOf(sheet).slice(1).map((line) => line[1]));
    expect(numbers).to.deep.equal(['B-0', 'B-1', 'B-2', 'B-3', 'B-4', 'B-5', 'B-6', null]);
    expect(valuesOf(book.worksheets[2]).at(-1)?.[2]).to.equal(21.07);
  });

  it('tells how many rows are written, and asks for a page only where there is room', async () => {
    const told: number[] = [];
    let given = 0;
    async function* pages(): AsyncGenerator<readonly ListRow[]> {
      for (; given < 40; given++) yield Array.from({ length: 500 }, (_, n) => row(n, { bizOrderNo: Array.from({ length: 40 }, (__, k) => (n * 7919 + given * 104_729 + k * 31).toString(36)).join('') }));
    }
    const bytes = new XlsxSpreadsheet().write(settlementDetails, pages(), { onRows: (written) => told.push(written) })[Symbol.asyncIterator]();
    await bytes.next();
    // Nobody takes what is written: it does not go on for ever.
    await new Promise((later) => { setTimeout(later, 1500); });
    expect(given).to.be.lessThan(40);
    while (!(await bytes.next()).done);
    expect([given, told.at(-1)]).to.deep.equal([40, 20_000]);
    expect(told).to.deep.equal([...told].sort((a, b) => a - b));
  });

  it('is given up when it is asked to, or when nobody wants the rest', async () => {
    const stop = new AbortController();
    let closed = 0;
    async function* endless(): AsyncGenerator<readonly ListRow[]> {
      try {
        for (let n = 0; ; n++) yield [row(n)];
      } finally {
        closed++;
      }
    }
    const failed = bytesOf(settlementDetails, endless(), undefined, { signal: stop.signal, onRows: (written) => { if (written > 100) stop.abort(new Error('enough')); } });
    expect(await failed.then(() => 'ended', (error: unknown) => (error as Error).message)).to.equal('enough');
    for await (const chunk of new XlsxSpreadsheet(5).write(settlementDetails, endless())) { expect(chunk.byteLength).to.be.greaterThan(0); break; }
    expect(closed).to.equal(2);
    expect(await bytesOf(settlementDetails, endless(), undefined, { signal: AbortSignal.abort(new Error('before')) }).then(() => '', (error: unknown) => (error as Error).message)).to.equal('before');
  });

  it('fails with what the rows failed with', async () => {
    async function* broken(): AsyncGenerator<readonly ListRow[]> { yield [row(1)]; throw new Error('the database is gone'); }
    expect(await bytesOf(settlementDetails, broken()).then(() => '', (error: unknown) => (error as Error).message)).to.equal('the database is gone');
  });

  it('fails with what the writing thread failed with', async () => {
    const bad = { ...row(1), payChannel: Symbol('x') as unknown as string };
    expect(await bytesOf(settlementDetails, inPages([bad], 1)).then(() => '', (error: unknown) => (error as Error).name)).to.equal('DataCloneError');
    expect(await bytesOf(settlementDetails, inPages([row(1, { tradeAmount: 1.5 })], 1)).then(() => '', (error: unknown) => (error as Error).message)).to.match(/BigInt/);
  });
});
