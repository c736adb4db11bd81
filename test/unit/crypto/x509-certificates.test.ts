import { expect } from 'chai';
import type { CertificatePolicy } from '../../../application/ports/certificates.js';
import { NativeSm2Engine } from '../../../adapters/outbound/crypto/sm2-native.js';
import { SmCryptoSm2Engine } from '../../../adapters/outbound/crypto/sm2-sm-crypto.js';
import { X509Certificates } from '../../../adapters/outbound/crypto/x509-certificates.js';
import { CertificateFactory, type Issued } from './certificate-factory.js';
import { describeWithOpenSsl } from './open-ssl.js';

const company = '中国银联股份有限公司';
const goodName = `041@Z2026-1@${company}@00012345`;
const year = 365 * 24 * 3600 * 1000;

interface Family {
  readonly root: Issued; readonly middle: Issued; readonly leaf: Issued; readonly expired: Issued; readonly future: Issued; readonly merchant: Issued;
  readonly byLeaf: Issued; readonly selfSigned: Issued; readonly plain: Issued; readonly impostor: Issued; readonly oldMiddle: Issued; readonly underOld: Issued; readonly direct: Issued;
}

function family(make: CertificateFactory): Family {
  const root = make.issue({ name: '测试根', ca: true });
  const middle = make.issue({ name: '测试中级', ca: true, by: root });
  const leaf = make.issue({ name: goodName, by: middle });
  // Making RSA keys is slow: leaves whose key plays no part share one.
  const expired = make.issue({ name: goodName, by: middle, days: -1 });
  const oldMiddle = make.issue({ name: '旧中级', ca: true, by: root, days: -1 });
  // same names as the real chain, other keys
  const falseRoot = make.issue({ name: '测试根', ca: true });
  const falseMiddle = make.issue({ name: '测试中级', ca: true, by: falseRoot });
  return {
    root, middle, leaf, expired, oldMiddle,
    future: make.issue({ name: goodName, by: middle, days: 30, startsInDays: 10, keyOf: expired }),
    merchant: make.issue({ name: '041@Z2026-2@某某商户有限公司@00012345', by: middle, keyOf: expired }),
    byLeaf: make.issue({ name: goodName, by: leaf }),
    selfSigned: make.issue({ name: goodName }),
    plain: make.issue({ name: '00040000:SIGN', by: middle, keyOf: expired }),
    impostor: make.issue({ name: goodName, by: falseMiddle }),
    underOld: make.issue({ name: goodName, by: oldMiddle, keyOf: expired }),
    direct: make.issue({ name: goodName, by: root, keyOf: expired }),
  };
}

