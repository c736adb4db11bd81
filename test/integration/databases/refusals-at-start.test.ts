import { expect } from 'chai';
import type { Knex } from 'knex';
import { allSteps } from '../../../adapters/outbound/persistence/sql/migrations/all-steps.js';
import { grantStatements } from '../../../adapters/outbound/persistence/sql/migrations/grants.js';
import { runMigrations } from '../../../adapters/outbound/persistence/sql/migrations/runner.js';
import { checkSchema } from '../../../adapters/outbound/persistence/sql/migrations/schema-check.js';
import { checkServer, checkWriting } from '../../../adapters/outbound/persistence/sql/start-checks.js';
import type { SqlEngine } from '../../../adapters/outbound/persistence/sql/engine.js';
import { SqlNodeNumbers } from '../../../adapters/outbound/persistence/sql/sql-node-numbers.js';
import { UnitRunner } from '../../../adapters/outbound/persistence/sql/unit-runner.js';
import { databaseAddress } from '../../../bootstrap/database-address.js';
import { openEngine } from '../../../bootstrap/open-engine.js';
import { refuseSchemaChangeUnderway } from '../../../bootstrap/one-release.js';
import { asAdmin, mysqlServer, onServer, ownDatabase, postgresServer, type OwnDatabase, type TestServer } from '../../support/servers.js';
import { silentListener } from '../../support/silent-listener.js';

const account = { user: undefined, password: undefined };
const migrate = (engine: SqlEngine) => runMigrations(engine, { owner: 'suite', now: Date.now });
const isMysql = (server: TestServer): boolean => server === mysqlServer;

/** Everything that a start looks at; the sentence that refused it, or undefined. */
async function start(engine: SqlEngine, migrates = false, now: () => number = Date.now): Promise<string | undefined> {
  try {
    await checkServer(engine, now);
    if (migrates) await migrate(engine);
    await checkSchema(engine);
    await checkWriting(engine);
    return undefined;
  } catch (error) {
    if (error instanceof Error && error.name === 'UnusableDatabase') return error.message;
    throw error;
  } finally {
    await engine.close();
  }
}

/** Names of all tables and how many rows each holds: nothing may change them. */
async function content(database: OwnDatabase): Promise<unknown> {
  const engine = database.open();
  try {
    const rows: unknown = await engine.writer('information_schema.tables').select('table_name as t').whereRaw(engine.name === 'mysql' ? 'table_schema = database()' : "table_schema = 'public'").orderBy('table_name');
    const names = (rows as readonly { readonly t: string }[]).map((row) => row.t);
    return await Promise.all(names.map(async (name) => [name, await engine.writer(name).select()]));
  } finally {
    await engine.close();
  }
}

