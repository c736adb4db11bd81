import { TamperedError } from '../../../../application/ports/vault.js';
import { isUnreadable, UnreadableValue, type Codec, type Stored, type StoredRow } from './codecs.js';
import { conditionValue, maxInList, nowhere } from './stored-values.js';

/** Column and codec of every property: a forgotten one does not compile. */
export type Columns<T> = { readonly [K in keyof T]-?: readonly [column: string, codec: Codec<T[K]>] };

interface Property { readonly property: string; readonly column: string; readonly codec: Codec<unknown> }

/** What a value is bound as that reads like a column that holds nothing; undefined where nothing cannot be read. */
function blankOf(codec: Codec<unknown>): Stored | undefined {
  try {
    return codec.encode(codec.decode(null));
  } catch (error) {
    if (isUnreadable(error)) return undefined;
    throw error;
  }
}

/** `coded`: each row is under a code over all of it, so that one that cannot be read was written past the platform (INT-01). */
export type RowKind = 'plain' | 'coded';

/** `fixed` properties are written once: a later `put` leaves them as they are. */
export type Shape<T> = readonly [columns: Columns<T>, key: readonly (keyof T & string)[], fixed?: readonly (keyof T & string)[], kind?: RowKind];

/** What the columns of a table mean: rows from values and values from rows, and conditions on them. */
export class RowShape<T extends object> {
  readonly name: string;
  readonly columnNames: readonly string[];
  readonly #properties: readonly Property[];
  readonly #byName: ReadonlyMap<string, Property>;
  readonly #key: readonly (keyof T & string)[];
  readonly #changing: readonly Property[];
  /** All properties in their order, so that rows read are made in one shape at once and not property by property. */
  readonly #blank: Readonly<Record<string, unknown>>;
  protected readonly isCoded: boolean;
  readonly #fixed: readonly (keyof T & string)[];
  #blanks: ReadonlyMap<string, Stored | undefined> | undefined;

  constructor(name: string, ...[columns, key, fixed = [], kind = 'plain']: Shape<T>) {
    this.name = name;
    this.#properties = Object.entries(columns as unknown as Record<string, readonly [string, Codec<unknown>]>)
      .map(([property, [column, codec]]) => ({ property, column, codec }));
    this.#byName = new Map(this.#properties.map((entry) => [entry.property, entry]));
    this.columnNames = this.#properties.map((entry) => entry.column);
    this.#blank = JSON.parse(JSON.stringify(Object.fromEntries(this.#properties.map(({ property }) => [property, 0])))) as Record<string, unknown>;
    this.#key = key;
    this.isCoded = kind === 'coded';
    this.#fixed = fixed;
    const unchanging = new Set<string>([...key, ...fixed, 'version']);
    this.#changing = this.#properties.filter((entry) => !unchanging.has(entry.property));
  }

  /** The row as it is bound. */
  encode(value: T): StoredRow { return encodeAll(this.#properties, value); }

  /** The same, with null for whatever reads like nothing: a column that a later release adds, whose absence means something, is not there either. What codes over rows are made of. */
  held(value: T): StoredRow {
    this.#blanks ??= new Map(this.#properties.map(({ column, codec }) => [column, blankOf(codec)]));
    const row = this.encode(value);
    for (const [column, blank] of this.#blanks) if (row[column] === blank) row[column] = null;
    return row;
  }

  /** The value as a `put` would leave it: with what is written once as it is stored. */
  withFixed(value: T, stored: T): T { return { ...value, ...Object.fromEntries(this.#fixed.map((property) => [property, stored[property]])) }; }

  /** Throws UnreadableValue or RangeError where the row cannot be read; TamperedError that names it where its rows carry a code. */
  decode(row: unknown): T {
    if (typeof row !== 'object' || row === null) throw new UnreadableValue('not a row');
    const source = row as Record<string, unknown>;
    try {
      return this.#decoded(source);
    } catch (error) {
      if (!this.isCoded || !isUnreadable(error)) throw error;
      const rowNo = this.#key.map((property) => String(source[this.column(property)])).join(' ');
      throw new TamperedError(`a row of ${this.name} cannot be what the platform wrote`, { cause: error, row: { table: this.name, rowNo } });
    }
  }

  #decoded(source: Readonly<Record<string, unknown>>): T {
    const value: Record<string, unknown> = { ...this.#blank };
    for (const { property, column, codec } of this.#properties) value[property] = codec.decode(source[column]);
    return value as T;
  }

  /** What names a row to a person who looks for it. */
  keyOf(value: T): string { return this.keyWords(value).join(' '); }

  /** Column of a property, for ORDER BY and comparisons. */
  column(property: keyof T & string): string { return this.#property(property).column; }

  /** Each once and sorted, as the index has them; without those that nobody can have stored. */
  protected storedOf(property: string, values: readonly unknown[]): readonly Stored[] {
    if (values.length > maxInList) throw new RangeError(`${this.name}: more than ${maxInList} values of one question`);
    const { codec } = this.#property(property);
    return [...new Set(values.map((value) => conditionValue(codec, value)))].filter((value) => value !== nowhere).sort();
  }

  /** Throws on an empty condition: an empty filter is a mistake, never "all rows" (ISO-02). */
  condition(match: Partial<T>): StoredRow {
    const given = Object.entries(match).map(([name, value]) => [this.#property(name), value] as const);
    if (given.length === 0) throw new Error(`a condition on ${this.name} without any property`);
    return Object.fromEntries(given.map(([{ column, codec }, value]) => [column, conditionValue(codec, value)]));
  }

  list(rows: unknown): T[] {
    if (!Array.isArray(rows)) throw new UnreadableValue('not rows');
    return rows.map((row: unknown) => this.decode(row));
  }

  /** Column and value of some properties, as they are bound. */
  protected encodeSome(values: Partial<T>): StoredRow {
    return Object.fromEntries(Object.entries(values).map(([name, value]) => [this.#property(name).column, this.#property(name).codec.encode(value)]));
  }

  /** What a `put` writes: neither the key nor what is written once, nor the version. */
  protected changingOf(value: T): StoredRow { return encodeAll(this.#changing, value); }
  /** Values of the key, as a condition. */
  protected keyMatch(value: T): Partial<T> { return Object.fromEntries(this.#key.map((property) => [property, value[property]])) as Partial<T>; }
  /** Values of the key, as words. */
  protected keyWords(value: T): readonly string[] { return this.#key.map((property) => String(value[property])); }

  /** The same as `encode`, in the order of the columns. */
  protected values(value: T): readonly Stored[] {
    const source = value as Record<string, unknown>;
    return this.#properties.map(({ property, codec }) => codec.encode(source[property]));
  }

  #property(name: string): Property {
    const found = this.#byName.get(name);
    if (!found) throw new Error(`${this.name} has no property ${name}`);
    return found;
  }
}

function encodeAll(properties: readonly Property[], value: object): StoredRow {
  const source = value as Record<string, unknown>;
  const row: StoredRow = {};
  for (const { property, column, codec } of properties) row[column] = codec.encode(source[property]);
  return row;
}
