import { expect } from 'chai';
import { abnormalTable, repeatTable } from '../../../adapters/outbound/persistence/sql/abnormal-repository.js';
import { movedTables } from '../../../adapters/outbound/persistence/sql/archive/move-rows.js';
import { attemptTable } from '../../../adapters/outbound/persistence/sql/attempt-repository.js';
import { auditTable } from '../../../adapters/outbound/persistence/sql/audit-repository.js';
import { callbackTable } from '../../../adapters/outbound/persistence/sql/callback-repository.js';
import { channelMerchantTable, developerTable, payeeChannelTable, payeeTable } from '../../../adapters/outbound/persistence/sql/directory-columns.js';
import { allSteps, bootSteps } from '../../../adapters/outbound/persistence/sql/migrations/all-steps.js';
import { keyMarkTable } from '../../../adapters/outbound/persistence/sql/key-mark.js';
import { orderTable } from '../../../adapters/outbound/persistence/sql/order-columns.js';
import { jobTable } from '../../../adapters/outbound/persistence/sql/outbox-repository.js';
import { chunkTable, draftTable, fileTable } from '../../../adapters/outbound/persistence/sql/sql-kept-files.js';
import { nodeNumberTable } from '../../../adapters/outbound/persistence/sql/sql-node-numbers.js';
import { billTable, dayTable, differenceTable, itemTable, noteTable, runTable } from '../../../adapters/outbound/persistence/sql/reconcile-columns.js';
import { refundTable } from '../../../adapters/outbound/persistence/sql/refund-repository.js';
import { certificateTable, entryTable, lockTable, statementTable } from '../../../adapters/outbound/persistence/sql/settlement-columns.js';
import { tradeTable } from '../../../adapters/outbound/persistence/sql/trade-repository.js';

const tables = [
  abnormalTable, repeatTable, attemptTable, auditTable, callbackTable, channelMerchantTable, developerTable, payeeChannelTable, payeeTable, orderTable,
  jobTable, refundTable, nodeNumberTable, keyMarkTable, tradeTable, entryTable, certificateTable, lockTable, statementTable, billTable, runTable, itemTable, dayTable,
  differenceTable, noteTable, fileTable, chunkTable, draftTable,
] as const;
const reserved = new Set(('access add all alter and any as asc at audit between by char check column comment commit connect content create current date '
  + 'default delete desc distinct domain drop else exists file for from grant group having identified in increment index initial insert integer intersect '
  + 'into is key level like lock long maxextents minus mode modify not nowait null number of offline on online option or order password prior privileges '
  + 'public range raw read rename resource revoke row rowid rownum rows select session set share size smallint start successful synonym sysdate table '
  + 'then time timestamp to trigger type uid union unique update user validate values varchar view whenever where window with').split(' '));

describe('schema', () => {
  const steps = [...bootSteps, ...allSteps];

  it('uses names that every engine takes: lower snake case, at most 30 bytes, not reserved', () => {
    const names = steps.flatMap((step) => [
      step.table, ...(step.change === 'create-table' ? step.columns.map((column) => column.name) : []), ...(step.change === 'create-index' ? [step.index] : []),
    ]);
    expect(names.length).to.be.above(150);
    for (const name of names) {
      expect(name).to.match(/^[a-z][a-z0-9_]{0,29}$/);
      expect(reserved.has(name), name).to.equal(false);
    }
  });

  it('gives every archive table the columns and the key of its original, whatever later steps add', () => {
    const shape = (table: string) => steps.filter((step) => step.table === table).flatMap((step) =>
      (step.change === 'create-table' ? [...step.columns, ...step.primaryKey] : step.change === 'add-column' ? [step.column] : []));
    for (const { name, archive } of [...movedTables, jobTable]) expect(shape(archive.name), name).to.deep.equal(shape(name)).and.not.be.empty;
    const unique = (table: string) => steps.flatMap((step) => (step.change === 'create-index' && step.table === table && step.unique ? [step.columns] : []));
    for (const { name, archive } of movedTables) expect(unique(archive.name), name).to.deep.equal(unique(name));
  });

  it('has each index name and step id once', () => {
    const ids = steps.map((step) => step.id);
    const indexes = steps.flatMap((step) => (step.change === 'create-index' ? [step.index] : []));
    expect(new Set(ids).size).to.equal(ids.length);
    expect(new Set(indexes).size).to.equal(indexes.length);
  });

  it('has exactly the columns that the repositories read and write', () => {
    // Read and written beside its row (developer-shelf.ts), so that no change of a developer has to know the number.
    const beside: Readonly<Record<string, readonly string[]>> = { developer: ['sealed_mobile'] };
    for (const table of tables) {
      const made = steps.find((step) => step.change === 'create-table' && step.table === table.name);
      if (made?.change !== 'create-table') throw new Error(`no step makes ${table.name}`);
      const added = steps.flatMap((step) => (step.change === 'add-column' && step.table === table.name ? [step.column] : []));
      expect([...made.columns, ...added].map((column) => column.name).sort(), table.name).to.deep.equal([...table.columnNames, ...beside[table.name] ?? []].sort());
    }
  });

  it('throws on a condition without any property', () => {
    expect(() => orderTable.condition({})).to.throw('without any property');
    expect(() => orderTable.condition({ userId: undefined })).to.throw('without a value');
  });
});
