import { generateKeyPairSync, X509Certificate } from 'node:crypto';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { rsaPair, sm2Pair } from './unionpay-merchant.js';
import { aScene, dataFolder, rsaMerchant } from './unionpay-scene.js';

describe('UnionPay simulator: enrolling a merchant', () => {
  const scene = aScene();
  const certify = (publicKeyPem: string): Promise<{ certPem: string; certId: string; error?: string }> => scene.control('POST', '/sim/merchant-certificates', { merId: rsaMerchant, publicKeyPem });

  it('certifies a public key, names the certificate by its decimal serial and tells what to trust', async () => {
    const { certPem, certId } = await certify(rsaPair.publicKey);
    const certificate = new X509Certificate(certPem);
    expect(BigInt(`0x${certificate.serialNumber}`).toString()).to.equal(certId);
    expect(certificate.publicKey.export({ type: 'spki', format: 'pem' })).to.equal(rsaPair.publicKey);
    const trust = await scene.control<Record<string, string>>('POST', '/sim/merchants', { merId: '777290058110099', signMethod: '01', certPem });
    expect(trust['allowedName']).to.equal('中国银联股份有限公司');
    const [root, middle] = [new X509Certificate(trust['rootPem'] ?? ''), new X509Certificate(trust['middlePem'] ?? '')];
    expect(root.checkIssued(root) && middle.checkIssued(root) && certificate.checkIssued(middle)).to.equal(true);
    expect(root.verify(root.publicKey) && middle.verify(root.publicKey) && certificate.verify(middle.publicKey)).to.equal(true);
    expect([root.ca, middle.ca, certificate.ca]).to.deep.equal([true, true, false]);
  });

  it('refuses a private key, a short RSA key and a key of another kind', async () => {
    const pem = { type: 'spki', format: 'pem' } as const;
    expect(await certify(rsaPair.privateKey)).to.have.property('error');
    expect(await certify(generateKeyPairSync('rsa', { modulusLength: 1024 }).publicKey.export(pem).toString())).to.have.property('error');
    expect(await certify(generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey.export(pem).toString())).to.have.property('error');
  });

  it('refuses a certificate whose key does not fit the sign method', async () => {
    const { certPem } = await certify(sm2Pair.publicKey);
    expect(await scene.control('POST', '/sim/merchants', { merId: rsaMerchant, signMethod: '01', certPem })).to.have.property('error');
    expect(await scene.control('POST', '/sim/merchants', { merId: 'short', signMethod: '21', certPem })).to.have.property('error');
  });

  it('keeps its keys in files that only the owner may read', () => {
    const files = readdirSync(dataFolder);
    expect(files).to.have.members(['unionpay-rsa-chain.json', 'unionpay-sm2-chain.json', 'unionpay-merchants.json']);
    for (const file of files) expect(statSync(join(dataFolder, file)).mode & 0o777, file).to.equal(0o600);
  });
});
