import type { Trade } from '../books/trade.js';
import type { Fields } from '../crypto/signing.js';
import type { CallPlan } from '../faults/fault-orders.js';
import type { GatewayWorld } from '../gateway-world.js';
import { chargedCodes } from '../rules/response-codes.js';
import { refundLimitMs } from '../wire/china-calendar.js';
import { answerTo, type HandlerAnswer } from './answers.js';
import type { Admitted } from './entrance.js';
import { newTrade } from './new-trade.js';

/** The original by queryId, else by its order number and time; both given must mean the same trade. */
function originalOf(world: GatewayWorld, fields: Fields): Trade | undefined {
  const { merId = '', origQryId = '', origOrderId = '', origTxnTime = '' } = fields;
  const byOrder = world.books.find(merId, origOrderId, origTxnTime);
  if (origQryId === '') return byOrder;
  const byQueryId = world.books.withQueryId(merId, origQryId);
  return origOrderId === '' || byOrder === byQueryId ? byQueryId : undefined;
}

function isCharged(trade: Trade | undefined): trade is Trade {
  return trade !== undefined && trade.original === undefined && trade.state === 'success' && chargedCodes.includes(trade.code);
}

/** Undo 31: same clearing day, full amount, nothing given back yet (protocol section 8). */
function undoRefusal(original: Trade, amountFen: bigint, today: string): string | undefined {
  if (original.settleDay !== today) return '35';
  if (original.refundedFen + original.refundingFen > 0n) return '35';
  return amountFen === original.amountFen ? undefined : '36';
}

/** Refund 04: within eleven months, in parts, never more than was paid; what is under way counts. */
function refundRefusal(original: Trade, amountFen: bigint, nowMs: number): string | undefined {
  if (nowMs - (original.decidedAtMs ?? 0) > refundLimitMs) return '35';
  return original.refundedFen + original.refundingFen + amountFen <= original.amountFen ? undefined : '36';
}

/** Refund and undo. 00 means accepted; final by notification or by a query with the refund's own orderId and txnTime. */
export function giveBack(world: GatewayWorld, { fields, product }: Admitted, plan: CallPlan): HandlerAnswer {
  const nowMs = world.clock.now();
  const kind = product.kind === 'undo' ? 'undo' : 'refund';
  if (world.books.withOrderId(fields['merId'] ?? '', fields['orderId'] ?? '') !== undefined) return { content: answerTo(fields, '12') };
  const original = originalOf(world, fields);
  if (!isCharged(original)) return { content: answerTo(fields, '35') };
  const amountFen = BigInt(fields['txnAmt'] ?? '0');
  const refused = kind === 'undo' ? undoRefusal(original, amountFen, world.clearing.dayOf(nowMs)) : refundRefusal(original, amountFen, nowMs);
  if (refused !== undefined) return { content: answerTo(fields, refused) };
  const trade = world.books.add(newTrade(kind, fields, original, { code: plan.failsLater ? '01' : '00', pendingQueries: plan.pendingQueries }), nowMs);
  original.refundingFen += amountFen;
  if (plan.pendingQueries === 0) void world.settling.decide(trade);
  return { content: answerTo(fields, '00', { queryId: trade.queryId, origQryId: original.queryId }) };
}
