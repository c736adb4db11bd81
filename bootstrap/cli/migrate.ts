import { join } from 'node:path';
import { planMigrations, runMigrations } from '../../adapters/outbound/persistence/sql/migrations/runner.js';
import { openSqlite } from '../../adapters/outbound/persistence/sqlite/open-sqlite.js';
import { ConfigError, readConfig } from '../config.js';

/** `npm run migrate` brings the schema up to date; `-- --dry-run` prints the SQL for a DBA and changes nothing. */
async function main(): Promise<void> {
  const config = readConfig(process.env);
  const engine = openSqlite({ file: config.database?.replace(/^sqlite:/, '') ?? join(config.dataFolder, 'data', 'tongjiao.db') });
  try {
    if (process.argv.includes('--dry-run')) {
      const plan = await planMigrations(engine);
      for (const step of plan) process.stdout.write(`-- ${step.id}\n${step.sql.map((sql) => `${sql};\n`).join('')}`);
      process.stdout.write(`-- ${plan.length} steps to do\n`);
      return;
    }
    const done = await runMigrations(engine, { owner: `migrate-${process.pid}`, now: () => Date.now() });
    process.stdout.write(`${done.applied.length} steps applied, ${done.found.length} found already made, ${done.unknown.length} of a newer release\n`);
  } finally {
    await engine.close();
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof ConfigError || error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
