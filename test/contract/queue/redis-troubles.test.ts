import { expect } from 'chai';
import { until } from '../../unit/inbound/workshop.js';
import { listenedLine, onOwnRedis, OwnRedis, slowWay } from '../../support/redis.js';
import { allOnce, twoHosts, type TwoHosts } from './troubles.js';

const longPollMs = 3_600_000;
const shortPollMs = 200;

const finish = async (hosts: TwoHosts, withinMs = 60_000): Promise<void> => {
  const deadline = performance.now() + withinMs;
  while (await hosts.finished() < hosts.jobs && performance.now() < deadline) await new Promise((resolve) => { setTimeout(resolve, 50); });
};
const ready = async (hosts: TwoHosts, is = true): Promise<void> => {
  const deadline = performance.now() + 20_000;
  while (hosts.hosts.some(({ line }) => line.ready !== is)) {
    if (performance.now() > deadline) throw new Error(`lines are not ${is ? 'ready' : 'lost'}`);
    await new Promise((resolve) => { setTimeout(resolve, 20); });
  }
};
const saidBy = (hosts: TwoHosts, event: string): readonly number[] => hosts.hosts.map(({ words }) => words.filter((word) => word === event).length);

onOwnRedis('a thousand jobs of two hosts end done, each once', function () {
  this.timeout(120_000);
  let redis: OwnRedis;
  let hosts: TwoHosts;
  beforeEach(async () => { redis = await OwnRedis.start(); });
  afterEach(async () => {
    await hosts.close();
    await redis.remove();
  });

  it('by words alone, while nobody looks at the board by the clock, and both hosts work', async () => {
    hosts = await twoHosts(redis.url, longPollMs);
    await ready(hosts);
    await hosts.enqueueAll(() => undefined);
    await finish(hosts);
    expect(await hosts.result()).to.deep.equal(allOnce);
    expect(hosts.said.filter((word) => word !== 'outcome done')).to.deep.equal([]);
  });

  it('when Redis is wiped again and again', async () => {
    hosts = await twoHosts(redis.url, shortPollMs);
    await ready(hosts);
    await hosts.enqueueAll(async (enqueued) => { if (enqueued % 100 === 0) await redis.wipe(); });
    await finish(hosts);
    expect(await hosts.result()).to.deep.equal(allOnce);
  });

  it('when Redis is killed and started again, which is said once each', async () => {
    hosts = await twoHosts(redis.url, shortPollMs);
    await ready(hosts);
    await hosts.enqueueAll(async (enqueued) => {
      if (enqueued === 300) { await redis.kill(); await ready(hosts, false); }
      if (enqueued === 700) { await redis.start(); await ready(hosts); }
    });
    await finish(hosts);
    expect(await hosts.result()).to.deep.equal(allOnce);
    expect([saidBy(hosts, 'alarm redis-away'), saidBy(hosts, 'info redis-back')]).to.deep.equal([[1, 1], [1, 1]]);
  });

  it('when Redis is away from the start to the end', async () => {
    await redis.kill();
    hosts = await twoHosts(redis.url, shortPollMs);
    await hosts.enqueueAll(() => undefined);
    await finish(hosts);
    expect(await hosts.result()).to.deep.equal(allOnce);
    expect(saidBy(hosts, 'alarm redis-away')).to.deep.equal([1, 1]);
  });

  it('when Redis hangs: connected, and never answering', async () => {
    hosts = await twoHosts(redis.url, shortPollMs);
    await ready(hosts);
    await hosts.enqueueAll((enqueued) => { if (enqueued === 200) redis.freeze(); });
    await finish(hosts);
    expect(await hosts.result()).to.deep.equal(allOnce);
    const began = performance.now();
    for (const { runner, transport } of hosts.hosts) { await runner.stop(); await transport.close(); }
    expect(performance.now() - began, 'stopping while Redis hangs').to.be.below(15_000);
  });

  it('when every byte takes a quarter of a second', async () => {
    const way = await slowWay(redis.port, 250);
    try {
      hosts = await twoHosts(way.url, shortPollMs);
      await ready(hosts);
      await hosts.enqueueAll(() => undefined);
      await finish(hosts);
      expect(await hosts.result()).to.deep.equal(allOnce);
    } finally {
      await way.close();
    }
  });
});

onOwnRedis('a line to Redis', () => {
  let redis: OwnRedis;
  beforeEach(async () => { redis = await OwnRedis.start(['--requirepass', 'open-sesame']); });
  afterEach(() => redis.remove());

  it('opens with the password, stays away with a wrong one or none, and tells neither', async () => {
    for (const [password, opens] of [['open-sesame', true], ['guess', false], [undefined, false]] as const) {
      const { line, said } = listenedLine(redis.url, password);
      await until(() => line.ready || said.length > 0);
      expect([line.ready, said]).to.deep.equal(opens ? [true, []] : [false, ['alarm redis-away']]);
      line.close();
    }
  });
});
