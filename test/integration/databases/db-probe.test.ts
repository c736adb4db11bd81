import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { runMigrations } from '../../../adapters/outbound/persistence/sql/migrations/runner.js';
import { readOptions } from '../../../bootstrap/cli/probe/probe-options.js';
import { findTools } from '../../../bootstrap/cli/probe/run-suite.js';
import { suitePlace } from '../../../bootstrap/cli/probe/suite-place.js';
import { asAdmin, mysqlServer, onServer, ownDatabase, postgresServer, type OwnDatabase } from '../../support/servers.js';

const command = fileURLToPath(new URL('../../../bootstrap/cli/db-probe.js', import.meta.url));
interface Said { readonly code: number; readonly out: string; readonly error: string; readonly report: string }

/** The command as a deployer types it, in an empty folder. */
function probe(words: readonly string[], more: Readonly<Record<string, string>> = {}): Promise<Said> {
  const folder = mkdtempSync(join(tmpdir(), 'tongjiao-probe-'));
  return new Promise((resolve) => {
    execFile(process.execPath, [command, ...words], { cwd: folder, env: { PATH: process.env['PATH'], ...more } }, (failed, out, error) => {
      const [file] = readdirSync(folder).filter((name) => name.endsWith('.md'));
      const report = file === undefined ? '' : readFileSync(join(folder, file), 'utf8');
      rmSync(folder, { recursive: true });
      resolve({ code: typeof failed?.code === 'number' ? failed.code : failed ? -1 : 0, out, error, report });
    });
  });
}
const section = (report: string, title: string): string => report.split('\n## ').find((part) => part.startsWith(title)) ?? '';

describe('db:probe on SQLite', function () {
  this.timeout(60_000);
  it('finds a file’s place fit, runs the contracts there, and leaves nothing', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'tongjiao-place-'));
    try {
      const said = await probe([`sqlite:${join(folder, 'tongjiao.db')}`, '--suite-part', 'archive']);
      expect(said, said.out + said.error).to.include({ code: 0, error: '' });
      expect(said.report).to.include('## 结论：可以使用').and.include('| 驱动 | libsql 0.5.29 |');
      expect(section(said.report, '3. 存储契约')).to.match(/标题含“archive”的部分：通过 \d\d 项，失败 0 项/);
      expect(readdirSync(folder)).to.deep.equal([]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('refuses wrong use in one sentence, with exit code 2', async () => {
    for (const words of [[], ['sqlite:x.db', 'y'], ['--fast'], ['sqlite:x.db', '--out']]) expect(await probe(words)).to.include({ code: 2, out: '', report: '' });
    const told = await probe(['mysql://app:open-sesame@127.0.0.1/x']);
    expect([told.code, told.error]).to.deep.equal([2, '命令行中的地址不得含口令（其他用户能看到）：请用 TONGJIAO_DATABASE_PASSWORD 或 databasePasswordFile 给出\n']);
    expect((await probe(['http://127.0.0.1/'])).code).to.equal(2);
  });

  it('says what is missing where the contracts cannot be run', () => {
    expect(findTools('/nowhere')).to.match(/没有安装开发依赖/);
    expect(findTools()).to.have.keys('mocha', 'suite');
  });
});

for (const server of [mysqlServer, postgresServer]) {
  onServer(server, 'db:probe', (serverAddress) => {
    let database: OwnDatabase;
    const tables = async (): Promise<readonly unknown[]> => {
      const engine = database.open();
      try {
        const answer: unknown = await engine.writer.raw(`select table_name from information_schema.tables where table_schema = ${server === mysqlServer ? 'database()' : 'current_schema()'}`);
        return (Array.isArray(answer) ? answer[0] : (answer as { readonly rows: unknown }).rows) as readonly unknown[];
      } finally {
        await engine.close();
      }
    };
    beforeEach(async () => { database = await ownDatabase(serverAddress); });
    afterEach(async () => database.drop());

    it('finds the server fit, runs the contracts in a database of its own, and takes everything away again', async function () {
      this.timeout(120_000);
      const said = await probe([database.address, '--suite-part', 'archive']);
      expect(said, said.out + said.error).to.include({ code: 0, error: '' });
      expect(section(said.report, '2. 实验').match(/\| 符合 \|/g)?.length).to.be.above(30);
      expect(said.report).to.not.match(/\*\*阻碍\*\*|\*\*没有答案\*\*/);
      expect(section(said.report, '3. 存储契约')).to.match(/通过 \d\d 项，失败 0 项/);
      expect(await tables()).to.deep.equal([]);
    });

    it('gives the contracts no place where tables of the product are', async () => {
      const engine = database.open();
      await runMigrations(engine, { owner: 'suite', now: Date.now });
      await engine.close();
      const before = (await tables()).length;
      const place = await suitePlace(readOptions([database.address, '--suite', database.address], {}, Date.now()), undefined);
      expect(place).to.match(/已有本产品的表/);
      expect((await tables()).length).to.equal(before);
    });
  });
}

onServer(mysqlServer, 'db:probe', (serverAddress) => {
  it('tells of a wrong account without its password, and of an account that may make no tables', async function () {
    this.timeout(120_000);
    const database = await ownDatabase(serverAddress);
    const account = `tjp${Date.now() % 1_000_000}`;
    const address = new URL(database.address);
    try {
      await asAdmin(serverAddress, async (admin) => {
        await admin.raw(`create user '${account}'@'%' identified by 'open-sesame'`);
        await admin.raw(`grant select on \`${address.pathname.slice(1)}\`.* to '${account}'@'%'`);
      });
      address.username = account;
      const wrong = await probe([address.href], { TONGJIAO_DATABASE_PASSWORD: 'guess-of-a-password' });
      expect([wrong.code, wrong.error.startsWith('数据库拒绝该账号或口令')]).to.deep.equal([1, true]);
      const reads = await probe([address.href], { TONGJIAO_DATABASE_PASSWORD: 'open-sesame' });
      expect(reads.code).to.equal(1);
      expect(reads.report).to.include('## 结论：不可使用').and.include('账号不能建库');
      for (const said of [wrong, reads]) expect(said.out + said.error + said.report).to.not.match(/guess-of-a-password|open-sesame/);
    } finally {
      await asAdmin(serverAddress, (admin) => admin.raw(`drop user '${account}'@'%'`));
      await database.drop();
    }
  });
});
