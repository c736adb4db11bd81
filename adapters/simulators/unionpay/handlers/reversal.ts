import type { GatewayWorld } from '../gateway-world.js';
import { answerTo, type HandlerAnswer } from './answers.js';
import type { Admitted } from './entrance.js';

/**
 * Reversal 99/01 of a barcode consume with the same orderId and txnTime, on the original's clearing day only. An undecided consume can be
 * reversed and will never be paid; a second reversal is answered like the first; a failed or partly refunded one is refused with 35.
 */
export function reversal(world: GatewayWorld, { fields }: Admitted): HandlerAnswer {
  const { merId = '', orderId = '', txnTime = '' } = fields;
  const trade = world.books.find(merId, orderId, txnTime);
  if (trade === undefined || trade.kind !== 'consume') return { content: answerTo(fields, '35') };
  const more = { queryId: trade.queryId };
  if (trade.state === 'reversed') return { content: answerTo(fields, '00', more) };
  const takenBack = trade.refundedFen + trade.refundingFen > 0n;
  const sameDay = world.clearing.dayOf(trade.acceptedAtMs) === world.clearing.dayOf(world.clock.now());
  if (!sameDay || takenBack || (trade.state !== 'open' && trade.state !== 'success')) return { content: answerTo(fields, '35') };
  world.settling.reverse(trade);
  return { content: answerTo(fields, '00', more) };
}
