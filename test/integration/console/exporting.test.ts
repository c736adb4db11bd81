import { expect } from 'chai';
import exceljs from 'exceljs';
import { runningSm3 } from '../../../adapters/outbound/crypto/digests.js';
import { SqlListReader } from '../../../adapters/outbound/persistence/sql/lists/sql-list-reader.js';
import { UnitRunner } from '../../../adapters/outbound/persistence/sql/unit-runner.js';
import { openSqlite } from '../../../adapters/outbound/persistence/sqlite/open-sqlite.js';
import { XlsxSpreadsheet } from '../../../adapters/outbound/spreadsheet/xlsx-spreadsheet.js';
import { ExportRounds } from '../../../adapters/inbound/jobs/export-rounds.js';
import { ExportDesk } from '../../../application/lists/export-desk.js';
import { ExportList } from '../../../application/lists/export-list.js';
import { TidyExports } from '../../../application/lists/tidy-exports.js';
import type { KeptFiles } from '../../../application/ports/kept-files.js';
import { dayMs, hourMs } from '../../../domain/kernel/china-time.js';
import { noon } from '../../builders/moments.js';
import { settle, tradeRow } from '../../contract/persistence/lists/world.js';
import { openOn, vault, type Opened } from '../../contract/persistence/opened.js';
import { RecordingJournal } from '../../unit/application/recording-journal.js';

const owner = { operatorNo: 'O1', scope: { kind: 'all' as const } };
const pause = (ms: number): Promise<void> => new Promise((resolve) => { setTimeout(resolve, ms); });

