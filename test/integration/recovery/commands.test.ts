import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { checkBackup } from '../../../adapters/outbound/crypto/backup/read-backup.js';
import { openSqlite } from '../../../adapters/outbound/persistence/sqlite/open-sqlite.js';
import { Disaster } from './disaster.js';
import { commandFile, typed, type Said } from './typed-commands.js';

/** The three commands as an operator types them, in processes of their own, beside a platform that works. */
describe('the commands backup, restore and recovery', function () {
  this.timeout(240_000);
  let disaster: Disaster;
  before(async () => { disaster = await Disaster.prepare(); });
  after(async () => disaster.close());

  const run = (name: string, ...words: readonly string[]): Promise<Said> => typed({ ...disaster.life.city.environment, TONGJIAO_LOG_LEVEL: 'warn' }, name, ...words);

  it('back up while orders come in, put back, show what is held, and let go', async () => {
    const { life } = disaster;
    const paid = await life.paid();
    await life.quiet();
    const [data, keys] = [disaster.file('cli-data'), disaster.file('cli-keys')];

    let going = true;
    const orders = (async () => {
      let count = 0;
      for (; going; count++) await life.place();
      return count;
    })();
    const backedUp = await run('backup', data);
    going = false;
    const placed = await orders;
    expect(backedUp, backedUp.error).to.include({ code: 0, error: '' });
    expect(backedUp.out).to.match(/^备份完成：/).and.contain('收款合计    80.00 元，退款合计 0.00 元').and.contain('密钥不在本文件中');
    expect(placed, 'orders taken while the backup ran').to.be.above(5);
    const { facts } = (await checkBackup(data, 'the backups of a rehearsal')).header;
    expect(facts.counts['pay_order']).to.be.within(1, placed + 1);
    expect((await run('backup', data)).error).to.equal('备份文件已存在，不会覆盖\n');
    expect((await run('backup', '--keys', keys)).out).to.match(/密钥库指纹 {2}[0-9a-f]{64}\n {2}校验值 SM3 {2}[0-9a-f]{64}/);
    expect((await run('restore', '--check', data)).out).to.match(/^校验通过，未改动任何数据/);
    expect(await run('restore', data)).to.include({ code: 1, out: '' });

    await disaster.lose();
    expect((await run('restore', data)).error).to.equal('密钥库不存在：请先用 restore --keys 恢复该备份所属的密钥库\n');
    expect((await run('restore', '--keys', keys)).out).to.match(/^密钥库已恢复，指纹 [0-9a-f]{64}/);
    const restored = await run('restore', data);
    expect(restored, restored.error).to.include({ code: 0, error: '' });
    expect(restored.out).to.match(/^恢复完成/).and.contain('收款合计    80.00 元').and.contain('审计链完整').and.contain('暂扣');
    await life.city.start();

    const refund = await life.refund(paid, '3000');
    await life.quiet();
    const status = await run('recovery', '--status');
    expect(status.out).to.contain('退款：暂扣').and.contain('暂扣的退款 1 笔').and.contain(`${refund.no}  30.00 元  订单 ${paid.platformOrderNo}`);
    expect(status.out).not.to.contain('127.0.0.1');
    expect((await run('recovery', '--end')).error).to.equal('尚有未放行的类别：支付、退款、回调\n');
    expect((await run('recovery', '--release-refunds', 'none')).error).to.equal('没有该退款\n');
    expect((await run('recovery', '--refund-number', refund.no, '123')).error).to.equal('退款流水号须为平台编出的 26 位数字\n');
    expect((await run('recovery', '--callback-told', 'none')).error).to.equal('没有该回调\n');
    expect((await run('recovery', '--release-refunds', refund.no)).out).to.equal(`已放行退款 ${refund.no}\n`);
    await life.step(10_000);
    expect((await life.kept(paid.platformOrderNo)).refunds.map(({ state }) => state)).to.deep.equal(['refunded']);
    expect((await run('recovery', '--release-refunds', 'all')).out).to.equal('已放行，唤醒任务 0 个\n');
    expect((await run('recovery', '--release-payments')).code).to.equal(0);
    expect((await run('recovery', '--release-callbacks')).out).to.equal('已放行，唤醒任务 1 个\n');
    expect((await run('recovery', '--release-callbacks')).error).to.equal('该类先前已放行\n');
    expect((await run('recovery', '--end')).out).to.equal('恢复核对已结束\n');
    await life.city.until('the refund is told', async () => { await life.step(1_000); return life.told(refund.path).length > 0 ? true : undefined; });
    expect(life.told(refund.path)).to.have.lengthOf(1);
    expect(await life.audited(refund.no)).to.include('recovery.release-refund');
  });

  it('mark a database that its own tools have put back', async () => {
    const { life } = disaster;
    await life.city.stop();
    expect((await run('restore', '--recovered', '20260230000000')).error).to.equal('备份时间须为北京时间 yyyyMMddHHmmss\n');
    const marked = await run('restore', '--recovered', '20261124030000');
    expect(marked, marked.error).to.include({ code: 0, error: '' });
    expect(marked.out).to.contain('备份时间 2026-11-24 03:00:00').and.contain('审计链完整').and.contain('0 个订单的个人信息');
    const keyStore = join(life.city.config.dataFolder, 'keys', 'keystore');
    renameSync(keyStore, `${keyStore}.away`);
    expect((await run('restore', '--recovered')).error, 'no new keys are made').to.equal('密钥库文件不存在\n');
    expect(existsSync(keyStore)).to.equal(false);
    renameSync(`${keyStore}.away`, keyStore);
    await life.city.start();
    expect((await run('recovery', '--status')).out).to.contain('支付：暂扣').and.contain('退款：暂扣').and.contain('回调：暂扣');
  });

  it('encrypt the dump of a server database and give it back, and take neither kind for the other', async () => {
    const [dump, sealed, opened, data] = ['dump.sql', 'dump.sealed', 'dump.out', 'of-sqlite'].map((name) => disaster.file(name)) as [string, string, string, string];
    writeFileSync(dump, 'insert into pay_order values (1);\n'.repeat(1000));
    expect((await run('backup', '--seal', dump, sealed)).out).to.match(/^转储已加密：/);
    expect(readFileSync(sealed).includes(Buffer.from('pay_order'))).to.equal(false);
    expect((await run('restore', '--unseal', sealed, opened)).out).to.contain('restore --recovered');
    expect(readFileSync(opened).equals(readFileSync(dump))).to.equal(true);
    expect((await run('restore', '--unseal', sealed, opened)).error).to.equal('目标文件已存在，不会覆盖\n');
    expect((await run('restore', '--check', sealed)).error).to.contain('备份内容是服务器数据库的转储');
    expect((await run('backup', data)).code).to.equal(0);
    expect((await run('restore', '--unseal', data, `${opened}-2`)).error).to.contain('备份内容是 SQLite 数据库');
    expect((await run('backup', '--seal', `${dump}-none`, `${sealed}-2`)).error).to.equal('转储文件不存在\n');
  });

  it('put back the whole database with its mark or none of it, whenever the power is cut', async () => {
    const { life } = disaster;
    const [data, keys] = [disaster.file('cut-data'), disaster.file('cut-keys')];
    expect((await run('backup', data)).code).to.equal(0);
    expect((await run('backup', '--keys', keys)).code).to.equal(0);
    const { createdAt } = (await checkBackup(data, 'the backups of a rehearsal')).header.facts;
    await disaster.lose();
    expect((await run('restore', '--keys', keys)).code).to.equal(0);
    const database = join(life.city.config.dataFolder, 'data', 'tongjiao.db');
    for (const afterMs of [200, 500, 700, 800, 900, 1_000, 1_200]) {
      const child = spawn(process.execPath, [commandFile('restore'), data], { env: { ...life.city.environment, PATH: process.env['PATH'] }, stdio: 'ignore' });
      const ended = new Promise((resolve) => { child.once('exit', resolve); });
      const timer = setTimeout(() => child.kill('SIGKILL'), afterMs);
      await ended;
      clearTimeout(timer);
      if (!existsSync(database)) continue;
      const engine = openSqlite({ file: database });
      const marks: unknown = await engine.writer('recovery_mark').where('restored_at', '>', createdAt);
      await engine.close();
      expect(marks, `after ${afterMs} ms`).to.have.lengthOf(1);
      rmSync(join(life.city.config.dataFolder, 'data'), { recursive: true });
    }
    const restored = await run('restore', data);
    expect(restored, restored.error).to.include({ code: 0, error: '' });
    expect(readdirSync(join(life.city.config.dataFolder, 'data'))).to.deep.equal(['tongjiao.db']);
    await life.city.start();
  });

  it('say how they are used, and name no secret when they are used wrongly', async () => {
    for (const [name, words] of [['backup', []], ['backup', ['--keys']], ['backup', ['a', 'b']], ['restore', []], ['restore', ['--check']], ['recovery', []], ['recovery', ['--everything']], ['recovery', ['--release-refunds']]] as const) {
      const said = await run(name, ...words);
      expect(said, `${name} ${words.join(' ')}`).to.include({ code: 1, out: '' });
      expect(said.error).to.match(/^用法：/).and.not.contain('rehearsal');
    }
  });

  it('refuse to work without the passphrase of backups', async () => {
    const { TONGJIAO_BACKUP_PASSPHRASE: _, ...env } = disaster.life.city.environment;
    const { error: said } = await typed(env, 'backup', disaster.file('nothing'));
    expect(said).to.match(/^set TONGJIAO_BACKUP_PASSPHRASE or backupPassphraseFile/);
    expect(existsSync(disaster.file('nothing'))).to.equal(false);
  });
});
