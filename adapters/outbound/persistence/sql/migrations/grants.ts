import type { SqlEngine } from '../engine.js';
import { allSteps, bootSteps } from './all-steps.js';

/** What the run-time account may do to a table: all rows, except that audit entries are only numbered and never rewritten or deleted (AUD-03). */
const rightsOf = (table: string): string => table === 'audit_entry' ? 'SELECT, INSERT, UPDATE (seq, link_mac)' : 'SELECT, INSERT, UPDATE, DELETE';

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
