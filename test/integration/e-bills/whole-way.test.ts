import { expect } from 'chai';
import type { EBillQueryResponse } from '../../../contracts/gateway/e-bill.js';
import type { OrderCreateRequest } from '../../../contracts/gateway/order-create.js';
import { firstCheckAt } from '../../../domain/e-bills/check-times.js';
import { businessDay, minuteMs } from '../../../domain/kernel/china-time.js';
import { fen } from '../../../domain/kernel/money.js';
import { anItem, aPayer } from '../../builders/e-bills.js';
import { Life, refusalOf } from '../payments/life.js';
import { typed } from '../recovery/typed-commands.js';

const item = (itemCode: string, amount: string) => ({ itemCode, itemName: '不动产登记费', quantity: '1', price: amount, amount });
const wanted = (more: Partial<OrderCreateRequest> = {}): Partial<OrderCreateRequest> =>
  ({ payerName: '张三丰', payerMobile: '13800138000', nontaxInfo: { eBillWanted: '1', payerType: '1', items: [item('D350400001', '8000')] }, ...more });

describe('the e-bill of an order, from the wish to the page (1.1.7.2.3-d)', function () {
  this.timeout(240_000);
  let life: Life;
  let simulator: string;
  before(async () => {
    life = await Life.start({ TONGJIAO_FETCH_BILLS: 'true' });
    simulator = `http://127.0.0.1:${life.city.config.eBillPort}`;
  });
  after(() => life.close());
  afterEach(() => fetch(`${simulator}/sim/faults`, { method: 'DELETE' }));

  const fault = async (target: string, name: string): Promise<void> => {
    await fetch(`${simulator}/sim/faults`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ target, fault: name, times: 1, settings: {} }) });
  };
  const ask = (placed: { readonly merchantNo: string; readonly platformOrderNo: string }): Promise<EBillQueryResponse> => life.client.call('epay-bill.ebill.query', { merchantNo: placed.merchantNo, platformOrderNo: placed.platformOrderNo });
  const states = async (placed: { readonly merchantNo: string; readonly platformOrderNo: string }): Promise<readonly string[]> => (await ask(placed)).eBills.map(({ eBillState, eBillAmount }) => `${eBillState} ${eBillAmount}`);
  const typedBills = (...words: readonly string[]) => typed(life.city.environment, 'ebills', ...words);

  it('is issued after the payment, and the business system finds it by order and by its numbers (1.1.7.2.3-a to -c)', async () => {
    const placed = await life.paid('alipay', wanted({ userId: 'citizen-9' }));
    await life.quiet();
    const { eBills: [bill] } = await ask(placed);
    expect(bill).to.include({ platformOrderNo: placed.platformOrderNo, bizOrderNo: placed.bizOrderNo, eBillState: '2', eBillAmount: '8000', eBillSource: 'ISSUED' });
    expect(bill?.eBillCode).to.match(/^[0-9]{8}$/);
    expect(bill?.eBillUrl).to.match(new RegExp(`^${simulator}/h5/bill/`));
    const page = await (await fetch(bill?.eBillUrl ?? '')).text();
    expect(page).to.include('张三丰');
    const { eBillCode = '', eBillNo = '' } = bill ?? {};
    const named = { merchantNo: placed.merchantNo, eBillCode, eBillNo };
    expect((await life.client.queryEBills(named)).eBills).to.deep.equal([bill]);
    expect((await life.client.queryEBills({ ...named, bizOrderNo: placed.bizOrderNo })).eBills).to.deep.equal([bill]);
    expect((await life.client.listUserOrders({ userId: 'citizen-9' })).orders[0]?.eBills).to.deep.equal([bill]);
    expect((await life.rows('text_message', { scene: 'bill-issued', biz_key: eBillNo })).length, 'the payer is told').to.equal(1);
    expect(life.city.log.join('\n')).to.not.include('张三丰');
  });

  it('is nobody else\'s: another developer of the same payee learns nothing by order or by numbers', async () => {
    const placed = await life.paid('alipay', wanted());
    await life.quiet();
    const { eBillCode = '', eBillNo = '' } = (await ask(placed)).eBills[0] ?? {};
    for (const name of [{ platformOrderNo: placed.platformOrderNo }, { bizOrderNo: placed.bizOrderNo }, { eBillCode, eBillNo }]) {
      expect(await refusalOf(life.city.sm2.queryEBills({ merchantNo: placed.merchantNo, ...name }))).to.include({ code: '40004', subCode: 'ORDER_UNKNOWN' });
    }
    expect(await refusalOf(life.client.queryEBills({ merchantNo: placed.merchantNo, platformOrderNo: placed.platformOrderNo, eBillCode, eBillNo: '9999999999' }))).to.include({ subCode: 'ORDER_UNKNOWN' });
    for (const half of [{}, { eBillCode }, { eBillNo }]) expect(await refusalOf(life.client.queryEBills({ merchantNo: placed.merchantNo, ...half })), JSON.stringify(half)).to.have.property('code').that.matches(/^4000[12]$/);
  });

  it('is not ready where none was wanted, or before the payment', async () => {
    const plain = await life.paid('alipay');
    const open = await life.place(wanted());
    for (const placed of [plain, open]) expect(await refusalOf(ask(placed))).to.include({ code: '40004', subCode: 'BILL_NOT_READY' });
  });

  it('keeps payment and callback waiting for nothing while the bill system hangs', async () => {
    await fault('invoiceEBill', 'timeout-after');
    const placed = await life.place(wanted());
    const attemptNo = await life.open(placed, 'alipay');
    const began = performance.now();
    await life.pay('alipay', attemptNo);
    await life.city.until('the callback', () => (life.told(placed.path).length > 0 ? true : undefined), 5_000);
    expect(performance.now() - began).to.be.below(5_000);
    expect(await life.query(placed)).to.include({ orderState: '2' });
    expect(await states(placed)).to.deep.equal(['1 8000']);
    await life.quiet();
    await life.step(minuteMs);
    expect(await states(placed)).to.deep.equal(['2 8000']);
  });

  it('is reversed after a refund, and issued for the rest', async () => {
    const placed = await life.paid('alipay', wanted());
    await life.quiet();
    await life.refund(placed, '3000');
    await life.city.until('the bill for the rest', async () => {
      await life.quiet();
      return (await states(placed)).join() === '5 8000,2 5000' ? true : undefined;
    }, 30_000);
    expect((await life.audited(placed.platformOrderNo)).filter((action) => action.startsWith('e-bill'))).to.deep.equal(['e-bill.wanted', 'e-bill.issuing', 'e-bill.issued', 'e-bill.reversing', 'e-bill.reversed']);
  });

  it('is shown, re-issued and completed by an operator\'s commands', async () => {
    await fault('invoiceEBill', 'e-code');
    const placed = await life.paid('alipay', wanted({ orderAmount: '9000', nontaxInfo: { eBillWanted: '1', payerType: '1', items: [item('D350400001', '8000'), item('D350400003', '1000')] } }));
    await life.quiet();
    expect((await typedBills('--show', placed.platformOrderNo)).out).to.match(/第 1 张 \d{26}，开票失败，90\.00 元，原因 E5000/);
    expect(await typedBills('--reissue', placed.platformOrderNo)).to.have.property('out').that.matches(/已开票，90\.00 元，票据代码 \d{8}，票据号码 \d{10}/);
    expect(await typedBills('--reissue', placed.platformOrderNo)).to.include({ code: 1 });
    await life.refund(placed, '1000');
    await life.city.until('a word of a person is needed', async () => {
      await life.quiet();
      return (await states(placed)).join() === '5 9000,3 8000' ? true : undefined;
    }, 30_000);
    expect(await typedBills('--say-items', placed.platformOrderNo, 'D350400003=5.00')).to.include({ code: 1 });
    expect((await typedBills('--say-items', placed.platformOrderNo, 'D350400003=10.00')).error).to.equal('');
    life.city.advance(1);
    await life.quiet();
    expect(await states(placed)).to.deep.equal(['5 9000', '2 8000']);
    const { out, error } = await typedBills('--show', placed.platformOrderNo);
    expect(out + error).to.not.match(/张三丰|13800138000/);
    const wrong = await Promise.all([[], ['--show'], ['--check', '20260230'], ['--reissue', 'X', 'Y']].map((words) => typedBills(...words)));
    expect(wrong.map(({ code }) => code)).to.deep.equal([1, 1, 1, 1]);
  });

  it('is compared with the bill system the night after: equal, then a bill that only that system has is found by paging', async () => {
    const day = businessDay(life.city.now());
    life.city.advance(firstCheckAt(day) + minuteMs - life.city.now());
    const check = await life.city.until('the comparison', async () => {
      await life.quiet();
      const found = await life.city.resources.unitOfWork.read(({ eBills }) => eBills.dayCheck('35', day));
      return found?.state === 'waiting' ? undefined : found;
    }, 30_000);
    expect(check).to.include({ state: 'equal' });
    expect(check.ours.count).to.be.above(4);
    const stranger = await life.city.resources.outside.billIssuers.get('35')?.issuing.issue({
      busNo: 'STRANGER1', paidAt: life.city.now(), amount: fen(100), payCode: undefined, remark: undefined, payer: aPayer(), items: [anItem({ price: fen(100), amount: fen(100) })],
    });
    expect(stranger?.kind).to.equal('issued');
    const said = await typedBills('--check', businessDay(life.city.now()));
    expect(said.out).to.match(/有差异，平台 0 张 0\.00 元，票据系统 1 张 1\.00 元[\s\S]*仅票据系统有，票据代码 \d{8}，票据号码 \d{10}，业务流水号 STRANGER1，票据系统 1\.00 元/);
  });

  it('goes on after the platform was stopped while the bill system hung, and commands beside it see what it does', async () => {
    await fault('invoiceEBill', 'timeout-after');
    const placed = await life.paid('alipay', wanted());
    await life.city.stop();
    await life.city.start();
    await life.step(2 * minuteMs);
    await life.step(2 * minuteMs);
    expect(await states(placed)).to.deep.equal(['2 8000']);
    const bills = await (await fetch(`${simulator}/sim/bills`)).json() as readonly { readonly busNo: string }[];
    expect(bills.filter(({ busNo }) => busNo === placed.platformOrderNo)).to.have.length(1);
    for (let time = 0; time < 3; time++) {
      const { platformOrderNo } = await life.paid('alipay', wanted());
      expect(await typedBills('--show', platformOrderNo), `command ${time + 1}`).to.include({ code: 0, error: '' });
    }
  });
});
