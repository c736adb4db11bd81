import { expect } from 'chai';
import { refuse } from '../../../domain/kernel/result.js';
import { goodToken, openFakeCashier, unknownToken, type FakeCashier } from './fake-cashier.js';
import { order, post, read, type ReadPage } from './page-reader.js';

const fixed: Readonly<Record<string, string>> = {
  'referrer-policy': 'same-origin', 'cache-control': 'no-store', 'x-content-type-options': 'nosniff', 'x-frame-options': 'DENY',
  'cross-origin-opener-policy': 'same-origin', 'cross-origin-resource-policy': 'same-origin', 'x-robots-tag': 'noindex, nofollow',
};

function nonceOf(page: ReadPage): string {
  return /script-src 'nonce-([A-Za-z0-9+/=]{24})'/.exec(page.headers.get('content-security-policy') ?? '')?.[1] ?? '';
}

describe('cashier headers', () => {
  let fake: FakeCashier;
  beforeEach(async () => { fake = await openFakeCashier({ channelOrigins: ['https://pay.channel.example', 'https://*.wallet.example'] }); });
  afterEach(() => fake.close());

  const answers: readonly (readonly [string, number, () => Promise<ReadPage>])[] = [
    ['the order', 200, () => order(fake)],
    ['the state', 200, () => read(fake, `/pay/${goodToken}/state`)],
    ['coming back', 303, () => read(fake, `/pay/${goodToken}/back`)],
    ['a wrong parameter', 400, () => order(fake, '?view=pc&view=h5')],
    ['a foreign form', 403, () => post(fake, 'view=pc&payChannel=alipay', { origin: 'null' })],
    ['an unknown order', 404, () => read(fake, `/pay/${unknownToken}`)],
    ['a path that is not there', 404, () => read(fake, '/pay/a/b/c')],
    ['a path that cannot be decoded', 404, () => read(fake, '/pay/%E0%A4%A')],
    ['a wrong method', 405, () => read(fake, `/pay/${goodToken}`, { method: 'DELETE' })],
    ['a wrong method on the state', 405, () => read(fake, `/pay/${goodToken}/state`, { method: 'POST' })],
    ['a refusal', 409, () => { fake.answer = refuse('closed'); return post(fake, 'view=pc&payChannel=alipay'); }],
    ['a large body', 413, () => post(fake, 'x'.repeat(3000))],
    ['a body that is no form', 415, () => post(fake, '{}', { 'content-type': 'application/json' })],
    ['too many requests', 429, () => { fake.allow = () => false; return order(fake); }],
    ['a fault', 500, () => { fake.openFault = new Error('gone'); return order(fake); }],
  ];
  for (const [name, status, answer] of answers) {
    it(`protects the answer for ${name} (${String(status)})`, async () => {
      const page = await answer();
      expect(page.status).to.equal(status);
      for (const [header, value] of Object.entries(fixed)) expect(page.headers.get(header), header).to.equal(value);
      const nonce = nonceOf(page);
      expect(page.headers.get('content-security-policy')).to.equal(`default-src 'none'; style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}'; img-src data:; connect-src 'self'; `
        + "form-action 'self' https://pay.channel.example https://*.wallet.example; frame-ancestors 'none'; base-uri 'none'; object-src 'none'");
      for (const absent of ['x-powered-by', 'etag', 'access-control-allow-origin', 'set-cookie']) expect(page.headers.get(absent), absent).to.equal(null);
    });
  }

  it('uses another nonce for every answer, and the one in the header is the one in the page', async () => {
    const [first, second] = [await order(fake), await order(fake)];
    expect(nonceOf(first)).to.have.length(24).and.not.equal(nonceOf(second));
    expect(first.text.match(/nonce="([^"]+)"/g)).to.deep.equal([`nonce="${nonceOf(first)}"`, `nonce="${nonceOf(first)}"`]);
    expect(first.text).not.to.match(/ style=| on[a-z]+="/);
  });

  it('names the allowed methods', async () => {
    expect((await read(fake, `/pay/${goodToken}`, { method: 'PUT' })).headers.get('allow')).to.equal('GET, HEAD, POST');
    expect((await read(fake, `/pay/${goodToken}/state`, { method: 'OPTIONS' })).headers.get('allow')).to.equal('GET, HEAD');
  });

  it('answers HEAD like GET without a body', async () => {
    const head = await read(fake, `/pay/${goodToken}`, { method: 'HEAD' });
    expect(head.status).to.equal(200);
    expect(head.text).to.equal('');
  });

  it('insists on TLS where the platform is reached by TLS', async () => {
    expect((await order(fake)).headers.get('strict-transport-security')).to.equal(null);
    await fake.close();
    fake = await openFakeCashier({ publicBaseUrl: 'https://pay.example.gov.cn' });
    expect((await order(fake)).headers.get('strict-transport-security')).to.equal('max-age=31536000; includeSubDomains');
  });

  it('remembers 大字版 for a payer who comes back from another site, and forgets it on request', async () => {
    const big = await order(fake, '?big=1');
    expect(big.headers.get('set-cookie')).to.equal('bigType=1; Path=/; Max-Age=31536000; HttpOnly; SameSite=Lax');
    expect(big.text).to.contain('<html lang="zh-CN" class="big">');
    expect((await order(fake, '', { cookie: 'a=b; bigType=1' })).text).to.contain('class="big"').and.contain(`href="/pay/${goodToken}?big=0"`);
    expect((await order(fake, '?big=0', { cookie: 'bigType=1' })).text).not.to.contain('class="big"');
    await fake.close();
    fake = await openFakeCashier({ publicBaseUrl: 'https://pay.example.gov.cn' });
    expect((await order(fake, '?big=1')).headers.get('set-cookie')).to.equal('__Host-bigType=1; Path=/; Max-Age=31536000; HttpOnly; SameSite=Lax; Secure');
  });

  it('refuses to start with something in the header that is no origin', async () => {
    for (const wrong of ["https://a.example; script-src 'unsafe-inline'", 'https://a.example/path', '*', 'javascript:alert(1)', 'https://a.example b']) {
      let told = '';
      await openFakeCashier({ channelOrigins: [wrong] }).catch((error: unknown) => { told = String(error); });
      expect(told, wrong).to.contain('not an origin');
    }
  });
});