for (const server of [mysqlServer, postgresServer]) {
  onServer(server, `a start on ${server.name}`, (serverAddress) => {
    let database: OwnDatabase;
    const changed = (change: (url: URL) => void): SqlEngine => {
      const url = new URL(database.address);
      change(url);
      return openEngine(databaseAddress(url.href, account));
    };
    const admin = (work: (admin: Knex) => PromiseLike<unknown>): Promise<void> => asAdmin(database.address, work);
    beforeEach(async () => { database = await ownDatabase(serverAddress); });
    afterEach(async () => { await database.drop(); });

    it('goes well on a server as it should be, and leaves nothing behind', async () => {
      expect(await start(database.open(), true)).to.equal(undefined);
      const before = await content(database);
      expect(await start(database.open())).to.equal(undefined);
      expect(await content(database)).to.deep.equal(before);
    });

    it('says that nobody answers at a wrong port, a wrong name, or a port that is silent', async () => {
      expect(await start(changed((url) => { url.port = '1'; }))).to.contain('does not answer: check host and port');
      expect(await start(changed((url) => { url.hostname = 'no-such-host.invalid'; }))).to.contain('does not answer: check host and port');
      const silent = await silentListener();
      try {
        expect(await start(changed((url) => { url.port = String(silent.port); }))).to.contain('does not answer: check host and port');
      } finally {
        await silent.close();
      }
    }).timeout(30_000);

    it('says that account or password are refused, without repeating either', async () => {
      const said = await start(changed((url) => { url.username = 'nobody_here'; url.password = 'guess-4711'; }));
      expect(said).to.match(/refuses the account or its password/).and.not.match(/4711|nobody_here/);
    });

    it('says that there is no database of that name', async () => {
      expect(await start(changed((url) => { url.pathname = '/tj_nowhere'; }))).to.contain('knows no database (or service) of that name');
    });

    it('refuses an empty database when it may not migrate, and changes nothing', async () => {
      expect(await start(database.open())).to.contain('no schema yet: run `npm run migrate`');
      expect(await content(database)).to.deep.equal([]);
    });

    it('refuses a half migrated schema and says which step comes next', async () => {
      const engine = database.open();
      await runMigrations(engine, { owner: 'suite', now: Date.now, steps: allSteps.slice(0, 10) });
      await engine.close();
      const before = await content(database);
      expect(await start(database.open())).to.contain(`half migrated: ${allSteps.length - 10} steps are missing, the first is ${allSteps[10]?.id ?? ''}`);
      expect(await content(database)).to.deep.equal(before);
    });

    it('refuses a schema of a newer release, also when it may migrate, and changes nothing', async () => {
      const engine = database.open();
      await migrate(engine);
      await engine.writer('schema_step').insert({ step_id: '9999-later', checksum: 'c', outcome: 'applied', done_at: 1, took_ms: 1 });
      await engine.close();
      const before = await content(database);
      expect(await start(database.open())).to.contain('migrated by a newer release of this product (step 9999-later)');
      expect(await start(database.open(), true)).to.contain('migrated by a newer release of this product (step 9999-later)');
      expect(await content(database)).to.deep.equal(before);
    });

    it('refuses to change the schema under processes of another release, and does once they are gone', async () => {
      const engine = database.open();
      await runMigrations(engine, { owner: 'suite', now: Date.now, steps: allSteps.slice(0, -1) });
      const elsewhere = { hostName: 'another-host', processId: 4711, role: 'web' as const, programVersion: '0.0.9', startedAt: 1 };
      const numbers = new SqlNodeNumbers(new UnitRunner(engine));
      await numbers.replace(undefined, { nodeNo: 1, usedUntil: 1, holding: 'h', leaseUntil: Date.now() + 20_000, seenAt: Date.now(), process: elsewhere, version: 0 });
      const before = await content(database);
      const refusal: unknown = await refuseSchemaChangeUnderway(engine, Date.now()).then(() => undefined, (error: unknown) => error);
      expect(refusal).to.have.property('message').that.contains('while 1 processes still run on this database (release 0.0.9 on another-host): stop them first');
      expect(await content(database)).to.deep.equal(before);
      await refuseSchemaChangeUnderway(engine, Date.now() + 21_000);
      await migrate(engine);
      await refuseSchemaChangeUnderway(engine, Date.now());
      await engine.close();
    });

    it('lets nobody migrate beside processes that write rows without a code, whatever was allowed', async () => {
      const engine = database.open();
      const numbers = new SqlNodeNumbers(new UnitRunner(engine));
      const from = allSteps.findIndex(({ id }) => id === '0290-order-code');
      await runMigrations(engine, { owner: 'suite', now: Date.now, steps: allSteps.slice(0, from) });
      const elsewhere = { hostName: 'another-host', processId: 4711, role: 'web' as const, programVersion: '0.0.9', startedAt: 1 };
      await numbers.replace(undefined, { nodeNo: 1, usedUntil: 1, holding: 'h', leaseUntil: Date.now() + 60_000, seenAt: Date.now(), process: elsewhere, version: 0 });
      const refusal: unknown = await refuseSchemaChangeUnderway(engine, Date.now(), true).then(() => undefined, (error: unknown) => error);
      expect(refusal).to.have.property('message').that.matches(/^step 0290-order-code .*Stop all of them first; --while-running does not help here$/);
      await refuseSchemaChangeUnderway(engine, Date.now() + 61_000, true);
      await runMigrations(engine, { owner: 'suite', now: Date.now, steps: allSteps.slice(0, -1) });
      await refuseSchemaChangeUnderway(engine, Date.now(), true);
      await engine.close();
    });

    it('lets nobody migrate beside processes that do not tell the log which rows they write, whatever was allowed', async () => {
      const engine = database.open();
      const numbers = new SqlNodeNumbers(new UnitRunner(engine));
      await runMigrations(engine, { owner: 'suite', now: Date.now, steps: allSteps.filter(({ id }) => id !== '0372-audit-rows') });
      const elsewhere = { hostName: 'another-host', processId: 4711, role: 'web' as const, programVersion: '0.0.9', startedAt: 1 };
      await numbers.replace(undefined, { nodeNo: 1, usedUntil: 1, holding: 'h', leaseUntil: Date.now() + 60_000, seenAt: Date.now(), process: elsewhere, version: 0 });
      const refusal: unknown = await refuseSchemaChangeUnderway(engine, Date.now(), true).then(() => undefined, (error: unknown) => error);
      expect(refusal).to.have.property('message').that.matches(/^from step 0372-audit-rows .*Stop all of them first; --while-running does not help here$/);
      await refuseSchemaChangeUnderway(engine, Date.now() + 61_000, true);
      await engine.close();
    });

    it('refuses a schema that lost a column although its steps are recorded', async () => {
      const engine = database.open();
      await migrate(engine);
      await engine.writer.schema.alterTable('pay_refund', (table) => { table.dropColumn('sent_at'); });
      await engine.close();
      expect(await start(database.open())).to.contain('the table pay_refund is not there as this product made it');
    });

    it('refuses a server whose clock is elsewhere', async () => {
      const engine = database.open();
      await migrate(engine);
      expect(await start(engine, false, () => Date.now() + 60_000)).to.match(/clocks of this host and of the database server are (59|60) s apart/);
    });

    it('refuses an account that may only read, and works under one that owns nothing (DB-02)', async () => {
      const engine = database.open();
      await migrate(engine);
      const user = `tj_reader_${process.pid}`;
      const [secret, name] = ['only-a-test', new URL(database.address).pathname.slice(1)];
      const grantee = isMysql(server) ? `'${user}'@'%'` : user;
      const as = (): SqlEngine => changed((url) => { url.username = user; url.password = secret; });
      await admin((sql) => sql.raw(isMysql(server) ? `create user ${grantee} identified by '${secret}'` : `create role ${user} login password '${secret}'`));
      try {
        await admin((sql) => sql.raw(isMysql(server) ? `grant select on ${name}.* to ${grantee}` : `grant select on all tables in schema public to ${grantee}`));
        expect(await start(as())).to.contain('may not write to the tables of this product');
        for (const statement of grantStatements(engine, isMysql(server) ? `${user}@%` : user)) await admin((sql) => sql.raw(statement));
        expect(await start(as())).to.equal(undefined);
        const runtime = as();
        const keptForEver = ['audit_entry', 'console_operator', 'operator_credential', 'grant_request', 'operator_key', 'audit_signed_head', 'list_export', 'kept_file', 'console_alert', 'desk_issue', 'issue_step'];
        for (const refused of ['create table tj_more (id int)', 'drop table pay_order', ...keptForEver.map((table) => `delete from ${table}`), "update audit_entry set description = 'x'", "update platform_log set content_text = 'x'", "update issue_step set step_kind = 'x'", 'update kept_file set byte_size = 0']) {
          const error: unknown = await runtime.writer.raw(refused).then(() => undefined, (caught: unknown) => caught);
          expect(error, refused).to.be.instanceOf(Error);
        }
        for (const allowed of ['sign_in_challenge', 'kept_export', 'kept_chunk', 'operator_role', 'console_menu', 'platform_log', 'issue_attachment']) await runtime.writer.raw(`delete from ${allowed}`);
        // What people wrote and how they called a file goes when its time is over.
        for (const allowed of ['update issue_step set sealed_words = null', 'update kept_file set file_name = null']) await runtime.writer.raw(allowed);
        await runtime.close();
      } finally {
        await engine.close();
        if (!isMysql(server)) await admin((sql) => sql.raw(`drop owned by ${grantee}`));
        await admin((sql) => sql.raw(isMysql(server) ? `drop user ${grantee}` : `drop role ${user}`));
      }
    });

    if (isMysql(server)) {
      it('refuses a database whose character set is not utf8mb4', async () => {
        await admin((sql) => sql.raw(`alter database ${new URL(database.address).pathname.slice(1)} character set latin1`));
        expect(await start(database.open(), true)).to.contain('the database has the character set latin1: ALTER DATABASE');
      });
    } else {
      it('refuses a database that is not encoded in UTF8, a read-only one, and one without the schema that was named', async () => {
        const name = `${new URL(database.address).pathname.slice(1)}_ascii`;
        await asAdmin(serverAddress, (sql) => sql.raw(`create database ${name} encoding 'SQL_ASCII' template template0 lc_collate 'C' lc_ctype 'C'`));
        try {
          expect(await start(changed((url) => { url.pathname = `/${name}`; }), true)).to.contain("encoded in SQL_ASCII: create it anew with ENCODING 'UTF8'");
        } finally {
          await asAdmin(serverAddress, (sql) => sql.raw(`drop database ${name}`));
        }
        expect(await start(changed((url) => { url.searchParams.set('schema', 'elsewhere'); }), true)).to.contain('no schema of the search path exists');
        await asAdmin(serverAddress, (sql) => sql.raw(`alter database ${new URL(database.address).pathname.slice(1)} set default_transaction_read_only = on`));
        expect(await start(database.open(), true)).to.contain('read-only or a standby: name the primary');
      });
    }
  });
}
