import type { Persistence } from '../sql/sql-persistence.js';
import { MemoryAuditChain } from './memory-audit-chain.js';
import { MemoryDatabase } from './memory-database.js';
import { MemoryDirectory } from './memory-directory.js';
import { MemoryJobBoard } from './memory-job-board.js';
import { MemoryKeptFiles } from './memory-kept-files.js';
import { MemoryLogBooks } from './memory-log-books.js';
import { MemoryLimitExchange } from './memory-limit-exchange.js';
import { memoryTree } from './memory-tree.js';
import { MemorySpentNumbers } from './memory-spent-numbers.js';
import { MemoryUnitOfWork, type MemoryParts } from './memory-unit-of-work.js';

/** Everything that is stored, in this process' memory. `database` is given to a test that wants to damage it. */
export function memoryPersistence(parts: MemoryParts, database = new MemoryDatabase()): Persistence {
  const { tables } = database;
  const directory = new MemoryDirectory(database, parts);
  return {
    unitOfWork: new MemoryUnitOfWork(database, parts), jobBoard: new MemoryJobBoard(database), directory, directoryEditor: directory,
    auditChain: new MemoryAuditChain(database, parts),
    // Nobody writes to this process' memory past it.
    rowIntegrity: {
      verify: async () => ({ rows: [tables.orders, tables.attempts, tables.refunds].reduce((sum, table) => sum + table.all(false).length, 0), uncoded: 0, changed: 0, named: [] }),
      verifyDirectory: async () => ({ rows: 0, uncoded: 0, changed: 0, named: [] }),
      verifyJournal: async () => ({ entries: tables.audit.all(false).filter(({ seq }) => seq > 0).length, mentions: 0, differing: 0, named: [], badSeq: undefined }),
    },
    // Nothing is kept here that is sealed.
    keyWalk: { page: async () => ({ kind: 'nothing-to-do', state: { table: undefined, rowsSeen: 0, rowsRenewed: 0, rowsChanged: 0, begunAt: 0, endedAt: 0 }, named: [] }), state: async () => undefined, leftSince: async () => [], passwordsLeft: async () => 0 },
    limitExchange: new MemoryLimitExchange(), logBooks: new MemoryLogBooks(database), spentNumbers: new MemorySpentNumbers(), tree: memoryTree(database),
    keptFiles: (newDigest) => new MemoryKeptFiles(parts.clock, newDigest),
  };
}
