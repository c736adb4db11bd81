import { memoryPersistence } from '../../../adapters/outbound/persistence/memory/memory-persistence.js';
import { allContracts } from './all-contracts.js';
import { changesKeyTwice } from './audit-keys.contract.js';
import { noon } from './builders.js';
import { CountingIds, FakeVault, HandClock } from './fakes.js';
import { openMemory } from './opened.js';

allContracts('memory', openMemory);

describe('the audit chain under new keys on memory', () => {
  it('goes on under each and is whole over all of them', async () => {
    const vault = new FakeVault();
    await changesKeyTwice(memoryPersistence({ vault, ids: new CountingIds(), clock: new HandClock(noon) }), vault);
  });
});
