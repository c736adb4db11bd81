import { callbackMethods, paymentCallback, refundCallback, returnPage, returnParameterNames } from '../gateway/callbacks.js';
import type { CallbackMethodName, PaymentCallback, RefundCallback, ReturnPage } from '../gateway/callbacks.js';
import { emptyData, gatewayVersion, type ResponseEnvelope } from '../gateway/envelope.js';
import { canonicalText } from './canonical-text.js';
import { GatewayFault } from './errors.js';
import type { VerifyText } from './signing.js';
import { readFields, readJsonObject, stringParameters, unpackData } from './wire-data.js';

/**
 * What the platform told, verified. `payment`: the state of the order; `repeat-payment`: money came a second time for an order that was
 * paid already (state 5), to be refunded; `refund`: the state of a refund. The same callback may come several times.
 */
export type GatewayCallback =
  | { readonly kind: 'payment' | 'repeat-payment'; readonly timestamp: string; readonly data: PaymentCallback }
  | { readonly kind: 'refund'; readonly timestamp: string; readonly data: RefundCallback };

const isCallback = (method: string | undefined): method is CallbackMethodName => method !== undefined && Object.hasOwn(callbackMethods, method);

/** The envelope of a message from the platform, after its signature was found good and addressed to us. */
export function verifiedBody(body: string | Uint8Array | object, devId: string, verify: VerifyText): Record<string, string> {
  const text = body instanceof Uint8Array ? Buffer.from(body).toString('utf8') : body;
  const envelope = stringParameters(typeof text === 'string' ? readJsonObject(text) : text as Record<string, unknown>);
  if (!envelope['sign'] || !verify(canonicalText(envelope), envelope['sign'])) throw new GatewayFault('untrusted', '通知未通过验签');
  if (envelope['devId'] !== devId) throw new GatewayFault('untrusted', '通知不是发给本开发者的');
  if (envelope['version'] !== gatewayVersion) throw new GatewayFault('unreadable', '通知的版本未知');
  return envelope;
}

/** Reads the POST body of a callback (text, bytes, or the object a JSON parser made). Throws GatewayFault for everything not to be believed. */
export function readCallback(body: string | Uint8Array | object, devId: string, verify: VerifyText): GatewayCallback {
  const { method, timestamp = '', data = '' } = verifiedBody(body, devId, verify);
  if (!isCallback(method)) throw new GatewayFault('unreadable', '未知的通知类型');
  const fields = unpackData(data);
  if (method === 'epay-trade-core.refund.notify') return { kind: 'refund', timestamp, data: readFields(refundCallback, fields) };
  const payment = readFields(paymentCallback, fields);
  return { kind: payment.orderState === '5' ? 'repeat-payment' : 'payment', timestamp, data: payment };
}

/** The answer that ends the deliveries of a callback: to be sent with HTTP 200 once the news is stored. It needs no signature. */
export const acceptance = (): ResponseEnvelope => ({ code: '10000', msg: '成功', data: emptyData, sign: '' });

/**
 * Reads the query with which the payer's browser came back (table 7-8). Parameters of the business system's own in `returnUrl` are left
 * out of the signed text. It proves only that the platform wrote it: the callback or a query says whether money arrived.
 */
export function readReturn(query: string | URLSearchParams, devId: string, verify: VerifyText): ReturnPage {
  const parameters = typeof query === 'string' ? new URLSearchParams(query.slice(query.indexOf('?') + 1)) : query;
  const known: Record<string, string> = {};
  for (const name of returnParameterNames) {
    const values = parameters.getAll(name);
    if (values.length > 1) throw new GatewayFault('untrusted', `${name} 出现多次`);
    if (values[0] !== undefined && values[0] !== '') known[name] = values[0];
  }
  const sign = known['sign'] ?? '';
  if (sign === '' || !verify(canonicalText(known), sign)) throw new GatewayFault('untrusted', '页面跳转参数未通过验签');
  if (known['devId'] !== devId) throw new GatewayFault('untrusted', '页面跳转不是发给本开发者的');
  return readFields(returnPage, known);
}
