import { expect } from 'chai';
import { CommitRefused, type SqlEngine } from '../../../adapters/outbound/persistence/sql/engine.js';
import { runMigrations } from '../../../adapters/outbound/persistence/sql/migrations/runner.js';
import { UnitRunner } from '../../../adapters/outbound/persistence/sql/unit-runner.js';
import { asAdmin, onServer, ownDatabase, postgresServer, type OwnDatabase } from '../../support/servers.js';

interface Pool { acquireConnection(): Promise<object>; releaseConnection(connection: object): Promise<void> }
const lease = (name: string) => ({ lease_name: name, lease_owner: null, lease_until: 0 });

onServer(postgresServer, 'a PostgreSQL transaction', (serverAddress) => {
  let database: OwnDatabase;
  let engine: SqlEngine;
  before(async () => {
    database = await ownDatabase(serverAddress);
    engine = database.open();
    await runMigrations(engine, { owner: 'suite', now: Date.now, steps: [] });
  });
  after(async () => {
    await engine.close();
    await database.drop();
  });

  it('that somebody went on with after a failed statement is told to be not stored', async () => {
    const units = new UnitRunner(engine);
    await units.run((scope) => scope.writing().table('work_lease').insert(lease('a')));
    const outcome: unknown = await units.run(async (scope) => {
      await scope.writing().table('work_lease').insert(lease('b'));
      await scope.writing().table('work_lease').insert(lease('a')).then(() => undefined, () => undefined);
    }).then(() => 'stored', (error: unknown) => error);
    expect(outcome).to.be.instanceOf(CommitRefused);
    expect(await engine.writer('work_lease').pluck('lease_name').whereIn('lease_name', ['a', 'b'])).to.deep.equal(['a']);
  });

  it('whose session was ended is known as lost, by the first statement and by every later one', async () => {
    const pool = engine.writer.client as Pool;
    const connection = await pool.acquireConnection();
    const ask = async (): Promise<readonly { readonly pid: number }[]> => (await engine.writer.raw('select pg_backend_pid() as pid').connection(connection) as { rows: { pid: number }[] }).rows;
    const pid = (await ask())[0]?.pid ?? 0;
    await asAdmin(serverAddress, (admin) => admin.raw('select pg_terminate_backend(?)', [pid]));
    const kinds: string[] = [];
    for (let times = 0; times < 3; times++) kinds.push(await ask().then(() => 'answered', (error: unknown) => engine.classify(error)));
    engine.discard(connection);
    await pool.releaseConnection(connection);
    expect(kinds).to.deep.equal(['CONNECTION_LOST', 'CONNECTION_LOST', 'CONNECTION_LOST']);
  });
});
