import { randomBytes } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { html, sendPage } from '../../shared/page.js';
import type { Trade } from '../books/trade.js';
import { takeDressing } from '../faults/fault-orders.js';
import type { GatewayWorld } from '../gateway-world.js';
import { tradeMessage } from '../books/trade-message.js';
import { messagePage } from './look.js';
import { failedPage, openPage, paidPage } from './payment-page.js';

/** True once the payer may no longer pay. */
export function isTooLate(world: GatewayWorld, trade: Trade): boolean {
  return trade.payTimeoutMs !== undefined && world.clock.now() > trade.payTimeoutMs;
}

function sendPaid(world: GatewayWorld, response: ServerResponse, trade: Trade): void {
  const method = world.merchants.find(trade.merId)?.signMethod ?? '01';
  const fields = world.signer.sign(tradeMessage(trade), method, takeDressing(world.faults, 'front'));
  if (!world.switches.autoReturn) return sendPage(response, 200, paidPage(trade, fields, undefined));
  const nonce = randomBytes(16).toString('base64');
  const script = html`<script nonce="${nonce}">document.getElementById('return-to-merchant').submit()</script>`;
  const bytes = Buffer.from(paidPage(trade, fields, script), 'utf8');
  // The shared page allows no script at all; this one needs exactly one.
  response.writeHead(200, {
    'content-type': 'text/html; charset=utf-8', 'content-length': bytes.length, 'cache-control': 'no-store', 'x-content-type-options': 'nosniff',
    'content-security-policy': `default-src 'none'; style-src 'unsafe-inline'; script-src 'nonce-${nonce}'; base-uri 'none'; frame-ancestors 'none'`,
  }).end(bytes);
}

/** The payment page as the order's state asks for it; reloading shows the same. */
export function sendPaymentPage(world: GatewayWorld, response: ServerResponse, trade: Trade): void {
  if (trade.state === 'open' && isTooLate(world, trade)) return sendPage(response, 409, messagePage('支付超时', '订单已超过支付时间，不能继续付款。'));
  if (trade.state === 'open') return sendPage(response, 200, openPage(trade));
  if (trade.state === 'failed') return sendPage(response, 200, failedPage(trade));
  sendPaid(world, response, trade);
}
