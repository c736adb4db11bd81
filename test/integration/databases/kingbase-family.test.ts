import { spawn } from 'node:child_process';
import { expect } from 'chai';
import { connectComplaint } from '../../../adapters/outbound/persistence/sql/connect-complaints.js';
import { openKingbase } from '../../../adapters/outbound/persistence/kingbase/open-kingbase.js';
import { banners, startFakePostgres, type FakeLogin, type FakePostgres } from '../../support/fake-postgres.js';
import { OwnAuthority } from '../../support/own-authority.js';

const place = ({ port, user, password }: FakePostgres, caPem?: string) => ({ host: '127.0.0.1', port, user, password, database: 'any', schema: undefined, tls: caPem === undefined ? undefined : { caPem }, certificateFolder: undefined, connections: 2 });

/** What a server of the family tells of itself, beside its banner. */
const tells = (banner: string) => (sql: string) => {
  if (sql.includes('from pg_settings')) return [{ name: 'server_encoding', setting: 'UTF8' }, { name: 'client_encoding', setting: 'UTF8' }];
  return sql.includes('as banner') ? [{ banner, now_s: '1762000000.5', standby: 'f', schema: 'public' }] : undefined;
};

/** Tried in a process of its own: what it must not do is end it. */
async function complaintBy(server: FakePostgres, caPem?: string): Promise<string> {
  const module = (path: string): string => JSON.stringify(new URL(`../../../${path}`, import.meta.url).href);
  const script = `
    const { openKingbase } = await import(${module('adapters/outbound/persistence/kingbase/open-kingbase.js')});
    const { checkServer } = await import(${module('adapters/outbound/persistence/sql/start-checks.js')});
    const engine = openKingbase(${JSON.stringify(place(server, caPem))});
    process.stdout.write(await checkServer(engine, Date.now).then(() => 'let in', (error) => error.name + ': ' + error.message));
    await engine.close();`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => { said += chunk.toString('utf8'); });
  const code = await new Promise((resolve) => { child.once('exit', resolve); });
  return code === 0 ? said : `ended with ${String(code)}: ${said}`;
}

describe('the engine for Kingbase and its family, on a played server', () => {
  for (const [name, banner] of Object.entries(banners)) {
    it(`takes the banner of ${name} and sets every connection up itself`, async () => {
      const server = await startFakePostgres({ banner, login: 'scram-sha-256', answers: tells(banner) });
      const engine = openKingbase(place(server));
      try {
        expect(await engine.facts()).to.deep.include({ banner, nowMs: 1_762_000_000_500, flaws: [] });
        expect(server.statements).to.include.members(['set search_path to "public"', "SET client_encoding = 'UTF8'", 'SET SESSION CHARACTERISTICS AS TRANSACTION ISOLATION LEVEL READ COMMITTED']);
      } finally {
        await engine.close();
        await server.close();
      }
    });
  }

  const unusable: readonly FakeLogin[] = ['sm3', 'opengauss-sha256', 99];
  for (const login of unusable) {
    it(`refuses in one sentence a server that offers the login ${login} only, and lives on`, async () => {
      const server = await startFakePostgres({ banner: banners.kingbase, login });
      try {
        expect(await complaintBy(server)).to.match(/^UnusableDatabase: the database server offers only a login method that the driver does not know/);
      } finally {
        await server.close();
      }
    }).timeout(20_000);
  }

  it('refuses in one sentence an unknown login under TLS too, and lives on', async () => {
    const authority = new OwnAuthority('the city');
    const server = await startFakePostgres({ banner: banners.kingbase, login: 99, certificate: authority.issue({ addresses: ['127.0.0.1'] }) });
    try {
      expect(await complaintBy(server, authority.pem)).to.match(/^UnusableDatabase: the database server offers only a login method that the driver does not know/);
    } finally {
      await server.close();
    }
  }).timeout(20_000);

  for (const login of ['cleartext', 'md5', 'scram-sha-256'] as const) {
    it(`says that the password is wrong by ${login}`, async () => {
      const server = await startFakePostgres({ banner: banners.kingbase, login });
      const engine = openKingbase({ ...place(server), password: 'other' });
      try {
        const error: unknown = await engine.facts().then(() => undefined, (caught: unknown) => caught);
        expect(connectComplaint(error)).to.contain('refuses the account or its password');
      } finally {
        await engine.close();
        await server.close();
      }
    });
  }
});
