import type { PlannedFault } from '../fault-queue.js';

/**
 * What a business system can be told to do wrong, by target. `callback`: the next callbacks are answered with 500 before anything is noted, or
 * noted and answered late or with a wrong text. `return`: the payer's browser finds nobody. `order`: the next order is valid for two minutes
 * only, or (service hall) an open order is forgotten, as by a system that does not expect a second tab.
 */
export const deskFaults: Readonly<Record<string, readonly string[]>> = {
  callback: ['http-500', 'slow', 'wrong-text'],
  return: ['lost'],
  order: ['short-life', 'forget-open'],
};

/** Longest delay that may be ordered, in ms of real time. */
export const longestSlowMs = 30_000;
const usualSlowMs = 12_000;
/** Validity of an order with the fault `short-life`: the shortest in which a payment can still begin. */
export const shortLifeMinutes = '2';

/** Reads the body of `POST /sim/faults`; throws RangeError. */
export function readDeskFault(body: Readonly<Record<string, unknown>>): PlannedFault {
  const { target, fault, times = 1, ms = usualSlowMs } = body;
  if (typeof target !== 'string' || typeof fault !== 'string' || deskFaults[target]?.includes(fault) !== true) throw new RangeError('unknown target or fault, see GET /sim/rules');
  if (typeof times !== 'number') throw new RangeError('times is a number');
  if (!Number.isSafeInteger(ms) || (ms as number) < 0 || (ms as number) > longestSlowMs) throw new RangeError(`ms is 0 to ${longestSlowMs}`);
  return { target, fault, times, settings: { ms } };
}
