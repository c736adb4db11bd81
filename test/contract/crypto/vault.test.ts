import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { TamperedError } from '../../../application/ports/vault.js';
import { sm3Hex } from '../../../adapters/outbound/crypto/digests.js';
import { createKeyStore } from '../../../adapters/outbound/crypto/keystore/key-store.js';
import { type DataKeys, SoftwareVault } from '../../../adapters/outbound/crypto/software-vault.js';
import { vaultContract } from './vault.contract.js';

vaultContract('software keys', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'tongjiao-vault-'));
  try {
    return new SoftwareVault(await createKeyStore(join(folder, 'keys'), 'only for this test run'));
  } finally {
    await rm(folder, { recursive: true });
  }
});

describe('vault with software keys', () => {
  const key = (id: string, fill: number): { id: string; bytes: Buffer; usedFrom: undefined } => ({ id, bytes: Buffer.alloc(32, fill), usedFrom: undefined });
  const holding = (ids: Readonly<Record<string, number>>): DataKeys =>
    ({ dataKeys: (purpose) => Object.entries(ids).filter(([id]) => id.startsWith(`${purpose}-`)).map(([id, fill]) => key(id, fill)) });
  const place = { table: 't', column: 'c', rowId: '1' };

  it('refuses an envelope that names a key of another purpose, even with the same bytes (KEY-01)', () => {
    const envelope = new SoftwareVault(holding({ 'field-01': 1 })).seal(place, 'x');
    expect(() => new SoftwareVault(holding({ 'field-02': 1, 'index-01': 1 })).open(place, envelope.replace('field-01', 'index-01'))).to.throw(TamperedError);
  });

  it('refuses an envelope whose key id was changed to a newer key', () => {
    const vault = new SoftwareVault(holding({ 'field-01': 1, 'field-02': 1 }));
    const envelope = vault.seal(place, 'x');
    expect(envelope).to.contain('field-02');
    expect(() => vault.open(place, envelope.replace('field-02', 'field-01'))).to.throw(TamperedError);
  });

  it('uses different keys for index, audit and field even where the stored bytes are equal', () => {
    const vault = new SoftwareVault(holding({ 'index-01': 1, 'audit-01': 1, 'row-mac-01': 1, 'session-01': 1 }));
    expect(new Set([vault.blindIndex('row', 'x'), vault.auditMac('x'), vault.rowMac('row', 'x'), vault.pepper('x', undefined), vault.secretMac('session-token', 'x'), sm3Hex('x')]).size).to.equal(6);
  });

  it('KEY-02: opens and checks with a key that is not used yet, uses it from its moment on, and still knows what was made before', () => {
    let now = 1_000;
    const keys: DataKeys = { dataKeys: (purpose) => [key(`${purpose}-01`, 1), { ...key(`${purpose}-02`, 2), usedFrom: 2_000 }] };
    const [vault, ahead] = [new SoftwareVault(keys, () => now), new SoftwareVault(keys, () => 2_000)];
    const [sealed, mac, names] = [vault.seal(place, 'x'), vault.rowMac('t', 'row'), vault.currentKeys()];
    expect([sealed.includes('field-01'), vault.isCurrent(sealed), vault.rowMacFits('t', 'row', mac)]).to.deep.equal([true, true, 'current']);
    expect([vault.open(place, ahead.seal(place, 'y')), vault.rowMacFits('t', 'row', ahead.rowMac('t', 'row'))], 'of a process whose clock is ahead').to.deep.equal(['y', 'older']);
    now = 2_000;
    expect([vault.isCurrent(sealed), vault.open(place, sealed), vault.rowMacFits('t', 'row', mac), vault.rowMacFits('u', 'row', mac), vault.rowMacFits('t', 'other', mac)]).to.deep.equal([false, 'x', 'older', 'no', 'no']);
    expect([vault.seal(place, 'x').includes('field-02'), vault.rowMac('t', 'row') === mac, vault.currentKeys() === names]).to.deep.equal([true, false, false]);
  });

  it('KEY-02: looks for an index under every key, that of today first, says for how long processes may use either, and keeps the marks of the installation', () => {
    let now = 1_000;
    const [first, second] = [key('index-01', 1), { ...key('index-02', 2), usedFrom: 1_000_000 }];
    const known: { readonly id: string; readonly bytes: Buffer; readonly usedFrom: number | undefined }[] = [first];
    const vault = new SoftwareVault({ dataKeys: (purpose) => (purpose === 'index' ? known : [key(`${purpose}-01`, 1)]) }, () => now);
    const [old, mark, names, fingerprint] = [vault.blindIndex('c', 'x'), vault.installationMark('m'), vault.currentKeys(), vault.fingerprint()];
    expect([vault.blindIndexes('c', 'x'), vault.indexKeys()]).to.deep.equal([[old], 'one']);
    known.push(second);
    expect([vault.blindIndex('c', 'x'), vault.indexKeys(), vault.currentKeys()], 'known').to.deep.equal([old, 'changing', names]);
    const [, next = ''] = vault.blindIndexes('c', 'x');
    now = 1_000_000;
    expect([vault.blindIndex('c', 'x'), vault.blindIndexes('c', 'x'), vault.indexKeys()], 'used').to.deep.equal([next, [next, old], 'changing']);
    expect(vault.currentKeys()).to.equal(`${names} index-02`);
    now += 5 * 60_000;
    expect(vault.indexKeys()).to.equal('several');
    expect([vault.installationMark('m'), vault.fingerprint()]).to.deep.equal([mark, fingerprint]);
    expect(vault.installationMark('m')).to.equal(new SoftwareVault({ dataKeys: (purpose) => [key(`${purpose}-01`, 1)] }).auditMac(`key mark ${new SoftwareVault({ dataKeys: () => [first] }).blindIndex('key-mark', 'm')}`));
  });

  it('KEY-02: compares tokens under every key, that of today first, and one that is not used yet as well', () => {
    let now = 1_000;
    const vault = new SoftwareVault({ dataKeys: () => [key('session-01', 1), { ...key('session-02', 2), usedFrom: 2_000 }] }, () => now);
    const [old, next] = vault.secretMacs('session-token', 'x');
    expect([vault.secretMac('session-token', 'x'), vault.pepperName(), old === next]).to.deep.equal([old, undefined, false]);
    now = 2_000;
    expect([vault.secretMac('session-token', 'x'), vault.secretMacs('session-token', 'x'), vault.pepperName()]).to.deep.equal([next, [next, old], 'session-02']);
    expect([vault.pepper('x', 'session-03'), vault.pepper('x', undefined) === vault.pepper('x', 'session-01')]).to.deep.equal([undefined, true]);
  });

  it('KEY-02: numbers audit keys in their order, finds under which a code was made, from a number on, and goes back to none', () => {
    let now = 1_000;
    const keys = [key('audit-01', 1), { ...key('audit-02', 2), usedFrom: 2_000 }];
    const vault = new SoftwareVault({ dataKeys: () => keys }, () => now);
    const before = vault.auditMac('x');
    expect([vault.auditKeyNo(0), vault.auditKeyNo(1), vault.auditKeyOf('x', before, 0), vault.auditKeyOf('x', before, 1)]).to.deep.equal([0, 1, 0, undefined]);
    now = 2_000;
    const after = vault.auditMac('x');
    expect([vault.auditKeyNo(0), vault.auditKeyOf('x', before, 0), vault.auditKeyOf('x', after, 0), vault.auditKeyOf('x', after, 1), vault.auditKeyOf('y', after, 0)]).to.deep.equal([1, 0, 1, 1, undefined]);
    expect([vault.auditMac('x', 0), vault.auditMac('x', 1)]).to.deep.equal([before, after]);
    expect(() => vault.auditMac('x', 2)).to.throw('no data key');
  });

  it('is a fault when a purpose has no key', () => {
    expect(() => new SoftwareVault(holding({})).auditMac('x')).to.throw('no data key');
  });
});
