import { expect } from 'chai';
import { fromTheStart } from '../../../../domain/sharing/share-progress.js';
import { minuteMs } from '../../../../domain/kernel/china-time.js';
import { no, noon } from '../../../builders/moments.js';
import { ShareDesk } from './share-desk.js';

describe('exporting a table', () => {
  it('sends what is due once, and nothing the next time', async () => {
    const desk = new ShareDesk();
    for (const suffix of [1, 2]) await desk.paid(suffix);
    expect([await desk.exportBatch.run(desk.orders), await desk.exportBatch.run(desk.orders)]).to.deep.equal(['wrote', 'nothing']);
    expect(desk.target.batches.map(({ rows, sequence }) => [rows.map(({ key }) => key), sequence])).to.deep.equal([[[no(1), no(2)], 1]]);
    expect((await desk.log()).map(({ state, rowCount, acceptedCount, message }) => [state, rowCount, acceptedCount, message])).to.deep.equal([['done', 2, 2, '']]);
  });

  it('loses no order of those that were paid in the same millisecond', async () => {
    const desk = new ShareDesk(2);
    for (let suffix = 1; suffix <= 5; suffix++) await desk.paid(suffix);
    for (const outcome of ['wrote', 'wrote', 'wrote', 'nothing']) expect(await desk.exportBatch.run(desk.orders)).to.equal(outcome);
    expect(desk.target.keys('paid-orders')).to.deep.equal([1, 2, 3, 4, 5].map((suffix) => no(suffix)));
    expect(desk.target.batches.map(({ rows }) => rows.length)).to.deep.equal([2, 2, 1]);
  });

  it('waits a minute with what is young, for a payment that is still being stored may be older', async () => {
    const desk = new ShareDesk();
    await desk.paid(1, {}, noon - 59_999);
    expect(await desk.exportBatch.run(desk.orders)).to.equal('nothing');
    desk.clock.at += 1;
    expect(await desk.exportBatch.run(desk.orders)).to.equal('wrote');
  });

  it('puts a bad row aside with its reason and lets the others go on', async () => {
    const desk = new ShareDesk();
    await desk.paid(1, { userId: 'x'.repeat(65) });
    await desk.paid(2);
    await desk.paid(3);
    desk.target.rejects.add(no(3));
    expect(await desk.exportBatch.run(desk.orders)).to.equal('wrote');
    expect(desk.target.keys('paid-orders')).to.deep.equal([no(2)]);
    expect((await desk.aside()).map(({ rowKey, reason, detail }) => [rowKey, reason, detail])).to.deep.equal([
      [no(1), 'too-long', 'menu_id：超过该列长度且不能截断'], [no(3), 'rejected', '22001'],
    ]);
    expect(await desk.exportBatch.run(desk.orders)).to.equal('nothing');
    expect((await desk.log())[0]).to.include({ state: 'done', rowCount: 3, acceptedCount: 1, quarantinedCount: 2 });
  });

  it('does not believe that every one of many rows is bad', async () => {
    const desk = new ShareDesk();
    for (let suffix = 1; suffix <= 21; suffix++) desk.target.rejects.add(await desk.paid(suffix));
    expect(await desk.exportBatch.run(desk.orders)).to.equal('held-up');
    expect(await desk.aside()).to.deep.equal([]);
    expect((await desk.log())[0]).to.include({ state: 'failed', acceptedCount: 0 });
  });

  it('backs off while the target is away, tells people at the third time, and loses nothing', async () => {
    const desk = new ShareDesk();
    await desk.paid(1);
    desk.target.mood = 'away';
    for (const waitMs of [1, 2, 4, 8, 16, 30, 30].map((minutes) => minutes * minuteMs)) {
      expect(await desk.exportBatch.run(desk.orders)).to.equal('held-up');
      expect((await desk.progress())?.notBefore).to.equal(desk.clock.at + waitMs);
      desk.clock.at += waitMs - 1;
      expect(await desk.exportBatch.run(desk.orders)).to.equal('waits');
      desk.clock.at += 1;
    }
    expect(desk.journal.events.filter(({ event }) => event === 'share-target-down').map(({ level, fields }) => [level, fields?.['failures']])).to.deep.equal([['alarm', 3]]);
    desk.target.mood = 'takes';
    expect(await desk.exportBatch.run(desk.orders)).to.equal('wrote');
    expect(await desk.progress()).to.include({ failures: 0, notBefore: 0 });
    expect(desk.journal.events.map(({ event }) => event)).to.include('share-target-up');
    expect(desk.target.keys('paid-orders')).to.deep.equal([no(1)]);
  });

  it('takes silence for no answer: the rows go again, which changes nothing over there', async () => {
    const desk = new ShareDesk();
    await desk.paid(1);
    desk.target.mood = 'silent';
    expect(await desk.exportBatch.run(desk.orders)).to.equal('held-up');
    expect(await desk.progress()).to.deep.include({ mark: undefined });
    desk.target.mood = 'takes';
    desk.clock.at += minuteMs;
    expect(await desk.exportBatch.run(desk.orders)).to.equal('wrote');
    expect(desk.target.keys('paid-orders')).to.deep.equal([no(1)]);
    expect((await desk.log()).map(({ state }) => state)).to.deep.equal(['done', 'unknown']);
  });

  it('is done by one worker at a time; after a crash another goes on when the lease has passed', async () => {
    const desk = new ShareDesk();
    await desk.paid(1);
    desk.target.duringWrite = async () => { expect(await desk.exportBatch.run(desk.orders)).to.equal('busy'); throw new Error('power cut'); };
    await desk.exportBatch.run(desk.orders).then(() => expect.fail('the power was cut'), () => undefined);
    expect(await desk.exportBatch.run(desk.orders)).to.equal('busy');
    desk.target.duringWrite = () => Promise.resolve();
    desk.clock.at += 10 * minuteMs;
    expect(await desk.exportBatch.run(desk.orders)).to.equal('wrote');
    expect(desk.target.batches.map(({ sequence }) => sequence)).to.deep.equal([1, 2]);
  });

  it('does not move the mark when somebody ordered a reload meanwhile', async () => {
    const desk = new ShareDesk();
    await desk.paid(1);
    desk.target.duringWrite = () => desk.store.unitOfWork.run(async ({ sharing }) => {
      const progress = await sharing.progress('played', 'paid-orders');
      if (progress) await sharing.putProgress(fromTheStart(progress));
    });
    expect(await desk.exportBatch.run(desk.orders)).to.equal('lost');
    expect(await desk.progress()).to.deep.include({ mark: undefined, phase: 'reloading' });
  });

  it('sets aside what is not there any more instead of stopping at it', async () => {
    const desk = new ShareDesk();
    await desk.paid(1);
    await desk.store.unitOfWork.run(({ sharing }) => sharing.addNoted({ platformOrderNo: no(99), notedAt: noon - 3_600_000, version: 1 }));
    expect(await desk.exportBatch.run(desk.orders)).to.equal('wrote');
    expect((await desk.aside()).map(({ rowKey, reason }) => [rowKey, reason])).to.deep.equal([[no(99), 'no-such-order']]);
  });

  it('says nothing of a payer in its log, its quarantine or its journal', async () => {
    const desk = new ShareDesk();
    await desk.paid(1, { payer: { name: '欧阳'.repeat(20), mobile: '13800138000', certNo: '350402199001011234' }, userId: '13800138000'.repeat(7) });
    await desk.paid(2, { payer: { name: '欧阳'.repeat(20), mobile: '+8613800138000', certNo: '350402199001011234' } });
    await desk.exportBatch.run(desk.orders);
    const said = JSON.stringify([await desk.log(), await desk.aside(), desk.journal.events]);
    expect(said).not.to.match(/13800138000|350402199001011234|欧阳/);
    expect(desk.journal.events.map(({ event }) => event)).to.deep.equal(['share-quarantined', 'share-values-cut']);
  });
});
