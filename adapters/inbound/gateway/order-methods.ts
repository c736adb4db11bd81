import type { BarOrderCreateRequest, OrderCreateRequest } from '../../../contracts/gateway/order-create.js';
import type { OrderCloseRequest, OrderQueryRequest } from '../../../contracts/gateway/order-query.js';
import { never } from '../../../domain/kernel/result.js';
import { recoveringMessage } from '../../../domain/recovery/recovery-mark.js';
import type { ChargeBarcode } from '../../../application/payments/charge-barcode.js';
import type { CloseOrder } from '../../../application/payments/close-order.js';
import type { PlaceOrder } from '../../../application/payments/place-order.js';
import type { OrderRefusal } from '../../../application/payments/register-order.js';
import type { ShowOrder } from '../../../application/payments/show-order.js';
import type { Order } from '../../../domain/payments/order.js';
import type { Call, Handler } from './handler.js';
import { businessRefusal, refusal, type Refusal } from './refusal.js';
import { orderFacts } from './to-facts.js';
import { orderStateCode, present, shownOrder } from './wire-words.js';

/** Creates an order to be paid on the cashier; answers its address (1.1.7.1.2-a). */
export const createOrder = (placeOrder: PlaceOrder, cashierUrl: (order: Order) => string, terminal: 'any' | 'pc'): Handler => async (call) => {
  const data = call.data as OrderCreateRequest;
  const placed = await placeOrder.run({ ...sender(call), facts: orderFacts(data, terminal) });
  if (!placed.ok) return orderRefusal(placed.refusal);
  const { order } = placed.value;
  return {
    cashierUrl: cashierUrl(order), platformOrderNo: order.platformOrderNo, bizOrderNo: order.bizOrderNo, orderDate: order.orderDate,
    orderExpiredTime: String(order.validMinutes),
  };
};

/** Charges a scanned code; once the order exists the answer is 10000 with its state (1.1.7.1.2-c). */
export const chargeBarcode = (charge: ChargeBarcode): Handler => async (call) => {
  const { barContent, ...data } = call.data as BarOrderCreateRequest;
  // Nobody has a browser open: a return address is accepted and means nothing.
  const facts = { ...orderFacts(data, 'bar'), returnUrl: undefined };
  const charged = await charge.run({ ...sender(call), facts, barContent });
  if (!charged.ok) {
    if (charged.refusal.code === 'barcode-bad') return businessRefusal('BARCODE_BAD');
    if (charged.refusal.code === 'too-many-barcodes') return refusal('42900', { status: 429, retryAfterSeconds: 10 });
    return orderRefusal(charged.refusal);
  }
  const order = charged.value;
  return { platformOrderNo: order.platformOrderNo, bizOrderNo: order.bizOrderNo, orderState: orderStateCode(order.state), orderStateMsg: order.stateMsg };
};

/** 1.1.7.1.2-d. */
export const queryOrder = (showOrder: ShowOrder): Handler => async (call) => {
  const data = call.data as OrderQueryRequest;
  const shown = await showOrder.run(call.developer, orderName(data));
  if (shown === 'in-doubt') return recovering();
  return shown ? shownOrder(shown) : businessRefusal('ORDER_UNKNOWN');
};

/** Closes an unpaid order after asking the channel (design 4.4). */
export const closeOrder = (showOrder: ShowOrder, close: CloseOrder): Handler => async (call) => {
  const data = call.data as OrderCloseRequest;
  const shown = await showOrder.run(call.developer, orderName(data));
  if (shown === 'in-doubt') return recovering();
  if (!shown) return businessRefusal('ORDER_UNKNOWN');
  const by = { kind: 'developer', code: call.developer.devId, address: call.address } as const;
  const closing = await close.run(shown.order.platformOrderNo, 'closedByMerchant', by);
  if (closing.kind === 'paid') return businessRefusal('ORDER_PAID');
  if (closing.kind === 'asking') return refusal('20000', { subMsg: '正在向支付渠道确认，请稍后重试' });
  const { order } = closing;
  return present({
    bizOrderNo: order.bizOrderNo, platformOrderNo: order.platformOrderNo, orderDate: order.orderDate, orderState: orderStateCode(order.state), orderStateMsg: order.stateMsg,
  });
};

const recovering = (): Refusal => refusal('20000', { subMsg: recoveringMessage });

const sender = (call: Call) => ({ developer: call.developer, receivedAt: call.receivedAt, address: call.address, requestId: call.requestId });

const orderName = (data: OrderQueryRequest  ) =>
  ({ merchantNo: data.merchantNo, bizOrderNo: data.bizOrderNo, platformOrderNo: data.platformOrderNo, orderDate: data.orderDate });

const amountWords = {
  'discount-too-big': '业务优惠金额须小于订单金额', 'sub-orders-differ': '子商户明细合计与订单金额不符', 'sub-order-twice': '同一子商户只能有一行', 'items-differ': '收费项目合计与订单金额不符',
} as const;

function orderRefusal(refused: OrderRefusal): Refusal {
  switch (refused.code) {
    case 'no-permission': return refusal('40302');
    case 'order-exists': return businessRefusal('ORDER_EXISTS');
    case 'no-channel': return businessRefusal('NO_CHANNEL');
    case 'address-missing': return businessRefusal('NOTIFY_MISSING');
    case 'address-malformed': return businessRefusal('URL_BAD', `${refused.field} 不是合规的地址`);
    case 'address-not-allowed': return businessRefusal('URL_BAD', `${refused.field} 的来源未登记`);
    case 'amount-bad': return businessRefusal('AMOUNT_BAD', amountWords[refused.why]);
    case 'not-billable': return refused.why === 'payer-name-missing' ? businessRefusal('NOTICE_BAD', '开具单位票据须提供缴款人名称')
      : businessRefusal('AMOUNT_BAD', '多个收费项目并开具电子票据时不能有业务优惠');
    case 'sub-merchant-needed': return businessRefusal('SPLIT_BAD', '该收款单位须提供子商户明细');
    case 'sub-merchant-unknown': return businessRefusal('SPLIT_BAD', '子商户不存在或未启用');
    case 'notice-bad': return businessRefusal('NOTICE_BAD', refused.words);
    case 'notice-unknown': return refusal('20000', { subMsg: '省非税系统未能及时核实缴款书，请稍后重试' });
    case 'recovering': return recovering();
    default: return never(refused);
  }
}
