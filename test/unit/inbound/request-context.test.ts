import { expect } from 'chai';
import type { IncomingMessage } from 'node:http';
import { addressOf, proxyList, requestIdOf } from '../../../adapters/inbound/http/request-context.js';

const from = (remoteAddress: string | undefined, forwarded?: string | string[]): IncomingMessage =>
  ({ socket: { remoteAddress }, headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded } }) as unknown as IncomingMessage;

describe('where a request comes from (TLS-02)', () => {
  const proxies = proxyList(['10.0.0.0/8', '192.0.2.1', '2001:db8:1::/48']);
  const none = proxyList([]);
  const table: readonly (readonly [string, IncomingMessage, string])[] = [
    ['the socket, when nothing is said', from('198.51.100.7'), '198.51.100.7'],
    ['the socket, when a stranger forges the header', from('198.51.100.7', '10.0.0.1'), '198.51.100.7'],
    ['what our proxy saw', from('10.0.0.5', '198.51.100.7'), '198.51.100.7'],
    ['what our proxy saw, not what the caller put before it', from('10.0.0.5', '203.0.113.66, 198.51.100.7'), '198.51.100.7'],
    ['the first address before a chain of our proxies', from('10.0.0.5', '203.0.113.66, 198.51.100.7, 192.0.2.1, 10.1.1.1'), '198.51.100.7'],
    ['a proxy, when there is nobody before it', from('10.0.0.5', '10.0.0.6'), '10.0.0.6'],
    ['our proxy, when it says something unreadable', from('10.0.0.5', '203.0.113.66, evil'), '10.0.0.5'],
    ['our proxy, when it says an address with a port', from('10.0.0.5', '198.51.100.7:4711'), '10.0.0.5'],
    ['our proxy, when the header is empty', from('10.0.0.5', ' , ,'), '10.0.0.5'],
    ['an address of the older kind in its newer dress', from('::ffff:10.0.0.5', '::ffff:198.51.100.7'), '198.51.100.7'],
    ['an address of the newer kind', from('2001:db8:1::5', '2001:db8:9::7'), '2001:db8:9::7'],
    ['the last of several headers', from('10.0.0.5', ['203.0.113.66', '198.51.100.7']), '198.51.100.7'],
    ['the proxy whose chain is too long to be walked', from('10.0.0.5', ['203.0.113.66', ...Array.from({ length: 10 }, () => '10.0.0.9')]), '10.0.0.9'],
    ['nowhere, when the socket is gone', from(undefined, '198.51.100.7'), ''],
  ];
  for (const [name, request, address] of table) it(`is ${name}`, () => expect(addressOf(request, proxies)).to.equal(address));

  it('is always the socket where no proxy is configured', () => expect(addressOf(from('10.0.0.5', '198.51.100.7'), none)).to.equal('10.0.0.5'));

  for (const entry of ['proxy.example', '', '10.0.0/8', '10.0.0.0/', '0.0.0.0/0', '10.0.0.0/99', '10.0.0.0/x']) {
    it(`starts with no list that holds ${JSON.stringify(entry)}`, () => expect(() => proxyList([entry])).to.throw());
  }
});

describe('the id of a request', () => {
  it('is ours, the same for one request and another for the next', () => {
    const [one, two] = [from('x'), from('x')];
    Object.assign(one.headers, { 'x-request-id': 'mine' });
    expect(requestIdOf(one)).to.equal(requestIdOf(one)).and.to.match(/^[A-Za-z0-9_-]{12}$/);
    expect(requestIdOf(two)).to.not.equal(requestIdOf(one));
  });
});
