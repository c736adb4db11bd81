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
    expect(new Set([vault.blindIndex('row', 'x'), vault.auditMac('x'), vault.rowMac('row', 'x'), vault.secretMac('password', 'x'), vault.secretMac('session-token', 'x'), sm3Hex('x')]).size).to.equal(6);
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

  it('is a fault when a purpose has no key', () => {
    expect(() => new SoftwareVault(holding({})).auditMac('x')).to.throw('no data key');
  });
});
