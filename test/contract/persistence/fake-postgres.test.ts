import { spawn } from 'node:child_process';
import { expect } from 'chai';
import pg from 'pg';
import { banners, startFakePostgres, type FakeLogin, type FakePostgres } from '../../support/fake-postgres.js';
import { faultOf } from './opened.js';

const connectTimeoutMs = 2000;
const account = ({ port, user, password }: FakePostgres) => ({ host: '127.0.0.1', port, user, password, database: 'any', connectionTimeoutMillis: connectTimeoutMs });

/** What plain `pg` reads from a server with this login. */
async function versionBy(login: FakeLogin, changes: { readonly password?: string } = {}): Promise<string> {
  const server = await startFakePostgres({ banner: banners.kingbase, login });
  const client = new pg.Client({ ...account(server), ...changes });
  // Without a listener a line that breaks later would end the process.
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ version: string }>('select version()');
    return rows[0]?.version ?? '';
  } finally {
    await client.end();
    await server.close();
  }
}

describe('the server that looks like one of the PostgreSQL family', () => {
  for (const login of ['ok', 'cleartext', 'md5', 'scram-sha-256'] as const) {
    it(`lets pg in by ${login} and says its banner`, async () => {
      expect(await versionBy(login)).to.equal(banners.kingbase);
    });
  }

  for (const login of ['cleartext', 'md5', 'scram-sha-256'] as const) {
    it(`turns a wrong password away by ${login}`, async () => {
      expect((await faultOf(versionBy(login, { password: 'other' }))).message).to.contain('password authentication failed');
    });
  }

  it('offers logins that pg cannot do, and pg says so', async () => {
    expect((await faultOf(versionBy('sm3'))).message).to.contain('SASL');
    expect((await faultOf(versionBy('opengauss-sha256'))).message).to.contain('SASL');
  });

  it('asks for a login that nobody knows: plain pg then ends its whole process', async () => {
    const server = await startFakePostgres({ banner: banners.kingbase, login: 99 });
    const script = `
      const pg = (await import('pg')).default;
      const client = new pg.Client({ host: '127.0.0.1', port: ${server.port}, user: 'u', password: 'p', connectionTimeoutMillis: ${connectTimeoutMs} });
      await client.connect().catch(() => undefined);`;
    try {
      const ended = await childOf(script);
      expect(ended.code).to.equal(1);
      expect(ended.errors).to.contain('Unknown authenticationOk message type');
    } finally {
      await server.close();
    }
  });

  it('answers with values bound, answers what it was told to and refuses the rest', async () => {
    const server = await startFakePostgres({ banner: banners.gaussDb, answers: (sql) => (sql === 'show server_encoding' ? [{ server_encoding: 'UTF8' }] : undefined) });
    const client = new pg.Client(account(server));
    try {
      await client.connect();
      expect((await client.query('show server_encoding')).rows).to.deep.equal([{ server_encoding: 'UTF8' }]);
      expect((await client.query({ text: 'select version() where $1 = 1', values: [1] })).rows).to.deep.equal([{ version: banners.gaussDb }]);
      expect((await client.query('set search_path to x')).command).to.equal('SET');
      expect(server.statements).to.deep.equal(['show server_encoding', 'select version() where $1 = 1', 'set search_path to x']);
      expect((await faultOf(client.query('select 1'))).message).to.contain('only says what it is');
    } finally {
      await client.end();
      await server.close();
    }
  });

  for (const [name, banner] of Object.entries(banners)) {
    const readable = banner.startsWith('PostgreSQL ');
    it(`meets the pg client of knex as ${name} does: ${readable ? 'its version is read' : 'its version ends the whole process'}`, async () => {
      const server = await startFakePostgres({ banner });
      const script = `
        const knex = (await import('knex')).default({ client: 'pg', connection: ${JSON.stringify(account(server))} });
        const { rows } = await knex.raw('select version()');
        if (rows[0].version !== ${JSON.stringify(banner)}) throw new Error('another banner');
        await knex.destroy();`;
      try {
        const ended = await childOf(script);
        expect(ended.errors).to.match(readable ? /^$/ : /TypeError: Cannot read properties of null/);
        expect(ended.code).to.equal(readable ? 0 : 1);
      } finally {
        await server.close();
      }
    });
  }
});

/** spawnSync would stop this process, and with it the server the child talks to. */
async function childOf(script: string): Promise<{ readonly code: number | null; readonly errors: string }> {
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'ignore', 'pipe'] });
  let errors = '';
  child.stderr.on('data', (chunk: Buffer) => { errors += chunk.toString('utf8'); });
  return new Promise((resolve) => { child.on('close', (code) => { resolve({ code, errors }); }); });
}
