import { writeFileSync } from 'node:fs';
import { SqlListReader } from '../../../../adapters/outbound/persistence/sql/lists/sql-list-reader.js';
import type { SqlEngine } from '../../../../adapters/outbound/persistence/sql/engine.js';
import { runMigrations } from '../../../../adapters/outbound/persistence/sql/migrations/runner.js';
import { UnitRunner } from '../../../../adapters/outbound/persistence/sql/unit-runner.js';
import { databaseAddress } from '../../../../bootstrap/database-address.js';
import { openEngine, patient } from '../../../../bootstrap/open-engine.js';
import { listNamed } from '../../../../contracts/lists/all-lists.js';
import { readListQuery } from '../../../../contracts/lists/list-query.js';
import { aPayee } from '../../../builders/directory.js';
import { median } from '../../statistics.js';
import { Heard, type HeardStatement } from '../heard.js';
import { planOf } from '../plans.js';
import { developers, payeesOfDeveloper } from '../shares.js';
import { paperVault, storeOn } from '../store.js';
import { pointedIn, questionsOf, today, type Question } from './questions.js';

/** `npm run benchmark:lists -- <address of a database that benchmark:volume kept> [file.json]`: first pages of the lists of orders and refunds. Asserts nothing. */
const repeats = 5;
interface Figures { readonly list: string; readonly words: string; readonly found: number; readonly firstMs: number; readonly rowsMs: number; readonly totalsMs: number; readonly plan: string }

async function main(): Promise<void> {
  const [address, file] = process.argv.slice(2);
  if (address === undefined) throw new Error('npm run benchmark:lists -- <address> [file.json]');
  const engine = openEngine(patient(databaseAddress(address, { user: undefined, password: undefined })));
  try {
    await runMigrations(engine, { owner: `lists-${process.pid}`, now: Date.now });
    await makePayees(engine);
    const pointed = await pointedIn(engine);
    const heard = new Heard(engine);
    // The phone of that order is known by its index only: rows were made without a key.
    const reader = new SqlListReader(new UnitRunner(engine), { ...paperVault, blindIndexes: () => [pointed.mobileIndex] });
    const figures: Figures[] = [];
    for (const question of questionsOf(pointed)) {
      figures.push(await measure(engine, reader, heard, question));
      process.stderr.write(`${JSON.stringify(figures.at(-1))}\n`);
    }
    if (file !== undefined) writeFileSync(file, JSON.stringify(figures, undefined, 1));
    process.stdout.write(`## ${(await engine.facts()).banner}\n\n${tableOf(figures)}\n`);
  } finally {
    await engine.close();
  }
}

/** Those that the orders were filled with; a third of them in one region, a fifth in one institution. */
async function makePayees(engine: SqlEngine): Promise<void> {
  const { store } = storeOn(engine);
  for (let developer = 0; developer < developers; developer++) {
    for (let payee = 0; payee < payeesOfDeveloper; payee++) {
      const merchantNo = `35040${developer}0${payee}`;
      await store.unitOfWork.run(({ directory }) => directory.payees.add(aPayee({ merchantNo, payeeName: `第${payee}收费所`, institutionNo: `I${developer}`, regionCode: payee % 3 === 0 ? '350400' : '350100' })));
    }
  }
}

async function measure(engine: SqlEngine, reader: SqlListReader, heard: Heard, { list, words, parameters, scope }: Question): Promise<Figures> {
  const view = listNamed(list);
  const query = view && readListQuery(view, parameters, today);
  if (view === undefined || query?.ok !== true) throw new Error(`${list} ${words}: ${query?.ok === false ? query.refusal.message : 'no such list'}`);
  heard.taken();
  const taken: { readonly rowsMs: number; readonly totalsMs: number }[] = [];
  const first = performance.now();
  let firstMs = 0;
  let found = 0;
  let plan = '';
  for (let at = 0; at < repeats; at++) {
    await reader.page(view, query.value, scope);
    if (at === 0) firstMs = performance.now() - first;
    const rows = pageAmong(heard.taken());
    found = (await reader.totals(view, query.value, scope)).count;
    const totals = pageAmong(heard.taken());
    taken.push({ rowsMs: rows?.ms ?? 0, totalsMs: totals?.ms ?? 0 });
    if (at === repeats - 1 && rows !== undefined) {
      const told = await planOf(engine, rows);
      plan = `${[...new Set(told?.steps)].join('; ')}; ${Math.round(told?.rowsRead ?? 0)} rows read`;
      heard.taken();
    }
    // One that takes seconds is not asked five times.
    if (performance.now() - first > 20_000) break;
  }
  return { list, words, found, firstMs, rowsMs: median(taken.map(({ rowsMs }) => rowsMs)), totalsMs: median(taken.map(({ totalsMs }) => totalsMs)), plan };
}

/** Which of the statements asked the list itself; others look for names and regions. */
const pageAmong = (statements: readonly HeardStatement[]): HeardStatement | undefined => statements.find(({ sql }) => sql.includes('list_rows'));
const ms = (value: number): string => (value < 10 ? value.toFixed(1) : value.toFixed(0));
const tableOf = (figures: readonly Figures[]): string => [
  '| list | question | found | first time, ms | page again, ms | totals again, ms |', '| --- | --- | --- | --- | --- | --- |',
  ...figures.map(({ list, words, found, firstMs, rowsMs, totalsMs }) => `| ${list} | ${words} | ${found} | ${ms(firstMs)} | ${ms(rowsMs)} | ${ms(totalsMs)} |`),
].join('\n');

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.stack ?? error.message : String(error)}\n`);
  process.exitCode = 1;
});
