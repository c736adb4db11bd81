import type { Socket } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';
import { expect } from 'chai';
import { HttpCallbacks } from '../../../adapters/outbound/merchant-callbacks/http-callbacks.js';
import { WireClient, type WireOptions } from '../../../adapters/outbound/wire/http-client.js';
import { OwnAuthority } from '../../support/own-authority.js';
import { okText, rawServer, type RawServer } from './raw-server.js';

const nameFault = (code: string): Error => Object.assign(new Error(code), { code });

describe('knocking at an address', () => {
  const stops: (() => Promise<unknown>)[] = [];
  afterEach(async () => { for (const stop of stops.splice(0)) await stop(); });
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
  const knock = async (url: string, options: Partial<WireOptions> = {}) => {
    const { ms, ...came } = await new HttpCallbacks(open(options), undefined as never, undefined as never).knock(url);
    expect(ms).to.be.within(0, 9_000);
    return came;
  };

  it('asks for the head and sends nothing that could mean something', async () => {
    let seen = '';
    const server = await serve((socket, head) => { seen = head; socket.write('HTTP/1.1 405 Method Not Allowed\r\ncontent-length: 90000\r\n\r\n'); });
    expect(await knock(server.url)).to.deep.equal({ kind: 'answered', status: 405 });
    expect(seen).to.match(/^HEAD \/path\?x=1 HTTP\/1\.1\r\n/).and.to.match(/\r\n\r\n$/).and.not.to.match(/content-(type|length)/);
  });

  it('follows nobody', async () => {
    const trap = await serve((socket) => socket.write(okText('')));
    const server = await serve((socket) => socket.write(`HTTP/1.1 302 Found\r\nlocation: ${trap.url}\r\ncontent-length: 0\r\n\r\n`));
    expect([await knock(server.url), trap.connections()]).to.deep.equal([{ kind: 'answered', status: 302 }, 0]);
  });

  it('says where it ended: no name, nobody there, a line that is cut', async () => {
    const resolve = (code: string) => ({ resolve: () => Promise.reject(nameFault(code)) });
    expect(await knock('http://nobody.example/', resolve('ENOTFOUND'))).to.deep.equal({ kind: 'not-resolved' });
    expect(await knock('http://nobody.example/', resolve('EAI_AGAIN'))).to.deep.equal({ kind: 'not-resolved' });
    const gone = await rawServer(() => undefined);
    await gone.stop();
    expect(await knock(gone.url)).to.deep.equal({ kind: 'refused' });
    const cut = await serve((socket) => { socket.destroy(); });
    expect(await knock(cut.url)).to.deep.equal({ kind: 'cut-off' });
  });

  it('does not even connect outside of the networks that callbacks may go to, or to what is no address of a web server', async () => {
    const server = await serve((socket) => socket.write(okText('')));
    expect(await knock(server.url, { allowedNetworks: ['10.0.0.0/8'] })).to.deep.equal({ kind: 'not-allowed' });
    expect(await knock(`http://twofaced.example:${server.port}/`, { allowedNetworks: ['10.0.0.0/8'], resolve: async () => ['10.0.0.1', '127.0.0.1'] })).to.deep.equal({ kind: 'not-allowed' });
    for (const url of ['file:///etc/passwd', `http://a:b@127.0.0.1:${server.port}/`, 'http://169.254.169.254/']) expect(await knock(url), url).to.deep.equal({ kind: 'not-allowed' });
    expect(server.connections()).to.equal(0);
  });

  it('says that the certificate is not to be trusted', async () => {
    const { certificatePem, keyPem } = new OwnAuthority('nobody knows it').issue({ addresses: ['127.0.0.1'] });
    const server = createTlsServer({ cert: certificatePem, key: keyPem }, (socket) => { socket.on('error', () => undefined).end(okText('')); });
    server.on('tlsClientError', () => undefined);
    await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
    stops.push(() => new Promise((resolve) => { server.close(resolve); }));
    const address = server.address();
    expect(await knock(`https://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/`)).to.deep.equal({ kind: 'tls' });
  });

  it('gives up on somebody who says nothing', async () => {
    const server = await serve(() => undefined);
    expect(await open().reach(server.url, 100)).to.include({ kind: 'failure', why: 'timeout' });
  });
});
