import { ConcurrentChange } from '../../../../application/ports/unit-of-work.js';

/** A property (or several) by which rows are found; rows never change it. */
export type Grouping<T> = (row: T) => string;

/** Joins key parts so that no two different lists give the same text. */
export const joined = (...parts: readonly string[]): string => JSON.stringify(parts);

/** Rows by key, with what the open unit has written kept apart until it is committed: readers outside never see it. */
export class MemoryTable<T> {
  readonly #name: string;
  readonly #keyOf: Grouping<T>;
  readonly #groupings: ReadonlyMap<string, Grouping<T>>;
  readonly #rows = new Map<string, T>();
  readonly #groups = new Map<string, Set<string>>();
  readonly #pending = new Map<string, T>();

  constructor(name: string, keyOf: Grouping<T>, groupings: Readonly<Record<string, Grouping<T>>> = {}) {
    this.#name = name;
    this.#keyOf = keyOf;
    this.#groupings = new Map(Object.entries(groupings));
  }

  /** `inUnit` sees the open unit's own writes. */
  get(key: string, inUnit: boolean): T | undefined { return (inUnit ? this.#pending.get(key) : undefined) ?? this.#rows.get(key); }

  /** Rows of one group, in the order of their keys. */
  group(grouping: string, value: string, inUnit: boolean): T[] {
    const keys = new Set(this.#groups.get(joined(grouping, value)));
    const of = this.#groupings.get(grouping);
    if (of === undefined) throw new Error(`${this.#name} has no grouping ${grouping}`);
    if (inUnit) for (const [key, row] of this.#pending) if (of(row) === value) keys.add(key);
    return [...keys].sort().flatMap((key) => this.get(key, inUnit) ?? []);
  }

  all(inUnit: boolean): T[] {
    const keys = inUnit ? new Set([...this.#rows.keys(), ...this.#pending.keys()]) : new Set(this.#rows.keys());
    return [...keys].flatMap((key) => this.get(key, inUnit) ?? []);
  }

  /** Inside a unit. False when the key is taken. */
  insert(row: T): boolean {
    const key = this.#keyOf(row);
    if (this.get(key, true) !== undefined) return false;
    this.#pending.set(key, row);
    return true;
  }

  /** Inside a unit: inserts or replaces, whatever was there. */
  write(row: T): void { this.#pending.set(this.#keyOf(row), row); }

  commit(): void {
    for (const [key, row] of this.#pending) {
      this.#rows.set(key, row);
      for (const [name, of] of this.#groupings) {
        const group = joined(name, of(row));
        const keys = this.#groups.get(group) ?? new Set();
        this.#groups.set(group, keys.add(key));
      }
    }
    this.#pending.clear();
  }

  rollback(): void { this.#pending.clear(); }
}

/** Compare-and-set on `version`; writes version + 1. */
export function putVersioned<T extends { readonly version: number }>(table: MemoryTable<T>, key: string, row: T): void {
  if (table.get(key, true)?.version !== row.version) throw new ConcurrentChange('somebody was faster');
  table.write({ ...row, version: row.version + 1 });
}
