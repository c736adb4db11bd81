import { alertsContract } from './alerts.contract.js';
import { archiveTrafficContract } from './archive-traffic.contract.js';
import { archiveContract } from './archive.contract.js';
import { auditChainContract } from './audit-chain.contract.js';
import { callbackDeskContract } from './callback-desk.contract.js';
import { directoryContract } from './directory.contract.js';
import { doneJobsContract } from './done-jobs.contract.js';
import { eBillsContract } from './e-bills.contract.js';
import { endedJobsContract } from './ended-jobs.contract.js';
import { exportsContract } from './exports.contract.js';
import { forgettingContract } from './forgetting.contract.js';
import { issuesContract } from './issues.contract.js';
import { jobBoardContract } from './job-board.contract.js';
import { jobRowsContract } from './job-rows.contract.js';
import { keptFilesContract } from './kept-files.contract.js';
import { legsContract } from './legs.contract.js';
import { logBooksContract } from './log-books.contract.js';
import { longestValuesContract } from './longest-values.contract.js';
import { mostRowsContract } from './most-rows.contract.js';
import { noticesContract } from './notices.contract.js';
import { operatorsContract } from './operators.contract.js';
import type { Open } from './opened.js';
import { ordersOfPayerContract } from './orders-of-payer.contract.js';
import { paidOrdersContract } from './paid-orders.contract.js';
import { payeeRecordsContract } from './payee-records.contract.js';
import { personalBillsContract } from './personal-bills.contract.js';
import { reconciliationContract } from './reconciliation.contract.js';
import { recoveryContract } from './recovery.contract.js';
import { rowJournalContract } from './row-journal.contract.js';
import { shelvesContract } from './shelves.contract.js';
import { settlementContract } from './settlement.contract.js';
import { textsContract } from './texts.contract.js';
import { signInLocksContract } from './sign-in-locks.contract.js';
import { sharingContract } from './sharing.contract.js';
import { tradesContract } from './trades.contract.js';
import { unitOfWorkContract } from './unit-of-work.contract.js';

const contracts = [
  unitOfWorkContract, paidOrdersContract, ordersOfPayerContract, jobBoardContract, jobRowsContract, endedJobsContract, doneJobsContract, mostRowsContract, auditChainContract, directoryContract, longestValuesContract, recoveryContract, archiveContract, archiveTrafficContract,
  tradesContract, settlementContract, reconciliationContract, keptFilesContract, payeeRecordsContract, eBillsContract, personalBillsContract, textsContract, sharingContract,
  noticesContract, legsContract, operatorsContract, signInLocksContract, exportsContract, shelvesContract, alertsContract, logBooksContract, issuesContract, forgettingContract, callbackDeskContract, rowJournalContract,
];

/** Everything that is asked of a store, whatever it is made of. */
export function allContracts(adapter: string, open: Open): void {
  for (const contract of contracts) contract(adapter, open);
}
