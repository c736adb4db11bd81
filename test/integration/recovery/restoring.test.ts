import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { headerBytes } from '../../../adapters/outbound/crypto/backup/backup-format.js';
import { checkBackup, extractBackup } from '../../../adapters/outbound/crypto/backup/read-backup.js';
import { writeBackup } from '../../../adapters/outbound/crypto/backup/write-backup.js';
import { openSqlite } from '../../../adapters/outbound/persistence/sqlite/open-sqlite.js';
import { foldLog, snapshotSqlite } from '../../../adapters/outbound/persistence/sqlite/snapshot.js';
import { backUpKeys, makeBackup, type Installation } from '../../../bootstrap/cli/backup/make-backup.js';
import { restoreBackup, restoreKeys, verifyBackup } from '../../../bootstrap/cli/backup/restore-backup.js';
import { readConfig } from '../../../bootstrap/config.js';
import { Disaster } from './disaster.js';

const passphrase = 'the backups of a rehearsal';
const secrets = { TONGJIAO_KEYSTORE_PASSPHRASE: 'the keys of a rehearsal', TONGJIAO_BACKUP_PASSPHRASE: passphrase };
const why = (work: Promise<unknown>): Promise<string> => work.then(() => 'no error', (error: Error) => `${error.name}: ${error.message}`);

