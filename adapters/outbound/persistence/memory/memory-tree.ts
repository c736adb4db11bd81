import type { TreeReader } from '../../../../application/ports/shared-facts.js';
import { byText } from './memory-settlement.js';
import type { MemoryDatabase } from './memory-database.js';

/** The whole directory in memory as the business tree is made of it. */
export const memoryTree = (database: MemoryDatabase): TreeReader => ({
  facts: async () => {
    const { nontaxRegions, payees, nontaxItems } = database.tables;
    const { inUnit } = database;
    return {
      regions: nontaxRegions.all(inUnit).sort(byText((row) => row.regionCode)),
      payees: payees.all(inUnit).sort(byText((row) => row.merchantNo)).map(({ chargingUnit, ...payee }) => ({ ...payee, unitCode: chargingUnit?.code })),
      items: nontaxItems.all(inUnit).sort(byText((row) => row.itemCode)),
    };
  },
});
