import type { AuditChain } from '../../../../application/ports/audit-chain.js';
import type { Directory, DirectoryEditor } from '../../../../application/ports/directory.js';
import type { RunningDigest } from '../../../../application/ports/digests.js';
import type { JobBoard } from '../../../../application/ports/jobs.js';
import type { KeptFiles } from '../../../../application/ports/kept-files.js';
import type { LogBooks } from '../../../../application/ports/log-books.js';
import type { LimitExchange } from '../../../../application/ports/limit-exchange.js';
import type { KeyWalk } from '../../../../application/ports/key-walk.js';
import type { RowIntegrity } from '../../../../application/ports/row-integrity.js';
import type { TreeReader } from '../../../../application/ports/shared-facts.js';
import type { SpentNumbers } from '../../../../application/ports/province.js';
import type { UnitOfWork } from '../../../../application/ports/unit-of-work.js';
import { DirectoryCodes } from './directory-codes.js';
import type { SqlEngine } from './engine.js';
import { SqlKeyWalk } from './key-walk/sql-key-walk.js';
import { SqlAuditChain } from './sql-audit-chain.js';
import { SqlDirectoryEditor } from './sql-directory-editor.js';
import { SqlDirectory } from './sql-directory.js';
import { SqlLimitExchange } from './sql-limit-exchange.js';
import { SqlLogBooks } from './sql-log-books.js';
import { SqlJobBoard } from './sql-job-board.js';
import { SqlKeptFiles } from './sql-kept-files.js';
import { SqlRowIntegrity } from './sql-row-integrity.js';
import { SqlTree } from './sql-tree.js';
import { SqlSpentNumbers } from './sql-spent-numbers.js';
import { SqlUnitOfWork, type UnitParts } from './sql-unit-of-work.js';
import { UnitRunner } from './unit-runner.js';

/** Everything that is stored, on one engine. */
export interface Persistence {
  readonly unitOfWork: UnitOfWork;
  readonly jobBoard: JobBoard;
  readonly directory: Directory;
  readonly directoryEditor: DirectoryEditor;
  readonly auditChain: AuditChain;
  readonly rowIntegrity: RowIntegrity;
  readonly keyWalk: KeyWalk;
  readonly limitExchange: LimitExchange;
  readonly tree: TreeReader;
  readonly logBooks: LogBooks;
  /** Of the province's messages, for all processes. */
  readonly spentNumbers: SpentNumbers;
  /** Digests are made elsewhere. */
  keptFiles(newDigest: () => RunningDigest): KeptFiles;
}

export type PersistenceParts = UnitParts;

/** All of them share one UnitRunner: so a job settled or a directory read inside a unit of work joins it instead of waiting for it. */
export function sqlPersistence(engine: SqlEngine, parts: PersistenceParts): Persistence {
  const units = new UnitRunner(engine);
  const codes = new DirectoryCodes(parts.vault);
  const directory = new SqlDirectory(units, codes, parts.wallNow);
  return {
    unitOfWork: new SqlUnitOfWork(units, parts, () => { directory.forget(); }), jobBoard: new SqlJobBoard(units), directory,
    directoryEditor: new SqlDirectoryEditor(units, directory, codes, parts), auditChain: new SqlAuditChain(units, parts.vault, parts.clock),
    rowIntegrity: new SqlRowIntegrity(units, parts.vault), keyWalk: new SqlKeyWalk(units, parts.vault, parts.clock), limitExchange: new SqlLimitExchange(units), logBooks: new SqlLogBooks(units), tree: new SqlTree(units, codes), spentNumbers: new SqlSpentNumbers(units), keptFiles: (newDigest) => new SqlKeptFiles(units, parts.clock, newDigest),
  };
}
