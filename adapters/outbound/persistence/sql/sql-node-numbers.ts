import { processRoles, type NodeNumber, type NodeNumbers, type ProcessCard } from '../../../../application/ports/node-numbers.js';
import { epochMs, int, oneOf, optional, text, words } from './codecs.js';
import { SqlTable } from './sql-table.js';
import type { UnitRunner } from './unit-runner.js';

type NodeNumberRow = Omit<NodeNumber, 'process'> & ProcessCard;

export const nodeNumberTable = new SqlTable<NodeNumberRow>('node_number', {
  nodeNo: ['node_no', int], usedUntil: ['used_until', epochMs], holding: ['holding', optional(text(32))], leaseUntil: ['lease_until', epochMs], seenAt: ['seen_at', epochMs],
  hostName: ['host_name', words(64)], processId: ['process_id', int], role: ['process_role', oneOf(processRoles)], programVersion: ['program_version', text(32)],
  startedAt: ['started_at', epochMs], version: ['version', int],
}, ['nodeNo']);

/** Node numbers in their table. Every change names the version it was made from, so that two processes never both succeed. */
export class SqlNodeNumbers implements NodeNumbers {
  readonly #units: UnitRunner;

  /** `units`: of its own, so that a renewal begun in the middle of somebody's unit of work never becomes a part of it. */
  constructor(units: UnitRunner) {
    this.#units = units;
  }

  async all(): Promise<readonly NodeNumber[]> {
    // The writer's view: on a server the reader's pool may be a replica that lags.
    const rows: unknown = await this.#units.run((scope) => scope.reading.table(nodeNumberTable.name).select(nodeNumberTable.columnNames).orderBy('node_no'));
    return nodeNumberTable.list(rows).map(({ hostName, processId, role, programVersion, startedAt, ...number }) => ({
      ...number, process: { hostName, processId, role, programVersion, startedAt },
    }));
  }

  async replace(before: NodeNumber | undefined, after: NodeNumber): Promise<boolean> {
    const { process, ...number } = after;
    const row = nodeNumberTable.encode({ ...number, ...process, version: (before?.version ?? 0) + 1 });
    if (!before) return this.#add(row);
    const asRead = nodeNumberTable.condition({ nodeNo: before.nodeNo, version: before.version });
    return await this.#units.run(async (scope) => await scope.writing().table(nodeNumberTable.name).where(asRead).update(row) as unknown) === 1;
  }

  async #add(row: ReturnType<typeof nodeNumberTable.encode>): Promise<boolean> {
    try {
      await this.#units.run((scope) => scope.writingFirst().insert(nodeNumberTable.name, row));
      return true;
    } catch (error) {
      if (this.#units.engine.classify(error) === 'UNIQUE') return false;
      throw error;
    }
  }
}
