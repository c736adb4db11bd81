import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { expect } from 'chai';
import type { Callback } from '../../../domain/callbacks/callback.js';
import { startCity, type City } from '../../support/city.js';
import { barcode, call, dataOf, enrol, envelope, expectRefusal, freshCode, newParty, orderData, orderQuery, postJson, type Party } from './outsider.js';

const allowed = '127.0.0.2';

/** A business system that answers as its path says and remembers who came. */
async function startListener(host: string, trapUrl: () => string): Promise<{ readonly server: Server; readonly port: number; readonly visits: string[] }> {
  const visits: string[] = [];
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://x').pathname;
    visits.push(path);
    response.on('error', () => undefined);
    if (path === '/302') response.writeHead(302, { location: `${trapUrl()}/trap` }).end('success');
    else if (path === '/302-here') response.writeHead(302, { location: '/trap' }).end('success');
    else if (path === '/307') response.writeHead(307, { location: `${trapUrl()}/trap` }).end();
    else if (path === '/201') response.writeHead(201).end('success');
    else if (path === '/gzip-bomb') response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(Buffer.alloc(20_000_000)));
    else if (path === '/announced') response.writeHead(200, { 'content-length': '4097' }).end(Buffer.alloc(4_097, ' '));
    else if (path === '/endless') {
      response.writeHead(200);
      const timer = setInterval(() => response.write(' '.repeat(1_024)), 1);
      response.on('close', () => clearInterval(timer));
    } else if (path === '/cut') response.writeHead(200, { 'content-length': '7' }).write('suc', () => response.destroy());
    else if (path.startsWith('/says/')) response.writeHead(200).end(decodeURIComponent(path.slice(6)));
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve, reject) => { server.once('error', reject); server.listen(0, host, resolve); });
  return { server, port: (server.address() as AddressInfo).port, visits };
}

describe('news to addresses that mean harm (URL-02, URL-03, PAY-05)', function () {
  this.timeout(60_000);
  let city: City;
  let party: Party;
  let listener: Awaited<ReturnType<typeof startListener>>;
  let inner: Awaited<ReturnType<typeof startListener>>;
  before(async function () {
    inner = await startListener('127.0.0.1', () => '');
    const opened = await startListener(allowed, () => `http://127.0.0.1:${inner.port}`).catch((error: NodeJS.ErrnoException) => error.code);
    // Not every system gives a process all of 127.0.0.0/8.
    if (typeof opened !== 'object') return this.skip();
    listener = opened;
    // One network is allowed; the rest of this machine plays the inside that must not be reached.
    city = await startCity({ settings: { TONGJIAO_CALLBACK_NETWORKS: `${allowed}/32` } });
    party = await enrol(city, newParty('DEV-NEWS'), {
      allowedOrigins: [`http://${allowed}:${listener.port}`, `http://127.0.0.1:${inner.port}`, `http://localhost:${inner.port}`, 'http://169.254.169.254', 'http://100.100.100.200', `http://[::1]:${inner.port}`, 'http://nobody.invalid'],
    });
  });
  after(async () => {
    for (const one of [listener, inner]) { one?.server.closeAllConnections(); await new Promise((resolve) => { if (one) one.server.close(resolve); else resolve(undefined); }); }
    await city?.close();
  });

  async function told(notifyUrl: string, tries: number, passbackParams?: string): Promise<Callback> {
    const platformOrderNo = await city.until('a code within the limit of codes a second', async () => {
      const answer = await call(city, party, barcode, orderData(city, { notifyUrl, barContent: freshCode('00'), ...(passbackParams === undefined ? {} : { passbackParams }) }));
      return answer['code'] === '42900' ? undefined : dataOf(answer)['platformOrderNo'] ?? '';
    });
    for (let step = 1; ; step++) {
      const callback = await city.until(`try ${step} of ${notifyUrl}`, async () => {
        const [one] = await city.resources.unitOfWork.read(({ callbacks }) => callbacks.ofOrder(platformOrderNo));
        return one && (one.tries >= step || one.state !== 'pending') ? one : undefined;
      });
      if (step >= tries || callback.state !== 'pending') return callback;
      city.advance(30 * 60_000);
    }
  }

  for (const [path, answer] of [
    ['/302', 'http 302'], ['/302-here', 'http 302'], ['/307', 'http 307'], ['/201', 'http 201'], ['/404', 'http 404'], ['/gzip-bomb', 'too-large'], ['/announced', 'too-large'], ['/endless', 'too-large'], ['/cut', 'cut-off'],
    ['/says/SUCCESS', 'not accepted'], ['/says/success!', 'not accepted'], ['/says/%7B%22code%22%3A10000%7D', 'not accepted'], ['/says/%7B%22code%22%3A%2240004%22%7D', 'not accepted'], ['/says/', 'not accepted'],
    [`/says/${encodeURIComponent('{"code":"10000","passbackParams":"other"}')}`, 'wrong echo'],
  ] as const) {
    it(`takes ${path} for no acceptance (${answer}) and tries again by plan`, async () => {
      const callback = await told(`http://${allowed}:${listener.port}${path}`, 1, 'mine');
      expect([callback.state, callback.tries, callback.lastAnswer]).to.deep.equal(['pending', 1, answer]);
      expect(callback.nextTryAt).to.equal((callback.lastTriedAt ?? 0) + 60_000);
    });
  }

  for (const body of ['success', ' success\n', '{"code":"10000"}', '{"code":"10000","passbackParams":"mine"}']) {
    it(`takes ${JSON.stringify(body)} for acceptance`, async () => {
      expect((await told(`http://${allowed}:${listener.port}/says/${encodeURIComponent(body)}`, 1, 'mine')).state).to.equal('accepted');
    });
  }

  it('never followed a redirect', () => {
    expect(listener.visits).to.include.members(['/302', '/302-here', '/307']).and.to.not.include('/trap');
    expect(inner.visits).to.deep.equal([]);
  });

  for (const [name, url] of [
    ['an inner address', () => `http://127.0.0.1:${inner.port}/says/success`], ['a name that leads to an inner address', () => `http://localhost:${inner.port}/says/success`],
    ['an inner IPv6 address', () => `http://[::1]:${inner.port}/says/success`], ['the metadata address', () => 'http://169.254.169.254/latest'], ['the other metadata address', () => 'http://100.100.100.200/latest'],
  ] as const) {
    it(`does not connect to ${name}, on no try of the plan`, async () => {
      const callback = await told(url(), 2);
      expect([callback.tries, callback.lastAnswer]).to.deep.equal([2, 'address-refused']);
      expect(inner.visits).to.deep.equal([]);
    });
  }

  it('gives up on an address it must not reach after the plan, with an alarm and without its path in the log', async () => {
    const callback = await told(`http://127.0.0.1:${inner.port}/says/success?secret=geheim`, 6);
    expect([callback.state, callback.tries, callback.lastAnswer]).to.deep.equal(['failed', 6, 'address-refused']);
    expect(city.log.filter((line) => line.includes('callback-given-up') && line.includes(callback.callbackId))).to.have.length(1);
    expect(city.log.join('')).to.not.include('geheim');
  });

  it('has no method that sends news to an address of the moment', async () => {
    const data = orderData(city);
    const reply = await postJson(city, envelope(city, party, orderQuery, { merchantNo: data['merchantNo'], bizOrderNo: data['bizOrderNo'], orderDate: data['orderDate'], notifyUrl: `http://127.0.0.1:${inner.port}/x` }));
    expectRefusal(reply, { code: '40002', subCode: 'FIELD_BAD', subMsg: '未知字段：notifyUrl' });
  });
});
