import { code, int, maybeCode, bigint, table, type Step } from './steps.js';
import { accountSteps } from './account-steps.js';
import { anyDayIndexes } from './any-day-indexes.js';
import { auditSteps } from './audit-steps.js';
import { alertTables } from './alert-tables.js';
import { auditHeadTables } from './audit-head-tables.js';
import { channelNumberIndexes } from './channel-number-indexes.js';
import { archiveTables } from './archive-tables.js';
import { channelTables } from './channel-tables.js';
import { developerSteps } from './developer-steps.js';
import { directoryCodeSteps } from './directory-code-steps.js';
import { directoryTables } from './directory-tables.js';
import { eBillTables } from './e-bill-tables.js';
import { eBillWalk } from './e-bill-walk.js';
import { exportTables } from './export-tables.js';
import { findIndexes } from './find-indexes.js';
import { forgettingSteps } from './forgetting-steps.js';
import { issueTables } from './issue-tables.js';
import { institutionTables } from './institution-tables.js';
import { endedSessionIndex, keyWalkTables, olderBlocksIndex } from './key-walk-tables.js';
import { legTables } from './leg-tables.js';
import { listIndexes } from './list-indexes.js';
import { managementTables } from './management-tables.js';
import { limitTables } from './limit-tables.js';
import { nontaxTables } from './nontax-tables.js';
import { payCodeTables } from './pay-code-tables.js';
import { noticeTables } from './notice-tables.js';
import { operatorKeyTables } from './operator-key-tables.js';
import { operatorTables } from './operator-tables.js';
import { orderListIndexes, paidOrderIndexes } from './order-list-indexes.js';
import { paymentTables } from './payment-tables.js';
import { personalBillTables } from './personal-bill-tables.js';
import { processTables } from './process-tables.js';
import { reconcileTables } from './reconcile-tables.js';
import { recoveryTables } from './recovery-tables.js';
import { rowCodeTables } from './row-code-tables.js';
import { rowJournalSteps } from './row-journal-steps.js';
import { settleTables } from './settle-tables.js';
import { textTables } from './text-tables.js';
import { shareTables } from './share-tables.js';
import { statementSteps } from './statement-steps.js';
import { volumeIndexes } from './volume-indexes.js';
import { workTables } from './work-tables.js';

/** What the runner itself needs; made before anything is recorded. */
export const bootSteps: readonly Step[] = [
  table('0000-step', 'schema_step', ['step_id'], [code('step_id', 64), code('checksum', 64), code('outcome', 16), bigint('done_at'), int('took_ms')]),
  table('0000-lease', 'work_lease', ['lease_name'], [code('lease_name', 64), maybeCode('lease_owner', 64), bigint('lease_until')]),
];

/** The whole schema in order. Released steps are never edited, moved or removed; a change is a new step at the end. */
export const allSteps: readonly Step[] = [
  ...paymentTables, ...workTables, ...limitTables, ...processTables, ...recoveryTables, ...archiveTables, ...volumeIndexes,
  ...reconcileTables, ...settleTables, ...listIndexes, ...statementSteps, ...nontaxTables, ...eBillTables, ...personalBillTables, ...payCodeTables,
  ...textTables, ...shareTables,
  ...noticeTables, ...findIndexes, ...legTables, ...eBillWalk, ...operatorTables, ...exportTables, ...orderListIndexes,
  ...directoryTables, ...anyDayIndexes,
  ...institutionTables,
  ...channelTables,
  ...alertTables, ...managementTables,
  ...issueTables,
  ...developerSteps,
  ...rowCodeTables, ...auditHeadTables, ...keyWalkTables, ...endedSessionIndex,
  ...accountSteps,
  ...operatorKeyTables,
  ...directoryCodeSteps,
  ...auditSteps,
  ...channelNumberIndexes,
  ...paidOrderIndexes,
  ...rowJournalSteps,
  ...forgettingSteps,
  ...olderBlocksIndex,
];
