import type { NodeNumber, NodeNumbers } from '../../../../application/ports/node-numbers.js';

/** Node numbers in this process' memory, shared by whoever is given the same object. */
export class MemoryNodeNumbers implements NodeNumbers {
  readonly #rows = new Map<number, NodeNumber>();

  async all(): Promise<readonly NodeNumber[]> {
    return [...this.#rows.values()].sort((one, other) => one.nodeNo - other.nodeNo);
  }

  async replace(before: NodeNumber | undefined, after: NodeNumber): Promise<boolean> {
    if (this.#rows.get(before?.nodeNo ?? after.nodeNo)?.version !== before?.version) return false;
    this.#rows.set(after.nodeNo, { ...after, version: (before?.version ?? 0) + 1 });
    return true;
  }
}
