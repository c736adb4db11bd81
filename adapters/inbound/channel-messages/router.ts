import { Router, type Request, type Response } from 'express';
import type { ComeBack } from '../../../application/payments/come-back.js';
import type { ReceiveChannelMessage } from '../../../application/payments/receive-channel-message.js';
import { payChannels, type PayChannel } from '../../../domain/directory/channel-merchant.js';
import type { Journal } from '../../../application/ports/journal.js';
import type { PaymentChannels, RawMessage } from '../../../application/ports/payment-channel.js';
import { readRawBody } from '../http/raw-body.js';

export interface ChannelMessageDeps {
  readonly receive: ReceiveChannelMessage;
  readonly comeBack: ComeBack;
  readonly channels: PaymentChannels;
  readonly journal: Journal;
}

const maxMessageBytes = 64 * 1024;
const bodyTimeoutMs = 10_000;

/**
 * Where channels post their messages and browsers come back. Raw bytes whatever the content type says (alipay.md 7: the header is malformed);
 * no session, no body parser, no redirect in front. Delivery only, no channel knowledge.
 */
export function channelMessagesRouter(deps: ChannelMessageDeps): Router {
  const router = Router();
  router.post('/:channel/notify', async (request, response) => {
    const payChannel = channelOf(request);
    const message = payChannel && await rawMessage(request);
    if (!payChannel || !message) { response.status(payChannel ? 413 : 404).end(); return; }
    const reply = await answer(deps, payChannel, message);
    response.status(reply.status).set({ 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' }).end(reply.body);
  });
  for (const path of ['/:channel/return/:token', '/:channel/return']) {
    router.get(path, async (request, response) => comeBack(deps, request, response));
    router.post(path, async (request, response) => comeBack(deps, request, response));
  }
  return router;
}

/** A fault must not look like an acceptance: the channel repeats what was not stored. */
async function answer(deps: ChannelMessageDeps, payChannel: PayChannel, message: RawMessage): Promise<{ status: number; body: string }> {
  try {
    return await deps.receive.run(payChannel, message);
  } catch (error) {
    deps.journal.fault('channel-message', error, { payChannel });
    return deps.channels[payChannel].messages.refused;
  }
}

/** The browser returns, paid or not: ask the channel, then show the order's own page. What it brings along proves nothing. */
async function comeBack(deps: ChannelMessageDeps, request: Request, response: Response): Promise<void> {
  const token = await tokenOf(deps, request);
  if (token === undefined) { response.status(404).type('text/plain; charset=utf-8').end('找不到对应的订单'); return; }
  await deps.comeBack.returned(token);
  response.set('cache-control', 'no-store').redirect(303, `/pay/${token}`);
}

/** The address names the order; one without it (an older page, a fixed return address at the channel) is found by the channel's own fields. */
async function tokenOf(deps: ChannelMessageDeps, request: Request): Promise<string | undefined> {
  const token = request.params['token'];
  if (typeof token === 'string') return tokenForm.test(token) ? token : undefined;
  const payChannel = channelOf(request);
  const message = payChannel && await rawMessage(request);
  const attemptNo = payChannel && message ? deps.channels[payChannel].returns.attemptNoOf(message) : undefined;
  return attemptNo === undefined ? undefined : deps.comeBack.tokenOf(attemptNo);
}

const tokenForm = /^[A-Za-z0-9_-]{32}$/;
const channelOf = (request: Request): PayChannel | undefined => payChannels.find((one) => one === request.params['channel']);

async function rawMessage(request: Request): Promise<RawMessage | undefined> {
  const query = request.originalUrl.split('?')[1] ?? '';
  if (request.method === 'GET') return { method: 'GET', contentType: '', query, body: new Uint8Array() };
  const read = await readRawBody(request, maxMessageBytes, bodyTimeoutMs);
  return read.ok ? { method: 'POST', contentType: request.headers['content-type'] ?? '', query, body: read.body } : undefined;
}
