import { ok, refuse, type Result } from '../kernel/result.js';
import type { EBill } from './e-bill.js';

/** More reversals of one order than any office makes; 26 digits and a suffix fit the 32 that bill systems allow. */
export const mostRounds = 99;

/** The platform order number; from the second round on with `-2`, `-3`, … */
export function busNoOf(platformOrderNo: string, round: number): string {
  if (!Number.isSafeInteger(round) || round < 1 || round > mostRounds) throw new RangeError(`not a round: ${round}`);
  return round === 1 ? platformOrderNo : `${platformOrderNo}-${round}`;
}

/**
 * Under which busNo an order's next try runs. The same for all tries, so that a try after a timeout finds what an earlier one issued; only a
 * reversal, after which the bill system would answer with the reversed bill, makes room for another.
 */
export function roundToTry(bills: readonly Pick<EBill, 'round' | 'state'>[]): Result<number, 'ended' | 'too-many-rounds'> {
  const last = bills.reduce<Pick<EBill, 'round' | 'state'> | undefined>((latest, bill) => (latest && latest.round > bill.round ? latest : bill), undefined);
  if (last === undefined) return ok(1);
  if (last.state === 'void') return refuse('ended');
  if (last.state !== 'reversed') return ok(last.round);
  return last.round >= mostRounds ? refuse('too-many-rounds') : ok(last.round + 1);
}
