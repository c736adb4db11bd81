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
  /** What the open unit wrote; undefined stands for a row it removed. */
  readonly #pending = new Map<string, T | undefined>();

  constructor(name: string, keyOf: Grouping<T>, groupings: Readonly<Record<string, Grouping<T>>> = {}) {
    this.#name = name;
    this.#keyOf = keyOf;
    this.#groupings = new Map(Object.entries(groupings));
  }

  /** `inUnit` sees the open unit's own writes. */
  get(key: string, inUnit: boolean): T | undefined { return inUnit && this.#pending.has(key) ? this.#pending.get(key) : this.#rows.get(key); }

  /** Rows of one group, in the order of their keys. */
  group(grouping: string, value: string, inUnit: boolean): T[] {
    const keys = new Set(this.#groups.get(joined(grouping, value)));
    const of = this.#groupings.get(grouping);
    if (of === undefined) throw new Error(`${this.#name} has no grouping ${grouping}`);
    if (inUnit) for (const [key, row] of this.#pending) if (row !== undefined && of(row) === value) keys.add(key);
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

  /** Inside a unit. A key that is not there is no error. */
  remove(key: string): void { this.#pending.set(key, undefined); }

  commit(): void {
    for (const [key, row] of this.#pending) {
      if (row === undefined) this.#forget(key);
      else this.#keep(key, row);
    }
    this.#pending.clear();
  }

  #keep(key: string, row: T): void {
    this.#rows.set(key, row);
    for (const [name, of] of this.#groupings) {
      const group = joined(name, of(row));
      const keys = this.#groups.get(group) ?? new Set();
      this.#groups.set(group, keys.add(key));
    }
  }

  #forget(key: string): void {
    const row = this.#rows.get(key);
    if (row === undefined) return;
    this.#rows.delete(key);
    for (const [name, of] of this.#groupings) {
      const group = joined(name, of(row));
      const keys = this.#groups.get(group);
      keys?.delete(key);
      if (keys?.size === 0) this.#groups.delete(group);
    }
  }

  rollback(): void { this.#pending.clear(); }
}

/** Compare-and-set on `version`; writes version + 1. */
export function putVersioned<T extends { readonly version: number }>(table: MemoryTable<T>, key: string, row: T): void {
  if (table.get(key, true)?.version !== row.version) throw new ConcurrentChange('somebody was faster');
  table.write({ ...row, version: row.version + 1 });
}
