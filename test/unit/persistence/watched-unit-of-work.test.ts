import { expect } from 'chai';
import { memoryPersistence } from '../../../adapters/outbound/persistence/memory/memory-persistence.js';
import { TamperWatch } from '../../../adapters/outbound/persistence/tamper-watch.js';
import { WatchedUnitOfWork } from '../../../adapters/outbound/persistence/watched-unit-of-work.js';
import type { JournalFields } from '../../../application/ports/journal.js';
import { TamperedError } from '../../../application/ports/vault.js';
import { noon } from '../../contract/persistence/builders.js';
import { CountingIds, FakeVault, HandClock } from '../../contract/persistence/fakes.js';
import { faultOf } from '../../contract/persistence/opened.js';

describe('unit of work that is watched', () => {
  const open = () => {
    const alarms: (readonly [string, JournalFields | undefined])[] = [];
    const { unitOfWork } = memoryPersistence({ vault: new FakeVault(), ids: new CountingIds(), clock: new HandClock(noon) });
    return { alarms, unitOfWork: new WatchedUnitOfWork(unitOfWork, new TamperWatch({ alarm: (event, fields) => { alarms.push([event, fields]); } })) };
  };
  const tampered = (): Promise<never> => Promise.reject(new TamperedError('changed', { row: { table: 'pay_order', rowNo: 'P1' } }));

  it('INT-01: raises one alarm that names the row, however many units are open around it, and the fault goes on', async () => {
    const { unitOfWork, alarms } = open();
    expect((await faultOf(unitOfWork.run(() => unitOfWork.read(tampered)))).name).to.equal('TamperedError');
    expect(alarms).to.deep.equal([['row-tampered', { table: 'pay_order', rowNo: 'P1' }]]);
    await faultOf(unitOfWork.read(tampered));
    expect(alarms).to.have.length(2);
  });

  it('says nothing of other faults', async () => {
    const { unitOfWork, alarms } = open();
    expect((await faultOf(unitOfWork.run(() => Promise.reject(new Error('power cut'))))).message).to.equal('power cut');
    expect(alarms).to.be.empty;
  });
});
