import { expect } from 'chai';
import { OpenDays } from '../../../../application/reconciliation/open-days.js';
import type { Stores } from '../../../../application/ports/unit-of-work.js';
import { addDays } from '../../../../domain/reconciliation/clearing-day.js';
import { memoryPersistence } from '../../../../adapters/outbound/persistence/memory/memory-persistence.js';
import { MemoryDatabase } from '../../../../adapters/outbound/persistence/memory/memory-database.js';
import { CountingIds, FakeVault, HandClock } from '../../../contract/persistence/fakes.js';
import { noon } from '../../../builders/moments.js';
import { firstDay } from './counting-house.js';

const lastDay = addDays(firstDay, 500);

/** Where an entry of the first day is posted, after 501 days have been certified and what `also` does. */
async function dayForFirst(also: (stores: Stores) => Promise<void> = () => Promise.resolve()): Promise<string> {
  const store = memoryPersistence({ vault: new FakeVault(), ids: new CountingIds('9'), clock: new HandClock(noon) }, new MemoryDatabase());
  return store.unitOfWork.run(async (stores) => {
    for (let day = firstDay; day <= lastDay; day = addDays(day, 1)) {
      await stores.settlement.addCertificate({ day, content: '{}', digest: 'd'.repeat(64), previousDigest: 'd'.repeat(64), previousDay: undefined, signature: 's', keyName: 'k', issuedAt: noon });
    }
    await also(stores);
    return new OpenDays(stores).dayFor('M1', firstDay);
  });
}

describe('the day to which an old day\'s correction is posted', () => {
  it('is the one after the newest certificate, however many lie between', async () => {
    expect(await dayForFirst()).to.equal(addDays(lastDay, 1));
  });

  it('is a day later where the payee\'s statement of that one has been given out', async () => {
    const statement = { merchantNo: 'M1', settleDay: addDays(lastDay, 1), kind: 'normal', fileNo: '1', fileName: 'f', byteSize: 1, digest: 'd'.repeat(64), lineCount: 0, totals: {}, createdAt: noon } as const;
    expect(await dayForFirst(async ({ settlement }) => { await settlement.addStatement(statement); })).to.equal(addDays(lastDay, 2));
  });

  it('is the first of the next month where the month of that one is locked', async () => {
    const month = addDays(lastDay, 1).slice(0, 6);
    const day = await dayForFirst(async ({ settlement }) => { await settlement.addLock({ month, lockedAt: noon, lockedBy: 'op' }); });
    expect([day > `${month}31`, day.slice(6)]).to.deep.equal([true, '01']);
  });
});
