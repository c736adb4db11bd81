import { expect } from 'chai';
import { paymentCallback, newsOfOrder, newsOfRepeat, refundCallback } from '../../../domain/callbacks/news.js';
import { fen, maxFen } from '../../../domain/kernel/money.js';
import { attemptArrows, type AttemptState } from '../../../domain/payments/attempt.js';
import { orderArrows, type OrderState } from '../../../domain/payments/order.js';
import { refundArrows, type ApprovalState, type RefundOrigin, type RefundState } from '../../../domain/refunds/refund.js';
import { anAbnormalOrder, anAttempt, anOrder, aRefund, no, noon } from './builders.js';
import type { Open, Opened } from './opened.js';

const origins: readonly RefundOrigin[] = ['merchant', 'rule', 'person'];
const approvals: readonly ApprovalState[] = ['not-needed', 'pending', 'approved', 'rejected'];
const long = (length: number): string => '税'.repeat(length);

/** A column too narrow for a word of the domain, or for what the wire allows, is found here and not when money moves. */
export function longestValuesContract(adapter: string, open: Open): void {
  describe(`longest values on ${adapter}`, () => {
    let store: Opened;
    beforeEach(async () => { store = await open(); });
    afterEach(() => store.close());

    it('keeps an order with every field as long as the wire allows', async () => {
      const order = anOrder({
        devId: 'D'.repeat(64), merchantNo: 'M'.repeat(20), bizOrderNo: 'B'.repeat(128), orderAmount: fen(maxFen), orderTitle: long(32), orderDescription: long(64),
        returnUrl: `https://a.example/${'r'.repeat(238)}`, notifyUrl: `https://a.example/${'n'.repeat(238)}`, personBillDetailUrl: `https://a.example/${'p'.repeat(238)}`,
        passbackParams: long(512), userId: long(32), payer: { name: long(50), mobile: '13800138000', certNo: 'X'.repeat(30) }, stateMsg: long(256), channelOrderNo: 'C'.repeat(128),
      });
      await store.unitOfWork.run(({ orders }) => orders.add(order));
      expect(await store.unitOfWork.read(({ orders }) => orders.byNo(order.platformOrderNo))).to.deep.equal(order);
    });

    it('keeps every state an order, an attempt and a refund can be in', async () => {
      const states = { orders: Object.keys(orderArrows) as OrderState[], attempts: Object.keys(attemptArrows) as AttemptState[], refunds: Object.keys(refundArrows) as RefundState[] };
      for (const [index, state] of states.orders.entries()) await store.unitOfWork.run(({ orders }) => orders.add(anOrder({ platformOrderNo: no(index + 1), bizOrderNo: `B${index}`, cashierToken: `t${index}`, state })));
      for (const [index, state] of states.attempts.entries()) await store.unitOfWork.run(({ attempts }) => attempts.add(anAttempt({ attemptNo: no(index + 100), state, payChannel: 'unionpay', payMethod: 'bar' })));
      const refunds = states.refunds.flatMap((state) => origins.flatMap((origin) => approvals.map((approvalState) => ({ state, origin, approvalState }))));
      for (const [index, facts] of refunds.entries()) {
        const refund = aRefund({ platformRefundOrderNo: no(index + 1000), bizRefundOrderNo: `R${index}`, ...facts, requestedBy: `developer:${'D'.repeat(64)}`, approvedBy: `operator:${'O'.repeat(64)}`, refundTitle: long(256), refundReason: long(128) });
        await store.unitOfWork.run((stores) => stores.refunds.add(refund));
        expect(await store.unitOfWork.read((readers) => readers.refunds.byNo(refund.platformRefundOrderNo))).to.deep.equal(refund);
      }
      expect(await store.unitOfWork.read(({ attempts }) => attempts.ofOrder(no(1)))).to.have.length(states.attempts.length);
    });

    it('keeps every callback and abnormal record the product makes', async () => {
      const order = anOrder({ passbackParams: long(512) });
      const attempt = anAttempt({ state: 'repeat', channelOrderNo: 'C'.repeat(64) });
      const callbacks = [
        ...(Object.keys(orderArrows) as OrderState[]).map((state) => paymentCallback({ ...order, state }, `${attempt.attemptNo}-${state}`, newsOfOrder({ ...order, state }), noon)),
        paymentCallback(order, attempt.attemptNo, newsOfRepeat(order, attempt), noon),
        ...(['refunded', 'failed'] as const).flatMap((state, index) => refundCallback(aRefund({ state, notifyUrl: 'https://a.example/', platformRefundOrderNo: no(9001 + index) }), noon) ?? []),
      ];
      for (const callback of callbacks) {
        await store.unitOfWork.run((stores) => stores.callbacks.add(callback));
        expect(await store.unitOfWork.read((readers) => readers.callbacks.byId(callback.callbackId))).to.deep.equal(callback);
      }
      for (const kind of ['paid-after-close', 'amount-mismatch', 'channel-error', 'unknown-order'] as const) {
        const record = anAbnormalOrder({ kind, abnormalId: `${kind}:${attempt.attemptNo}` });
        await store.unitOfWork.run((stores) => stores.abnormalOrders.add(record));
        expect(await store.unitOfWork.read((readers) => readers.abnormalOrders.byId(record.abnormalId))).to.deep.equal(record);
      }
    });
  });
}
