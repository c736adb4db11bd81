import { createHash } from 'node:crypto';
import { expect } from 'chai';
import exceljs from 'exceljs';
import { SqlListReader } from '../../../adapters/outbound/persistence/sql/lists/sql-list-reader.js';
import { UnitRunner } from '../../../adapters/outbound/persistence/sql/unit-runner.js';
import { openSqlite } from '../../../adapters/outbound/persistence/sqlite/open-sqlite.js';
import { XlsxSpreadsheet } from '../../../adapters/outbound/spreadsheet/xlsx-spreadsheet.js';
import { ExportList, type ExportRequest } from '../../../application/lists/export-list.js';
import type { Bytes } from '../../../application/ports/channel-bills.js';
import type { KeptFile, KeptFiles } from '../../../application/ports/kept-files.js';
import type { RowScope } from '../../../application/ports/list-reader.js';
import { no, noon } from '../../contract/persistence/builders.js';
import { CountingIds, HandClock } from '../../contract/persistence/fakes.js';
import { openOn, vault, type Opened } from '../../contract/persistence/opened.js';
import { day, settle, tradeRow } from '../../contract/persistence/lists/world.js';

/** Keeps files in memory; one that breaks off is not there. */
class KeptInMemory implements KeptFiles {
  readonly files = new Map<string, { readonly file: KeptFile; readonly bytes: Buffer }>();
  async keep({ fileNo, purpose, fileName }: Pick<KeptFile, 'fileNo' | 'purpose' | 'fileName'>, bytes: Bytes): Promise<KeptFile> {
    const chunks: Uint8Array[] = [];
    for await (const chunk of bytes) chunks.push(chunk);
    const whole = Buffer.concat(chunks);
    const file = { fileNo, purpose, fileName, byteSize: whole.byteLength, digest: createHash('sm3').update(whole).digest('hex'), chunkCount: chunks.length, createdAt: noon };
    this.files.set(fileNo, { file, bytes: whole });
    return file;
  }
  find(fileNo: string): Promise<KeptFile | undefined> { return Promise.resolve(this.files.get(fileNo)?.file); }
  async *read(fileNo: string): Bytes { const kept = this.files.get(fileNo); if (kept) yield kept.bytes; }
  forgetAbandoned(): Promise<number> { return Promise.resolve(0); }
  forgetExports(): Promise<number> { return Promise.resolve(0); }
  discardAttachment(): Promise<void> { return Promise.resolve(); }
}

const all: RowScope = { kind: 'all' };

describe('exporting a list', function () {
  this.timeout(30_000);
  let store: Opened;
  let lists: SqlListReader;
  let files: KeptInMemory;
  const engine = openSqlite({ file: ':memory:' });
  before(async () => {
    store = await openOn(engine);
    await settle(engine, store);
    lists = new SqlListReader(new UnitRunner(engine), vault);
  });
  beforeEach(() => { files = new KeptInMemory(); });
  after(() => store.close());

  const run = (request: Pick<ExportRequest, 'listName' | 'parameters'> & Partial<ExportRequest>, maxRows = 100_000) =>
    new ExportList({ lists, spreadsheet: new XlsxSpreadsheet(), files, ids: new CountingIds(), clock: new HandClock(noon + 4 * day), maxRows }).run({ scope: all, ...request });
  async function linesOf(fileNo: string): Promise<readonly (readonly unknown[])[]> {
    const book = new exceljs.Workbook();
    await book.xlsx.load(files.files.get(fileNo)?.bytes as unknown as ArrayBuffer);
    const lines: unknown[][] = [];
    book.worksheets[0]?.eachRow((line) => lines.push(Array.from({ length: line.cellCount }, (_, index) => line.getCell(index + 1).value)));
    return lines;
  }

  it('keeps the whole filtered result with its totals, named after the list and the moment', async () => {
    const result = await run({ listName: 'settlements', parameters: { pageSize: '10', payChannel: 'ALIPAY' } });
    if (!result.ok) throw new Error(result.refusal.code);
    const { file, rowCount } = result.value;
    expect([file.purpose, file.fileName, rowCount]).to.deep.equal(['export', '结算情况-20260512120000.xlsx', 3]);
    expect(await linesOf(file.fileNo)).to.deep.equal([
      ['订单日期', '应结笔数', '应结金额', '已结笔数', '已结金额', '实收金额', '手续费'],
      ['2026-05-12', 1, 5, 0, 0, 0, 0], ['2026-05-09', 2, 2, 1, -4, -3.96, -0.04], ['2026-05-08', 3, -3, 2, 4, 3.95, 0.05],
      ['合计', 6, 4, 3, 0, -0.01, 0.01],
    ]);
  });

  it('has every page of a long list once, in its order, and tells how far it is', async () => {
    const many = Array.from({ length: 2500 }, (_, n) => tradeRow(n + 100, { trade_at: noon + 5 * day + Math.floor(n / 7), amount: 1, order_amount: 1 }));
    for (const row of many) await engine.writer('trade').insert(row);
    const told: number[] = [];
    const result = await run({ listName: 'unsettled-trades', parameters: { cursor: Buffer.from('["x"]').toString('base64url') }, onProgress: (written) => told.push(written) });
    await engine.writer('trade').where('trade_at', '>=', noon + 5 * day).delete();
    if (!result.ok) throw new Error(result.refusal.code);
    const lines = await linesOf(result.value.file.fileNo);
    expect(lines).to.have.length(2506);
    expect(new Set(lines.map((line) => line[5])).size).to.equal(2506);
    expect(lines.at(-1)?.slice(0, 3)).to.deep.equal(['合计', null, 25 + 12.5]);
    expect(told.at(-1)).to.equal(2504);
    expect(told.length).to.be.greaterThan(4);
    expect(lines[2501]?.[5]).to.equal(no(5));
  });

  it('has only rows of the institution that asks', async () => {
    const result = await run({ listName: 'portal-unsettled', parameters: {}, scope: { kind: 'institution', institutionNo: 'I2' } });
    if (!result.ok) throw new Error(result.refusal.code);
    expect((await linesOf(result.value.file.fileNo)).map((line) => line[1])).to.deep.equal(['商户订单号', 'B-8', null]);
  });

  it('is refused for a list nobody has, a question that makes no sense, and more rows than a file may have', async () => {
    expect(await run({ listName: '__proto__', parameters: {} })).to.deep.equal({ ok: false, refusal: { code: 'unknown-list' } });
    const question = await run({ listName: 'settlements', parameters: { orderDateFrom: '20260501', orderDateTo: '20260401' } });
    expect(question).to.deep.equal({ ok: false, refusal: { code: 'bad-query', refusal: { parameter: 'orderDateTo', message: '订单日期的结束日期早于开始日期' } } });
    expect(await run({ listName: 'unsettled-trades', parameters: {} }, 3)).to.deep.equal({ ok: false, refusal: { code: 'too-many-rows', limit: 3 } });
    expect(files.files.size).to.equal(0);
  });

  it('that is broken off keeps nothing', async () => {
    const failed = run({ listName: 'unsettled-trades', parameters: {}, signal: AbortSignal.abort(new Error('not wanted any more')) });
    expect(await failed.then(() => '', (error: unknown) => (error as Error).message)).to.equal('not wanted any more');
    expect(files.files.size).to.equal(0);
  });
});
