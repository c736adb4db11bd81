import { expect } from 'chai';
import { expectBooksToAgree } from './books.js';
import { Life, refusalOf } from './life.js';

describe('kinds of orders', function () {
  this.timeout(60_000);
  let life: Life;
  before(async () => { life = await Life.start(); });
  after(async () => life.close());
  afterEach(async () => expectBooksToAgree(life));

  const hall = 'M35040000004';
  const lines = (housing: string, water: string) => [
    { subMerchantNo: 'S350404001', bizSubOrderNo: life.number('S1'), orderAmount: housing }, { subMerchantNo: 'S350404002', bizSubOrderNo: life.number('S2'), orderAmount: water },
  ];
  const refundLine = (subMerchantNo: string, refundAmount: string) => ({ subMerchantRefund: [{ subMerchantNo, refundAmount }] });
  const charged = async (channel: 'alipay' | 'unionpay', attemptNo: string): Promise<string | undefined> => {
    const trades = (await life.sim(channel, 'GET', 'books'))['trades'] as readonly Readonly<Record<string, string>>[];
    const trade = trades.find((one) => [one['outTradeNo'], one['orderId']].includes(attemptNo));
    return trade?.['totalFen'] ?? trade?.['amountFen'];
  };

  describe('combined orders', () => {
    it('refuses lines that are missing, do not add up, stand twice or name a stranger', async () => {
      expect(await refusalOf(life.place({ merchantNo: hall }))).to.include({ subCode: 'SPLIT_BAD' });
      expect(await refusalOf(life.place({ merchantNo: hall, subMerchantOrder: lines('3000', '4999') }))).to.include({ subCode: 'AMOUNT_BAD' });
      const [first] = lines('4000', '4000');
      if (!first) throw new Error('no line');
      expect(await refusalOf(life.place({ merchantNo: hall, subMerchantOrder: [first, { ...first, bizSubOrderNo: 'again' }] }))).to.include({ subCode: 'AMOUNT_BAD' });
      expect(await refusalOf(life.place({ merchantNo: hall, subMerchantOrder: [{ ...first, subMerchantNo: 'S999', orderAmount: '8000' }] }))).to.include({ subCode: 'SPLIT_BAD' });
      expect(await refusalOf(life.place({ subMerchantOrder: lines('4000', '4000') }))).to.include({ subCode: 'SPLIT_BAD' });
    });

    it('refunds name exactly one sub-merchant and never take more than its line', async () => {
      const placed = await life.paid('alipay', { merchantNo: hall, subMerchantOrder: lines('3000', '5000') });
      expect(await refusalOf(life.refund(placed, '1000'))).to.include({ subCode: 'SPLIT_BAD' });
      expect(await refusalOf(life.refund(placed, '1000', refundLine('S999', '1000')))).to.include({ subCode: 'SPLIT_BAD' });
      expect(await refusalOf(life.refund(placed, '1000', refundLine('S350404001', '900')))).to.include({ subCode: 'SPLIT_BAD' });
      expect(await refusalOf(life.refund(placed, '3001', refundLine('S350404001', '3001')))).to.include({ subCode: 'REFUND_TOO_BIG' });
      await life.refund(placed, '2000', refundLine('S350404001', '2000'));
      expect(await refusalOf(life.refund(placed, '1001', refundLine('S350404001', '1001')))).to.include({ subCode: 'REFUND_TOO_BIG' });
      await life.refund(placed, '1000', refundLine('S350404001', '1000'));
      await life.refund(placed, '5000', refundLine('S350404002', '5000'));
      await life.stepUntil('all is back', placed.platformOrderNo, ({ refunds }) => refunds.length === 3 && refunds.every(({ state }) => state === 'refunded'));
      expect((await life.query(placed)).refundedAmount).to.equal('8000');
    });

    it('are charged as one payment and their repeat payment goes back as a whole', async () => {
      const placed = await life.place({ merchantNo: hall, subMerchantOrder: lines('3000', '5000') });
      const first = await life.open(placed, 'alipay');
      const second = await life.open(placed, 'unionpay');
      await life.pay('unionpay', second);
      await life.state(placed, '2');
      await life.pay('alipay', first);
      const kept = await life.stepUntil('the repeat payment is back', placed.platformOrderNo, ({ repeats }) => repeats[0]?.handleState === 'handled');
      expect(kept.refunds.map(({ refundAmount, subMerchantNo }) => [refundAmount, subMerchantNo])).to.deep.equal([[8000n, undefined]]);
      expect(await charged('unionpay', second)).to.equal('8000');
    });
  });

  for (const channel of ['alipay', 'unionpay'] as const) {
    it(`asks ${channel} for the order less the business discount, and refunds at most that`, async () => {
      const placed = await life.paid(channel, { orderAmount: '10000', bizDiscountAmount: '1500' });
      expect(await charged(channel, placed.attemptNo)).to.equal('8500');
      expect(await life.query(placed)).to.include({ orderAmount: '10000', receivedAmount: '8500' });
      expect((await life.toldPayments(placed.path))[0]).to.include({ orderAmount: '10000', orderState: '2' });
      expect(await refusalOf(life.refund(placed, '8501'))).to.include({ subCode: 'REFUND_TOO_BIG' });
      await life.refund(placed, '8500');
      await life.stepUntil('all is back', placed.platformOrderNo, ({ refunds }) => refunds[0]?.state === 'refunded');
    });
  }

  for (const channel of ['alipay', 'unionpay'] as const) {
    it(`takes and gives back a single fen through ${channel}`, async () => {
      const placed = await life.paid(channel, { orderAmount: '1' });
      await life.refund(placed, '1');
      await life.stepUntil('the fen is back', placed.platformOrderNo, ({ refunds }) => refunds[0]?.state === 'refunded');
    });
  }

  it('refuses a discount that leaves nothing to pay', async () => {
    expect(await refusalOf(life.place({ bizDiscountAmount: '8000' }))).to.include({ subCode: 'AMOUNT_BAD' });
    expect(await refusalOf(life.place({ bizDiscountAmount: '8001' }))).to.include({ subCode: 'AMOUNT_BAD' });
  });

  it('the same order again is the same order, other content is refused, another caller has its own numbers (1.1.7.1.2-a)', async () => {
    const facts = life.orderFacts();
    const first = await life.client.createOrder(facts);
    expect(await life.client.createOrder(facts)).to.deep.equal(first);
    expect(await refusalOf(life.client.createOrder({ ...facts, orderAmount: '8001' }))).to.include({ subCode: 'ORDER_EXISTS' });
    expect((await life.city.sm2.createOrder(facts)).platformOrderNo).to.not.equal(first.platformOrderNo);
    const crowd = await Promise.all(Array.from({ length: 20 }, async () => life.client.createOrder({ ...facts, bizOrderNo: `${facts.bizOrderNo}-crowd` })));
    expect(new Set(crowd.map(({ platformOrderNo }) => platformOrderNo)).size).to.equal(1);
  });

  it('shows a developer its own orders and refunds only, and nobody the refunds of a rule', async () => {
    const placed = await life.place();
    const name = { merchantNo: placed.merchantNo, platformOrderNo: placed.platformOrderNo, orderDate: placed.orderDate };
    expect(await refusalOf(life.city.sm2.queryOrder(name))).to.include({ subCode: 'ORDER_UNKNOWN' });
    expect(await refusalOf(life.client.queryOrder({ ...name, merchantNo: 'M35040000002' }))).to.include({ subCode: 'ORDER_UNKNOWN' });
    expect(await refusalOf(life.client.queryOrder({ ...name, bizOrderNo: 'another' }))).to.include({ subCode: 'ORDER_UNKNOWN' });
    const first = await life.open(placed, 'alipay');
    const second = await life.open(placed, 'unionpay');
    await life.pay('unionpay', second);
    await life.state(placed, '2');
    await life.pay('alipay', first);
    const kept = await life.stepUntil('the repeat payment is back', placed.platformOrderNo, ({ repeats }) => repeats[0]?.handleState === 'handled');
    const rule = kept.refunds[0];
    expect(await refusalOf(life.client.queryRefund({ merchantNo: placed.merchantNo, platformRefundOrderNo: rule?.platformRefundOrderNo ?? '', refundOrderDate: rule?.refundOrderDate ?? '' })))
      .to.include({ subCode: 'REFUND_UNKNOWN' });
    const own = await life.refund(placed, '100');
    expect(await refusalOf(life.city.sm2.queryRefund({ merchantNo: placed.merchantNo, platformRefundOrderNo: own.no, refundOrderDate: placed.orderDate }))).to.include({ subCode: 'REFUND_UNKNOWN' });
    await life.stepUntil('the refund is done', placed.platformOrderNo, ({ refunds }) => refunds[1]?.state === 'refunded');
  });

  it('lists the paid orders of one user page by page, newest first, the caller\'s own only, with what was given back (GOAL-2-d)', async () => {
    const userId = life.number('U');
    const paid: string[] = [];
    for (const merchantNo of ['M35040000001', 'M35040000002', 'M35040000001', 'M35040000003', 'M35040000001']) {
      const placed = await life.paid('alipay', { userId, merchantNo });
      paid.unshift(placed.platformOrderNo);
      await life.step(1_000);
    }
    const back = await life.paid('unionpay', { userId });
    await life.refund(back, '3000');
    await life.stepUntil('the refund is done', back.platformOrderNo, ({ refunds }) => refunds[0]?.state === 'refunded');
    paid.unshift(back.platformOrderNo);
    await life.place({ userId });
    await life.paid('alipay', { userId: `${userId}-other` });
    const strangers = { ...life.orderFacts({ userId }), notifyUrl: `${life.ear.origin}/stranger` };
    await life.city.sm2.createBarOrder({ ...strangers, barContent: `28${life.city.now()}900` });
    const seen: string[] = [];
    let pageToken: string | undefined;
    const sizes: number[] = [];
    do {
      const page = await life.client.listUserOrders({ userId, pageSize: '2', ...(pageToken === undefined ? {} : { pageToken }) });
      if (pageToken === undefined) expect(page.orders[0]).to.include({ refundedAmount: '3000', receivedAmount: '8000', payChannel: 'UNIONPAY', orderState: '2' });
      seen.push(...page.orders.map(({ platformOrderNo }) => platformOrderNo));
      sizes.push(page.orders.length);
      pageToken = page.nextPageToken;
    } while (pageToken !== undefined);
    expect(seen).to.deep.equal(paid);
    expect(sizes).to.deep.equal([2, 2, 2]);
    const only = await life.client.listUserOrders({ userId, merchantNo: 'M35040000002' });
    expect(only.orders.map(({ merchantNo, payeeName }) => [merchantNo, payeeName])).to.deep.equal([['M35040000002', '三明市行政服务中心']]);
    expect((await life.client.listUserOrders({ userId, endDate: '20200101' })).orders).to.deep.equal([]);
    expect(await refusalOf(life.client.listUserOrders({ userId, pageToken: 'nonsense' }))).to.include({ subCode: 'PAGE_TOKEN_BAD' });
  });
});
