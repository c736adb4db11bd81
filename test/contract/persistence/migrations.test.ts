import { expect } from 'chai';
import { allSteps, bootSteps } from '../../../adapters/outbound/persistence/sql/migrations/all-steps.js';
import { planMigrations, runMigrations } from '../../../adapters/outbound/persistence/sql/migrations/runner.js';
import { code, words, type Step } from '../../../adapters/outbound/persistence/sql/migrations/steps.js';
import { openSqlite } from '../../../adapters/outbound/persistence/sqlite/open-sqlite.js';
import { faultOf } from './opened.js';
import { temporaryFile } from './sqlite-file.js';

const now = Date.now;
const schemaOf = (file: string) => {
  const engine = openSqlite({ file });
  const rows: Promise<unknown> = (async () => engine.writer('sqlite_master').select('type', 'name', 'sql').orderBy('name'))();
  return rows.finally(() => engine.close());
};

describe('schema migration', () => {
  let file = '';
  let remove: () => void;
  beforeEach(() => { ({ file, remove } = temporaryFile()); });
  afterEach(() => { remove(); });
  const using = async <T>(work: (engine: ReturnType<typeof openSqlite>) => Promise<T>): Promise<T> => {
    const engine = openSqlite({ file });
    try {
      return await work(engine);
    } finally {
      await engine.close();
    }
  };

  it('makes the schema once and changes nothing the second time', async () => {
    const first = await using((engine) => runMigrations(engine, { owner: 'a', now }));
    expect(first.applied).to.have.lengthOf(allSteps.length);
    const schema = await schemaOf(file);
    expect(await using((engine) => runMigrations(engine, { owner: 'b', now }))).to.deep.equal({ applied: [], found: [] });
    expect(await schemaOf(file)).to.deep.equal(schema);
  });

  it('prints what it would do without doing it', async () => {
    const plan = await using((engine) => planMigrations(engine));
    expect(plan.map((step) => step.id)).to.deep.equal([...bootSteps, ...allSteps].map((step) => step.id));
    expect(plan.find((step) => step.id === '0001-order')?.sql.join(';')).to.match(/^create table .pay_order. /);
    expect(plan.every((step) => step.sql.length === 1), 'one statement a step').to.equal(true);
    expect(await schemaOf(file)).to.deep.equal([]);
    await using((engine) => runMigrations(engine, { owner: 'a', now }));
    expect(await using((engine) => planMigrations(engine))).to.deep.equal([]);
  });

  it('refuses to go on when a step is not the one that was run', async () => {
    await using((engine) => runMigrations(engine, { owner: 'a', now }));
    const [first, ...rest] = allSteps;
    if (first?.change !== 'create-table') throw new Error('unexpected first step');
    const changed: Step[] = [{ ...first, columns: [...first.columns, code('extra')] }, ...rest];
    const error = await using((engine) => faultOf(runMigrations(engine, { owner: 'a', now, steps: changed })));
    expect([error.name, error.message]).to.deep.equal(['ChangedStep', 'schema step 0001-order is not the one that was run on this database']);
  });

  it('adds a later step, and finds one that was made but not recorded', async () => {
    await using((engine) => runMigrations(engine, { owner: 'a', now }));
    const added: Step = { id: '0099-note', change: 'add-column', table: 'payee', column: words('later_note', 100) };
    const steps = [...allSteps, added];
    expect((await using((engine) => runMigrations(engine, { owner: 'a', now, steps }))).applied).to.deep.equal(['0099-note']);
    await using(async (engine) => { await engine.writer('schema_step').where({ step_id: '0099-note' }).delete(); });
    expect((await using((engine) => runMigrations(engine, { owner: 'a', now, steps }))).found).to.deep.equal(['0099-note']);
    const error = await using((engine) => faultOf(runMigrations(engine, { owner: 'a', now })));
    expect([error.name, error.message]).to.deep.equal(['UnusableDatabase', 'the database was migrated by a newer release of this product (step 0099-note): start that release, or restore the backup made before its migration']);
  });

  it('drops an index that is there, and finds one gone that was dropped but not recorded', async () => {
    const drop = allSteps.find((step) => step.change === 'drop-index');
    if (!drop) throw new Error('no step drops an index');
    const { table, index } = drop;
    await using((engine) => runMigrations(engine, { owner: 'a', now, steps: allSteps.filter((step) => step !== drop) }));
    expect(await using((engine) => engine.hasIndex(table, index))).to.equal(true);
    expect((await using((engine) => planMigrations(engine))).map((step) => step.id)).to.deep.equal([drop.id]);
    expect((await using((engine) => runMigrations(engine, { owner: 'a', now }))).applied).to.deep.equal([drop.id]);
    expect(await using((engine) => engine.hasIndex(table, index))).to.equal(false);
    await using(async (engine) => { await engine.writer('schema_step').where({ step_id: drop.id }).delete(); });
    expect((await using((engine) => runMigrations(engine, { owner: 'a', now }))).found).to.deep.equal([drop.id]);
  });

  it('lets two processes start at once; every step is made by one of them', async () => {
    const results = await Promise.all(['a', 'b'].map((owner) => using((engine) => runMigrations(engine, { owner, now }))));
    const made = results.flatMap((result) => [...result.applied, ...result.found]);
    expect([...made].sort()).to.deep.equal(allSteps.map((step) => step.id).sort());
  }).timeout(30_000);

  it('waits no longer than asked for a process that holds the lease', async () => {
    await using(async (engine) => {
      await runMigrations(engine, { owner: 'a', now });
      await engine.writer('work_lease').where({ lease_name: 'schema-migration' }).update({ lease_owner: 'dead', lease_until: now() + 60_000 });
      const error = await faultOf(runMigrations(engine, { owner: 'b', now, patienceMs: 150 }));
      expect(error.message).to.contain('still migrating');
      expect((await runMigrations(engine, { owner: 'b', now: () => now() + 61_000 })).applied).to.deep.equal([]);
    });
  });
});
