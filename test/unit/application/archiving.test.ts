import { expect } from 'chai';
import { memoryPersistence } from '../../../adapters/outbound/persistence/memory/memory-persistence.js';
import { MemoryDatabase } from '../../../adapters/outbound/persistence/memory/memory-database.js';
import { ArchiveOldOrders, noticeMs } from '../../../application/archive/archive-old-orders.js';
import { dayMs } from '../../../domain/kernel/china-time.js';
import { anOrder, no, noon } from '../../contract/persistence/builders.js';
import { CountingIds, FakeVault, HandClock } from '../../contract/persistence/fakes.js';

const longAgo = noon - 401 * dayMs;

function archivist(afterDays = 400) {
  const database = new MemoryDatabase();
  const parts = { vault: new FakeVault(), ids: new CountingIds(), clock: new HandClock(noon) };
  const { unitOfWork } = memoryPersistence(parts, database);
  const archive = new ArchiveOldOrders({ unitOfWork, ids: parts.ids, clock: parts.clock, afterDays });
  const place = async (from: number, to: number, createdAt: number, state: 'closed' | 'awaiting' = 'closed'): Promise<void> => {
    for (let n = from; n <= to; n++) await unitOfWork.run(({ orders }) => orders.add(anOrder({ platformOrderNo: no(n), state, createdAt, expiresAt: createdAt, closedAt: createdAt })));
  };
  return {
    archive, place, clock: parts.clock, unitOfWork,
    begun: () => database.tables.archiveTurns.get('archive', false)?.begunAt,
    audited: () => database.tables.audit.all(false).map(({ entry }) => [entry.action, entry.objectNo, entry.after?.['orders'], entry.after?.['last']]),
    left: () => database.tables.orders.all(false).length - database.tables.archivedOrders.all(false).length,
  };
}

describe('archiving old orders', () => {
  it('says a minute before the first move that it begins, and moves nothing until then', async () => {
    const { archive, place, clock, left, begun } = archivist();
    await place(1, 3, longAgo);
    expect(await archive.page('a', undefined)).to.deep.equal({ kind: 'too-early', waitMs: noticeMs });
    clock.at += noticeMs - 1;
    expect(await archive.page('a', undefined)).to.deep.equal({ kind: 'too-early', waitMs: 1 });
    expect([left(), begun()]).to.deep.equal([3, noon]);
    clock.at += 1;
    expect(await archive.page('a', undefined)).to.deep.equal({ kind: 'page', moved: 3, stayed: 0, next: no(3) });
    expect(await archive.page('a', no(3))).to.deep.equal({ kind: 'page', moved: 0, stayed: 0, next: undefined });
    expect(left()).to.equal(0);
  });

  it('begins nothing where nothing is old enough', async () => {
    const { archive, place, begun } = archivist();
    await place(1, 3, noon - 400 * dayMs);
    expect(await archive.page('a', undefined)).to.deep.equal({ kind: 'page', moved: 0, stayed: 0, next: undefined });
    expect(begun()).to.equal(undefined);
  });

  it('goes on page by page, leaves behind what is not finished, and ends before what is too young', async () => {
    const { archive, place, clock, left, audited } = archivist();
    await place(1, 150, longAgo);
    await place(151, 152, longAgo, 'awaiting');
    await place(153, 350, longAgo);
    await place(351, 800, noon);
    await archive.page('a', undefined);
    clock.at += noticeMs;
    const first = await archive.page('a', undefined);
    expect(first).to.deep.equal({ kind: 'page', moved: 198, stayed: 2, next: no(200) });
    expect(await archive.page('a', no(200))).to.deep.equal({ kind: 'page', moved: 150, stayed: 0, next: undefined });
    expect(left()).to.equal(452);
    expect(audited()).to.deep.equal([['archive.orders-moved', no(1), '198', no(200)], ['archive.orders-moved', no(201), '150', no(350)]]);
    expect(await archive.page('a', undefined)).to.deep.equal({ kind: 'page', moved: 0, stayed: 2, next: undefined });
  });

  it('is one process’ work at a time, until that ends or is silent for five minutes', async () => {
    const { archive, place, clock } = archivist();
    await place(1, 601, longAgo);
    await archive.page('a', undefined);
    clock.at += noticeMs;
    expect((await archive.page('a', undefined)).kind).to.equal('page');
    expect(await archive.page('b', undefined)).to.deep.equal({ kind: 'not-our-turn' });
    await archive.endTurn('a');
    expect((await archive.page('b', undefined)).kind).to.equal('page');
    expect(await archive.page('a', undefined)).to.deep.equal({ kind: 'not-our-turn' });
    clock.at += 300_000;
    expect((await archive.page('a', undefined)).kind).to.equal('page');
  });

  it('never takes orders younger than ninety days, whatever is asked', async () => {
    const { archive, place } = archivist(1);
    await place(1, 1, noon - 90 * dayMs);
    expect(await archive.wouldMove(undefined)).to.include({ moved: 0, stayed: 0 });
    await place(2, 2, noon - 90 * dayMs - 1);
    expect(await archive.wouldMove(no(1))).to.include({ moved: 1, stayed: 0 });
  });

  it('locks no order and takes no turn where nothing may go', async () => {
    const { archive, place, unitOfWork } = archivist();
    await place(1, 3, noon);
    const run = unitOfWork.run.bind(unitOfWork);
    let units = 0;
    unitOfWork.run = (work) => { units += 1; return run(work); };
    expect(await archive.page('a', undefined)).to.deep.equal({ kind: 'page', moved: 0, stayed: 0, next: undefined });
    expect(units).to.equal(0);
  });

  it('tells what would go without moving or beginning anything', async () => {
    const { archive, place, left, begun, audited } = archivist();
    await place(1, 250, longAgo);
    expect([await archive.wouldMove(undefined), await archive.wouldMove(no(200))]).to.deep.equal([
      { kind: 'page', moved: 200, stayed: 0, next: no(200) }, { kind: 'page', moved: 50, stayed: 0, next: no(250) },
    ]);
    expect([left(), begun(), audited()]).to.deep.equal([250, undefined, []]);
  });
});
