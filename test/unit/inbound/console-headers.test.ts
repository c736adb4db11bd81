import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { consoleApp } from '../../../adapters/inbound/console-api/console-server.js';
import type { ConsoleRoute } from '../../../adapters/inbound/console-api/route.js';
import { proxyList } from '../../../adapters/inbound/http/request-context.js';
import type { SignedIn } from '../../../application/operators/check-session.js';
import { nothing } from '../../../contracts/console/schemas.js';
import { RecordingJournal } from '../application/recording-journal.js';

const origin = 'https://ops.example.gov.cn';
const token = 'T'.repeat(32);
const fileBytes = async function* () { yield Buffer.from('<script>'); };

/** One of each kind that the console answers with. */
const routes: readonly ConsoleRoute[] = [
  { name: 'json', method: 'GET', path: '/json', access: 'anyone', summary: '', answer: nothing, handle: async () => ({ body: { fine: true } }) },
  { name: 'fault', method: 'GET', path: '/fault', access: 'anyone', summary: '', answer: nothing, handle: async () => { throw new Error('inside of the house'); } },
  { name: 'file', method: 'GET', path: '/file', access: 'anyone', summary: '', answer: 'file', handle: async () => ({ file: { fileName: 'a.html', byteCount: 8, bytes: fileBytes() } }) },
  { name: 'in', method: 'POST', path: '/in', access: 'anyone', summary: '', answer: nothing, body: nothing, handle: async () => ({ body: {}, token, form: token }) },
  { name: 'out', method: 'POST', path: '/out', access: 'anyone', summary: '', answer: nothing, body: nothing, handle: async () => ({ body: {}, token: '' }) },
  { name: 'own', method: 'GET', path: '/own', access: 'signed-in', summary: '', answer: nothing, handle: async () => ({ body: {} }) },
];

const pagePolicy = "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'";
/** On everything, whatever it is. */
const everywhere: Readonly<Record<string, string | null>> = {
  'x-content-type-options': 'nosniff', 'referrer-policy': 'same-origin', 'cross-origin-opener-policy': 'same-origin', 'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=()', 'x-powered-by': null, etag: null, server: null, 'access-control-allow-origin': null,
};
/** Written by hand: what each kind of answer is, where it may be kept, and what a browser may do with it. */
const table: readonly (readonly [what: string, path: string, status: number, type: string, caching: string, policy: string])[] = [
  ['page', '/console/', 200, 'text/html; charset=utf-8', 'no-store', pagePolicy],
  ['a place within the page', '/console/lists/pay-orders', 200, 'text/html; charset=utf-8', 'no-store', pagePolicy],
  ['asset', '/console/assets/main-1a2b.js', 200, 'text/javascript; charset=utf-8', 'public, max-age=31536000, immutable', pagePolicy],
  ['no such asset', '/console/assets/other.js', 404, 'application/json; charset=utf-8', 'no-store', pagePolicy],
  ['asset above its folder', '/console/assets/..%2Findex.html', 404, 'application/json; charset=utf-8', 'no-store', pagePolicy],
  ['answer', '/console/api/json', 200, 'application/json; charset=utf-8', 'no-store', pagePolicy],
  ['refusal', '/console/api/own', 401, 'application/json; charset=utf-8', 'no-store', pagePolicy],
  ['no such address', '/console/api/nothing', 404, 'application/json; charset=utf-8', 'no-store', pagePolicy],
  ['no such page', '/nothing', 404, 'application/json; charset=utf-8', 'no-store', pagePolicy],
  ['no address at all', '/console/api/%E0%A4%A', 404, 'application/json; charset=utf-8', 'no-store', pagePolicy],
  ['fault', '/console/api/fault', 500, 'application/json; charset=utf-8', 'no-store', pagePolicy],
  ['file', '/console/api/file', 200, 'application/octet-stream', 'no-store', "default-src 'none'; sandbox"],
];

