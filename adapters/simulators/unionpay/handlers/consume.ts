import type { CallPlan } from '../faults/fault-orders.js';
import type { GatewayWorld } from '../gateway-world.js';
import { barcodeOutcome, typingMs } from '../rules/barcode-outcomes.js';
import { chargedCodes } from '../rules/response-codes.js';
import { answerTo, type HandlerAnswer } from './answers.js';
import type { Admitted } from './entrance.js';
import { newTrade } from './new-trade.js';

function plannedCode(plan: CallPlan, usual: string): string {
  if (plan.failsLater) return '01';
  return plan.code !== undefined && chargedCodes.includes(plan.code) ? plan.code : usual;
}

/** Payer's barcode (01/06). 00 means accepted; the result comes by notification or query (protocol section 3). */
export function consume(world: GatewayWorld, { fields }: Admitted, plan: CallPlan): HandlerAnswer {
  if (world.books.withOrderId(fields['merId'] ?? '', fields['orderId'] ?? '') !== undefined) return { content: answerTo(fields, '12') };
  const outcome = barcodeOutcome(fields['qrNo'] ?? '');
  const trade = world.books.add(newTrade('consume', fields, undefined, {
    outcome, code: plannedCode(plan, outcome.code), hiddenQueries: outcome.hiddenQueries, pendingQueries: plan.pendingQueries,
  }), world.clock.now());
  const more = { queryId: trade.queryId };
  if (outcome.answer === 'fail') {
    world.settling.decideQuietly(trade, outcome.code);
    return { content: answerTo(fields, outcome.code, more) };
  }
  if (plan.pendingQueries === 0 && outcome.decided === 'now') void world.settling.decide(trade);
  if (plan.pendingQueries === 0 && outcome.decided === 'typing') world.settling.decideLater(trade, typingMs);
  return outcome.answer === 'drop' ? { content: {}, drops: true } : { content: answerTo(fields, outcome.answer, more) };
}
