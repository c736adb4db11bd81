import type { NodeNumber, ProcessRole } from '../../../application/ports/node-numbers.js';
import type { EpochMs } from '../../../domain/kernel/china-time.js';

export const nodeCount = 1_000;

export interface NodeView {
  /** The clock inside numbers; may be stepped. */
  readonly now: EpochMs;
  /** The machine's time, for leases. */
  readonly wallNow: EpochMs;
  /** A process of this machine that has ended, whatever its lease says. */
  readonly hasEnded: (holder: NodeNumber['process']) => boolean;
}

/** Whether somebody who may be alive has this number. */
export const isHeld = (row: NodeNumber, { wallNow, hasEnded }: Omit<NodeView, 'now'>): boolean =>
  row.holding !== undefined && row.leaseUntil > wallNow && !hasEnded(row.process);

export const servesCallers = (role: ProcessRole): boolean => role === 'web' || role === 'all';

export interface NodeChoice {
  readonly nodeNo: number;
  /** Its row; undefined: nobody has had it yet. */
  readonly row: NodeNumber | undefined;
}

/**
 * The number for a process that starts; undefined when all are held. `chance` is 0 to below 1: processes that start together should not all
 * want the same. First choice is a number whose milliseconds are over, then one that nobody had, then the one least ahead of the clock
 * (the clock was set back): its numbers will run ahead of the clock by that much.
 */
export function chooseNode(rows: readonly NodeNumber[], view: NodeView, chance: number): NodeChoice | undefined {
  const free = rows.filter((row) => !isHeld(row, view));
  const over = free.filter((row) => row.usedUntil < view.now);
  const row = over[Math.floor(chance * over.length)];
  if (row) return { nodeNo: row.nodeNo, row };
  const had = new Set(rows.map(({ nodeNo }) => nodeNo));
  const fresh = Array.from({ length: nodeCount }, (_, nodeNo) => nodeNo).filter((nodeNo) => !had.has(nodeNo));
  const nodeNo = fresh[Math.floor(chance * fresh.length)];
  if (nodeNo !== undefined) return { nodeNo, row: undefined };
  const least = free.toSorted((one, other) => one.usedUntil - other.usedUntil)[0];
  return least && { nodeNo: least.nodeNo, row: least };
}
