import { auditChainContract } from './audit-chain.contract.js';
import { directoryContract } from './directory.contract.js';
import { doneJobsContract } from './done-jobs.contract.js';
import { jobBoardContract } from './job-board.contract.js';
import { longestValuesContract } from './longest-values.contract.js';
import { mostRowsContract } from './most-rows.contract.js';
import { paidOrdersContract } from './paid-orders.contract.js';
import { recoveryContract } from './recovery.contract.js';
import { unitOfWorkContract } from './unit-of-work.contract.js';

/** What every store must do, whatever it is made of. */
export const storeContracts = [
  unitOfWorkContract, paidOrdersContract, jobBoardContract, doneJobsContract, mostRowsContract, auditChainContract, directoryContract, longestValuesContract, recoveryContract,
];
