import { expect } from 'chai';
import { fen } from '../../../domain/kernel/money.js';
import type { RefundRequest } from '../../../application/refunds/request-refund.js';
import { aDeveloper, aPayee } from '../../builders/directory.js';
import { paidOrder, placed, refundRequest, requestedRefund } from './requests.js';
import { only, openTown, type Town, type TownPlan } from './town.js';

const by = { kind: 'developer', code: 'D1', address: undefined } as const;

async function paidTown(plan: TownPlan = {}): Promise<Town> {
  const town = await openTown(plan);
  await paidOrder(town);
  return town;
}

const ask = async (town: Town, changes: Partial<RefundRequest['facts']> = {}): Promise<object> => {
  const result = await town.requestRefund.run(refundRequest(town, changes));
  return result.ok ? { ok: result.value.state } : result.refusal;
};

describe('asking for a refund', () => {
  it('stores it under way with its job and who asked', async () => {
    const town = await paidTown();
    const refund = await requestedRefund(town);
    expect(refund).to.include({ state: 'refunding', approvalState: 'not-needed', requestedBy: 'developer:D1', refundTradeNo: undefined, attemptNo: only(town.attempts).attemptNo });
    expect(town.waiting).to.include('work-refund+0');
    expect(town.audited.at(-1)).to.equal('refund.requested');
  });

  it('is answered from the store when it comes again, also after it is done', async () => {
    const town = await paidTown();
    const refund = await requestedRefund(town);
    expect(await requestedRefund(town)).to.deep.equal(refund);
    await town.pass(0);
    expect((await requestedRefund(town)).state).to.equal('refunded');
    expect([town.refunds.length, town.alipay.countOf('refund')]).to.deep.equal([1, 1]);
  });

  it('is answered from the store although the payee’s own address has changed meanwhile', async () => {
    const town = await paidTown({ payee: { refundNotifyUrl: 'https://biz.example/old' } });
    await requestedRefund(town, { notifyUrl: undefined });
    await town.store.directoryEditor.savePayee(aPayee({ refundNotifyUrl: 'https://biz.example/new' }), by);
    expect((await requestedRefund(town, { notifyUrl: undefined })).notifyUrl).to.equal('https://biz.example/old');
  });

  it('is one refund for two requests of the same moment', async () => {
    const town = await paidTown();
    await Promise.all([requestedRefund(town), requestedRefund(town), requestedRefund(town)]);
    await town.pass(0);
    expect([town.refunds.length, town.alipay.countOf('refund')]).to.deep.equal([1, 1]);
  });

  it('never takes more than was paid, however many ask at once', async () => {
    const town = await paidTown();
    const answers = await Promise.all([1, 2, 3, 4, 5].map((number) => ask(town, { bizRefundOrderNo: `R${number}`, refundAmount: fen(5_000) })));
    expect(answers.filter((answer) => 'ok' in answer)).to.have.lengthOf(2);
    expect(answers[4]).to.deep.equal({ code: 'refund-too-big', left: 2_000n });
    await town.pass(0);
    expect([...town.alipay.refunded.values()]).to.deep.equal([5_000n, 5_000n]);
  });

  const refusals: readonly (readonly [string, Partial<RefundRequest['facts']>, object])[] = [
    ['an order of nobody', { platformOrderNo: '9' }, { code: 'order-unknown' }],
    ['a payee of somebody else', { merchantNo: 'M2' }, { code: 'no-permission' }],
    ['one fen too many', { refundAmount: fen(12_001) }, { code: 'refund-too-big', left: 12_000n }],
    ['a sub-merchant of a plain order', { subMerchantNo: 'S1' }, { code: 'sub-merchant-unknown' }],
    ['no address at all', { notifyUrl: undefined }, { code: 'address-missing' }],
    ['a foreign address', { notifyUrl: 'https://evil.example/' }, { code: 'address-not-allowed', field: 'notifyUrl' }],
  ];
  for (const [name, changes, refusal] of refusals) {
    it(`is refused for ${name} and stores nothing`, async () => {
      const town = await paidTown();
      expect(await ask(town, changes)).to.deep.equal(refusal);
      expect(town.refunds).to.deep.equal([]);
    });
  }

  it('is refused for an order of another developer', async () => {
    const town = await paidTown();
    expect(await town.requestRefund.run({ ...refundRequest(town), developer: aDeveloper({ devId: 'D2' }) })).to.deep.equal({ ok: false, refusal: { code: 'order-unknown' } });
  });

  it('is refused for an order nobody has paid', async () => {
    const town = await openTown();
    await placed(town);
    expect(await ask(town)).to.deep.equal({ code: 'not-refundable', why: '订单未支付成功' });
  });

  it('is refused with other content under the same number', async () => {
    const town = await paidTown();
    await requestedRefund(town);
    expect(await ask(town, { refundAmount: fen(999) })).to.deep.equal({ code: 'refund-exists' });
  });

  it('is possible for a payee that was switched off: the money is the payer’s', async () => {
    const town = await paidTown();
    await town.store.directoryEditor.savePayee(aPayee({ enabled: false }), by);
    expect(await ask(town)).to.deep.equal({ ok: 'refunding' });
  });

  it('frees its amount when it failed', async () => {
    const town = await paidTown();
    const refund = await requestedRefund(town, { refundAmount: fen(12_000) });
    expect(await ask(town, { bizRefundOrderNo: 'R2', refundAmount: fen(1) })).to.deep.equal({ code: 'refund-too-big', left: 0n });
    town.alipay.says.refund = async ({ refundTradeNo }) => ({ kind: 'declined', refundTradeNo, reason: '账户已注销', code: 'X' });
    await town.pass(0);
    expect((await town.read(({ refunds }) => refunds.byNo(refund.platformRefundOrderNo)))).to.include({ state: 'failed', stateMsg: '账户已注销' });
    expect(await ask(town, { bizRefundOrderNo: 'R2', refundAmount: fen(12_000) })).to.deep.equal({ ok: 'refunding' });
  });
});

describe('showing a refund', () => {
  it('finds it by either number when all that is said fits, for its developer only, and no rule’s refund of which it was not told', async () => {
    const town = await paidTown();
    const refund = await requestedRefund(town);
    const shown = async (changes: object, developer = town.developer) =>
      (await town.showRefund.run(developer, { merchantNo: 'M1', bizRefundOrderNo: 'R1', platformRefundOrderNo: refund.platformRefundOrderNo, refundOrderDate: '20260508', ...changes })) !== undefined;
    expect([await shown({}), await shown({ bizRefundOrderNo: undefined }), await shown({ platformRefundOrderNo: undefined })]).to.deep.equal([true, true, true]);
    for (const wrong of [{ bizRefundOrderNo: 'R2' }, { platformRefundOrderNo: '9' }, { merchantNo: 'M2' }, { refundOrderDate: '20260509' }, { bizRefundOrderNo: undefined, platformRefundOrderNo: undefined }]) {
      expect(await shown(wrong), JSON.stringify(wrong)).to.equal(false);
    }
    expect(await shown({}, aDeveloper({ devId: 'D2' }))).to.equal(false);
    await town.read(({ refunds }) => refunds.put({ ...only(town.refunds), origin: 'rule' }));
    expect(await shown({}), 'a cancelled code, of which the developer was told').to.equal(true);
    await town.read(({ refunds }) => refunds.put({ ...only(town.refunds), notifyUrl: undefined }));
    expect(await shown({}), 'late money').to.equal(false);
  });
});
