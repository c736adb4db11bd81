import { expect } from 'chai';
import { fen } from '../../../../domain/kernel/money.js';
import { lost, no } from '../fake-province.js';
import { orderRequest, started } from '../requests.js';
import { only, type Town } from '../town.js';
import { aCatalogueItem, infoText, logOf, nontaxFacts, noticesOf, noticeTown, place, slipFor, type InfoPlan, type NoticePlan } from './notice-town.js';

const system = { kind: 'system', code: 'test', address: undefined } as const;

async function refusalOf(town: Town, info: InfoPlan = {}, more: Parameters<typeof place>[2] = {}): Promise<string> {
  const placed = await place(town, info, more);
  if (placed.ok) throw new Error('the order was taken');
  expect([town.orders, town.waiting]).to.deep.equal([[], []]);
  return 'words' in placed.refusal ? placed.refusal.words : placed.refusal.code;
}

describe('orders that carry nontaxInfo', () => {
  it('are checked before anybody pays: unit, region, items, prices', async () => {
    const cases: readonly (readonly [NoticePlan, InfoPlan, RegExp])[] = [
      [{ payee: { chargingUnit: undefined } }, {}, /未登记执收单位/],
      [{ payee: { regionCode: undefined } }, {}, /区域未配置/],
      [{ payee: { regionCode: '350404' } }, {}, /区域未配置/],
      [{}, { items: [['NOWHERE', 2, 6_000]] }, /NOWHERE 不存在/],
      [{}, { items: [['D350400001', 1, 12_000]] }, /单价应为 10.00 至 80.00 元/],
      [{ payee: { chargingUnit: { code: '350400999', name: '别的单位' } } }, {}, /无权执收/],
    ];
    for (const [plan, info, words] of cases) {
      const { town, province } = await noticeTown(plan);
      expect(await refusalOf(town, info)).to.match(words);
      expect(province.calls).to.deep.equal([]);
    }
  });

  it('are refused for an item that was switched off, a discount, and several sub-merchants', async () => {
    const { town } = await noticeTown();
    expect(await refusalOf(town, {}, { bizDiscountAmount: fen(100) })).to.match(/业务优惠/);
    const ofUnit = infoText().replace('"payerType":"1",', '"payerType":"2",');
    expect(await refusalOf(town, {}, { nontaxInfo: ofUnit.replace('"eBillWanted":"1"', '"eBillWanted":"0"'), payer: { name: undefined, mobile: undefined, certNo: undefined } })).to.match(/payerName/);
    await town.store.directoryEditor.saveNontaxItem(aCatalogueItem({ enabled: false, version: 1 }), system);
    expect(await refusalOf(town)).to.match(/已停用/);
    const subMerchants = ['S1', 'S2'].map((subMerchantNo) => ({ subMerchantNo, subMerchantName: subMerchantNo, enabled: true }));
    const combined = await noticeTown({ payee: { subMerchants } });
    const subOrders = ['S1', 'S2'].map((subMerchantNo) => ({ subMerchantNo, bizSubOrderNo: subMerchantNo, orderAmount: fen(6_000) }));
    expect(await refusalOf(combined.town, {}, { subOrders })).to.match(/合并支付/);
  });

  it('of a region without a province keep no notice, and cannot bring one', async () => {
    const { town } = await noticeTown({ connected: false });
    expect((await place(town)).ok).to.equal(true);
    expect(noticesOf(town)).to.deep.equal([]);
    expect((await place(town, { payCode: '35040026300000000001' }, { bizOrderNo: 'B2' })).ok).to.equal(false);
    const first = await noticeTown({ connected: false, payee: { isNoticeFirst: true } });
    expect(await refusalOf(first.town)).to.match(/尚未接入/);
  });

  it('are taken at once, and their notice is issued by job', async () => {
    const { town, province } = await noticeTown();
    expect((await place(town)).ok).to.equal(true);
    expect([province.calls.length, only(noticesOf(town)).step]).to.deep.equal([0, 'to-issue']);
    await town.pass(0);
    const { step, payCode, payUrl, noticeNo, items, payer } = only(noticesOf(town));
    expect(payUrl).to.equal(`https://jiaoyun.example.com/pay?c=${payCode ?? ''}`);
    expect([step, payCode, noticeNo]).to.deep.equal(['open', [...province.slips.keys()][0], only(town.orders).platformOrderNo]);
    expect([items[0]?.nationalCode, payer.name, logOf(town)]).to.deep.equal(['103043211', '张三', ['issue:ok']]);
    expect(town.audited).to.include('notice.issued');
  });
});

