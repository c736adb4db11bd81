import { planMigrations, runMigrations } from '../../adapters/outbound/persistence/sql/migrations/runner.js';
import { grantStatements } from '../../adapters/outbound/persistence/sql/migrations/grants.js';
import { checkServer } from '../../adapters/outbound/persistence/sql/start-checks.js';
import type { SqlEngine } from '../../adapters/outbound/persistence/sql/engine.js';
import { ConfigError, readConfig } from '../config.js';
import { refuseSchemaChangeUnderway } from '../one-release.js';
import { migrationDatabase, openEngine } from '../open-engine.js';

const flags: readonly string[] = ['--dry-run', '--grants', '--while-running'];

/**
 * `npm run migrate` brings the schema up to date; `-- --dry-run` prints the SQL for a DBA and changes nothing; `-- --grants <account>` prints what
 * the run-time account needs; `-- --while-running` does not mind processes of another release, where no step forbids that. Runs under TONGJIAO_MIGRATION_USER and TONGJIAO_MIGRATION_PASSWORD where they are set (DB-02).
 */
async function main(): Promise<void> {
  const [flag, account] = process.argv.slice(2);
  if (flag !== undefined && !flags.includes(flag)) throw new ConfigError(`${flag} is not known; use --dry-run, --grants <account> or --while-running`);
  const engine = openEngine(migrationDatabase(readConfig(process.env), process.env));
  try {
    if (flag === '--grants') printGrants(engine, account);
    else await migrate(engine, flag);
  } finally {
    await engine.close();
  }
}

function printGrants(engine: SqlEngine, account: string | undefined): void {
  if (account === undefined) throw new ConfigError('--grants: name the run-time account, on the MySQL family as in app@10.0.0.%');
  for (const statement of grantStatements(engine, account)) process.stdout.write(`${statement};\n`);
}

async function migrate(engine: SqlEngine, flag: string | undefined): Promise<void> {
  await checkServer(engine, Date.now);
  if (flag === '--dry-run') {
    const plan = await planMigrations(engine);
    for (const step of plan) process.stdout.write(`-- ${step.id}\n${step.sql.map((sql) => `${sql};\n`).join('')}`);
    process.stdout.write(`-- ${plan.length} steps to do\n`);
    return;
  }
  await refuseSchemaChangeUnderway(engine, Date.now(), flag === '--while-running');
  const done = await runMigrations(engine, { owner: `migrate-${process.pid}`, now: () => Date.now() });
  process.stdout.write(`${done.applied.length} steps applied, ${done.found.length} found already made\n`);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
