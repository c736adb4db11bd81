import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect } from 'chai';
import { openDm } from '../../../adapters/outbound/persistence/dm/open-dm.js';
import { openOracle } from '../../../adapters/outbound/persistence/oracle/open-oracle.js';
import { openKingbase } from '../../../adapters/outbound/persistence/kingbase/open-kingbase.js';
import { openMySql } from '../../../adapters/outbound/persistence/mysql/open-mysql.js';
import type { SqlEngine } from '../../../adapters/outbound/persistence/sql/engine.js';
import { openSqlite } from '../../../adapters/outbound/persistence/sqlite/open-sqlite.js';
import { goldenText } from './golden-text.js';

const nowhere = (port: number) => ({ host: 'nowhere.invalid', port, user: 'golden', password: 'x', database: 'golden', schema: undefined, tls: undefined, certificateFolder: undefined, connections: 2 });

/** Every engine, opened so that nothing is connected. A new one needs one line here. */
const engines: Readonly<Record<string, () => SqlEngine>> = {
  sqlite: () => openSqlite({ file: ':memory:' }),
  mysql: () => openMySql(nowhere(3306)),
  kingbase: () => openKingbase(nowhere(54321)),
  dm: () => openDm({ host: 'nowhere.invalid', port: 5236, user: 'golden', password: 'x' }),
  oracle: () => openOracle({ host: 'nowhere.invalid', port: 1521, user: 'golden', password: 'x', database: 'GOLDEN' }),
};

const folder = resolve('test/contract/persistence/goldens');
const rewrites = process.env['UPDATE_GOLDENS'] === '1';

/** `UPDATE_GOLDENS=1 npx mocha --no-config dist/test/contract/persistence/goldens.test.js` writes them anew, for a reviewer to read the difference. */
describe('SQL as each database gets it', () => {
  for (const [name, open] of Object.entries(engines)) {
    it(`is for ${name} what a reviewer has seen`, async () => {
      const engine = open();
      const text = await goldenText(engine);
      await engine.close();
      const file = resolve(folder, `${name}.sql`);
      if (rewrites) {
        mkdirSync(folder, { recursive: true });
        writeFileSync(file, text);
      }
      expect(existsSync(file), `${file} is missing: run again with UPDATE_GOLDENS=1`).to.equal(true);
      expect(text).to.equal(readFileSync(file, 'utf8'));
      expect(text.split('\n').length).to.be.greaterThan(100);
    });
  }
});
