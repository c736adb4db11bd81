import { expect } from 'chai';
import { startCity, type City } from '../../support/city.js';
import { attemptNoOf, choose, openChannel, payAtChannel, wireTime } from '../../support/payer.js';

describe('one payment from order to refund (1.1.2.1.3, 1.1.2.2.1, 1.1.2.2.2, 1.1.7.1.2-a, -d, 1.1.7.1.3-b)', function () {
  this.timeout(60_000);
  let city: City;
  before(async () => { city = await startCity(); });
  after(async () => city.close());

  for (const { developer, merchantNo, payChannel, view } of [
    { developer: 'rsa2', merchantNo: 'M35040000001', payChannel: 'alipay', view: 'pc' },
    { developer: 'sm2', merchantNo: 'M35040000002', payChannel: 'unionpay', view: 'h5' },
    { developer: 'rsa2', merchantNo: 'M35040000001', payChannel: 'unionpay', view: 'pc' },
  ] as const) {
    it(`${developer} order, paid through ${payChannel} on the ${view} cashier, refunded in part and then in full`, async () => {
      const client = city[developer];
      const time = wireTime(city);
      const orderDate = time.slice(0, 8);
      const placed = await client.createOrder({ merchantNo, bizOrderNo: `B${developer}${payChannel}${time}`, orderDate, orderTime: time, orderAmount: '8000', orderTitle: '不动产登记费' });
      const handover = await choose(city, placed.cashierUrl, payChannel, view);
      const opened = await openChannel(handover);
      expect(opened.status).to.be.oneOf([200, 302, 303]);
      await payAtChannel(city, payChannel, attemptNoOf(handover));
      const query = { merchantNo, platformOrderNo: placed.platformOrderNo, orderDate };
      await city.until('the order is paid', async () => (await client.queryOrder(query)).orderState === '2' ? true : undefined);
      for (const amount of ['3000', '5000']) {
        const refund = await client.createRefund({ merchantNo, bizRefundOrderNo: `R${amount}${payChannel}${time}`, refundOrderDate: orderDate, refundAmount: amount, refundTitle: '退款', platformOrderNo: placed.platformOrderNo });
        await city.until('the refund is done', async () => {
          city.advance(1_000);
          const shown = await client.queryRefund({ merchantNo, platformRefundOrderNo: refund.platformRefundOrderNo, refundOrderDate: orderDate });
          return shown.refundState === '2' ? true : undefined;
        });
      }
      expect((await client.queryOrder(query)).refundedAmount).to.equal('8000');
      const tooMuch = await client.createRefund({ merchantNo, bizRefundOrderNo: `X${payChannel}${time}`, refundOrderDate: orderDate, refundAmount: '1', refundTitle: '退款', platformOrderNo: placed.platformOrderNo })
        .then(() => undefined, (error: unknown) => error);
      expect(tooMuch).to.have.property('subCode', 'REFUND_TOO_BIG');
    });
  }
});
