import { auditChainContract } from './audit-chain.contract.js';
import { directoryContract } from './directory.contract.js';
import { jobBoardContract } from './job-board.contract.js';
import { openMemory } from './opened.js';
import { longestValuesContract } from './longest-values.contract.js';
import { paidOrdersContract } from './paid-orders.contract.js';
import { unitOfWorkContract } from './unit-of-work.contract.js';

for (const contract of [unitOfWorkContract, paidOrdersContract, jobBoardContract, auditChainContract, directoryContract, longestValuesContract]) contract('memory', openMemory);
