import { expect } from 'chai';
import { runningSm3 } from '../../../adapters/outbound/crypto/digests.js';
import { memoryPersistence } from '../../../adapters/outbound/persistence/memory/memory-persistence.js';
import { MemoryDatabase } from '../../../adapters/outbound/persistence/memory/memory-database.js';
import { ExportDesk, type ExportAsk } from '../../../application/lists/export-desk.js';
import type { ExportRequest, ExportedFile, ExportRefusal } from '../../../application/lists/export-list.js';
import { TidyExports } from '../../../application/lists/tidy-exports.js';
import type { Bytes } from '../../../application/ports/channel-bills.js';
import { FileTooBig, type KeptFiles } from '../../../application/ports/kept-files.js';
import { hourMs, minuteMs } from '../../../domain/kernel/china-time.js';
import { ok, refuse, type Result } from '../../../domain/kernel/result.js';
import { listExportArrows } from '../../../domain/lists/list-export.js';
import { noon } from '../../builders/moments.js';
import { CountingIds, HandClock } from '../../contract/persistence/fakes.js';
import { vault } from '../../contract/persistence/opened.js';
import { RecordingJournal } from './recording-journal.js';

/** Stands still, but whoever sleeps is woken soon. */
class PatientClock extends HandClock {
  override sleep(): Promise<void> { return new Promise((resolve) => { setTimeout(resolve, 2); }); }
}
const pause = (ms: number): Promise<void> => new Promise((resolve) => { setTimeout(resolve, ms); });
async function* rows(text: string): Bytes { yield await Promise.resolve(Buffer.from(text)); }

/** One export that the test ends when it likes. */
interface Held { readonly request: ExportRequest; end(result: Result<ExportedFile, ExportRefusal>): void; fail(error: Error): void }

function openDesk(maxAtOnce = 10) {
  const [clock, ids, journal, database] = [new PatientClock(noon), new CountingIds(), new RecordingJournal(), new MemoryDatabase()];
  const store = memoryPersistence({ vault, ids, clock }, database);
  const files: KeptFiles = store.keptFiles(runningSm3);
  const held: Held[] = [];
  const exportList = {
    run: (request: ExportRequest) => new Promise<Result<ExportedFile, ExportRefusal>>((end, fail) => {
      request.signal?.addEventListener('abort', () => { fail(request.signal?.reason as Error); });
      if (request.signal?.aborted) fail(request.signal.reason as Error);
      held.push({ request, end, fail });
    }),
  };
  const anotherDesk = () => new ExportDesk({ unitOfWork: store.unitOfWork, exportList, files, ids, clock, journal, maxAtOnce });
  const desk = anotherDesk();
  const tidy = new TidyExports({ unitOfWork: store.unitOfWork, files, ids, clock, isAtWork: () => false });
  const ask = (changes: Partial<ExportAsk> = {}): ExportAsk =>
    ({ operatorNo: 'O1', listName: 'settlements', parameters: { payChannel: 'ALIPAY' }, scope: { kind: 'all' }, address: '192.0.2.7', requestId: 'R1', ...changes });
  const started = async (changes: Partial<ExportAsk> = {}, at = desk): Promise<string> => {
    const answer = await at.start(ask(changes));
    if (!answer.ok) throw new Error(answer.refusal.code);
    return answer.value.exportNo;
  };
  const keptAs = async (fileNo: string) => ok({ file: await files.keep({ fileNo, purpose: 'export', fileName: '结算情况.xlsx' }, rows('xlsx')), rowCount: 3 });
  const untilEnded = async (exportNo: string, operatorNo = 'O1') => {
    for (let tries = 0; tries < 500; tries++) {
      const standing = await desk.state(exportNo, operatorNo);
      if (standing?.state !== 'running') return standing;
      await pause(2);
    }
    throw new Error('it goes on');
  };
  const done = async (fileNo: string, changes: Partial<ExportAsk> = {}) => {
    const exportNo = await started(changes);
    held.at(-1)?.end(await keptAs(fileNo));
    return { exportNo, standing: await untilEnded(exportNo, changes.operatorNo) };
  };
  const audited = () => database.tables.audit.all(false).map(({ entry }) => entry);
  return { desk, anotherDesk, tidy, clock, journal, files, store, held, ask, started, keptAs, untilEnded, done, audited };
}
type Desk = ReturnType<typeof openDesk>;

