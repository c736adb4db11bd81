import { expect } from 'chai';
import { addressRule, plainAddress } from '../../../adapters/outbound/wire/address-rule.js';
import { WireClient, type WireOptions, type WireRequest } from '../../../adapters/outbound/wire/http-client.js';
import { okText, rawServer, type RawServer } from './raw-server.js';

const refused = { kind: 'failure', why: 'address-refused' };

describe('allowed networks of the HTTP client', () => {
  let server: RawServer;
  const clients: WireClient[] = [];
  const open = (options: Partial<WireOptions>): WireClient => {
    const client = new WireClient({ maxConnections: 4, keepAliveMs: 100, connectTimeoutMs: 500, ...options });
    clients.push(client);
    return client;
  };
  const get = (url: string): WireRequest => ({ url, method: 'GET', headers: {}, timeoutMs: 1_000, maxResponseBytes: 1_000 });
  beforeEach(async () => { server = await rawServer((socket) => socket.end(okText('inside', 'connection: close\r\n'))); });
  afterEach(async () => {
    for (const client of clients.splice(0)) await client.close();
    await server.stop();
  });

  it('connects to an address inside and to no address outside, also when it is written as a number', async () => {
    const inside = open({ allowedNetworks: ['127.0.0.0/8'] });
    const outside = open({ allowedNetworks: ['10.0.0.0/8', 'fd12::/16'] });
    expect(await inside.send(get(server.url))).to.include({ kind: 'answer', status: 200 });
    for (const host of ['127.0.0.1', '2130706433', '0x7f.1', '0177.0.0.1', '[::ffff:127.0.0.1]', '[64:ff9b::7f00:1]', '[::1]']) {
      expect(await outside.send(get(`http://${host}:${server.port}/`)), host).to.deep.equal(refused);
    }
    expect(server.connections()).to.equal(1);
  });

  it('resolves a name and refuses it when one of its addresses lies outside', async () => {
    const mixed = open({ allowedNetworks: ['127.0.0.0/8'], resolve: async () => ['127.0.0.1', '192.0.2.1'] });
    expect(await mixed.send(get(`http://callback.example:${server.port}/`))).to.deep.equal(refused);
    expect(server.connections()).to.equal(0);
  });

  it('connects to the address that was checked, asking the name service once for one connection', async () => {
    let asked = 0;
    const client = open({ allowedNetworks: ['127.0.0.0/8'], resolve: async () => { asked += 1; return asked === 1 ? ['127.0.0.1'] : ['192.0.2.1']; } });
    const url = `http://callback.example:${server.port}/`;
    expect(await client.send(get(url))).to.include({ kind: 'answer' });
    expect(asked).to.equal(1);
    // The next connection asks again, and the changed answer is refused.
    expect(await client.send(get(url))).to.deep.equal(refused);
    expect(server.connections()).to.equal(1);
  });

  it('never connects to a metadata address, with or without a list', async () => {
    const metadata = ['169.254.169.254', '100.100.100.200', '[fd00:ec2::254]', '[::ffff:169.254.169.254]', '[64:ff9b::a9fe:a9fe]', '2852039166'];
    for (const options of [{}, { allowedNetworks: ['0.0.0.0/0', '::/0'] }]) {
      for (const host of metadata) expect(await open(options).send(get(`http://${host}/`)), host).to.deep.equal(refused);
      const named = open({ ...options, resolve: async () => ['169.254.169.254'] });
      expect(await named.send(get('http://metadata.example/'))).to.deep.equal(refused);
    }
  });

  it('reads a wrapped IPv4 address as what it reaches', () => {
    expect(plainAddress('::ffff:10.1.2.3')).to.deep.equal({ text: '10.1.2.3', family: 'ipv4' });
    expect(plainAddress('0:0:0:0:0:FFFF:0a01:0203')).to.deep.equal({ text: '10.1.2.3', family: 'ipv4' });
    expect(plainAddress('64:ff9b::1')).to.deep.equal({ text: '0.0.0.1', family: 'ipv4' });
    expect(plainAddress('2001:db8::1')).to.deep.equal({ text: '2001:db8::1', family: 'ipv6' });
    expect(plainAddress('fe80::1%eth0')).to.equal(undefined);
    expect(plainAddress('example.org')).to.equal(undefined);
  });

  it('allows IPv6 networks by prefix', () => {
    const mayConnect = addressRule(['2001:db8::/32']);
    expect(mayConnect('2001:db8:1::5')).to.equal(true);
    expect(mayConnect('2001:db9::5')).to.equal(false);
    expect(mayConnect('127.0.0.1')).to.equal(false);
  });

  it('refuses a list that is not CIDR instead of guessing', () => {
    for (const network of ['10.0.0.0', '10.0.0.0/33', '10.0.0/8', 'fd00::/129', 'localhost/8', '', '10.0.0.0/-1']) {
      expect(() => addressRule([network]), network).to.throw(RangeError);
    }
  });
});
