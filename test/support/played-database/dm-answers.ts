import { Duplex } from 'node:stream';
import type { Result } from './backend.js';
import { FakeDmError } from './dm-errors.js';

export interface Options { readonly autoCommit?: boolean; readonly outFormat?: number; readonly maxRows?: number }
export interface Answer { rows?: Record<string, unknown>[]; metaData?: { name: string }[]; rowsAffected?: number; outBinds?: unknown[] }

/** What one sets on the driver's module, and its numbers. */
export interface DriverSettings {
  readonly OUT_FORMAT_OBJECT: number;
  readonly CLOB: number;
  readonly fetchAsString: readonly number[];
  readonly parseJson: boolean;
  readonly outFormat: number;
  readonly autoCommit: boolean | undefined;
}

/** A CLOB as the driver hands it out unless it was told to fetch text. */
class FakeLob extends Duplex {
  readonly #text: string;
  constructor(text: string) {
    super();
    this.#text = text;
  }
  getData(): Promise<string> { return Promise.resolve(this.#text); }
  override _read(): void { this.push(this.#text); this.push(null); }
}

/** Rows as arrays unless objects are asked for, long texts as streams unless text is. */
export function shapedAnswer({ columns, rows, affected }: Result, driver: DriverSettings, { outFormat = driver.outFormat, maxRows = 0 }: Options, missing: number): Answer {
  const outBinds = missing > 0 ? { outBinds: Array.from({ length: missing }, () => null) } : {};
  if (columns.length === 0) return { rowsAffected: affected, ...outBinds };
  const kept = maxRows > 0 ? rows.slice(0, maxRows) : rows;
  const seen = kept.map((row) => row.map((value, index) => seenValue(value, columns[index]?.isClob === true, driver)));
  const shaped = outFormat === driver.OUT_FORMAT_OBJECT ? seen.map((row) => Object.fromEntries(row.map((value, index) => [columns[index]?.name ?? '', value]))) : seen;
  return { metaData: columns.map(({ name }) => ({ name })), rows: shaped as Record<string, unknown>[], ...outBinds };
}

function seenValue(value: unknown, isClob: boolean, driver: DriverSettings): unknown {
  if (!isClob || typeof value !== 'string') return value;
  if (driver.parseJson && /^[[{]/.test(value)) return JSON.parse(value) as unknown;
  return driver.fetchAsString.includes(driver.CLOB) ? value : new FakeLob(value);
}

/** What the driver binds: nothing for what is missing, and '' is nothing too where DM follows Oracle. */
export function boundValues(values: readonly unknown[], placeholders: number): unknown[] {
  if (values.length > placeholders) throw new FakeDmError(20023, '绑定参数个数过多');
  const given = values.map((value) => {
    if (value === '' || value === undefined) return null;
    if (typeof value === 'string' || typeof value === 'bigint' || value === null) return value;
    if (typeof value === 'number' && !Number.isNaN(value)) return value;
    throw new FakeDmError(20017, '绑定参数类型不支持');
  });
  return [...given, ...Array.from({ length: placeholders - values.length }, () => null)];
}