describe('orders that bring a pay code', () => {
  it('are taken when the province says it may be paid, and asked about once', async () => {
    const { town, province } = await noticeTown();
    const { payCode } = slipFor(province);
    expect((await place(town, { payCode })).ok).to.equal(true);
    expect([only(noticesOf(town)).step, only(noticesOf(town)).origin, only(noticesOf(town)).payCode]).to.deep.equal(['open', 'given', payCode]);
    const again = await place(town, { payCode });
    expect([again.ok && again.value.repeated, province.countOf('query'), town.orders.length]).to.deep.equal([true, 1, 1]);
  });

  it('are refused in words when the province says it cannot be paid', async () => {
    const changes: readonly (readonly [Parameters<typeof slipFor>[1], RegExp])[] = [
      [{ state: 'paid', confirmation: { confirmCode: 'C', serialNo: 'S', at: 1 } }, /已缴/], [{ state: 'void' }, /已作废/], [{ state: 'expired' }, /已过期/], [{ validUntil: '20260507', fillDay: '20260501' }, /已过期/],
      [{ totalAmount: fen(12_100), lateFee: fen(100) }, /121.00 元/], [{ unit: { code: '350400999', name: '别的单位' } }, /其他执收单位/], [{ totalAmount: fen(12_001) }, /明细与合计不符/],
    ];
    for (const [change, words] of changes) {
      const { town, province } = await noticeTown();
      const { payCode } = slipFor(province, change);
      expect(await refusalOf(town, { payCode })).to.match(words);
      expect(noticesOf(town)).to.deep.equal([]);
    }
    const { town } = await noticeTown();
    expect(await refusalOf(town, { payCode: '35040026309999999999' })).to.match(/不存在/);
  });

  it('are neither taken nor refused for good while the province does not answer', async () => {
    const { town, province } = await noticeTown();
    const { payCode } = slipFor(province);
    province.trouble('query', lost);
    expect(await refusalOf(town, { payCode })).to.equal('notice-unknown');
    expect(noticesOf(town)).to.deep.equal([]);
    expect((await place(town, { payCode })).ok).to.equal(true);
  });

  it('are refused while another order may pay the same notice, or has', async () => {
    const { town, province } = await noticeTown();
    const { payCode } = slipFor(province);
    await place(town, { payCode });
    const second = await place(town, { payCode }, { bizOrderNo: 'B2' });
    expect(!second.ok && 'words' in second.refusal && second.refusal.words).to.match(/待支付或已支付/);
    expect([town.orders.length, province.countOf('query')]).to.deep.equal([1, 1]);
  });

  it('one of two at the same moment gets the notice', async () => {
    const { town, province } = await noticeTown();
    const { payCode } = slipFor(province);
    const both = await Promise.all(['B1', 'B2'].map((bizOrderNo) => place(town, { payCode }, { bizOrderNo })));
    expect(both.map(({ ok }) => ok).toSorted()).to.deep.equal([false, true]);
    expect([town.orders.length, noticesOf(town).length]).to.deep.equal([1, 1]);
  });

  it('take over a notice whose order was closed, which stays open at the province', async () => {
    const { town, province } = await noticeTown();
    const { payCode } = slipFor(province);
    await place(town, { payCode });
    await town.closeOrder.run(only(town.orders).platformOrderNo, 'closedByMerchant', system);
    await town.pass(1_000);
    expect([province.countOf('void'), province.slips.get(payCode)?.state]).to.deep.equal([0, 'unpaid']);
    expect((await place(town, { payCode }, { bizOrderNo: 'B2' })).ok).to.equal(true);
    const second = town.orders.find(({ bizOrderNo }) => bizOrderNo === 'B2');
    expect([only(noticesOf(town)).platformOrderNo, noticesOf(town).length]).to.deep.equal([second?.platformOrderNo, 1]);
  });
});

