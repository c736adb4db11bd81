import { expect } from 'chai';
import type { Message } from './unionpay-merchant.js';
import { aScene, Scene, sm2Merchant } from './unionpay-scene.js';

describe('UnionPay simulator: ordered misbehaviour', () => {
  const scene = aScene();

  afterEach(async () => { await scene.control('DELETE', '/sim/faults'); });
  async function paid(merId?: string): Promise<Message> {
    const order = scene.barcode('00', {}, merId);
    await scene.back(order);
    return order;
  }

  const problems = { unsigned: 'unsigned', 'bad-signature': 'signature', 'wrong-cn': 'name', 'expired-leaf': 'expired', 'self-signed': 'chain', 'foreign-chain': 'chain', 'version-5.0.0': 'downgrade', 'sign-method-11': 'downgrade' };
  for (const [fault, problem] of Object.entries(problems)) {
    it(`answers with ${fault} once, for RSA and SM2, and is genuine again after it`, async () => {
      for (const merId of [undefined, sm2Merchant]) {
        const order = await paid(merId);
        await scene.fault('query', fault);
        expect(scene.problem(await scene.query(order), merId)).to.equal(problem);
        expect(scene.problem(await scene.query(order), merId)).to.equal(undefined);
      }
    });
  }

  it('signs genuinely for another merchant or another amount: only comparing finds it', async () => {
    const order = await paid();
    await scene.fault('query', 'tampered-amount');
    const dearer = await scene.query(order);
    expect(scene.problem(dearer)).to.equal(undefined);
    expect(dearer).to.include({ txnAmt: '12346', settleAmt: '12346' });
    await scene.fault('query', 'other-merchant');
    const stranger = await scene.query(order);
    expect(scene.problem(stranger)).to.equal(undefined);
    expect(stranger['merId']).not.to.equal(order['merId']);
  });

  it('tells ordered codes of a query: of the original where the code speaks of it, else of the query', async () => {
    const order = await paid();
    for (const code of ['03', '04', '05', '42', '74', '75']) {
      await scene.fault('query', code);
      expect(await scene.query(order), code).to.include({ respCode: '00', origRespCode: code });
    }
    for (const code of ['34', '37', '06', '99', '02']) {
      await scene.fault('query', code);
      const answer = await scene.query(order);
      expect(answer, code).to.include({ respCode: code });
      expect(answer).not.to.have.property('origRespCode');
    }
    expect(await scene.query(order)).to.include({ origRespCode: '00' });
  });

  it('executes a consume behind an unclear code and not behind a refusal', async () => {
    for (const [code, found] of [['05', '00'], ['03', '00'], ['99', '00'], ['74', '74'], ['06', undefined], ['02', undefined]] as const) {
      await scene.fault('consume', code);
      const order = scene.barcode('00');
      expect(await scene.back(order), code).to.include({ respCode: code });
      expect((await scene.query(order))['origRespCode'], code).to.equal(found);
    }
    await scene.fault('consume', '05', { executed: false });
    const order = scene.barcode('00');
    await scene.back(order);
    expect(await scene.query(order)).to.include({ respCode: '34' });
  });

  it('breaks the line before or after executing, answers 500 or nothing at all', async () => {
    for (const [fault, code] of [['drop-before', '34'], ['drop-after', '00']] as const) {
      await scene.fault('consume', fault);
      const order = scene.barcode('00');
      expect(await scene.back(order).then(() => 'answered', () => 'broken')).to.equal('broken');
      expect(await scene.query(order)).to.include({ respCode: code });
    }
    const order = await paid();
    await scene.fault('query', 'http-500');
    await scene.fault('query', 'empty-body');
    expect((await scene.post(scene.simulator.queryUrl, {})).status).to.equal(200);
    expect(await scene.query(order)).not.to.have.property('respCode');
    expect(await scene.query(order)).not.to.have.property('respCode');
    expect(await scene.query(order)).to.include({ respCode: '00' });
  });

  it('hangs without an answer until the client gives up, and ends the hang when it closes', async () => {
    const own = new Scene();
    await own.open();
    await own.fault('consume', 'hang');
    const order = own.barcode('00');
    const answer = own.back(order).then(() => 'answered', () => 'broken');
    await own.quiet();
    expect(await own.query(order)).to.include({ origRespCode: '00' });
    await own.close();
    expect(await answer).to.equal('broken');
  });

  it('drops calls before or after executing by seed, the same way twice', async () => {
    async function run(): Promise<string> {
      await scene.control('POST', '/sim/chaos', { seed: 7, dropRate: 0.4, delayMsMax: 3 });
      const fates: string[] = [];
      for (let call = 0; call < 12; call += 1) {
        const order = scene.barcode('00');
        const answered = await scene.back(order).then(() => 'a', () => 'd');
        const known = (await scene.books()).trades.some(({ orderId }) => orderId === order['orderId']);
        fates.push(`${answered}${known ? '+' : '-'}`);
      }
      await scene.control('DELETE', '/sim/chaos');
      return fates.join(' ');
    }
    const first = await run();
    expect(first).to.contain('a+').and.contain('d+').and.contain('d-').and.not.contain('a-');
    expect(await run()).to.equal(first);
  });

  it('refuses faults that do not exist and control bodies that are not JSON', async () => {
    expect(await scene.fault('query', 'accepted-then-failed')).to.have.property('error');
    expect(await scene.fault('payment', 'hang')).to.have.property('error');
    expect(await scene.fault('notify', 'count', { count: 6 })).to.have.property('error');
    expect((await scene.post(`${scene.simulator.baseUrl}/sim/faults`, { kind: 'query', fault: 'hang' })).status).to.equal(400);
  });
});