describe('exports of operators', () => {
  let room: Desk;
  beforeEach(() => { room = openDesk(); });
  afterEach(() => room.desk.stop());
  const refusalOf = async (changes: Partial<ExportAsk>): Promise<unknown> => {
    const answer = await room.desk.start(room.ask(changes));
    return answer.ok ? 'started' : answer.refusal;
  };
  const bytesOf = async (bytes: Bytes): Promise<string> => {
    let text = '';
    for await (const piece of bytes) text += Buffer.from(piece).toString();
    return text;
  };

  it('begin at once, tell how far they are, and end with a file and an audit entry', async () => {
    const exportNo = await room.started();
    expect(room.held[0]?.request.parameters).to.deep.equal({ orderDateFrom: '20260409', orderDateTo: '20260508', payChannel: 'ALIPAY', sort: 'orderDate:desc' });
    expect(await room.desk.state(exportNo, 'O1')).to.include({ state: 'running', written: 0, fileNo: undefined });
    for (let row = 1; row <= 10_000; row++) room.held[0]?.request.onProgress?.(row);
    const before = (await room.store.unitOfWork.read(({ exports }) => exports.byNo(exportNo)))?.version ?? 0;
    await pause(20);
    const noted = await room.store.unitOfWork.read(({ exports }) => exports.byNo(exportNo));
    expect(noted?.written).to.equal(10_000);
    expect((noted?.version ?? 0) - before, 'stored now and then, not for every row').to.be.within(1, 20);
    room.held[0]?.end(await room.keptAs('F1'));
    expect(await room.untilEnded(exportNo)).to.deep.equal({ state: 'done', listName: 'settlements', written: 3, fileNo: 'F1', fileName: '结算情况.xlsx', failure: undefined, isFileGone: false });
    expect(room.audited()).to.have.length(1);
    expect(room.audited()[0]).to.deep.include({
      actor: { kind: 'operator', code: 'O1', address: '192.0.2.7' }, action: 'list.exported', objectKind: 'list-export', objectNo: exportNo, description: '导出结算情况，共 3 行', requestId: 'R1',
      after: { list: 'settlements', scope: 'all', 'filter.orderDateFrom': '20260409', 'filter.orderDateTo': '20260508', 'filter.payChannel': 'ALIPAY', sort: 'orderDate:desc', rows: '3', outcome: 'done', fileNo: 'F1' },
    });
  });

  it('are refused for a list nobody has, one of another scope, and a question that makes no sense, and nothing is stored of them', async () => {
    for (const listName of ['__proto__', 'nothing', 'portal-unsettled']) expect(await refusalOf({ listName })).to.deep.equal({ code: 'unknown-list' });
    expect(await refusalOf({ parameters: { orderDateFrom: '20260501', orderDateTo: '20260401' } })).to.deep.equal({ code: 'bad-query', refusal: { parameter: 'orderDateTo', message: '订单日期的结束日期早于开始日期' } });
    for (const parameters of [undefined, [], 'x', { nobody: '1' }]) expect(await refusalOf({ parameters })).to.include({ code: 'bad-query' });
    expect(room.held).to.deep.equal([]);
  });

  it('are two of a person at once, whatever process they reach, and another one when one has ended', async () => {
    const other = room.anotherDesk();
    const answers = await Promise.all([1, 2, 3, 4, 5].map((n) => (n % 2 === 0 ? other : room.desk).start(room.ask())));
    expect(answers.filter((answer) => answer.ok)).to.have.length(2);
    expect(answers.flatMap((answer) => (answer.ok ? [] : [answer.refusal]))).to.deep.equal(Array.from({ length: 3 }, () => ({ code: 'too-many-own', limit: 2 })));
    expect(room.held).to.have.length(2);
    const third = await room.desk.start(room.ask({ operatorNo: 'O2' }));
    expect(third.ok).to.equal(true);
    const first = answers.find((answer) => answer.ok);
    room.held[0]?.end(refuse({ code: 'too-many-rows', limit: 3 }));
    if (first?.ok) expect(await room.untilEnded(first.value.exportNo)).to.include({ state: 'failed', failure: 'too-many-rows' });
    await room.started();
    await other.stop();
  });

  it('are so many of a process and no more', async () => {
    const small = openDesk(2);
    for (const operatorNo of ['O1', 'O2']) await small.started({ operatorNo });
    const third = await small.desk.start(small.ask({ operatorNo: 'O3' }));
    expect(third).to.deep.equal({ ok: false, refusal: { code: 'busy' } });
    await small.desk.stop();
  });

  it('of somebody else are not told apart from none', async () => {
    const { exportNo } = await room.done('F1');
    for (const asked of [exportNo, 'X', '']) expect(await room.desk.state(asked, 'O2')).to.equal(undefined);
    for (const fileNo of ['F1', 'X', '']) expect(await room.desk.file(fileNo, { operatorNo: 'O2', scope: { kind: 'all' } })).to.deep.equal({ ok: false, refusal: 'unknown' });
    const own = await room.desk.file('F1', { operatorNo: 'O1', scope: { kind: 'all' } });
    if (!own.ok) throw new Error(own.refusal);
    expect([own.value.listName, own.value.fileName, own.value.byteSize, await bytesOf(own.value.bytes)]).to.deep.equal(['settlements', '结算情况.xlsx', 4, 'xlsx']);
    expect(await room.desk.file('F1', { operatorNo: 'O1', scope: { kind: 'institution', institutionNo: 'I1' } }), 'the account was narrowed').to.deep.equal({ ok: false, refusal: 'unknown' });
  });

  it('with the same question are another file for another person (ISO-05)', async () => {
    const [first, second] = [await room.done('F1'), await room.done('F2', { operatorNo: 'O2' })];
    expect([first.standing?.fileNo, second.standing?.fileNo]).to.deep.equal(['F1', 'F2']);
  });

  it('give no file that no export of a list has made', async () => {
    await room.files.keep({ fileNo: 'B1', purpose: 'bill', fileName: 'bill.zip' }, rows('bill'));
    expect(await room.desk.file('B1', { operatorNo: 'O1', scope: { kind: 'all' } })).to.deep.equal({ ok: false, refusal: 'unknown' });
  });

  it('mask phone numbers that were looked for, in the database and in the audit entry, and look for the whole number', async () => {
    await room.done('F1', { listName: 'text-messages', parameters: { phone: ' 13800138000 ', bizKey: '13912345678' } });
    expect(room.held[0]?.request.parameters).to.include({ phone: '13800138000', bizKey: '13912345678' });
    const stored = JSON.stringify([room.audited(), await room.store.unitOfWork.read(({ exports }) => exports.byFile('F1'))]);
    expect(stored).to.contain('138****8000').and.contain('139****5678');
    for (const clear of ['13800138000', '13912345678']) expect(stored).to.not.contain(clear);
    expect(room.audited()[0]?.after, 'a phone is looked for on all days').to.not.have.any.keys('filter.createDateFrom', 'filter.createDateTo');
  });

  const breaks: Readonly<Record<string, readonly [error: Error, failure: string, faults: number]>> = {
    'when the spreadsheet breaks half way': [new Error('the writing thread died'), 'fault', 1],
    'when the file grows too large': [new FileTooBig('more than allowed'), 'too-large', 0],
  };
  for (const [when, [error, failure, faults]] of Object.entries(breaks)) {
    it(`fail with a word for people ${when}, and the place is free`, async () => {
      for (let time = 0; time < 3; time++) {
        const exportNo = await room.started();
        room.held[time]?.request.onProgress?.(1500);
        room.held[time]?.fail(error);
        expect(await room.untilEnded(exportNo)).to.include({ state: 'failed', failure, written: 1500, fileNo: undefined });
      }
      expect(room.audited().map(({ action, after }) => [action, after?.['rows'], after?.['outcome']])).to.deep.equal(Array.from({ length: 3 }, () => ['list.export-failed', '1500', failure]));
      expect(room.journal.events.filter(({ level }) => level === 'fault')).to.have.length(3 * faults);
    });
  }

  it('end when the process stops, are audited, and none begins any more', async () => {
    const [first, second] = [await room.started(), await room.started()];
    await room.desk.stop();
    for (const exportNo of [first, second]) expect(await room.desk.state(exportNo, 'O1')).to.include({ state: 'failed', failure: 'stopped' });
    expect(room.audited().map(({ description }) => description)).to.deep.equal(['导出结算情况未完成：系统停机', '导出结算情况未完成：系统停机']);
    expect(await refusalOf({})).to.deep.equal({ code: 'busy' });
  });

  it('that were just being noted when the process stops do not outlive it', async () => {
    const starting = room.desk.start(room.ask());
    await room.desk.stop();
    const answer = await starting;
    if (!answer.ok) throw new Error(answer.refusal.code);
    expect(await room.desk.state(answer.value.exportNo, 'O1')).to.include({ state: 'failed', failure: 'stopped' });
  });

  /** An export whose process is gone: noted, and then nothing is heard of it. */
  async function lost(): Promise<string> {
    const [dead] = [room.anotherDesk()];
    const exportNo = await room.started({}, dead);
    const { unitOfWork } = room.store;
    unitOfWork.run = () => new Promise(() => undefined);
    await pause(6);
    Reflect.deleteProperty(unitOfWork, 'run');
    return exportNo;
  }

  it('whose process is gone are told as failed after two minutes, and hold no place', async () => {
    const [first, second] = [await lost(), await lost()];
    expect(await refusalOf({})).to.deep.equal({ code: 'too-many-own', limit: 2 });
    room.clock.at += 2 * minuteMs - 1;
    expect(await room.desk.state(first, 'O1')).to.include({ state: 'running' });
    room.clock.at += 1;
    for (const exportNo of [first, second]) expect(await room.desk.state(exportNo, 'O1')).to.include({ state: 'failed', failure: 'process-gone' });
    await room.started();
    expect(room.audited().map(({ actor, description }) => [actor.code, actor.address, description])).to.deep.equal(Array.from({ length: 2 }, () => ['O1', undefined, '导出结算情况未完成：处理进程已中断']));
  });

  it('whose process is gone are ended and audited once by the tidying', async () => {
    const exportNo = await lost();
    expect(await room.tidy.run()).to.deep.equal({ lost: 0, chunks: 0 });
    room.clock.at += 2 * minuteMs + 1;
    expect([await room.tidy.run(), await room.tidy.run()]).to.deep.equal([{ lost: 1, chunks: 0 }, { lost: 0, chunks: 0 }]);
    expect(await room.desk.state(exportNo, 'O1')).to.include({ state: 'failed', failure: 'process-gone' });
    expect(room.audited()).to.have.length(1);
  });

  it('that were taken for lost and live on are broken off, and stay failed', async () => {
    const exportNo = await room.started();
    await room.store.unitOfWork.run(async ({ exports }) => {
      const current = await exports.byNo(exportNo);
      if (current) await exports.put({ ...current, state: 'failed', failure: 'process-gone', place: exportNo, endedAt: noon });
    });
    for (let tries = 0; tries < 200 && room.desk.isAtWork(exportNo); tries++) await pause(2);
    expect(room.held[0]?.request.signal?.aborted).to.equal(true);
    expect(await room.desk.state(exportNo, 'O1')).to.include({ state: 'failed', failure: 'process-gone' });
    expect(room.audited()).to.deep.equal([]);
  });

  it('keep their file for a day, and a quarter of an hour more for whoever has begun to fetch it', async () => {
    const { exportNo } = await room.done('F1');
    room.clock.at = noon + 24 * hourMs - 1;
    expect((await room.desk.file('F1', { operatorNo: 'O1', scope: { kind: 'all' } })).ok).to.equal(true);
    room.clock.at = noon + 24 * hourMs;
    expect(await room.desk.file('F1', { operatorNo: 'O1', scope: { kind: 'all' } })).to.deep.equal({ ok: false, refusal: 'gone' });
    expect(await room.desk.state(exportNo, 'O1')).to.include({ state: 'done', fileNo: undefined, fileName: undefined, isFileGone: true });
    room.clock.at += 15 * minuteMs;
    expect((await room.tidy.run()).chunks).to.equal(0);
    room.clock.at += 1;
    expect((await room.tidy.run()).chunks).to.equal(1);
    const gone = await bytesOf(room.files.read('F1')).then(() => '', (error: unknown) => (error as Error).name);
    expect(gone).to.equal('FileGone');
  });

  it('have a life without a way back', () => {
    expect(listExportArrows).to.deep.equal({ running: ['done', 'failed'], done: [], failed: [] });
  });
});
