import { connect, type Socket } from 'node:net';
import { expect } from 'chai';
import { startCity, type City } from '../../support/city.js';
import { answerOf, barcode, call, countOrders, dataOf, enrol, envelope, freshCode, newParty, order, orderData, postJson, speak, spokenAnswer, type Party } from './outsider.js';

const places = 2;
/** Bodies that may be on their way at once, for each place. */
const readersPerPlace = 10;

describe('slow, huge and many requests at the gateway (GW-09, design section 7)', function () {
  this.timeout(60_000);
  let city: City;
  let party: Party;
  let slow: Promise<string>;
  let sockets: Socket[] = [];
  before(async () => {
    city = await startCity({ settings: { TONGJIAO_GATEWAY_MAX_IN_FLIGHT: String(places) } });
    party = await enrol(city, newParty('DEV-PRESSURE'));
    // Ten real seconds: it waits beside the other tests.
    slow = speak(city, [head(500), '{"version":"1.0.0",'], 20_000);
  });
  afterEach(() => { for (const socket of sockets) socket.destroy(); sockets = []; });
  after(async () => city.close());

  const head = (length: number): string => `POST /gateway HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: ${length}\r\n\r\n`;
  /** Sends a head and a part of a body, and then nothing. */
  async function trickle(count: number): Promise<void> {
    for (let index = 0; index < count; index++) {
      const socket = connect(Number(new URL(city.baseUrl).port), '127.0.0.1');
      sockets.push(socket);
      socket.on('error', () => undefined);
      await new Promise<void>((resolve) => { socket.write(`${head(500)}{"version":`, () => resolve()); });
    }
    await new Promise((resolve) => { setTimeout(resolve, 100); });
  }

  it('serves whole requests while others trickle their bodies, up to a bound', async () => {
    // One more may be reading: the slow body of `before`.
    await trickle(places * readersPerPlace - 2);
    expect(await call(city, party, order, orderData(city))).to.include({ code: '10000' });
    await trickle(3);
    const began = performance.now();
    expect(await call(city, party, order, orderData(city))).to.include({ code: '20000', sign: '', data: 'e30=' });
    expect(performance.now() - began).to.be.below(1_000);
    for (const socket of sockets) socket.destroy();
    await city.until('the readers are gone', async () => (await call(city, party, order, orderData(city)))['code'] === '10000' ? true : undefined);
  });

  it('answers 20000 at once when its places are taken, stores nothing of that, and goes on afterwards', async () => {
    await fetch(`${city.alipayUrl}/sim/faults`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ method: 'alipay.trade.pay', fault: 'delay', times: places, ms: 3_000 }) });
    const before = await countOrders(city);
    let left = 0;
    const busy = Array.from({ length: places }, async () => call(city, party, barcode, orderData(city, { barContent: freshCode('00') })).finally(() => { left += 1; }));
    await city.until('both are at the channel', async () => await countOrders(city) >= before + places ? true : undefined);
    await new Promise((resolve) => { setTimeout(resolve, 200); });
    const orders = await countOrders(city);
    const refused = await Promise.all(Array.from({ length: 20 }, async () => postJson(city, envelope(city, party, order, orderData(city)))));
    expect(left, 'places that became free before the answers').to.equal(0);
    for (const reply of refused) expect([reply.status, reply.text]).to.deep.equal([200, '{"code":"20000","msg":"系统繁忙或结果未知，请用相同内容重试","data":"e30=","sign":""}']);
    expect(await countOrders(city)).to.equal(orders);
    for (const answer of await Promise.all(busy)) expect([answer['code'], dataOf(answer)['orderState']]).to.deep.equal(['10000', '2']);
    expect(await call(city, party, order, orderData(city))).to.include({ code: '10000' });
  });

  it('forgets a request whose sender hangs up in the middle', async () => {
    const orders = await countOrders(city);
    await trickle(5);
    for (const socket of sockets) socket.destroy();
    await city.until('service', async () => (await call(city, party, order, orderData(city)))['code'] === '10000' ? true : undefined);
    expect(await countOrders(city)).to.equal(orders + 1);
    expect(city.log.filter((line) => line.includes('"event":"gateway"'))).to.deep.equal([]);
  });

  it('keeps its memory flat under bodies that never end', async () => {
    const chunk = Buffer.concat([Buffer.from('40000\r\n'), Buffer.alloc(0x40000, ' '), Buffer.from('\r\n')]);
    const before = process.memoryUsage().arrayBuffers;
    const many = Array.from({ length: 8 }, async () => speak(city, [
      'POST /gateway HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n', ...Array.from({ length: 40 }, () => chunk),
    ], 1_500));
    for (const raw of await Promise.all(many)) expect(spokenAnswer(raw)).to.deep.include({ status: 413 });
    expect(process.memoryUsage().arrayBuffers - before).to.be.below(40_000_000);
  });

  it('answers requests that come one behind the other on a connection each for itself', async () => {
    // No more than there are places: they are worked on at the same time.
    const bodies = Array.from({ length: places }, () => JSON.stringify(envelope(city, party, order, orderData(city))));
    const raw = await speak(city, bodies.map((body) => `${head(Buffer.byteLength(body))}${body}`), 1_000);
    expect(raw.match(/"code":"10000"/g)).to.have.length(places);
  });

  it('gives up on a body after ten seconds and closes the connection', async () => {
    const { status, answer } = spokenAnswer(await slow);
    expect([status, answer['code'], answer['subMsg']]).to.deep.equal([408, '40002', '接收请求正文超时']);
    expect(await slow).to.match(/\r\nConnection: close\r\n/i);
    expect(answerOf(await postJson(city, envelope(city, party, order, orderData(city))))['code']).to.equal('10000');
  });
});