for (const [kind, engineName, engine] of [
  ['RSA', 'native', new NativeSm2Engine()], ['SM2', 'native', new NativeSm2Engine()], ['SM2', 'sm-crypto', new SmCryptoSm2Engine()],
] as const) {
  describeWithOpenSsl(`certificates with ${kind} keys, engine ${engineName}`, function () {
    const factory = new CertificateFactory(kind);
    let all: Family;
    let policy: CertificatePolicy;
    const now = Date.now();
    const certificates = new X509Certificates(engine);
    before(function () {
      this.timeout(30_000);
      all = family(factory);
      policy = { rootPems: [all.root.pem], middlePems: [all.middle.pem], allowedNames: [company] };
    });
    after(() => { factory.close(); });
    const step = (issued: { readonly pem: string }, change: Partial<CertificatePolicy> = {}, at = now): string => {
      const checked = certificates.check(issued.pem, { ...policy, ...change }, at);
      return checked.ok ? 'ok' : checked.failedStep;
    };

    it('accepts a good chain and says key, serial number, name and end', () => {
      for (let time = 0; time < 2; time++) { // the second answer comes from memory
        const checked = certificates.check(all.leaf.pem, policy, now);
        expect(checked).to.deep.equal({
          ok: true, publicKeyPem: factory.publicKeyOf(all.leaf), serialDecimal: factory.serialOf(all.leaf), subjectCommonName: goodName, notAfter: factory.endOf(all.leaf),
        });
      }
    });

    it('accepts CRLF line ends, as the message carries them', () => {
      expect(step({ pem: all.leaf.pem.replace(/\n/g, '\r\n') })).to.equal('ok');
    });

    it('accepts a leaf that the root issued itself', () => expect(step(all.direct, { middlePems: [] })).to.equal('ok'));
    it('refuses a self-signed certificate with the right name', () => expect(step(all.selfSigned)).to.equal('chain'));
    it('refuses a self-signed certificate although someone put it among the roots', () => {
      expect(step(all.selfSigned, { rootPems: [all.root.pem, all.selfSigned.pem] })).to.equal('chain');
    });
    it('refuses a chain of the same names with other keys', () => expect(step(all.impostor)).to.equal('chain'));
    it('refuses a leaf whose issuer has the right key under another name', () => {
      const renamed = factory.issue({ name: '别的中级', ca: true, by: all.root, keyOf: all.middle });
      expect(step(all.leaf, { middlePems: [renamed.pem] })).to.equal('chain');
    });
    it('refuses an expired leaf and one of the future', () => {
      expect(step(all.expired)).to.equal('not-valid-now');
      expect(step(all.future)).to.equal('not-valid-now');
      expect(step(all.future, {}, now + 15 * 24 * 3600 * 1000)).to.equal('ok');
    });

    it('looks at the dates again although the chain was good before', () => {
      expect(step(all.leaf)).to.equal('ok');
      expect(step(all.leaf, {}, now + 20 * year)).to.equal('not-valid-now');
      expect(step(all.leaf, {}, now - 20 * year)).to.equal('not-valid-now');
      const end = factory.endOf(all.leaf);
      expect([step(all.leaf, {}, end), step(all.leaf, {}, end + 1)]).to.deep.equal(['ok', 'not-valid-now']);
    });

    it('refuses a leaf whose intermediate certificate has ended', () => {
      expect(step(all.underOld, { middlePems: [all.middle.pem, all.oldMiddle.pem] })).to.equal('not-valid-now');
    });

    it('refuses another merchant’s certificate of the same authority', () => expect(step(all.merchant)).to.equal('name'));
    it('takes a whole name only where the policy lists it', () => {
      expect(step(all.plain)).to.equal('name');
      expect(step(all.plain, { allowedNames: ['00040000:SIGN'] })).to.equal('ok');
    });
    it('lets nobody in by an empty list of names, an empty name or no root', () => {
      expect(step(all.leaf, { allowedNames: [] })).to.equal('name');
      expect(step(all.leaf, { allowedNames: [''] })).to.equal('name');
      expect(step(all.leaf, { rootPems: [] })).to.equal('chain');
    });
    it('refuses an empty company name, even where an empty name slipped into the list', () => {
      expect(step(factory.issue({ name: '041@Z2026-3@@1', by: all.middle, keyOf: all.expired }), { allowedNames: ['', company] })).to.equal('name');
    });
    it('refuses a company name in another part of the CN', () => {
      const elsewhere = factory.issue({ name: `041@${company}@某某商户@${company}`, by: all.middle, keyOf: all.expired });
      expect(step(elsewhere)).to.equal('name');
    });
    it('refuses a certificate with two names', () => {
      const two = factory.issue({ name: goodName, by: all.middle, secondName: goodName, keyOf: all.expired });
      expect(step(two)).to.equal('name');
    });

    it('refuses a leaf issued by a leaf, also when that leaf stands among the intermediates', () => {
      expect(step(all.byLeaf)).to.equal('chain');
      expect(step(all.byLeaf, { middlePems: [all.middle.pem, all.leaf.pem] })).to.equal('chain');
    });
    it('refuses the root, an intermediate and a leaf without its intermediate', () => {
      const names = { allowedNames: ['测试根', '测试中级', company] };
      expect([step(all.root, names), step(all.middle, names), step(all.leaf, { middlePems: [] })]).to.deep.equal(['chain', 'chain', 'chain']);
    });

    it('refuses a leaf with one changed bit in its name, its key or its signature', () => {
      const der = Buffer.from(all.leaf.pem.replace(/-----[A-Z ]+-----|\s/g, ''), 'base64');
      const places = [der.indexOf(Buffer.from('@00012345')) + 5, der.length - 3, der.indexOf(Buffer.from(factory.publicKeyOf(all.leaf).replace(/-----[A-Z ]+-----|\s/g, ''), 'base64')) + 40];
      for (const at of places) {
        const changed = Buffer.from(der);
        changed[at] = (changed[at] ?? 0) ^ 1;
        expect(step({ pem: `-----BEGIN CERTIFICATE-----\n${changed.toString('base64')}\n-----END CERTIFICATE-----\n` })).to.match(/^(chain|unreadable)$/);
      }
    });

    it('calls everything else unreadable, without an error', () => {
      const twice = all.leaf.pem + all.leaf.pem;
      const odd = ['', 'x', '证书', '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----', twice, `x${all.leaf.pem}`, all.leaf.pem.slice(0, 200), factory.publicKeyOf(all.leaf), 'A'.repeat(20_000)];
      for (const pem of odd) expect(step({ pem }), pem.slice(0, 40)).to.equal('unreadable');
      for (const pem of [undefined, 7, {}]) expect(step({ pem: pem as unknown as string })).to.equal('unreadable');
    });

    it('is a fault when a configured certificate cannot be read', () => {
      expect(() => step(all.leaf, { rootPems: ['x'] })).to.throw('configured');
    });
  });
}

