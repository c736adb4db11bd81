import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { sm3Hex } from '../../../adapters/outbound/crypto/digests.js';
import { createKeyStore, type KeyStore, openKeyStore } from '../../../adapters/outbound/crypto/keystore/key-store.js';
import { watchKeyStore } from '../../../adapters/outbound/crypto/keystore/key-store-watch.js';
import { dataKeyPurposes } from '../../../adapters/outbound/crypto/keystore/purposes.js';
import { NodeSigner } from '../../../adapters/outbound/crypto/node-signer.js';
import { NodeVerifier } from '../../../adapters/outbound/crypto/node-verifier.js';
import { NativeSm2Engine } from '../../../adapters/outbound/crypto/sm2-native.js';
import { SoftwareVault } from '../../../adapters/outbound/crypto/software-vault.js';
import { example } from './sm2-example.js';

const passphrase = '测试口令-only-for-this-run';
const why = (attempt: Promise<unknown>): Promise<string> =>
  attempt.then(() => 'no error', (error: Error) => (['KeyStoreError', 'BadPrivateKeyError'].includes(error.name) ? error.message : `unexpected ${String(error)}`));

describe('software key store (KEY-01, KEY-04)', function () {
  this.timeout(30_000);
  let folder: string;
  let file: string;
  let store: KeyStore;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'tongjiao-keystore-'));
    file = join(folder, 'keys');
    store = await createKeyStore(file, passphrase);
  });
  after(() => rm(folder, { recursive: true, force: true }));

  it('is made readable for its owner only and leaves no other file', async () => {
    expect((await stat(file)).mode & 0o777).to.equal(0o600);
    expect(await readdir(folder)).to.deep.equal(['keys']);
  });

  it('holds one key per purpose, all different, and each named after its purpose', () => {
    const keys = dataKeyPurposes.map((purpose) => store.dataKeys(purpose));
    expect(keys.map((of) => of.length)).to.deep.equal([1, 1, 1, 1, 1]);
    expect(new Set(keys.map(([key]) => key?.bytes.toString('hex'))).size).to.equal(dataKeyPurposes.length);
    expect(keys.every(([key], index) => key?.bytes.length === 32 && key.id.startsWith(`${dataKeyPurposes[index] ?? ''}-`))).to.equal(true);
  });

  it('keeps signing keys, data keys and what they protect over a restart', async () => {
    const engine = new NativeSm2Engine();
    await Promise.all([store.generateSigningKey('platform-sm2', 'SM2'), store.generateSigningKey('platform-rsa', 'RSA2')]);
    await store.importSigningKey('imported', 'SM2', example.key.d.toString('hex'));
    const place = { table: 'payers', column: 'name', rowId: '1' };
    const vault = new SoftwareVault(store);
    const before = { sealed: vault.seal(place, '张三'), index: vault.blindIndex('payers.name', '张三'), mac: vault.auditMac('x') };
    await store.rotate('field');
    const newer = vault.seal(place, '李四');

    const again = await openKeyStore(file, passphrase);
    expect([...again.names()].sort()).to.deep.equal(['imported', 'platform-rsa', 'platform-sm2']);
    for (const [name, algorithm] of [['platform-sm2', 'SM2'], ['platform-rsa', 'RSA2'], ['imported', 'SM2']] as const) {
      const pem = await new NodeSigner(store, engine).publicKeyPem(name);
      const signature = await new NodeSigner(again, engine).sign(name, { algorithm }, '非税');
      expect(await new NodeVerifier(engine).verify(pem, { algorithm }, '非税', signature), name).to.equal(true);
    }
    const reopened = new SoftwareVault(again);
    expect(reopened.open(place, before.sealed)).to.equal('张三');
    expect(reopened.open(place, newer)).to.equal('李四');
    expect(newer.split('.')[1]).not.to.equal(before.sealed.split('.')[1]);
    expect(reopened.seal(place, '王五').split('.')[1]).to.equal(newer.split('.')[1]);
    expect([reopened.blindIndex('payers.name', '张三'), reopened.auditMac('x')]).to.deep.equal([before.index, before.mac]);
    expect((await stat(file)).mode & 0o777).to.equal(0o600);
    expect(await readdir(folder)).to.deep.equal(['keys']);
  });

  it('refuses to replace a key of the same name, also when two ask at once', async () => {
    const original = await new NodeSigner(store, new NativeSm2Engine()).publicKeyPem('platform-sm2');
    expect(await why(store.generateSigningKey('platform-sm2', 'SM2'))).to.contain('已存在');
    expect(await new NodeSigner(store, new NativeSm2Engine()).publicKeyPem('platform-sm2')).to.equal(original);
    const both = await Promise.all([why(store.generateSigningKey('twice', 'SM2')), why(store.generateSigningKey('twice', 'SM2'))]);
    expect(both.sort()).to.deep.equal(['no error', '签名密钥 twice 已存在，不会覆盖']);
  });

  it('refuses unusable names and keys and stays as it was', async () => {
    const text = await readFile(file, 'utf8');
    for (const name of ['', '../x', 'a b', '密钥', 'x'.repeat(65), '__proto__']) expect(await why(store.generateSigningKey(name, 'SM2'))).to.contain('名称');
    expect(await why(store.importSigningKey('bad', 'SM2', '0'.repeat(64)))).to.contain('1 至 n-2');
    expect(store.has('bad')).to.equal(false);
    expect(() => store.signingKey('bad')).to.throw('没有名为 bad');
    expect(await readFile(file, 'utf8')).to.equal(text);
  });

  it('shows no key and no name in the file', async () => {
    const text = await readFile(file, 'utf8');
    const secrets = [...dataKeyPurposes.flatMap((purpose) => store.dataKeys(purpose).map(({ bytes }) => bytes)), example.key.d];
    for (const secret of secrets) for (const form of ['hex', 'base64', 'base64url'] as const) expect(text).not.to.contain(secret.toString(form));
    expect(text).not.to.contain('platform');
  });

  it('refuses a file that others may read', async () => {
    for (const mode of [0o644, 0o640, 0o604, 0o620]) {
      await chmod(file, mode);
      expect(await why(openKeyStore(file, passphrase))).to.equal(`密钥库文件权限为 ${mode.toString(8)}，其他用户可以访问；请改为 600 后再启动`);
    }
    await chmod(file, 0o600);
  });

  it('refuses a wrong passphrase, an empty one and a short one', async () => {
    expect(await why(openKeyStore(file, `${passphrase} `))).to.equal('密钥库口令不正确，或文件被人为修改');
    expect(await why(openKeyStore(file, ''))).to.equal('未提供密钥库口令');
    expect(await why(createKeyStore(join(folder, 'other'), 'short'))).to.contain('不得少于 12');
    expect(await readdir(folder)).to.deep.equal(['keys']);
  });

  it('finds a changed bit at any place', async () => {
    const good = await readFile(file);
    const damaged = join(folder, 'damaged');
    for (let part = 0; part <= 40; part++) {
      const at = Math.floor(((good.length - 1) * part) / 40);
      const bytes = Buffer.from(good);
      bytes[at] = (bytes[at] ?? 0) ^ (1 << part % 7);
      await writeFile(damaged, bytes, { mode: 0o600 });
      expect(await why(openKeyStore(damaged, passphrase)), `byte ${at}`).to.equal('密钥库文件已损坏，请从备份恢复');
    }
    for (const bytes of [good.subarray(0, -2), Buffer.alloc(0), Buffer.concat([good, good])]) {
      await writeFile(damaged, bytes, { mode: 0o600 });
      expect(await why(openKeyStore(damaged, passphrase))).to.equal('密钥库文件已损坏，请从备份恢复');
    }
    await rm(damaged);
  });

  it('finds changes made by someone who also repairs the checksum', async () => {
    const parts = (await readFile(file, 'utf8')).split('.').slice(0, -1);
    const changed = async (at: number, change: (part: string) => string): Promise<string> => {
      const line = parts.map((part, index) => (index === at ? change(part) : part)).join('.');
      const forged = join(folder, 'forged');
      await writeFile(forged, `${line}.${sm3Hex(line)}\n`, { mode: 0o600 });
      const message = await why(openKeyStore(forged, passphrase));
      await rm(forged);
      return message;
    };
    const flip = (part: string): string => {
      const bytes = Buffer.from(part, 'base64url');
      bytes[0] = (bytes[0] ?? 0) ^ 1;
      return bytes.toString('base64url');
    };
    expect(await changed(0, (part) => part)).to.equal('no error');
    for (const at of [4, 5, 6, 7]) expect(await changed(at, flip), `part ${at}`).to.equal('密钥库口令不正确，或文件被人为修改');
    expect(await changed(3, () => '600001')).to.equal('密钥库口令不正确，或文件被人为修改');
    expect(await changed(3, () => '1000')).to.contain('低于要求');
    expect(await changed(3, () => '999999999')).to.contain('已损坏');
    expect(await changed(1, () => '2')).to.contain('不认识');
  });

  it('never writes over an existing store', async () => {
    expect(await why(createKeyStore(file, passphrase))).to.equal('密钥库文件已存在，不会覆盖');
  });

  it('keeps the change of another process when it makes one itself, and refuses the name that one took', async () => {
    const other = await openKeyStore(file, passphrase);
    await other.generateSigningKey('from-another-process', 'SM2');
    expect(await why(store.generateSigningKey('from-another-process', 'SM2'))).to.contain('已存在');
    await store.generateSigningKey('late', 'SM2');
    expect((await openKeyStore(file, passphrase)).names()).to.include.members(['from-another-process', 'late']);
    expect(other.has('late')).to.equal(false);
    expect([await other.refresh(), await other.refresh(), other.has('late')]).to.deep.equal([true, false, true]);
  });

  it('finds a key that another process just saved, without being told', async () => {
    const other = await openKeyStore(file, passphrase);
    await other.generateSigningKey('fresh', 'RSA2');
    const signer = new NodeSigner({ signingKey: (name) => store.findSigningKey(name) }, new NativeSm2Engine());
    expect(await signer.publicKeyPem('fresh')).to.equal(other.signingKey('fresh').publicKeyPem);
    expect(await why(signer.publicKeyPem('nobody-has-it'))).to.contain('没有名为 nobody-has-it');
  });

  it('sees new data keys of another process by looking at the file, says so once, and goes on after the file was away', async () => {
    const events: string[] = [];
    const note = (event: string): void => { events.push(event); };
    const end = watchKeyStore(store, file, { info: note, warn: note, alarm: note, fault: note });
    const seen = async (count: number): Promise<void> => {
      while (events.length < count) await new Promise((resolve) => { setTimeout(resolve, 20); });
    };
    const other = await openKeyStore(file, passphrase);
    const id = await other.rotate('field');
    await seen(1);
    expect(store.dataKeys('field').at(-1)?.id).to.equal(id);
    const text = await readFile(file, 'utf8');
    await rm(file);
    await seen(2);
    await writeFile(file, text, { mode: 0o600 });
    await other.rotate('field');
    await seen(3);
    end();
    expect(events).to.deep.equal(['key-store-changed', 'key-store', 'key-store-changed']);
  });

  it('sees them also when the file that was brought could not be read at first, and was put right by a mere chmod', async () => {
    const events: string[] = [];
    const note = (event: string): void => { events.push(event); };
    const other = await openKeyStore(file, passphrase);
    const id = await other.rotate('index');
    await chmod(file, 0o644);
    const end = watchKeyStore(store, file, { info: note, warn: note, alarm: note, fault: note });
    const seen = async (count: number): Promise<void> => {
      while (events.length < count) await new Promise((resolve) => { setTimeout(resolve, 20); });
    };
    await seen(1);
    // Some looks more: the fault is said once.
    await new Promise((resolve) => { setTimeout(resolve, 2_500); });
    await chmod(file, 0o600);
    await seen(2);
    end();
    expect([events, store.dataKeys('index').at(-1)?.id]).to.deep.equal([['key-store', 'key-store-changed'], id]);
  });

  it('keeps what it has when the file became another store', async () => {
    const text = await readFile(file, 'utf8');
    await rm(file);
    await createKeyStore(file, passphrase);
    const before = store.names();
    expect(await why(store.refresh())).to.contain('另一个密钥库');
    expect(await why(store.generateSigningKey('foreign', 'SM2'))).to.contain('另一个密钥库');
    expect(store.names()).to.deep.equal(before);
    await writeFile(file, text, { mode: 0o600 });
    expect(await store.refresh()).to.equal(false);
  });

  it('says that a file is missing or is a folder', async () => {
    expect(await why(openKeyStore(join(folder, 'none'), passphrase))).to.equal('密钥库文件不存在');
    expect(await why(openKeyStore(folder, passphrase))).to.contain('不是普通文件');
  });

  it('stays as it was when the disk refuses a change, and works again afterwards', async () => {
    const text = await readFile(file, 'utf8');
    await rm(file);
    expect(await why(store.generateSigningKey('lost', 'SM2'))).to.equal('密钥库文件不存在');
    expect(store.has('lost')).to.equal(false);
    await writeFile(file, text, { mode: 0o600 });
    await store.generateSigningKey('found', 'SM2');
    expect(store.has('found')).to.equal(true);
  });
});
