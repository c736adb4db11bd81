import { openSqlite } from '../../../adapters/outbound/persistence/sqlite/open-sqlite.js';
import { auditChainContract } from './audit-chain.contract.js';
import { directoryContract } from './directory.contract.js';
import { doneJobsContract } from './done-jobs.contract.js';
import { jobBoardContract } from './job-board.contract.js';
import { openOn } from './opened.js';
import { longestValuesContract } from './longest-values.contract.js';
import { mostRowsContract } from './most-rows.contract.js';
import { paidOrdersContract } from './paid-orders.contract.js';
import { openSqliteFile } from './sqlite-file.js';
import { recoveryContract } from './recovery.contract.js';
import { unitOfWorkContract } from './unit-of-work.contract.js';

const contracts = [unitOfWorkContract, paidOrdersContract, jobBoardContract, doneJobsContract, mostRowsContract, auditChainContract, directoryContract, longestValuesContract, recoveryContract];
for (const contract of contracts) contract('SQLite, a file', openSqliteFile);
for (const contract of contracts) contract('SQLite in memory', () => openOn(openSqlite({ file: ':memory:' })));
