import { expect } from 'chai';
import { startCity, type City } from '../../support/city.js';
import { answerOf, enrol, envelope, expectRefusal, newParty, order, orderData, postJson, send, type Party, type Reply } from './outsider.js';

const from = async (city: City, party: Party, address: string): Promise<Reply> => postJson(city, envelope(city, party, order, orderData(city)), { 'x-forwarded-for': address });
const many = async (times: number, one: () => Promise<Reply>): Promise<readonly Reply[]> => Promise.all(Array.from({ length: times }, one));
/** What a bucket lets through at most since a moment: its ten seconds' worth at once, and what it gains meanwhile, be the machine fast or slow. */
const mostSince = (startedAt: number, perSecond: number): number => Math.ceil(perSecond * (10 + (performance.now() - startedAt) / 1000));
const codes = (replies: readonly Reply[]): ReadonlySet<string> => new Set(replies.map((reply) => answerOf(reply)['code'] ?? ''));

describe('limits of one address at the gateway (RATE-01)', function () {
  this.timeout(60_000);
  let city: City;
  before(async () => { city = await startCity({ settings: { TONGJIAO_GATEWAY_PER_ADDRESS_PER_SECOND: '2', TONGJIAO_TRUSTED_PROXIES: '127.0.0.1' } }); });
  after(async () => city.close());

  it('do not touch a developer that signs well, however many requests come from its address', async () => {
    const party = await enrol(city, newParty('DEV-BEHIND-NAT'));
    expect([...codes(await many(60, () => from(city, party, '203.0.113.1')))]).to.deep.equal(['10000']);
  });

  it('stop who fails, serve the good developer behind the same address, and count each address behind a named proxy for itself', async () => {
    const [stranger, good] = [newParty('DEV-NOBODY'), await enrol(city, newParty('DEV-NEIGHBOUR', 'SM2'))];
    const startedAt = performance.now();
    const replies = await many(60, () => from(city, stranger, '203.0.113.2'));
    const stopped = replies.filter((reply) => reply.status === 429);
    expect(stopped.length).to.be.within(60 - mostSince(startedAt, 2), 40).and.above(0);
    expectRefusal(stopped[0] as Reply, { code: '42900', status: 429 });
    expect([answerOf(stopped[0] as Reply)['sign'], stopped[0]?.headers['retry-after']]).to.deep.equal(['', '1']);
    const flood = many(40, () => from(city, stranger, '203.0.113.2'));
    expect([...codes(await many(40, () => from(city, good, '203.0.113.2')))]).to.deep.equal(['10000']);
    await flood;
    // What a caller writes in front of the proxy's own entry changes nothing: an address of its own would have let all ten through.
    const disguised = await many(10, () => from(city, stranger, '203.0.113.99, 203.0.113.2'));
    expect(disguised.map((reply) => reply.status)).to.include(429);
    expectRefusal(await from(city, stranger, '203.0.113.2, 203.0.113.3'), { code: '40003' });
  });

  it('stop unreadable, untimely and misaddressed requests as well', async () => {
    const good = await enrol(city, newParty('DEV-SOUND'));
    const headers = { 'x-forwarded-for': '203.0.113.4' };
    const spoilt: readonly (() => Promise<Reply>)[] = [
      () => send(city.baseUrl, { headers, body: 'no json' }), () => postJson(city, { ...envelope(city, good, order, orderData(city)), more: '1' }, headers),
      () => postJson(city, envelope(city, good, order, orderData(city), { timestamp: '20200101000000' }), headers), () => postJson(city, envelope(city, good, 'epay-trade-core.nothing', orderData(city)), headers),
    ];
    // All at once: what is let through meanwhile by a slow machine stays far below forty.
    for (const one of spoilt) expect((await many(40, one)).map((reply) => reply.status)).to.include(429);
    expect(answerOf(await from(city, good, '203.0.113.4'))).to.include({ code: '10000' });
  });

  it('give the known and the unknown developer with a wrong signature one and the same answer, and the known one its service', async () => {
    const known = await enrol(city, newParty('DEV-NAMED'));
    const [forger, absentee] = [{ ...newParty('x'), devId: known.devId }, newParty('DEV-ABSENT')];
    await many(40, () => from(city, absentee, '203.0.113.5'));
    const [wrong, absent] = [await from(city, forger, '203.0.113.5'), await from(city, absentee, '203.0.113.5')];
    expect([wrong.status, wrong.text]).to.deep.equal([absent.status, absent.text]);
    expect(wrong.status).to.equal(429);
    await many(60, () => from(city, forger, '203.0.113.5'));
    expect([...codes(await many(20, () => from(city, known, '203.0.113.5')))]).to.deep.equal(['10000']);
  });

  it('bound the signature checks under one name, without touching that developer elsewhere', async () => {
    const known = await enrol(city, newParty('DEV-STORMED'));
    const body = JSON.stringify(envelope(city, { ...newParty('x'), devId: known.devId }, order, orderData(city)));
    const verified = city.log.length;
    const startedAt = performance.now();
    const countChecks = (): number => city.log.slice(verified).filter((line) => line.includes('gateway-refused')).length;
    let sent = 0;
    // A slow machine sends little more in a second than is let through: it sends until some are not.
    for (; sent < 900 || (sent === countChecks() && sent < 9_000); sent += 300) await many(300, () => send(city.baseUrl, { headers: { 'x-forwarded-for': '203.0.113.6' }, body }));
    expect(countChecks()).to.be.within(500, Math.min(sent - 1, mostSince(startedAt, 50)));
    expect(answerOf(await from(city, known, '203.0.113.7'))).to.include({ code: '10000' });
  });
});

describe('a proxy that nobody named (RATE-01, TLS-02)', function () {
  this.timeout(60_000);
  let city: City;
  before(async () => { city = await startCity({ settings: { TONGJIAO_GATEWAY_PER_ADDRESS_PER_SECOND: '2' } }); });
  after(async () => city.close());

  it('is told once, with its address and the setting to change, and its good developers are served', async () => {
    const party = await enrol(city, newParty('DEV-PROXIED'));
    expect([...codes(await many(40, () => from(city, party, '198.51.100.1')))]).to.deep.equal(['10000']);
    const told = city.log.filter((line) => line.includes('proxy-not-trusted')).map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(told.map(({ alarm, address, setting }) => ({ alarm, address, setting }))).to.deep.equal([{ alarm: true, address: '127.0.0.1', setting: 'trustedProxies' }]);
  });

  it('shuts out no payer: guessers behind it are stopped, an order\'s own address opens', async () => {
    const party = await enrol(city, newParty('DEV-PAYERS'));
    const placed = answerOf(await from(city, party, '198.51.100.2'));
    const { cashierUrl } = JSON.parse(Buffer.from(placed['data'] ?? '', 'base64').toString('utf8')) as { readonly cashierUrl: string };
    const token = new URL(cashierUrl).pathname.split('/').at(-1) ?? '';
    const open = async (cashierToken: string, path = ''): Promise<number> => (await fetch(`${city.baseUrl}/pay/${cashierToken}${path}`, { headers: { 'x-forwarded-for': '198.51.100.3' } })).status;
    const guesses = await Promise.all(Array.from({ length: 40 }, async (_, n) => open(`${String(n).padStart(4, '0')}${'g'.repeat(28)}`)));
    expect(new Set(guesses)).to.deep.equal(new Set([404, 429]));
    expect([await open(token), await open(token, '/state')]).to.deep.equal([200, 200]);
  });
});
