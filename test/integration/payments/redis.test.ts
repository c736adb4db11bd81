import { expect } from 'chai';
import { freePorts, startCity, type City } from '../../support/city.js';
import { onOwnRedis, OwnRedis, slowWay } from '../../support/redis.js';
import { answerOf, dataOf, enrol, envelope, freshCode, newParty, orderData, postJson, type Party } from '../gateway/outsider.js';

/** Charges a payment code and waits until the business system was told: several jobs, one after the other. */
async function payAndBeTold(city: City, party: Party): Promise<void> {
  const data = orderData(city, { barContent: freshCode('00'), notifyUrl: `${city.businessUrl}/callbacks` });
  const answer = answerOf(await postJson(city, envelope(city, party, 'epay-trade-core.bar.order.create', data)));
  expect([answer['code'], dataOf(answer)['orderState']], JSON.stringify(answer)).to.deep.equal(['10000', '2']);
  await city.until('a delivery', async () => {
    const rows: readonly { readonly n: number }[] = await city.resources.engine.reader('merchant_callback').whereNot({ tries: 0 }).count({ n: '*' });
    return Number(rows[0]?.n) > 0 ? true : undefined;
  });
}
const alarms = (city: City, event: string): number => city.log.filter((line) => line.includes(`"${event}"`)).length;

describe('an installation whose Redis is not there', function () {
  this.timeout(60_000);

  it('starts, is paid, tells, says so once and stops', async () => {
    const [nobody = 0] = await freePorts(1);
    const city = await startCity({ settings: { TONGJIAO_REDIS: `redis://127.0.0.1:${nobody}/0` } });
    await payAndBeTold(city, await enrol(city, newParty('DEV-NO-REDIS')));
    await city.until('the alarm', () => (alarms(city, 'redis-away') > 0 ? true : undefined));
    expect(alarms(city, 'redis-away')).to.equal(1);
    const began = performance.now();
    await city.close();
    expect(performance.now() - began).to.be.below(15_000);
  });
});

onOwnRedis('an installation with a Redis', function () {
  this.timeout(60_000);
  let redis: OwnRedis;
  before(async () => { redis = await OwnRedis.start(['--requirepass', 'of-this-test']); });
  after(() => redis.remove());

  it('works through it and leaves there only ids, digests and figures', async () => {
    let sent = '';
    const way = await slowWay(redis.port, 0, (bytes) => { sent += bytes.toString('latin1'); });
    const city = await startCity({ settings: { TONGJIAO_REDIS: way.url, TONGJIAO_REDIS_PASSWORD: 'of-this-test', TONGJIAO_REDIS_PREFIX: 'own-begin' } });
    const party = await enrol(city, newParty('DEV-ON-REDIS'), { requestsPerSecond: 1 });
    await city.until('a line', () => (sent.includes('own-begin:limits') ? true : undefined));
    await payAndBeTold(city, party);
    await Promise.all(Array.from({ length: 20 }, async () => postJson(city, envelope(city, party, 'epay-trade-core.bar.order.create', orderData(city, { barContent: freshCode('00') })))));
    await city.until('a word of a job, and a key in a note', () => (/\{"id":"[0-9]{26}"\}/.test(sent) && /own-begin:limits\r\n[^\r]*\r\n[^\r]*\r\n[^\r]*\r\n[0-9]+\|\[\["[0-9a-f]{32}",[0-9]+,/.test(sent) ? true : undefined));
    expect(sent).not.to.match(/DEV-ON-REDIS|M35040000001|barcode|cashier|gateway-|developer:/);
    expect([alarms(city, 'redis-away'), alarms(city, 'limits-not-shared')]).to.deep.equal([0, 0]);
    await city.close();
    await way.close();
  });
});
