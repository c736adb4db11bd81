import { expect } from 'chai';
import { PinoJournal } from '../../../../adapters/outbound/system/pino-journal.js';
import { memoryPersistence } from '../../../../adapters/outbound/persistence/memory/memory-persistence.js';
import { MemoryDatabase } from '../../../../adapters/outbound/persistence/memory/memory-database.js';
import { KeepLogs } from '../../../../application/logs/keep-logs.js';
import { LogBuffer, maxBuffered } from '../../../../application/logs/log-buffer.js';
import type { LogBooks } from '../../../../application/ports/log-books.js';
import { logTypeOf } from '../../../../domain/logs/log-row.js';
import { dayMs } from '../../../../domain/kernel/china-time.js';
import { CountingIds, FakeVault, HandClock } from '../../../contract/persistence/fakes.js';
import { noon } from '../../../builders/moments.js';

function town(changes: { readonly keepDays?: number; readonly maxRows?: number; readonly books?: LogBooks } = {}) {
  const [clock, ids, database] = [new HandClock(noon), new CountingIds('7'), new MemoryDatabase()];
  const { logBooks } = memoryPersistence({ vault: new FakeVault(), ids, clock }, database);
  const buffer = new LogBuffer(() => clock.now());
  const file: string[] = [];
  let requestId: string | undefined;
  const journal = new PinoJournal('info', { write: (line) => { file.push(line); } }, { current: () => requestId });
  journal.listen(buffer);
  const within = (id: string, work: () => void): void => { requestId = id; work(); requestId = undefined; };
  const keep = new KeepLogs({ books: logBooks, buffer, ids, clock, keepDays: 7, maxRows: 1000, ...changes });
  return { clock, buffer, journal, file, within, keep, rows: () => database.tables.logRows.all(false).sort((a, b) => a.at - b.at || (a.logNo < b.logNo ? -1 : 1)) };
}

describe('lines of the log that are looked up', () => {
  it('are those of the file, by kind, with their order and request', async () => {
    const { journal, within, keep, rows, file } = town();
    within('20260508120000000001000011', () => { journal.info('gateway-answered', { orderNo: 'P1', code: '10000', ms: 3, odd: undefined }); });
    within('work-refund:R1', () => { journal.warn('slow', { orderNo: 'P2' }); });
    within('deliver-callback:C1', () => { journal.info('report-applied'); });
    journal.alarm('clock-off', { skewMs: 40_000 });
    journal.fault('job-board', new Error('lost'), { requestId: 'req-9' });
    journal.info('channel-message-refused');
    expect(await keep.write()).to.equal(6);
    expect(rows().map(({ logType, level, relatedOrderNo, requestId, content }) => [logType, level, relatedOrderNo, requestId, content])).to.deep.equal([
      ['request', 'info', 'P1', '20260508120000000001000011', 'gateway-answered orderNo=P1 code=10000 ms=3'], ['job', 'warn', 'P2', 'work-refund:R1', 'slow orderNo=P2'],
      ['notice', 'info', undefined, 'deliver-callback:C1', 'report-applied'], ['system', 'alarm', undefined, undefined, 'clock-off skewMs=40000'],
      ['request', 'fault', undefined, 'req-9', 'job-board error=Error message=lost'], ['notice', 'info', undefined, undefined, 'channel-message-refused'],
    ]);
    expect(file).to.have.length(6);
  });

  it('hold no secret and no personal data, wherever it was put', async () => {
    const { journal, within, keep, rows } = town();
    // Looks like a key and is none.
    const key = ['-----BEGIN', 'PRIVATE KEY-----\nMIGHnotakey\n-----END', 'PRIVATE KEY-----'].join(' ');
    const planted = ['13800138000', '350402199001011234', '281234567890123456', '6212345678901234567', key];
    for (const secret of planted) {
      within(`text-payer:${secret.slice(0, 4)}`, () => { journal.info('planted', { a: secret, b: `x ${secret} y` }); });
      journal.fault('planted', new Error(`phone ${secret}`), { c: secret });
    }
    await keep.write();
    const all = rows().map((row) => JSON.stringify(row)).join('\n');
    for (const secret of planted) expect(all).to.not.include(secret.slice(0, 40));
    expect(all).to.not.include('MIGHnotakey');
    expect(rows()).to.have.length(planted.length * 2);
  });

  it('never hold up or fail whoever logs: what the database does not take is counted and stands in the file', async () => {
    const books: LogBooks = { append: () => Promise.reject(new Error('away')), forget: () => Promise.resolve(0), newestBeyond: () => Promise.resolve(undefined) };
    const { journal, keep, buffer, file } = town({ books });
    for (let n = 0; n < maxBuffered + 7; n++) journal.info('x', { n });
    expect(await keep.write().catch(() => 'failed')).to.equal('failed');
    expect([buffer.waiting, buffer.takeDropped(), buffer.takeDropped(), file.length]).to.deep.equal([maxBuffered, 7, 0, maxBuffered + 7]);
    expect(buffer.take(1)[0]?.fields).to.deep.equal({ n: 0 });
  });

  it('go back in their order, the oldest lost first, when more came meanwhile', () => {
    const { buffer, journal } = town();
    for (let n = 0; n < 10; n++) journal.info('x', { n });
    const taken = buffer.take(10);
    for (let n = 10; n < maxBuffered + 5; n++) journal.info('x', { n });
    buffer.giveBack(taken);
    expect([buffer.waiting, buffer.takeDropped(), buffer.take(1)[0]?.fields]).to.deep.equal([maxBuffered, 5, { n: 5 }]);
  });

  it('are written in units of at most a hundred', async () => {
    const sizes: number[] = [];
    const books: LogBooks = { append: async (rows) => { sizes.push(rows.length); }, forget: () => Promise.resolve(0), newestBeyond: () => Promise.resolve(undefined) };
    const { journal, keep } = town({ books });
    for (let n = 0; n < 450; n++) journal.info('x');
    expect([await keep.write(), sizes]).to.deep.equal([450, [100, 100, 100, 100, 50]]);
  });

  it('go after their days, and the oldest when they are too many', async () => {
    const { journal, keep, rows, clock } = town({ maxRows: 1000 });
    for (let n = 0; n < 600; n++) journal.info('old');
    await keep.write();
    clock.at += 4 * dayMs;
    for (let n = 0; n < 700; n++) { journal.info('new', { n }); clock.at += 1; }
    await keep.write();
    await keep.tidy();
    expect([rows().length, rows()[0]?.content]).to.deep.equal([700, 'new n=0']);
    clock.at += 7 * dayMs;
    await keep.tidy();
    expect(rows()).to.deep.equal([]);
  });

  it('are in the file alone where none are to be kept', async () => {
    const { journal, keep, rows, buffer } = town({ keepDays: 0 });
    journal.info('x');
    expect([await keep.write(), rows().length, buffer.waiting]).to.deep.equal([1, 0, 0]);
  });

  it('are requests, notices, jobs or of the system', () => {
    expect([['x', 'req'], ['x', 'query-attempt:A1'], ['x', undefined], ['callback-tried', 'req'], ['x', 'push-personal-bill:P1'], ['province-paid-message', undefined]]
      .map(([event, requestId]) => logTypeOf({ event: event ?? '', requestId }))).to.deep.equal(['request', 'job', 'system', 'notice', 'notice', 'notice']);
  });

  it('an ear that fails takes nothing from whoever logs', () => {
    const { journal, file } = town();
    journal.listen({ hear: () => { throw new Error('deaf'); } });
    journal.info('x');
    expect(file).to.have.length(1);
  });
});
