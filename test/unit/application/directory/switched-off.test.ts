import { expect } from 'chai';
import { fen } from '../../../../domain/kernel/money.js';
import { FirstPlaces } from '../../../../application/directory/first-places.js';
import { CountingIds } from '../../../contract/persistence/fakes.js';
import { aChannel, anIndustry, aPayee, aRegion } from '../../../builders/directory.js';
import { noon } from '../../../builders/moments.js';
import { MadeUpDay } from '../reconciliation/made-up-day.js';
import { morningAfter, openHouse } from '../reconciliation/counting-house.js';
import { orderRequest, placed, started } from '../requests.js';
import { only, openTown, type Town } from '../town.js';

const by = { kind: 'system', code: 'test', address: undefined } as const;
const cashier = (town: Town) => town.openCashier.run(only(town.orders).cashierToken, 'pc');
const start = (town: Town, payChannel: 'alipay' | 'unionpay') => town.startPayment.run({ cashierToken: only(town.orders).cashierToken, payChannel, terminal: 'pc', receivedAt: noon, address: '198.51.100.9', requestId: 'r' });
const outcome = async (town: Town, changes: object = {}): Promise<string> => { const result = await town.placeOrder.run(orderRequest(town, changes)); return result.ok ? 'placed' : result.refusal.code; };

describe('what the platform does with channels, regions and industries that are off', () => {
  it('offers and starts nothing through a channel whose payments are off, and books what had begun', async () => {
    for (const off of [{ enabled: false }, { payEnabled: false }, { payMethods: ['h5', 'bar'] }] as const) {
      const town = await openTown();
      await placed(town);
      const attemptNo = await started(town, 'unionpay');
      await town.store.unitOfWork.run(({ directory }) => directory.channels.add(aChannel('unionpay', off)));
      expect((await cashier(town))?.channels).to.deep.equal(['alipay']);
      expect(await start(town, 'unionpay')).to.deep.equal({ ok: false, refusal: 'channel-not-open' });
      town.unionpay.pay(attemptNo, Number(only(town.attempts).amount));
      await town.pass(10_000);
      expect(only(town.orders).state).to.equal('paid');
    }
  });

  it('takes no order of a payee all of whose channels are off, and combined ones only where a channel splits', async () => {
    const town = await openTown({ payee: { subMerchants: [{ subMerchantNo: 'S1', subMerchantName: '甲', enabled: true }] } });
    const combined = { bizOrderNo: 'C1', subOrders: [{ subMerchantNo: 'S1', bizSubOrderNo: 'C1-1', orderAmount: fen(12_000) }] };
    for (const channel of ['alipay', 'unionpay'] as const) await town.store.unitOfWork.run(({ directory }) => directory.channels.add(aChannel(channel, { splitEnabled: false })));
    expect(await outcome(town, combined)).to.equal('no-channel');
    await town.store.unitOfWork.run(({ directory }) => directory.channels.put(aChannel('alipay')));
    expect(await outcome(town, combined)).to.equal('placed');
    expect((await cashier(town))?.channels).to.deep.equal(['alipay']);
  });

  it('takes no order of a payee whose region, one above it, or industry is off', async () => {
    const town = await openTown({ payee: { regionCode: '350404' } });
    expect(await outcome(town, { bizOrderNo: 'B0' }), 'without any record').to.equal('placed');
    const { unitOfWork } = town.store;
    await unitOfWork.run(async ({ directory: { regions } }) => { await regions.add(aRegion({ enabled: false })); await regions.add(aRegion({ regionCode: '350404', regionName: '三元区', parentRegionCode: '350400' })); });
    expect(await outcome(town, { bizOrderNo: 'B1' })).to.equal('no-permission');
    await unitOfWork.run(({ directory: { regions } }) => regions.put(aRegion()));
    expect(await outcome(town, { bizOrderNo: 'B1' })).to.equal('placed');
    await unitOfWork.run(async ({ directory: { industries } }) => industries.add(anIndustry({ enabled: false })));
    await town.store.directoryEditor.savePayee({ ...aPayee({ regionCode: '350404' }), ...{ industryCode: 'EDU' } }, by);
    expect(await outcome(town, { bizOrderNo: 'B2' })).to.equal('no-permission');
  });

  it('asks for no bill of a channel that is not reconciled, says so of the day, and asks when it is again', async () => {
    const house = await openHouse();
    await new MadeUpDay(house).pay({ amount: 100, at: noon });
    const { unitOfWork } = house.store;
    await unitOfWork.run(({ directory }) => directory.channels.add(aChannel('alipay', { reconcileEnabled: false })));
    house.clock.at = morningAfter(1);
    await house.plan.run();
    expect(await house.workAll()).to.deep.equal(['fetch-bill:again']);
    expect(await house.day()).to.include({ state: 'not-reconciled', tries: 0, lastWord: '支付渠道未启用对账，当日不对账' });
    await unitOfWork.run(({ directory }) => directory.channels.put(aChannel('alipay', { billSource: 'upload' })));
    await house.plan.run();
    expect(await house.day()).to.include({ state: 'awaiting-bill', tries: 0, lastWord: '账单由人工上传' });
    await unitOfWork.run(({ directory }) => directory.channels.put(aChannel('alipay', { version: 2 })));
    expect([await house.plan.run(), await house.plan.run()]).to.deep.equal([1, 0]);
    await house.workAll();
    expect(await house.day()).to.include({ state: 'awaiting-bill', tries: 1, lastWord: '渠道账单尚未生成' });
  });

  it('gives up asking when that is switched off while a bill is waited for', async () => {
    const house = await openHouse();
    await new MadeUpDay(house).pay({ amount: 100, at: noon });
    await house.morning(1);
    await house.store.unitOfWork.run(({ directory }) => directory.channels.add(aChannel('alipay', { reconcileEnabled: false })));
    house.clock.at += 3_600_000;
    expect(await house.workAll()).to.include('fetch-bill:done');
    expect(await house.day()).to.include({ state: 'not-reconciled', tries: 1 });
  });

  it('does not ask before the time that a channel sets', async () => {
    const house = await openHouse();
    for (const channel of ['alipay', 'unionpay'] as const) await house.store.unitOfWork.run(({ directory }) => directory.channels.add(aChannel(channel, { billTime: '20:00' })));
    house.clock.at = morningAfter(1);
    expect(await house.plan.run()).to.equal(0);
    house.clock.at += 11 * 3_600_000;
    expect(await house.plan.run()).to.equal(2);
  });

  it('makes records of what an older installation has, once, and changes nothing by it', async () => {
    const town = await openTown({ payee: { regionCode: '35X9' } });
    const { unitOfWork } = town.store;
    const first = new FirstPlaces({ unitOfWork, ids: new CountingIds('9'), clock: town.clock });
    expect([await first.run(), await first.run()]).to.deep.equal([3, 0]);
    expect(await outcome(town)).to.equal('placed');
    expect((await cashier(town))?.channels).to.deep.equal(['alipay', 'unionpay']);
    expect(await unitOfWork.read(async ({ directory }) => (await directory.regions.all()).map(({ regionCode, regionName, enabled }) => [regionCode, regionName, enabled]))).to.deep.equal([['35X9', '35X9', true]]);
  });
});
