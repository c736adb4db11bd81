import type { BarcodeRequest } from '../../../application/payments/charge-barcode.js';
import type { OrderRequest } from '../../../application/payments/register-order.js';
import type { RefundRequest } from '../../../application/refunds/request-refund.js';
import type { Order } from '../../../domain/payments/order.js';
import type { Refund } from '../../../domain/refunds/refund.js';
import { noon } from '../../builders/moments.js';
import { orderFacts } from '../../builders/payments.js';
import { refundFacts } from '../../builders/refunds.js';
import { only, type Town } from './town.js';

export const alipayCode = '281234567890123456';
export const unionpayCode = '6212345678901234567';

export function orderRequest(town: Town, changes: Partial<OrderRequest['facts']> = {}): OrderRequest {
  const facts = { ...orderFacts(), ...changes };
  return { developer: town.developer, facts, receivedAt: noon, address: '192.0.2.7', requestId: 'req-1' };
}

export function barcodeRequest(town: Town, changes: Partial<Omit<BarcodeRequest, 'facts'>> = {}, facts: Partial<OrderRequest['facts']> = {}): BarcodeRequest {
  return { ...orderRequest(town, { terminal: 'bar', ...facts }), barContent: alipayCode, ...changes };
}

export function refundRequest(town: Town, changes: Partial<RefundRequest['facts']> = {}): RefundRequest {
  const facts = { ...refundFacts({ platformOrderNo: only(town.orders).platformOrderNo }), ...changes };
  return { developer: town.developer, facts, address: '192.0.2.7', requestId: 'req-2' };
}

export async function placed(town: Town, changes: Partial<OrderRequest['facts']> = {}): Promise<Order> {
  const result = await town.placeOrder.run(orderRequest(town, changes));
  if (!result.ok) throw new Error(`not placed: ${result.refusal.code}`);
  return result.value.order;
}

/** The payer goes to a channel; answers the attempt's number. */
export async function started(town: Town, payChannel: 'alipay' | 'unionpay' = 'alipay'): Promise<string> {
  const { cashierToken } = only(town.orders);
  const result = await town.startPayment.run({ cashierToken, payChannel, terminal: 'pc', receivedAt: noon, address: '198.51.100.9', requestId: 'req-3' });
  if (!result.ok) throw new Error(`not started: ${result.refusal}`);
  return result.value.attemptNo;
}

/** An order paid on a page, its callback delivered. */
export async function paidOrder(town: Town, changes: Partial<OrderRequest['facts']> = {}): Promise<Order> {
  await placed(town, changes);
  const attemptNo = await started(town);
  town.alipay.pay(attemptNo, Number(only(town.attempts).amount));
  await town.pass(10_000);
  return only(town.orders);
}

export async function requestedRefund(town: Town, changes: Partial<RefundRequest['facts']> = {}): Promise<Refund> {
  const result = await town.requestRefund.run(refundRequest(town, changes));
  if (!result.ok) throw new Error(`not requested: ${result.refusal.code}`);
  return result.value;
}
