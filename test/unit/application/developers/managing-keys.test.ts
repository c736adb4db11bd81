import { generateKeyPairSync } from 'node:crypto';
import { expect } from 'chai';
import type { FormerKeys } from '../../../../application/developers/manage-developer-keys.js';
import type { SignatureScheme } from '../../../../domain/access/signature-scheme.js';
import { keysAt } from '../../../../domain/directory/developer.js';
import { acting, codeOf, facts, must, openDeveloperTown, rsa, sm2, type DeveloperTown } from './developer-town.js';

const hour = 3_600_000;
const rsa2: SignatureScheme = { algorithm: 'RSA2' };
const keep: FormerKeys = { kind: 'keep' };

describe('keys of developers', () => {
  let town: DeveloperTown;
  let devId: string;
  beforeEach(async () => {
    town = await openDeveloperTown();
    ({ devId } = await town.added());
  });
  const take = async (text: string, version: number, former: FormerKeys = keep, scheme: SignatureScheme = rsa2) => town.desk.keys.importKey(acting, { devId, version }, { scheme, text, former });
  const accepted = async () => keysAt((await town.read(devId))!, town.clock.now()).map(({ pem }) => rsa.indexOf(pem));

  it('are taken in however they are written, and shown by their fingerprints with the key of the platform', async () => {
    must(await take(rsa[0].replace(/-----[A-Z ]+-----|\s/g, ''), 1));
    const shown = await town.desk.read.keys(devId);
    expect(shown?.keys).to.have.length(1);
    expect(shown?.keys[0]).to.deep.include({ since: town.clock.now(), until: undefined, isAccepted: true });
    expect([shown?.keys[0]?.fingerprint, shown?.keys[0]?.sha256].every((one) => /^[0-9a-f]{64}$/.test(one ?? ''))).to.equal(true);
    expect(shown?.platformPems).to.deep.equal({ RSA2: rsa[3], SM2: sm2[1] });
  });

  it('are changed in overlap: both are accepted until the former is retired', async () => {
    must(await take(rsa[0], 1));
    must(await take(rsa[1], 2));
    expect(await accepted()).to.deep.equal([1, 0]);
    expect(codeOf(await take(rsa[2], 3))).to.equal('too-many-keys');
    const shown = await town.desk.read.keys(devId);
    must(await town.desk.keys.retireKey(acting, { devId, version: 3 }, shown?.keys[1]?.fingerprint ?? '', undefined));
    expect(await accepted()).to.deep.equal([1]);
    expect(codeOf(await town.desk.keys.retireKey(acting, { devId, version: 4 }, shown?.keys[1]?.fingerprint ?? '', undefined))).to.equal('no-such-key');
  });

  it('end by themselves at the moment that was named, and never later than was said before', async () => {
    must(await take(rsa[0], 1));
    const at = town.clock.now() + hour;
    must(await take(rsa[1], 2, { kind: 'until', at }));
    expect(await accepted()).to.deep.equal([1, 0]);
    town.clock.at += hour;
    expect(await accepted()).to.deep.equal([1]);
    expect((await town.desk.read.keys(devId))?.keys.map(({ isAccepted }) => isAccepted)).to.deep.equal([true, false]);
    // One that is over makes place.
    must(await take(rsa[2], 3));
    expect((await town.read(devId))?.keys).to.have.length(2);
    for (const end of [town.clock.now(), town.clock.now() + 400 * 24 * hour, 0]) expect(codeOf(await take(rsa[0], 4, { kind: 'until', at: end }))).to.equal('bad-end');
    expect(codeOf(await town.desk.keys.retireKey(acting, { devId, version: 4 }, 'f'.repeat(64), 1))).to.equal('bad-end');
  });

  it('change their algorithm only when the former end at once: one record has one scheme', async () => {
    must(await take(rsa[0], 1));
    const scheme: SignatureScheme = { algorithm: 'SM2', sm2Encoding: 'raw', sm2UserId: 'hall@example' };
    expect(codeOf(await take(sm2[0], 2, keep, scheme))).to.equal('scheme-changes');
    must(await take(sm2[0], 2, { kind: 'retire' }, scheme));
    expect(await town.read(devId)).to.deep.include({ scheme, version: 3 });
    expect((await town.read(devId))?.keys).to.have.length(1);
    must(await town.desk.keys.setScheme(acting, { devId, version: 3 }, { sm2Encoding: 'der' }));
    expect((await town.read(devId))?.scheme).to.deep.equal({ algorithm: 'SM2', sm2Encoding: 'der' });
  });

  it('belong to one developer, and are never the key of the platform', async () => {
    must(await take(rsa[0], 1));
    const other = await town.added({ developerName: '另一个' });
    expect(codeOf(await town.desk.keys.importKey(acting, { devId: other.devId, version: 1 }, { scheme: rsa2, text: rsa[0], former: keep }))).to.equal('key-of-another');
    expect(codeOf(await take(rsa[0], 2))).to.equal('key-known');
    expect(codeOf(await take(rsa[3], 2))).to.equal('platforms-own-key');
    expect(codeOf(await town.desk.keys.setScheme(acting, { devId, version: 2 }, {}))).to.equal('not-sm2');
  });

  it('leave nothing of what was pasted where it is no good key', async () => {
    const privateKey = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
    const before = town.entries().length;
    for (const text of [privateKey, privateKey.replace(/-----[A-Z ]+-----/g, ''), 'hello', '04'.padEnd(130, '1'), sm2[0]]) {
      const came = await take(text, 1);
      expect(codeOf(came)).to.equal('key-malformed');
      expect(JSON.stringify(came)).not.to.contain(text.slice(40, 80) || text);
    }
    expect([town.entries().length, (await town.read(devId))?.version]).to.deep.equal([before, 1]);
  });

  it('stand in the operation log by their fingerprints', async () => {
    must(await take(rsa[0], 1));
    must(await take(rsa[1], 2));
    const [, first, second] = town.entries();
    expect(second?.before?.['keys']).to.equal(first?.after?.['keys']);
    expect(second?.after?.['keys']).to.match(/^sm3:[0-9a-f]{32}, sm3:[0-9a-f]{32}$/);
    expect(JSON.stringify(town.entries())).not.to.contain('BEGIN PUBLIC KEY');
  });
});

describe('origins that a developer may name', () => {
  it('are written in one way, https alone, and stay while an address needs them', async () => {
    const town = await openDeveloperTown();
    const { devId } = await town.added();
    const set = async (version: number, ...origins: readonly string[]) => town.desk.keys.setOrigins(acting, { devId, version }, origins);
    for (const bad of ['http://biz.example', 'https://biz.example/path', 'https://a@biz.example', 'https://2130706433', 'https://127.1', 'biz.example', 'https://biz.example?x', 'https://biz.example#x', 'javascript:1', 'https://BIZ。example', '']) {
      expect(codeOf(await set(1, bad)), bad).to.equal('origin-malformed');
    }
    must(await set(1, 'https://biz.example/', 'https://biz.example', 'https://biz.example:443', 'https://pay.example:8443'));
    expect((await town.read(devId))?.allowedOrigins).to.deep.equal(['https://biz.example', 'https://pay.example:8443']);
    must(await town.desk.developers.edit(acting, { devId, version: 2 }, facts({ personalBillUrl: 'https://biz.example/bills' })));
    expect(codeOf(await set(3, 'https://pay.example:8443'))).to.equal('origin-in-use');
    expect(codeOf(await set(3, 'https://biz.example'))).to.equal('done');
  });
});
