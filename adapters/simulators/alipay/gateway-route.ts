import type { IncomingMessage, ServerResponse } from 'node:http';
import { sendPage } from '../shared/page.js';
import { BodyTooLarge, decodeForm, MalformedForm, readRawBody } from '../shared/form-body.js';
import { afterFaults, answerAfter, answerBefore, beforeFaults, ordinaryAnswer } from './call-faults.js';
import { refusalPage } from './cashier-pages.js';
import { callMethods, openEnvelope, pageMethods, rootOf, type CallMethod, type EnvelopeRefusal, type GatewayRequest, type ReceivedForm } from './envelope.js';
import { conflictWith } from './find-trade.js';
import { execute } from './manage-calls.js';
import { readOrder } from './order-content.js';
import { refused, type Reply } from './replies.js';
import type { Wire } from './wire.js';
import type { World } from './world.js';

/** Public parameters may stand in the address or in the body; a name in both is refused because two readers could disagree. */
export async function readForm(request: IncomingMessage): Promise<ReceivedForm> {
  const target = request.url ?? '';
  const cut = target.indexOf('?');
  const address = decodeForm(cut < 0 ? '' : target.slice(cut + 1));
  const body = decodeForm(request.method === 'POST' ? (await readRawBody(request)).toString('utf8') : '');
  for (const name of body.keys()) if (address.has(name)) throw new MalformedForm('a parameter stands in the address and in the body');
  return { fields: new Map([...address, ...body]), charsetInAddress: address.has('charset') };
}

function isCall(method: string): method is CallMethod {
  return callMethods.some((name) => name === method);
}

function openCashier(world: World, request: GatewayRequest, response: ServerResponse): void {
  const order = readOrder(request, request.method === 'alipay.trade.page.pay' ? 'page' : 'wap', world.clock.now());
  const refusal = order.ok ? conflictWith(world.book.find(order.value.sellerId, order.value.outTradeNo), order.value) : order.reply;
  if (refusal !== undefined || !order.ok) { sendPage(response, 400, refusalPage(refusal ?? refused('40004', 'ACQ.INVALID_PARAMETER', '参数无效'))); return; }
  response.writeHead(302, { location: `/cashier/${world.sessions.open(order.value)}`, 'cache-control': 'no-store' });
  response.end();
}

async function serveCall(world: World, wire: Wire, method: CallMethod, request: GatewayRequest, response: ServerResponse): Promise<void> {
  const { privateKey } = world.keys;
  const chaos = world.chaos.nextCall();
  await wire.wait(chaos.delayMs);
  if (chaos.drop === 'before') return wire.answer(response, { kind: 'drop' });
  const early = world.faults.take(method, beforeFaults);
  if (early !== undefined) return wire.answer(response, answerBefore(early, method, privateKey));
  const { reply, dropped } = execute(world, method, request);
  if (dropped || chaos.drop === 'after') return wire.answer(response, { kind: 'drop' });
  const late = world.faults.take(method, afterFaults);
  return wire.answer(response, late === undefined ? ordinaryAnswer(rootOf(method), reply, privateKey) : answerAfter(late, method, reply, privateKey));
}

/** `GET|POST /gateway.do`. */
export async function serveGateway(world: World, wire: Wire, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const unreadable = (reply: Reply): Promise<void> => wire.answer(response, ordinaryAnswer('error_response', reply, undefined));
  let form: ReceivedForm;
  try {
    form = await readForm(request);
  } catch (fault) {
    if (fault instanceof BodyTooLarge) { response.writeHead(413, { connection: 'close' }).end(); return undefined; }
    if (fault instanceof MalformedForm) return unreadable(refused('40002', 'isv.invalid-parameter', fault.message));
    throw fault;
  }
  const envelope = openEnvelope(form, world.keys, world.clock.now(), world.timestampToleranceMs);
  if (!envelope.ok) return refuse(world, wire, envelope.refusal, form, response);
  const { method } = envelope.request;
  if (isCall(method)) return serveCall(world, wire, method, envelope.request, response);
  return openCashier(world, envelope.request, response);
}

function refuse(world: World, wire: Wire, refusal: EnvelopeRefusal, form: ReceivedForm, response: ServerResponse): Promise<void> {
  if (pageMethods.some((name) => name === form.fields.get('method'))) {
    sendPage(response, 400, refusalPage(refusal.reply));
    return Promise.resolve();
  }
  return wire.answer(response, ordinaryAnswer(refusal.root, refusal.reply, refusal.signed ? world.keys.privateKey : undefined));
}