/** Backups of a living platform, put back into folders of their own. */
describe('putting a backup back', function () {
  this.timeout(60_000);
  let disaster: Disaster;
  let data = '';
  let keys = '';
  const folders: string[] = [];
  before(async () => {
    disaster = await Disaster.prepare();
    const { life } = disaster;
    const payer = { payerName: '张三', payerMobile: '13800138000', payerCertNo: '350402199001011234' };
    for (const facts of [{}, payer, payer]) await life.paid('alipay', facts);
    await life.quiet();
    await life.city.until('the audit rows are numbered', async () => ((await life.rows('audit_entry', { seq: '0' })).length === 0 ? true : undefined));
    keys = await disaster.backUpKeys();
    data = (await disaster.backUp()).file;
  });
  after(async () => {
    await disaster.close();
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  });

  /** Another machine, with nothing on it. */
  const elsewhere = (changes: Readonly<Record<string, string>> = {}): Installation & { readonly folder: string } => {
    const folder = mkdtempSync(join(tmpdir(), 'tongjiao-elsewhere-'));
    folders.push(folder);
    const environment = { TONGJIAO_DATA_FOLDER: folder, ...secrets, ...changes };
    return { folder, config: readConfig(environment), environment, clock: disaster.life.city.clock };
  };
  const withKeys = async (changes: Readonly<Record<string, string>> = {}) => {
    const place = elsewhere(changes);
    await restoreKeys(place, keys);
    return place;
  };
  const filesIn = (folder: string): readonly string[] => (existsSync(join(folder, 'data')) ? readdirSync(join(folder, 'data')) : []);
  const restore = (place: Installation, file = data, despiteAudit = false) => restoreBackup(place, { file, despiteAudit });
  const refusedAndEmpty = async (place: Installation & { readonly folder: string }, file = data): Promise<string> => {
    const said = await why(restore(place, file));
    expect(filesIn(place.folder), said).to.deep.equal([]);
    return said;
  };
  /** The backup with its database or its facts changed by somebody who knows the passphrase. */
  const remade = async (change: (file: string) => Promise<void>, facts: object = {}): Promise<string> => {
    const checked = await checkBackup(data, passphrase);
    const clear = disaster.file(`clear-${Math.random().toString(36).slice(2)}`);
    await extractBackup(data, checked, clear);
    await change(clear);
    await writeBackup(`${clear}.bak`, clear, { ...checked.header.facts, ...facts }, passphrase);
    return `${clear}.bak`;
  };
  const sql = (statement: string) => async (file: string): Promise<void> => {
    const engine = openSqlite({ file });
    await engine.writer.raw(statement);
    await engine.close();
    foldLog(file);
  };

  it('gives the whole database, for its owner alone, with personal data that opens and a mark', async () => {
    const place = await withKeys();
    const { stock, sealedOrders, audit } = await restore(place);
    expect([stock.counts['pay_order'], stock.charged, sealedOrders]).to.deep.equal([3, 24_000n, 2]);
    expect(audit).to.match(/^审计链完整，\d+ 条$/);
    expect(filesIn(place.folder)).to.deep.equal(['tongjiao.db']);
    expect(statSync(join(place.folder, 'data', 'tongjiao.db')).mode & 0o777).to.equal(0o600);
    const engine = openSqlite({ file: join(place.folder, 'data', 'tongjiao.db') });
    const marks: unknown = await engine.writer('recovery_mark').select('*');
    const entries: unknown = await engine.writer('audit_entry').where({ action: 'recovery.marked' });
    await engine.close();
    expect(marks).to.have.lengthOf(1);
    expect(entries).to.have.lengthOf(1);
  });

  it('is only looked through by a check, which leaves nothing and may run beside a platform', async () => {
    const place = await withKeys();
    expect((await verifyBackup(place, { file: data, despiteAudit: false })).sealedOrders).to.equal(2);
    expect(filesIn(place.folder)).to.deep.equal([]);
    const beside = disaster.life.city;
    expect((await verifyBackup(beside, { file: data, despiteAudit: false })).stock.charged).to.equal(24_000n);
  });

  it('is refused where a database is, or only its log', async () => {
    const place = await withKeys();
    await restore(place);
    const before = readFileSync(join(place.folder, 'data', 'tongjiao.db'));
    expect(await why(restore(place))).to.match(/已有数据库或其日志文件/);
    expect(readFileSync(join(place.folder, 'data', 'tongjiao.db')).equals(before)).to.equal(true);
    const other = await withKeys();
    cpSync(join(place.folder, 'data', 'tongjiao.db'), join(other.folder, 'data', 'tongjiao.db-wal'), { recursive: true });
    expect(await why(restore(other))).to.match(/已有数据库或其日志文件/);
  });

  it('is refused while a process holds the folder', async () => {
    const place = await withKeys();
    writeFileSync(join(place.folder, 'process.pid'), String(process.ppid));
    expect(await why(restore(place))).to.match(/^ConfigError: the data folder .* is in use by process/);
  });

  it('is refused without its key store, with another one, and with a wrong passphrase; nothing is changed', async () => {
    expect(await refusedAndEmpty(elsewhere())).to.contain('密钥库不存在');
    const foreign = await Disaster.prepare();
    try {
      const place = elsewhere();
      await restoreKeys(place, await foreign.backUpKeys());
      expect(await refusedAndEmpty(place)).to.contain('备份属于另一个密钥库');
    } finally {
      await foreign.close();
    }
    expect(await refusedAndEmpty(await withKeys({ TONGJIAO_BACKUP_PASSPHRASE: 'another passphrase' }))).to.contain('备份口令不正确');
  });

  it('is refused when it was cut, or changed in one bit', async () => {
    const place = await withKeys();
    const whole = readFileSync(data);
    const bad = disaster.file('bad');
    writeFileSync(bad, whole.subarray(0, whole.length - 5));
    expect(await refusedAndEmpty(place, bad)).to.contain('不完整');
    const flipped = Buffer.from(whole);
    flipped.writeUInt8(flipped.readUInt8(whole.length >> 1) ^ 4, whole.length >> 1);
    writeFileSync(bad, flipped);
    expect(await refusedAndEmpty(place, bad)).to.contain('校验值不符');
  });

  it('is refused when a newer release made it', async () => {
    const { facts } = (await checkBackup(data, passphrase)).header;
    const file = await remade(() => Promise.resolve(), { steps: [...facts.steps, '9999-of-later'], product: '9.0.0' });
    expect(await refusedAndEmpty(await withKeys(), file)).to.match(/备份来自更新的版本（9\.0\.0，结构步骤 9999-of-later/);
  });

  it('is refused when its content is not what it says: rows, totals, audit, personal data, pages', async () => {
    const place = await withKeys();
    expect(await refusedAndEmpty(place, await remade(sql('delete from outbox')))).to.match(/行数与备份记录不符：outbox/);
    expect(await refusedAndEmpty(place, await remade(sql('update pay_attempt set amount = amount + 1')))).to.contain('收款或退款合计与备份记录不符');
    expect(await refusedAndEmpty(place, await remade(sql(`update audit_entry set description = '改' where seq = 2`)))).to.match(/审计链自第 2 条起不符/);
    const swapped = `update pay_order set payer_name = (select payer_name from pay_order o where o.payer_name is not null order by platform_order_no limit 1) where payer_name is not null`;
    expect(await refusedAndEmpty(place, await remade(sql(swapped)))).to.contain('无法用当前密钥库打开');
    const torn = await remade(async (file) => {
      const bytes = readFileSync(file);
      bytes.fill(0xa5, 4096 * 3, 4096 * 5);
      writeFileSync(file, bytes);
    });
    expect(await refusedAndEmpty(place, torn)).to.contain('SQLite 完整性检查');
  });

  it('with a broken audit chain is put back when an operator says so, and the flaw is said', async () => {
    const place = await withKeys();
    const file = await remade(sql(`update audit_entry set description = '改' where seq = 2`));
    expect((await restore(place, file, true)).audit).to.match(/^注意：审计链自第 2 条起不符/);
  });

  it('sweeps up what a killed process left in clear, and nothing of a living one', async () => {
    const place = await withKeys();
    await restore(place);
    const [dead, alive] = ['tongjiao.db.snapshot-999999999.tmp', `tongjiao.db.check-${process.ppid}.tmp`].map((name) => join(place.folder, 'data', name));
    for (const name of [dead, alive]) writeFileSync(name ?? '', 'clear');
    await makeBackup(place, disaster.file('again'), false);
    expect([existsSync(dead ?? ''), existsSync(alive ?? '')]).to.deep.equal([false, true]);
    expect(filesIn(place.folder).filter((name) => name.includes(String(process.pid)))).to.deep.equal([]);
  });

  it('has no keys inside, in clear or sealed, and names only their fingerprint', async () => {
    const checked = await checkBackup(data, passphrase);
    const clear = disaster.file('clear');
    await extractBackup(data, checked, clear);
    const store = readFileSync(join(disaster.life.city.config.dataFolder, 'keys', 'keystore'), 'utf8');
    for (const part of store.trim().split('.').filter((word) => word.length > 20)) expect(readFileSync(clear).includes(Buffer.from(part))).to.equal(false);
    for (const planted of ['张三', '13800138000', '350402199001011234']) expect(readFileSync(clear).includes(Buffer.from(planted)), planted).to.equal(false);
    expect(headerBytes(checked.header).toString('latin1')).to.contain(checked.header.facts.keyStore).and.not.contain('keystore.1');
  });

  it('takes a snapshot of one moment while others write, and refuses where there is no database', async () => {
    const { life } = disaster;
    const writing = Promise.all(Array.from({ length: 30 }, () => life.place()));
    const made = await disaster.backUp();
    await writing;
    expect((await verifyBackup(life.city, { file: made.file, despiteAudit: false })).stock.counts['pay_order']).to.equal(made.facts.counts['pay_order']);
    expect(() => { snapshotSqlite(disaster.file('none'), disaster.file('none-2')); }).to.throw('no database');
    expect(await why(makeBackup(elsewhere(), disaster.file('none-3'), false))).to.contain('数据库文件不存在');
  });

  it('keeps the key store apart: its copy is refused when changed, never over another, and never without its passphrase', async () => {
    const place = elsewhere();
    const text = readFileSync(keys, 'utf8');
    const bad = disaster.file('bad-keys');
    for (const [changed, said] of [
      [text.replace('.1.', '.2.'), '更新的版本'], [text.slice(0, -10), '校验值不符'], [text.replace(/[A-Za-z](?=[^\n]*\n[0-9a-f]{64}\n$)/, '-'), '校验值不符'], ['x', '不是通缴的密钥备份文件'], [`${text}more\n`, '校验值不符'],
    ] as const) {
      writeFileSync(bad, changed);
      expect(await why(restoreKeys(place, bad))).to.contain(said);
      expect(existsSync(join(place.folder, 'keys', 'keystore'))).to.equal(false);
    }
    const stranger = elsewhere({ TONGJIAO_KEYSTORE_PASSPHRASE: 'somebody guesses' });
    expect(await why(restoreKeys(stranger, keys))).to.contain('口令不正确');
    expect(readdirSync(join(stranger.folder, 'keys'))).to.deep.equal([]);
    await restoreKeys(place, keys);
    expect(await why(restoreKeys(place, keys))).to.contain('密钥库已存在，不会覆盖');
    expect(await why(backUpKeys(disaster.installation, keys))).to.contain('密钥备份文件已存在，不会覆盖');
    expect(statSync(keys).mode & 0o777).to.equal(0o600);
  });
});
