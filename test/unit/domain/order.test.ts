import { expect } from 'chai';
import { fen } from '../../../domain/kernel/money.js';
import {
  chargedAmount, checkAmounts, closeOrder, mayStartPayment, newOrder, orderContent, receivedAmount, type OrderFacts, type OrderState,
} from '../../../domain/payments/order.js';
import { noon } from '../../builders/moments.js';
import { anOrder, orderFacts } from '../../builders/payments.js';

const items = (...list: readonly (readonly [string, string, string])[]): string =>
  JSON.stringify({ items: list.map(([price, quantity, amount]) => ({ price, quantity, amount })) });
const line = (subMerchantNo: string, amount: number) => ({ subMerchantNo, bizSubOrderNo: `B-${subMerchantNo}`, orderAmount: fen(amount) });

describe('the amounts of an order', () => {
  it('charge what is owed less the business system’s discount; received is less the channel’s part', () => {
    expect(chargedAmount(orderFacts({ orderAmount: fen(12_000), bizDiscountAmount: fen(500) }))).to.equal(11_500n);
    expect(receivedAmount(anOrder({ bizDiscountAmount: fen(500), channelDiscountAmount: fen(300) }))).to.equal(11_200n);
    expect(receivedAmount(anOrder())).to.equal(12_000n);
  });

  const table: readonly (readonly [string, Partial<OrderFacts>, string])[] = [
    ['a plain order', {}, 'ok'],
    ['one fen left to charge', { bizDiscountAmount: fen(11_999) }, 'ok'],
    ['a discount as large as the order', { bizDiscountAmount: fen(12_000) }, 'discount-too-big'],
    ['a discount larger than the order', { bizDiscountAmount: fen(12_001) }, 'discount-too-big'],
    ['an order of nothing', { orderAmount: fen(0) }, 'discount-too-big'],
    ['lines that add up', { subOrders: [line('S1', 7_000), line('S2', 5_000)] }, 'ok'],
    ['lines that are one fen short', { subOrders: [line('S1', 7_000), line('S2', 4_999)] }, 'sub-orders-differ'],
    ['lines that are one fen over', { subOrders: [line('S1', 7_000), line('S2', 5_001)] }, 'sub-orders-differ'],
    ['the same sub-merchant twice', { subOrders: [line('S1', 7_000), line('S1', 5_000)] }, 'sub-order-twice'],
    ['items that add up', { nontaxInfo: items(['1000', '2', '2000'], ['10000', '1', '10000']) }, 'ok'],
    ['items whose sum differs', { nontaxInfo: items(['1000', '2', '2000']) }, 'items-differ'],
    ['an item whose amount is not price by quantity', { nontaxInfo: items(['1000', '2', '1000'], ['11000', '1', '11000']) }, 'items-differ'],
  ];
  for (const [name, changes, expected] of table) {
    it(`${expected === 'ok' ? 'are right for' : 'are refused for'} ${name}`, () => {
      const checked = checkAmounts(orderFacts(changes));
      expect(checked.ok ? 'ok' : checked.refusal).to.equal(expected);
    });
  }
});

describe('a new order', () => {
  it('awaits payment and expires after its own minutes', () => {
    const order = newOrder(orderFacts({ validMinutes: 5 }), { platformOrderNo: 'P', cashierToken: 'T', contentDigest: 'C', now: noon });
    expect([order.state, order.stateMsg, order.expiresAt - noon, order.version, order.platformOrderNo, order.cashierToken, order.contentDigest])
      .to.deep.equal(['awaiting', '待支付', 300_000, 1, 'P', 'T', 'C']);
  });
});

describe('the content that must be equal when a bizOrderNo comes again', () => {
  const changes: Readonly<Record<keyof OrderFacts, Partial<OrderFacts>>> = {
    devId: { devId: 'D2' }, merchantNo: { merchantNo: 'M2' }, bizOrderNo: { bizOrderNo: 'B2' }, orderDate: { orderDate: '20260509' }, orderTime: { orderTime: '20260508120001' },
    terminal: { terminal: 'pc' }, orderAmount: { orderAmount: fen(12_001) }, bizDiscountAmount: { bizDiscountAmount: fen(1) }, orderTitle: { orderTitle: '证照费' },
    orderDescription: { orderDescription: 'x' }, returnUrl: { returnUrl: 'https://biz.example/b' }, notifyUrl: { notifyUrl: 'https://biz.example/n2' },
    personBillDetailUrl: { personBillDetailUrl: 'https://biz.example/d' }, validMinutes: { validMinutes: 121 }, passbackParams: { passbackParams: 'p' }, userId: { userId: 'U' },
    payer: { payer: { name: '张三', mobile: undefined, certNo: undefined } }, subOrders: { subOrders: [line('S1', 12_000)] }, nontaxInfo: { nontaxInfo: '{}' },
  };
  for (const [field, change] of Object.entries(changes)) {
    it(`differs with ${field}`, () => expect(orderContent(orderFacts(change))).to.not.equal(orderContent(orderFacts())));
  }

  it('tells the three facts about a payer apart', () => {
    const payers = [{ name: 'x' }, { mobile: 'x' }, { certNo: 'x' }].map((one) => orderContent(orderFacts({ payer: { name: undefined, mobile: undefined, certNo: undefined, ...one } })));
    expect(new Set(payers).size).to.equal(3);
  });

  it('is the same for the same facts', () => expect(orderContent(orderFacts())).to.equal(orderContent(orderFacts())));
});

describe('starting a payment', () => {
  const at = (leftMs: number, state: OrderState): string => {
    const order = anOrder({ state });
    const allowed = mayStartPayment(order, order.expiresAt - leftMs);
    return allowed.ok ? 'ok' : allowed.refusal;
  };
  const table: readonly (readonly [OrderState, number, string])[] = [
    ['awaiting', 60_001, 'ok'], ['paying', 60_001, 'ok'], ['failed', 60_001, 'ok'], ['awaiting', 60_000, 'too-close-to-expiry'], ['awaiting', 1, 'too-close-to-expiry'],
    ['awaiting', 0, 'expired'], ['failed', -1, 'expired'], ['paid', 60_001, 'already-paid'], ['paid', -1, 'already-paid'], ['closed', 60_001, 'closed'], ['closed', -1, 'closed'],
  ];
  for (const [state, leftMs, expected] of table) it(`of an order that is ${state} with ${leftMs} ms left: ${expected}`, () => expect(at(leftMs, state)).to.equal(expected));
});

describe('closing an order', () => {
  for (const state of ['awaiting', 'paying', 'failed'] as const) {
    it(`ends one that is ${state} and says why`, () => {
      const closed = closeOrder(anOrder({ state }), noon + 5, 'expired');
      expect([closed.state, closed.stateMsg, closed.closedAt]).to.deep.equal(['closed', '支付超时', noon + 5]);
      expect(closeOrder(anOrder({ state }), noon, 'closedByMerchant').stateMsg).to.equal('业务系统已关闭订单');
    });
  }
  for (const state of ['paid', 'closed'] as const) {
    it(`leaves one that is ${state} as it is`, () => {
      const order = anOrder({ state });
      expect(closeOrder(order, noon + 5, 'expired')).to.equal(order);
    });
  }
});
