import { expect } from 'chai';
import { databaseAddress, type DatabaseAddress } from '../../../bootstrap/database-address.js';
import { readConfig } from '../../../bootstrap/config.js';
import { migrationDatabase, openEngine } from '../../../bootstrap/open-engine.js';
import type { SqlEngine } from '../../../adapters/outbound/persistence/sql/engine.js';
import { mysqlServer, onServer, postgresServer } from '../../support/servers.js';
import { rowsOf } from '../../benchmark/volume/sizes.js';
import { faultOf } from './opened.js';

const sixHoursMs = 6 * 3_600_000;
const limited = (address: string, answerMs: number): SqlEngine => {
  const found = databaseAddress(address, { user: undefined, password: undefined });
  if (found.family === 'sqlite') throw new Error('not a server');
  return openEngine({ ...found, server: { ...found.server, answerMs } });
};
const answerMsOf = (address: DatabaseAddress): number | undefined => (address.family === 'sqlite' ? undefined : address.server.answerMs);

describe('how long a statement may take', () => {
  it('is hours for a migration and left to the usual limit for the running product', () => {
    for (const variables of [{}, { TONGJIAO_MIGRATION_USER: 'owner', TONGJIAO_MIGRATION_PASSWORD: 'x' }]) {
      const environment = { TONGJIAO_DATABASE: 'postgres://app@db.example:5432/city', ...variables };
      expect(answerMsOf(migrationDatabase(readConfig(environment), environment))).to.equal(sixHoursMs);
    }
    expect(answerMsOf(databaseAddress('postgres://app@db.example:5432/city', { user: undefined, password: undefined }))).to.equal(undefined);
  });

  onServer(postgresServer, 'on PostgreSQL', (address) => {
    it('is what the address says', async () => {
      const [short, long, usual] = [limited(address, 200), limited(address, sixHoursMs), openEngine(databaseAddress(address, { user: undefined, password: undefined }))];
      try {
        expect((await faultOf(Promise.resolve(short.writer.raw('select pg_sleep(3)')))).message).to.contain('statement timeout');
        const shown = async (engine: SqlEngine): Promise<unknown> => rowsOf(await engine.writer.raw('show statement_timeout'))[0]?.['statement_timeout'];
        expect([await shown(long), await shown(usual)]).to.deep.equal(['6h', '30s']);
      } finally {
        for (const engine of [short, long, usual]) await engine.close();
      }
    });
  });

  onServer(mysqlServer, 'on MySQL or MariaDB', (address) => {
    it('is what the address says', async () => {
      const [short, long] = [limited(address, 200), limited(address, sixHoursMs)];
      try {
        expect(short.classify(await faultOf((async () => { await short.writer.raw('select sleep(3)'); })()))).to.equal('CONNECTION_LOST');
        await long.writer.raw('select sleep(0.5)');
      } finally {
        for (const engine of [short, long]) await engine.close();
      }
    });
  });
});