describe('the console as it is in production (WEB-01, WEB-02, SES-05)', () => {
  let [folder, secure, plain]: [string, string, string] = ['', '', ''];
  const servers: Server[] = [];
  const seen: (string | undefined)[] = [];
  const journal = new RecordingJournal();
  async function open(isSecure: boolean): Promise<string> {
    const server = createServer(consoleApp({
      journal, isSecure, pagesFolder: folder,
      door: {
        routes, proxies: proxyList([]), isSecure, origins: [origin], withinScope: { run: async () => true }, noteDenied: async () => undefined,
        checkSession: { run: async (given) => { seen.push(given); return { ok: true, value: { operator: { scope: { kind: 'all' } } } as SignedIn }; } },
      },
    }));
    servers.push(server);
    await new Promise<void>((listening) => { server.listen(0, '127.0.0.1', listening); });
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }
  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'tongjiao-pages-'));
    mkdirSync(join(folder, 'assets'));
    writeFileSync(join(folder, 'index.html'), '<!doctype html><title>x</title>');
    writeFileSync(join(folder, 'assets', 'main-1a2b.js'), 'export {};');
    [secure, plain] = [await open(true), await open(false)];
  });
  after(() => {
    for (const server of servers) server.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const post = (path: string) => fetch(`${secure}/console/api${path}`, { method: 'POST', headers: { 'content-type': 'application/json', 'x-console-request': '1', origin }, body: '{}' });

  for (const [what, path, status, type, caching, policy] of table) {
    it(`answers ${what} under its headers, with HSTS`, async () => {
      const response = await fetch(`${secure}${path}`);
      const { headers } = response;
      expect([response.status, headers.get('content-type'), headers.get('cache-control'), headers.get('content-security-policy')]).to.deep.equal([status, type, caching, policy]);
      for (const [name, value] of Object.entries(everywhere)) expect(headers.get(name), name).to.equal(value);
      expect(headers.get('strict-transport-security')).to.equal('max-age=31536000; includeSubDomains');
      expect(headers.getSetCookie()).to.deep.equal([]);
      const text = await response.text();
      expect(text).to.not.contain('inside of the house');
      const unencrypted = await fetch(`${plain}${path}`);
      expect([unencrypted.status, unencrypted.headers.get('strict-transport-security')]).to.deep.equal([status, null]);
    });
  }

  it('saves a file and shows none', async () => {
    expect((await fetch(`${secure}/console/api/file`)).headers.get('content-disposition')).to.equal("attachment; filename*=UTF-8''a.html");
  });

  it('gives a token, and what a browser holds before it, in cookies of this host alone, over https alone, out of reach of scripts and other sites', async () => {
    expect((await post('/in')).headers.getSetCookie()).to.deep.equal(['__Host-console', '__Host-console-form'].map((name) => `${name}=${token}; Path=/; HttpOnly; Secure; SameSite=Strict`));
  });

  it('takes the cookie away at the end, and what the browser has kept', async () => {
    const { headers } = await post('/out');
    const [cookie = ''] = headers.getSetCookie();
    expect(cookie).to.match(/^__Host-console=; Path=\/; Expires=Thu, 01 Jan 1970 00:00:00 GMT; HttpOnly; Secure; SameSite=Strict$/);
    expect([headers.getSetCookie().length, headers.get('clear-site-data'), headers.get('cache-control')]).to.deep.equal([1, '"cache", "storage"', 'no-store']);
  });

  it('reads its own cookie and none that a page without https could have planted, nor one of two', async () => {
    const own = async (cookie: string) => (await fetch(`${secure}/console/api/own`, { headers: { cookie } })).status;
    expect(await own(`__Host-console=${token}`)).to.equal(200);
    expect(seen).to.deep.equal([token]);
    for (const planted of [`console=${token}`, `__host-console=${token}`, `__Secure-console=${token}`, `__Host-console=${token}; __Host-console=${'P'.repeat(32)}`, `__Host-console=${token}A`, '__Host-console=']) expect(await own(planted), planted).to.equal(401);
    expect(seen).to.have.length(1);
  });
});