describe('an operator who exports a list', function () {
  this.timeout(60_000);
  const engine = openSqlite({ file: ':memory:' });
  const journal = new RecordingJournal();
  let store: Opened;
  let files: KeptFiles;
  let desk: ExportDesk;
  let tidy: TidyExports;
  before(async () => {
    store = await openOn(engine);
    await settle(engine, store);
    const { unitOfWork, ids, clock } = store;
    clock.at = noon + 4 * dayMs;
    clock.sleep = () => pause(5);
    files = store.keptFiles(runningSm3);
    const exportList = new ExportList({ lists: new SqlListReader(new UnitRunner(engine), vault), spreadsheet: new XlsxSpreadsheet(), files, ids, clock, maxRows: 10_000 });
    desk = new ExportDesk({ unitOfWork, exportList, files, ids, clock, journal, maxAtOnce: 4 });
    tidy = new TidyExports({ unitOfWork, files, ids, clock, isAtWork: (exportNo) => desk.isAtWork(exportNo) });
  });
  after(async () => {
    await desk.stop();
    await store.close();
  });

  async function exported(listName: string, parameters: Readonly<Record<string, string>>) {
    const started = await desk.start({ ...owner, listName, parameters, address: '192.0.2.7', requestId: 'R1' });
    if (!started.ok) throw new Error(started.refusal.code);
    for (;;) {
      const standing = await desk.state(started.value.exportNo, 'O1');
      if (standing?.state !== 'running') return { exportNo: started.value.exportNo, standing };
      await pause(20);
    }
  }
  async function bytesOf(fileNo: string): Promise<Buffer> {
    const found = await desk.file(fileNo, owner);
    if (!found.ok) throw new Error(found.refusal);
    const pieces: Uint8Array[] = [];
    for await (const piece of found.value.bytes) pieces.push(piece);
    const whole = Buffer.concat(pieces);
    expect(whole.length).to.equal(found.value.byteSize);
    return whole;
  }
  async function linesOf(fileNo: string): Promise<readonly (readonly unknown[])[]> {
    const book = new exceljs.Workbook();
    await book.xlsx.load(await bytesOf(fileNo) as unknown as ArrayBuffer);
    const lines: unknown[][] = [];
    book.worksheets[0]?.eachRow((line) => lines.push(Array.from({ length: line.cellCount }, (_, index) => line.getCell(index + 1).value)));
    return lines;
  }

  it('gets the whole filtered result with its totals as a file that can be read', async () => {
    const { standing } = await exported('settlements', { payChannel: 'ALIPAY' });
    expect(standing).to.include({ state: 'done', written: 3, fileName: '结算情况-20260512120000.xlsx' });
    expect(await linesOf(standing?.fileNo ?? '')).to.deep.equal([
      ['订单日期', '应结笔数', '应结金额', '已结笔数', '已结金额', '实收金额', '手续费'],
      ['2026-05-12', 1, 5, 0, 0, 0, 0], ['2026-05-09', 2, 2, 1, -4, -3.96, -0.04], ['2026-05-08', 3, -3, 2, 4, 3.95, 0.05],
      ['合计', 6, 4, 3, 0, -0.01, 0.01],
    ]);
    expect(await desk.file(standing?.fileNo ?? '', { ...owner, operatorNo: 'O2' })).to.deep.equal({ ok: false, refusal: 'unknown' });
  });

  it('gets words written by others as texts and never as formulas (EXP-01)', async () => {
    const row = tradeRow(700, { biz_order_no: '=HYPERLINK("https://evil.example")', trade_at: noon + 3 * dayMs });
    await engine.writer('trade').insert(row);
    const { standing } = await exported('unsettled-trades', {});
    await engine.writer('trade').where({ trade_key: row['trade_key'] ?? '' }).delete();
    const cells = (await linesOf(standing?.fileNo ?? '')).flat().filter((cell) => JSON.stringify(cell)?.includes('HYPERLINK'));
    expect(cells).to.have.length(1);
    expect(cells[0], 'a formula would be read as an object').to.be.a('string');
  });

  it('is told as failed when there are more rows than a file may have, and nothing can be fetched', async () => {
    const many = Array.from({ length: 10_500 }, (_, n) => tradeRow(n + 1000, { trade_at: noon + 5 * dayMs + n }));
    for (let at = 0; at < many.length; at += 500) await engine.writer('trade').insert(many.slice(at, at + 500));
    const { exportNo, standing } = await exported('unsettled-trades', {});
    await engine.writer('trade').where('trade_at', '>=', noon + 5 * dayMs).delete();
    expect(standing).to.include({ state: 'failed', failure: 'too-many-rows', fileNo: undefined });
    const audited = await engine.reader('audit_entry').select('action', 'facts_after').where({ object_no: exportNo }) as readonly { readonly action: string; readonly facts_after: string }[];
    expect(audited.map(({ action, facts_after }) => [action, (JSON.parse(facts_after) as { readonly outcome?: string }).outcome])).to.deep.equal([['list.export-failed', 'too-many-rows']]);
  });

  it('finds the file gone after a day, and the rounds delete its bytes alone', async () => {
    const { standing } = await exported('settlements', {});
    const fileNo = standing?.fileNo ?? '';
    await files.keep({ fileNo: 'B1', purpose: 'bill', fileName: 'bill.zip' }, (async function* () { yield await Promise.resolve(Buffer.from('bill')); })());
    store.clock.at += dayMs + hourMs;
    expect(await desk.file(fileNo, owner)).to.deep.equal({ ok: false, refusal: 'gone' });
    const rounds = new ExportRounds({ tidy, journal }, 5);
    rounds.start();
    const deadline = performance.now() + 30_000;
    while (!journal.events.some(({ event }) => event === 'exports-tidied') && performance.now() < deadline) await pause(5);
    expect(journal.events.map(({ event }) => event)).to.include('exports-tidied');
    await rounds.stop();
    expect(await engine.reader('kept_chunk').select('file_no')).to.deep.equal([{ file_no: 'B1' }]);
    expect(await engine.reader('kept_export').select('file_no')).to.deep.equal([]);
    expect((await files.find(fileNo))?.purpose).to.equal('export');
  });
});