describe('a payee that wants its notice first', () => {
  const first: NoticePlan = { payee: { isNoticeFirst: true } };

  it('has it before the order is there', async () => {
    const { town, province } = await noticeTown(first);
    expect((await place(town)).ok).to.equal(true);
    const record = only(noticesOf(town));
    expect([record.step, province.slips.get(record.payCode ?? '')?.busNo, logOf(town)]).to.deep.equal(['open', only(town.orders).platformOrderNo, ['issue:ok']]);
    expect(record.payUrl).to.equal(`https://jiaoyun.example.com/pay?c=${record.payCode ?? ''}`);
    await town.pass(120_000);
    expect([province.countOf('void'), province.countOf('issue')]).to.deep.equal([0, 1]);
  });

  it('gets no order while the answer is lost, and what was made is void later', async () => {
    const { town, province } = await noticeTown(first);
    province.trouble('issue', lost, 'after');
    const placed = await place(town);
    expect([!placed.ok && placed.refusal.code, town.orders.length]).to.deep.equal(['notice-unknown', 0]);
    expect((await place(town)).ok).to.equal(true);
    await town.pass(120_000);
    const states = [...province.slips.values()].map(({ state }) => state);
    expect([states, noticesOf(town).map(({ step }) => step)]).to.deep.equal([['void', 'unpaid'], ['voided', 'open']]);
  });

  it('hears in words why the province refuses', async () => {
    const { town, province } = await noticeTown(first);
    province.trouble('issue', no);
    const placed = await place(town);
    expect(!placed.ok && 'words' in placed.refusal && placed.refusal.words).to.match(/拒绝开具：单位无权/);
    await town.pass(120_000);
    expect([town.orders, only(noticesOf(town)).step, province.countOf('void')]).to.deep.equal([[], 'refused', 0]);
  });
});

describe('the look before a payment starts', () => {
  async function given() {
    const made = await noticeTown();
    const { payCode } = slipFor(made.province);
    await place(made.town, { payCode });
    return { ...made, payCode };
  }
  const start = async (town: Town): Promise<string> => {
    const result = await town.startPayment.run({ cashierToken: only(town.orders).cashierToken, payChannel: 'alipay', terminal: 'pc', receivedAt: 0, address: '', requestId: '' });
    return result.ok ? 'started' : result.refusal;
  };

  it('stops the payer where the province says that it is void, expired or another amount', async () => {
    for (const [change, refusal] of [[{ state: 'void' }, 'notice-void'], [{ state: 'expired' }, 'notice-expired'], [{ totalAmount: fen(12_100), lateFee: fen(100) }, 'notice-differs']] as const) {
      const { town, province, payCode } = await given();
      province.change(payCode, change);
      expect(await start(town)).to.equal(refusal);
      expect(town.attempts).to.deep.equal([]);
    }
  });

  it('lets the payer pay where the province is away', async () => {
    const { town, province } = await given();
    province.trouble('query', lost);
    expect(await start(town)).to.equal('started');
    expect(logOf(town)).to.deep.equal(['query:ok', 'query:unknown']);
  });

  it('closes the order where somebody has paid, with words, and asks nobody again', async () => {
    const { town, province, payCode } = await given();
    province.payElsewhere(payCode);
    expect(await start(town)).to.equal('notice-paid');
    expect(await start(town)).to.equal('notice-paid');
    await town.pass(1_000);
    expect([only(town.orders).state, only(town.orders).stateMsg, province.countOf('query')]).to.deep.equal(['closed', '已在其他渠道缴款', 2]);
    expect([only(noticesOf(town)).step, province.countOf('void')]).to.deep.equal(['paid-elsewhere', 0]);
  });

  it('is not taken for orders without a notice', async () => {
    const { town, province } = await noticeTown();
    await town.placeOrder.run(orderRequest(town));
    await started(town);
    expect([province.calls, infoText().length > 0, nontaxFacts().payer?.name]).to.deep.equal([[], true, '张三']);
  });
});
