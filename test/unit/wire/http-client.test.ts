import { generateKeyPairSync } from 'node:crypto';
import { createServer as createTlsServer } from 'node:tls';
import type { Socket } from 'node:net';
import { gzipSync } from 'node:zlib';
import { expect } from 'chai';
import { KEYUTIL, KJUR } from 'jsrsasign';
import { WireClient, type WireOptions, type WireRequest } from '../../../adapters/outbound/wire/http-client.js';
import { okText, rawServer, type RawServer } from './raw-server.js';

describe('HTTP client on the wire', () => {
  const stops: (() => Promise<unknown>)[] = [];
  const serve = async (speak: (socket: Socket, head: string) => void): Promise<RawServer> => {
    const server = await rawServer(speak);
    stops.push(() => server.stop());
    return server;
  };
  const open = (options: Partial<WireOptions> = {}): WireClient => {
    const client = new WireClient({ maxConnections: 4, keepAliveMs: 5_000, connectTimeoutMs: 1_000, ...options });
    stops.unshift(() => client.close());
    return client;
  };
  const get = (url: string, more: Partial<WireRequest> = {}): WireRequest => ({ url, method: 'GET', headers: {}, timeoutMs: 2_000, maxResponseBytes: 1_000, ...more });
  afterEach(async () => {
    for (const stop of stops.splice(0)) await stop();
  });

  it('sends method, path, headers and body and brings back status, type and bytes', async () => {
    let seen = '';
    const server = await serve((socket, head) => { seen = head; socket.write(okText('收到')); });
    const answer = await open().send(get(server.url, { method: 'POST', headers: { 'content-type': 'text/plain' }, body: 'hello' }));
    expect(seen).to.match(/^POST \/path\?x=1 HTTP\/1\.1\r\n/).and.to.include('accept-encoding: identity').and.to.include('content-length: 5');
    expect(answer).to.include({ kind: 'answer', status: 200, contentType: 'text/plain' });
    expect(answer.kind === 'answer' && Buffer.from(answer.body).toString()).to.equal('收到');
  });

  it('uses one connection again for the next request', async () => {
    const server = await serve((socket) => socket.write(okText('a')));
    const client = open();
    await client.send(get(server.url));
    await new Promise((resolve) => setTimeout(resolve, 10));
    await client.send(get(server.url));
    expect(server.connections()).to.equal(1);
  });

  it('gives up on a body that drips more slowly than the limit', async () => {
    const server = await serve((socket) => {
      socket.write('HTTP/1.1 200 OK\r\ncontent-length: 500\r\n\r\n');
      const drip = setInterval(() => socket.write('x'), 20);
      socket.on('close', () => clearInterval(drip));
    });
    const began = performance.now();
    expect(await open().send(get(server.url, { timeoutMs: 200 }))).to.deep.equal({ kind: 'failure', why: 'timeout' });
    expect(performance.now() - began).to.be.within(150, 1_500);
  });

  it('gives up on a server that takes the request and says nothing', async () => {
    const server = await serve(() => undefined);
    expect(await open().send(get(server.url, { timeoutMs: 100 }))).to.deep.equal({ kind: 'failure', why: 'timeout' });
  });

  it('stops reading an endless body at the limit', async () => {
    let closed = false;
    const server = await serve((socket) => {
      socket.write('HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n');
      const pour = setInterval(() => socket.write(`190\r\n${'x'.repeat(400)}\r\n`), 1);
      socket.on('close', () => { closed = true; clearInterval(pour); });
    });
    expect(await open().send(get(server.url))).to.deep.equal({ kind: 'failure', why: 'too-large' });
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(closed).to.equal(true);
  });

  it('believes an announced length and does not read it', async () => {
    const server = await serve((socket) => socket.write('HTTP/1.1 200 OK\r\ncontent-length: 1001\r\n\r\n'));
    expect(await open().send(get(server.url))).to.deep.equal({ kind: 'failure', why: 'too-large' });
  });

  it('accepts a body of exactly the limit', async () => {
    const server = await serve((socket) => socket.write(okText('x'.repeat(1_000))));
    expect(await open().send(get(server.url))).to.include({ kind: 'answer', status: 200 });
  });

  it('does not unpack a gzip bomb, nor any compressed answer', async () => {
    const bomb = gzipSync(Buffer.alloc(500_000));
    const server = await serve((socket) => {
      socket.write(`HTTP/1.1 200 OK\r\ncontent-encoding: gzip\r\ncontent-length: ${bomb.length}\r\n\r\n`);
      socket.write(bomb);
    });
    expect(await open().send(get(server.url, { maxResponseBytes: 100_000 }))).to.deep.equal({ kind: 'failure', why: 'too-large' });
  });

  it('refuses an answer whose head is larger than a head may be', async () => {
    const server = await serve((socket) => socket.write(okText('a', `x-long: ${'y'.repeat(40_000)}\r\n`)));
    expect(await open().send(get(server.url))).to.deep.equal({ kind: 'failure', why: 'too-large' });
  });

  it('hands back a redirect and follows none', async () => {
    const inner = await serve((socket) => socket.write(okText('secret')));
    const server = await serve((socket) => socket.write(`HTTP/1.1 302 Found\r\nlocation: ${inner.url}\r\ncontent-length: 0\r\n\r\n`));
    expect(await open().send(get(server.url))).to.include({ kind: 'answer', status: 302 });
    expect(inner.connections()).to.equal(0);
  });

  it('calls a closed port unreachable: nothing was sent', async () => {
    const server = await rawServer(() => undefined);
    await server.stop();
    expect(await open().send(get(server.url))).to.deep.equal({ kind: 'failure', why: 'unreachable' });
  });

  it('calls an unknown host unreachable', async () => {
    const client = open({ resolve: () => Promise.reject(new Error('ENOTFOUND')) });
    expect(await client.send(get('http://nowhere.invalid/'))).to.deep.equal({ kind: 'failure', why: 'unreachable' });
    expect(await open({ resolve: async () => [] }).send(get('http://nowhere.invalid/'))).to.deep.equal({ kind: 'failure', why: 'unreachable' });
  });

  it('calls a connection cut after sending cut-off, because the other side may have acted, and sends nothing twice', async () => {
    let requests = 0;
    const server = await serve((socket) => { requests += 1; socket.destroy(); });
    expect(await open().send(get(server.url, { method: 'POST', body: 'pay' }))).to.deep.equal({ kind: 'failure', why: 'cut-off' });
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(requests).to.equal(1);
  });

  it('calls a body that ends early, and an answer that is not HTTP, cut-off', async () => {
    const short = await serve((socket) => socket.end('HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\nabc'));
    const chunked = await serve((socket) => socket.end('HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n3\r\nabc\r\n'));
    const noise = await serve((socket) => socket.write('I am not HTTP\r\n\r\n'));
    const client = open();
    for (const server of [short, chunked, noise]) expect(await client.send(get(server.url))).to.deep.equal({ kind: 'failure', why: 'cut-off' });
  });

  it('refuses addresses that are no plain http or https', async () => {
    const client = open();
    for (const url of ['ftp://127.0.0.1/', 'file:///etc/passwd', 'http://user:secret@127.0.0.1/', 'http://user@127.0.0.1/', 'http://:secret@127.0.0.1/', 'nonsense', '']) {
      expect(await client.send(get(url)), url).to.deep.equal({ kind: 'failure', why: 'address-refused' });
    }
  });

  it('throws for a header of ours that would break the request, and sends nothing', async () => {
    const server = await serve((socket) => socket.write(okText('a')));
    const failed = await open().send(get(server.url, { headers: { 'x-note': 'a\r\nx-added: b' } })).catch((fault: Error) => fault.message);
    expect(failed).to.be.a('string').and.to.match(/header/);
    expect(server.connections()).to.equal(0);
  });

  it('answers unreachable after it was closed', async () => {
    const client = new WireClient({ maxConnections: 1, keepAliveMs: 100, connectTimeoutMs: 100 });
    await client.close();
    expect(await client.send(get('http://127.0.0.1:9/'))).to.deep.equal({ kind: 'failure', why: 'unreachable' });
  });

  it('does not speak to a server whose certificate nobody vouches for, whatever the environment says', async () => {
    const keys = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const privatePem = keys.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
    const publicPem = keys.publicKey.export({ type: 'spki', format: 'pem' }).toString();
    const certificate = new KJUR.asn1.x509.Certificate({
      serial: { int: 1 }, issuer: { str: '/CN=localhost' }, subject: { str: '/CN=localhost' }, notbefore: '200101000000Z', notafter: '400101000000Z',
      sbjpubkey: KEYUTIL.getKey(publicPem), sigalg: 'SHA256withRSA', cakey: KEYUTIL.getKey(privatePem), ext: [{ extname: 'subjectAltName', array: [{ dns: 'localhost' }] }],
    });
    let spoken = false;
    const server = createTlsServer({ key: privatePem, cert: certificate.getPEM() }, (socket) => socket.on('data', () => { spoken = true; }));
    server.on('tlsClientError', () => undefined);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    stops.push(() => new Promise((resolve) => server.close(resolve)));
    const before = process.env['NODE_TLS_REJECT_UNAUTHORIZED'];
    process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = '0';
    try {
      const { port } = server.address() as { port: number };
      expect(await open({ resolve: async () => ['127.0.0.1'] }).send(get(`https://localhost:${port}/`))).to.deep.equal({ kind: 'failure', why: 'unreachable' });
    } finally {
      if (before === undefined) delete process.env['NODE_TLS_REJECT_UNAUTHORIZED'];
      else process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = before;
    }
    expect(spoken).to.equal(false);
  }).timeout(20_000);
});
