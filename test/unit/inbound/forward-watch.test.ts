import type { IncomingMessage } from 'node:http';
import { expect } from 'chai';
import { ForwardWatch } from '../../../adapters/inbound/http/forward-watch.js';
import { proxyList } from '../../../adapters/inbound/http/request-context.js';

describe('watching for a proxy that nobody named', () => {
  let now = 0;
  const told: (string | undefined)[] = [];
  const ignore = (): void => undefined;
  const journal = { info: ignore, warn: ignore, fault: ignore, alarm: (event: string, fields?: Readonly<Record<string, unknown>>) => { told.push(`${event} ${String(fields?.['address'])}`); } };
  const watch = (): ForwardWatch => { told.length = 0; return new ForwardWatch(proxyList(['10.0.0.0/8']), journal, () => now); };
  const request = (remoteAddress: string, forwarded?: string) => ({ socket: { remoteAddress }, headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded } }) as unknown as IncomingMessage;

  it('says nothing of named proxies and of callers that forward nothing', () => {
    const watching = watch();
    for (const one of [request('10.1.2.3', '203.0.113.1'), request('::ffff:10.1.2.3', '203.0.113.1'), request('203.0.113.9')]) watching.see(one);
    expect(told).to.deep.equal([]);
  });

  it('calls people once in ten minutes, whatever comes', () => {
    const watching = watch();
    for (let n = 0; n < 100; n++) watching.see(request(`198.51.100.${n}`, '203.0.113.1'));
    now += 599_999;
    watching.see(request('198.51.100.1', '203.0.113.1'));
    expect(told).to.deep.equal(['proxy-not-trusted 198.51.100.0']);
    now += 1;
    watching.see(request('::ffff:198.51.100.7', '203.0.113.1'));
    expect(told).to.deep.equal(['proxy-not-trusted 198.51.100.0', 'proxy-not-trusted 198.51.100.7']);
  });
});
