import type { SqlEngine } from '../engine.js';
import { allSteps, bootSteps } from './all-steps.js';

/** Rows of the books: written once, corrected by further rows only. */
const writtenOnce = ['settlement_entry', 'channel_bill', 'reconcile_item', 'handling_note', 'day_certificate', 'period_lock', 'payee_statement', 'notice_log', 'audit_signed_head'];

/** Nobody's account is deleted, nor what was proved, granted or taken out with it, nor what people were told to look at or asked: it is ended by a change (AUD-01). A role that nobody holds may go. */
const neverDeleted = ['console_operator', 'operator_credential', 'grant_request', 'operator_key', 'list_export', 'console_alert', 'desk_issue', 'row_code_mark', 'key_walk'];

/** What the run-time account may do to a table: all rows, except that audit entries are only numbered and never rewritten or deleted (AUD-03), and books and files are only added to; chunks of what was given up, of exports after their day, of files that nobody attached and of those whose issue is over, are deleted. */
function rightsOf(table: string): string {
  if (table === 'audit_entry') return 'SELECT, INSERT, UPDATE (seq, link_mac)';
  if (table === 'kept_chunk' || table === 'platform_log') return 'SELECT, INSERT, DELETE';
  // The words of an issue and the names of its files go when its time is over; nothing else of them changes.
  if (table === 'issue_step') return 'SELECT, INSERT, UPDATE (sealed_words)';
  if (table === 'kept_file') return 'SELECT, INSERT, UPDATE (file_name)';
  if (neverDeleted.includes(table)) return 'SELECT, INSERT, UPDATE';
  return writtenOnce.includes(table) ? 'SELECT, INSERT' : 'SELECT, INSERT, UPDATE, DELETE';
}

/** GRANT statements for a run-time account that owns nothing and changes no schema (DB-02), for a DBA to run. SQLite has no accounts. */
export function grantStatements(engine: SqlEngine, account: string): readonly string[] {
  if (engine.name === 'sqlite') throw new Error('SQLite has no accounts: the file belongs to the account that runs the product');
  const tables = [...bootSteps, ...allSteps].flatMap((step) => step.change === 'create-table' ? [step.table] : []);
  return tables.map((table) => `GRANT ${rightsOf(table)} ON ${engine.quote(table)} TO ${accountOf(engine, account)}`);
}

/** On the MySQL family an account is a name and a host. */
function accountOf(engine: SqlEngine, account: string): string {
  if (!/^[\w.%@-]+$/.test(account)) throw new Error('an account is written with letters, digits and . _ % @ -');
  if (engine.name !== 'mysql') return engine.quote(account);
  const [name = '', host = '%'] = account.split('@');
  return `'${name}'@'${host}'`;
}
