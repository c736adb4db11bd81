import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { databaseAddress } from '../../../bootstrap/database-address.js';
import { OwnAuthority } from '../../support/own-authority.js';

const keyPem = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();

describe('TLS in a database address (DB-03)', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tongjiao-address-'));
  after(() => { rmSync(folder, { recursive: true }); });

  const read = (parameters: string, scheme = 'mysql') => databaseAddress(`${scheme}://app:hidden-4711@10.0.0.5/tongjiao?${parameters}`, { user: undefined, password: undefined });
  const tlsOf = (parameters: string): unknown => { const address = read(parameters); return address.family === 'sqlite' ? undefined : address.server.tls; };
  const file = (name: string, text: string): string => { writeFileSync(join(folder, name), text); return `tls=on&ca=${join(folder, name)}`; };

  it('is off unless asked for, and takes one authority, several, or those that every machine knows', () => {
    const [one, other] = [new OwnAuthority('one').pem, new OwnAuthority('other').pem];
    expect([tlsOf(''), tlsOf('tls=off'), tlsOf('tls=on')]).to.deep.equal([undefined, undefined, { caPem: undefined }]);
    expect(tlsOf(file('one.pem', one))).to.deep.equal({ caPem: one });
    expect(tlsOf(file('both.pem', `# the city\n${one}\n${other}`))).to.deep.equal({ caPem: `# the city\n${one}\n${other}` });
  });

  it('is refused in a sentence when it cannot be meant, and no sentence holds the password', () => {
    const broken = new OwnAuthority('one').pem.replace(/\n[A-Za-z0-9+/]{8}/, '\nAAAAAAAA');
    const refused: readonly (readonly [string, string, string?])[] = [
      ['tls=yes', 'tls is on or off'], ['ca=/some/file', 'ca goes with tls=on'], ['tls=on&ca=/nowhere/ca.pem', 'the certificate file /nowhere/ca.pem does not exist'],
      [file('empty.pem', ''), 'holds no certificate in PEM form'], [file('text.pem', 'no certificate'), 'holds no certificate in PEM form'],
      [file('key.pem', keyPem), 'holds no certificate in PEM form'], [file('broken.pem', broken), 'holds no certificate in PEM form'],
      ['tls=on', 'DM takes certs=<folder>', 'dm'], ['certs=/some/folder', 'certs is for DM'], ['certs=/nowhere', 'the certificate folder /nowhere does not exist', 'dm'], ['ssl=true', 'ssl is not a parameter of the address'],
    ];
    for (const [parameters, sentence, scheme] of refused) {
      expect(() => read(parameters, scheme), parameters).to.throw(sentence);
      expect(() => read(parameters, scheme), parameters).to.not.throw('4711');
    }
  });
});
