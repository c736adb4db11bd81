import { KingbaseFamilyClient } from '../../../adapters/outbound/persistence/kingbase/kingbase-client.js';
import { MySqlFamilyClient } from '../../../adapters/outbound/persistence/mysql/mysql-client.js';
import { LibsqlConnection } from '../../../adapters/outbound/persistence/sqlite/libsql-connection.js';
import { shapeOf } from '../volume/heard.js';

/** What statements of one shape cost: from the call of the driver to its answer, and of that CPU of this process where the database runs in it (SQLite). */
export interface StatementCost { readonly shape: string; count: number; ms: number; cpuMs: number }

type Method = (this: unknown, ...given: unknown[]) => unknown;
const wrap = (prototype: object, name: string, around: (given: readonly unknown[], old: () => unknown) => unknown): void => {
  const methods = prototype as Record<string, Method>;
  const old = methods[name];
  if (!old) throw new Error(`no method ${name}`);
  methods[name] = function replaced(...given: unknown[]): unknown { return around(given, () => old.apply(this, given)); };
};

/** Counts and times every statement of this process at its driver from now on. A few statements a page cost nothing that could be seen. */
export class StatementTimes {
  readonly #shapes = new Map<string, string>();
  readonly #costs = new Map<string, StatementCost>();

  constructor() {
    for (const method of ['execute', 'query']) {
      wrap(LibsqlConnection.prototype, method, (given, old) => {
        const [began, cpu] = [performance.now(), process.cpuUsage()];
        try {
          return old();
        } finally {
          const { user, system } = process.cpuUsage(cpu);
          this.#note(String(given[0]), began, (user + system) / 1000);
        }
      });
    }
    for (const client of [MySqlFamilyClient, KingbaseFamilyClient]) {
      wrap(client.prototype, '_query', async (given, old) => {
        const began = performance.now();
        try {
          return await old();
        } finally {
          this.#note((given[1] as { sql: string }).sql, began, Number.NaN);
        }
      });
    }
  }

  /** Those since the last call, the dearest first. */
  taken(): readonly StatementCost[] {
    const taken = [...this.#costs.values()].sort((one, two) => two.ms - one.ms);
    this.#costs.clear();
    return taken;
  }

  #note(sql: string, began: number, cpuMs: number): void {
    let shape = this.#shapes.get(sql);
    if (shape === undefined) this.#shapes.set(sql, shape = shapeOf(sql));
    const known = this.#costs.get(shape) ?? { shape, count: 0, ms: 0, cpuMs: 0 };
    this.#costs.set(shape, known);
    known.count += 1;
    known.ms += performance.now() - began;
    known.cpuMs += cpuMs;
  }
}
