import { expect } from 'chai';
import { fen } from '../../../domain/kernel/money.js';
import type { OrderRequest } from '../../../application/payments/register-order.js';
import { aChannelMerchant, aDeveloper, aPayee, aPayeeChannel } from '../../builders/directory.js';
import { noon } from '../../builders/moments.js';
import { orderRequest, paidOrder, placed } from './requests.js';
import { only, openTown, type TownPlan } from './town.js';

const system = { kind: 'system', code: 'test', address: undefined } as const;

describe('placing an order', () => {
  it('stores it with its job to expire and who placed it', async () => {
    const town = await openTown();
    const order = await placed(town);
    expect([order.state, order.devId, order.expiresAt, order.cashierToken.length > 20]).to.deep.equal(['awaiting', 'D1', noon + 7_200_000, true]);
    expect(town.waiting).to.deep.equal(['expire-order+7200']);
    expect(town.audited).to.deep.equal(['order.placed']);
    expect(only(town.database.tables.audit.all(false).filter((row) => row.entry.action === 'order.placed')).entry).to.deep.include({
      actor: { kind: 'developer', code: 'D1', address: '192.0.2.7' }, requestId: 'req-1', objectNo: order.platformOrderNo,
      after: { orderState: 'awaiting', orderAmount: '12000', merchantNo: 'M1', bizOrderNo: 'B1' },
    });
  });

  it('answers the same request with the same order', async () => {
    const town = await openTown();
    const first = await placed(town);
    const again = await town.placeOrder.run({ ...orderRequest(town), requestId: 'req-9', receivedAt: noon + 5 });
    expect(again).to.deep.equal({ ok: true, value: { order: first, repeated: true } });
    expect([town.orders.length, town.waiting.length, town.audited.length]).to.deep.equal([1, 1, 1]);
  });

  it('answers the same request with the same order although the payee’s own address has changed meanwhile', async () => {
    const town = await openTown({ payee: { payNotifyUrl: 'https://biz.example/old' } });
    const first = await placed(town, { notifyUrl: undefined });
    expect(first.notifyUrl).to.equal('https://biz.example/old');
    await town.store.directoryEditor.savePayee(aPayee({ payNotifyUrl: 'https://biz.example/new' }), system);
    const again = await town.placeOrder.run(orderRequest(town, { notifyUrl: undefined }));
    expect(again.ok && [again.value.repeated, again.value.order.notifyUrl]).to.deep.equal([true, 'https://biz.example/old']);
  });

  it('tells an order that names an address from one that leaves it to the payee', async () => {
    const town = await openTown({ payee: { payNotifyUrl: 'https://biz.example/notify' } });
    await placed(town, { notifyUrl: undefined });
    const again = await town.placeOrder.run(orderRequest(town, { notifyUrl: 'https://biz.example/notify' }));
    expect(again).to.deep.equal({ ok: false, refusal: { code: 'order-exists' } });
  });

  it('answers with the paid order when its request comes again late', async () => {
    const town = await openTown();
    await paidOrder(town);
    const again = await town.placeOrder.run(orderRequest(town));
    expect(again.ok && [again.value.repeated, again.value.order.state]).to.deep.equal([true, 'paid']);
  });

  it('gives one order to two requests of the same moment', async () => {
    const town = await openTown();
    const results = await Promise.all([1, 2, 3].map(() => town.placeOrder.run(orderRequest(town))));
    const order = only(town.orders);
    expect(results.map((result) => result.ok && result.value.order.platformOrderNo)).to.deep.equal([order.platformOrderNo, order.platformOrderNo, order.platformOrderNo]);
    expect(results.filter((result) => result.ok && !result.value.repeated)).to.have.lengthOf(1);
  });

  it('lets two developers use the same number', async () => {
    const town = await openTown();
    await placed(town);
    const other = await town.placeOrder.run({ ...orderRequest(town), developer: aDeveloper({ devId: 'D2' }) });
    expect(other.ok && other.value.repeated).to.equal(false);
    expect(town.orders).to.have.lengthOf(2);
  });

  const line = (subMerchantNo: string, amount: number) => ({ subMerchantNo, bizSubOrderNo: `B-${subMerchantNo}`, orderAmount: fen(amount) });
  const combined: TownPlan = { payee: { subMerchants: [{ subMerchantNo: 'S1', subMerchantName: '甲', enabled: true }, { subMerchantNo: 'S2', subMerchantName: '乙', enabled: false }] } };
  const refusals: readonly (readonly [string, TownPlan, Partial<OrderRequest['facts']>, object])[] = [
    ['a payee that does not exist', {}, { merchantNo: 'M9' }, { code: 'no-permission' }],
    ['a payee that is switched off', { payee: { enabled: false } }, {}, { code: 'no-permission' }],
    ['a payee of somebody else', { developer: { merchantNos: ['M2'] } }, {}, { code: 'no-permission' }],
    ['no address at all', {}, { notifyUrl: undefined }, { code: 'address-missing' }],
    ['a foreign notifyUrl', {}, { notifyUrl: 'https://evil.example/' }, { code: 'address-not-allowed', field: 'notifyUrl' }],
    ['a plain http notifyUrl', {}, { notifyUrl: 'http://biz.example/' }, { code: 'address-malformed', field: 'notifyUrl' }],
    ['a returnUrl that speaks in our name', {}, { returnUrl: 'https://biz.example/?sign=1' }, { code: 'address-malformed', field: 'returnUrl' }],
    ['a foreign bill page', {}, { personBillDetailUrl: 'https://evil.example/' }, { code: 'address-not-allowed', field: 'personBillDetailUrl' }],
    ['nothing left to charge', {}, { bizDiscountAmount: fen(12_000) }, { code: 'amount-bad', why: 'discount-too-big' }],
    ['no channel open', { noChannels: true }, {}, { code: 'no-channel' }],
    ['no line for a payee of many', combined, {}, { code: 'sub-merchant-needed' }],
    ['a line of a stranger', combined, { subOrders: [line('S9', 12_000)] }, { code: 'sub-merchant-unknown' }],
    ['a line of somebody switched off', combined, { subOrders: [line('S2', 12_000)] }, { code: 'sub-merchant-unknown' }],
  ];
  for (const [name, plan, changes, refusal] of refusals) {
    it(`refuses ${name} and stores nothing`, async () => {
      const town = await openTown(plan);
      expect(await town.placeOrder.run(orderRequest(town, changes))).to.deep.equal({ ok: false, refusal });
      expect([town.orders, town.waiting, town.audited]).to.deep.equal([[], [], []]);
    });
  }

  it('refuses other content under the same number', async () => {
    const town = await openTown();
    await placed(town);
    expect(await town.placeOrder.run(orderRequest(town, { orderAmount: fen(12_001) }))).to.deep.equal({ ok: false, refusal: { code: 'order-exists' } });
    expect(only(town.orders).orderAmount).to.equal(12_000n);
  });

  it('takes a combined order whose lines are all known', async () => {
    const town = await openTown(combined);
    expect((await placed(town, { subOrders: [line('S1', 12_000)] })).subOrders).to.have.lengthOf(1);
  });

  it('needs an open link whose account is open too, of a kind its page can use', async () => {
    const town = await openTown({ noChannels: true });
    const { directoryEditor } = town.store;
    const refusal = async (terminal: 'any' | 'pc') => {
      const result = await town.placeOrder.run(orderRequest(town, { terminal, bizOrderNo: `B-${town.orders.length}-${terminal}` }));
      return result.ok ? 'ok' : result.refusal.code;
    };
    await directoryEditor.savePayeeChannel(aPayeeChannel('alipay', { payMethods: ['bar'] }), system);
    expect([await refusal('any'), await refusal('pc')]).to.deep.equal(['no-channel', 'no-channel']);
    await directoryEditor.savePayeeChannel(aPayeeChannel('alipay', { payMethods: ['h5'] }), system);
    expect([await refusal('any'), await refusal('pc')]).to.deep.equal(['ok', 'no-channel']);
    await directoryEditor.savePayeeChannel(aPayeeChannel('alipay', { enabled: false }), system);
    expect(await refusal('pc')).to.equal('no-channel');
    await directoryEditor.savePayeeChannel(aPayeeChannel('alipay'), system);
    await directoryEditor.saveChannelMerchant(aChannelMerchant('alipay', { enabled: false }), system);
    expect(await refusal('pc')).to.equal('no-channel');
  });
});