describeWithOpenSsl('certificates of old and odd kinds', function () {
  this.timeout(30_000);
  const rsa = new CertificateFactory('RSA');
  after(() => { rsa.close(); });
  const certificates = new X509Certificates(new NativeSm2Engine());
  const now = Date.now();

  it('accepts SHA-1 chains, which the channel’s test environment uses, and refuses MD5', () => {
    const root = rsa.issue({ name: '根', ca: true, digest: 'sha1' });
    const policy = { rootPems: [root.pem], middlePems: [], allowedNames: [goodName] };
    expect(certificates.check(rsa.issue({ name: goodName, by: root, digest: 'sha1' }).pem, policy, now).ok).to.equal(true);
    expect(certificates.check(rsa.issue({ name: goodName, by: root, digest: 'md5' }).pem, policy, now)).to.deep.equal({ ok: false, failedStep: 'chain' });
  });

  it('calls a leaf with an RSA key of 1024 bits unreadable', () => {
    const root = rsa.issue({ name: '根', ca: true });
    const weak = rsa.issue({ name: goodName, by: root, bits: 1024 });
    expect(certificates.check(weak.pem, { rootPems: [root.pem], middlePems: [], allowedNames: [goodName] }, now)).to.deep.equal({ ok: false, failedStep: 'unreadable' });
  });

  it('checks an RSA leaf below an SM2 authority by the authority’s key', () => {
    const sm2 = new CertificateFactory('SM2');
    const root = sm2.issue({ name: '根', ca: true });
    const leaf = sm2.issue({ name: goodName, by: root, keyKind: 'RSA' });
    expect(certificates.check(leaf.pem, { rootPems: [root.pem], middlePems: [], allowedNames: [goodName] }, now).ok).to.equal(true);
    sm2.close();
  });

  it('accepts SM2 certificates signed under an empty user id', () => {
    const sm2 = new CertificateFactory('SM2', '');
    const root = sm2.issue({ name: '根', ca: true });
    const leaf = sm2.issue({ name: goodName, by: root });
    expect(certificates.check(leaf.pem, { rootPems: [root.pem], middlePems: [], allowedNames: [goodName] }, now).ok).to.equal(true);
    sm2.close();
  });

  it('refuses SM2 certificates signed under a user id of somebody’s own', () => {
    const sm2 = new CertificateFactory('SM2', '8765432187654321');
    const root = sm2.issue({ name: '根', ca: true });
    const leaf = sm2.issue({ name: goodName, by: root });
    expect(certificates.check(leaf.pem, { rootPems: [root.pem], middlePems: [], allowedNames: [goodName] }, now)).to.deep.equal({ ok: false, failedStep: 'chain' });
    sm2.close();
  });
});
