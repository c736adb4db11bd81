import { expect } from 'chai';
import { AuthenticateDeveloper } from '../../../application/access/authenticate-developer.js';
import type { Verifier } from '../../../application/ports/signatures.js';
import type { SignatureScheme } from '../../../domain/access/signature-scheme.js';
import type { Developer } from '../../../domain/directory/developer.js';
import { aDeveloper, aKey } from '../../builders/directory.js';

describe('who sent a request', () => {
  const tried: { readonly pem: string; readonly scheme: SignatureScheme }[] = [];
  /** A signature is good when it names its key. */
  const verifier: Verifier = {
    verify: async (pem, scheme, _text, signature) => {
      tried.push({ pem, scheme });
      if (pem === 'BROKEN') throw new Error('no key at all');
      return signature === `by ${pem}`;
    },
  };
  const ask = async (developer: Developer | undefined, signature: string, address = '192.0.2.1') => {
    tried.length = 0;
    const directory = { developer: async (devId: string) => (devId === developer?.devId ? developer : undefined) };
    const result = await new AuthenticateDeveloper(directory as never, verifier, 'DECOY').run({ devId: 'D1', text: 't', signature, address, at: 1_000 });
    return result.ok ? result.value.devId : result.refusal;
  };

  it('is the developer whose key signed it', async () => {
    expect(await ask(aDeveloper(), 'by PEM-1')).to.equal('D1');
    expect(tried).to.deep.equal([{ pem: 'PEM-1', scheme: { algorithm: 'RSA2' } }]);
  });

  it('uses the scheme of the record', async () => {
    const scheme = { algorithm: 'SM2', sm2Encoding: 'raw', sm2UserId: 'me' } as const;
    await ask(aDeveloper({ scheme }), 'x');
    expect(tried).to.deep.equal([{ pem: 'PEM-1', scheme }]);
  });

  it('may be told by the key before, during a change of keys', async () => {
    const developer = aDeveloper({ keys: [aKey('PEM-2'), aKey('PEM-1')] });
    expect([await ask(developer, 'by PEM-1'), await ask(developer, 'by PEM-2')]).to.deep.equal(['D1', 'D1']);
    expect(await ask(developer, 'by PEM-3')).to.deep.equal({ code: 'not-authentic', developer });
  });

  it('is not told by a key from the moment on at which it ends', async () => {
    const developer = aDeveloper({ keys: [aKey('PEM-2'), aKey('PEM-1', 1_001), aKey('PEM-0', 1_000)] });
    expect([await ask(developer, 'by PEM-1'), await ask(developer, 'by PEM-2')]).to.deep.equal(['D1', 'D1']);
    expect(await ask(developer, 'by PEM-0')).to.deep.equal({ code: 'not-authentic', developer });
    expect(await ask(aDeveloper({ keys: [aKey('PEM-0', 1_000)] }), 'by DECOY')).to.have.property('code', 'not-authentic');
    expect(tried.map(({ pem }) => pem), 'a developer without a key costs a check').to.deep.equal(['DECOY']);
  });

  it('is found by the good key beside a broken one; a broken key alone is a fault and no wrong signature', async () => {
    expect(await ask(aDeveloper({ keys: [aKey('BROKEN'), aKey('PEM-1')] }), 'by PEM-1')).to.equal('D1');
    expect(await ask(aDeveloper({ keys: [aKey('BROKEN')] }), 'by PEM-1').catch((error: unknown) => error)).to.be.instanceOf(Error);
  });

  it('is nobody for a wrong signature, an unknown name and a disabled account', async () => {
    const developer = aDeveloper();
    expect(await ask(developer, 'by PEM-2')).to.deep.equal({ code: 'not-authentic', developer });
    expect(await ask(undefined, 'by PEM-1')).to.deep.equal({ code: 'not-authentic', developer: undefined });
    expect(await ask(aDeveloper({ enabled: false }), 'by PEM-1')).to.deep.equal({ code: 'not-authentic', developer: undefined });
    expect(await ask(aDeveloper({ keys: [] }), 'by PEM-1')).to.have.property('code', 'not-authentic');
  });

  it('costs a check even when nobody has that name, and is never the decoy', async () => {
    expect(await ask(undefined, 'by DECOY')).to.have.property('code', 'not-authentic');
    expect(tried.map((one) => one.pem)).to.deep.equal(['DECOY']);
  });

  it('is told of a wrong address only after its signature was right', async () => {
    const developer = aDeveloper({ allowedAddresses: ['192.0.2.1'] });
    expect(await ask(developer, 'by PEM-1', '192.0.2.9')).to.deep.equal({ code: 'address-not-allowed', developer });
    expect(await ask(developer, 'x', '192.0.2.9')).to.have.property('code', 'not-authentic');
    expect(await ask(developer, 'by PEM-1')).to.equal('D1');
  });
});
