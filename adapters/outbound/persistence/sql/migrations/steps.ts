/**
 * The schema as data (databases.md 3): one guarded change per step, never edited once released (its checksum is recorded), rendered by each
 * engine. Names: lower snake case, at most 30 bytes, reserved nowhere.
 */
export type ColumnSpec =
  | { readonly name: string; readonly kind: 'text'; readonly chars: number; readonly ascii: boolean; readonly required: boolean }
  | { readonly name: string; readonly kind: 'long-text' | 'bigint' | 'int' | 'smallint'; readonly required: boolean };

export interface CreateTable {
  readonly id: string; readonly change: 'create-table'; readonly table: string;
  readonly columns: readonly ColumnSpec[]; readonly primaryKey: readonly string[];
}
export interface AddColumn { readonly id: string; readonly change: 'add-column'; readonly table: string; readonly column: ColumnSpec }
export interface CreateIndex {
  readonly id: string; readonly change: 'create-index'; readonly table: string; readonly index: string;
  readonly columns: readonly string[]; readonly unique: boolean;
}
/** An index that no statement uses any more: every insert paid for it. */
export interface DropIndex { readonly id: string; readonly change: 'drop-index'; readonly table: string; readonly index: string }
export type Step = CreateTable | AddColumn | CreateIndex | DropIndex;

/** ASCII text: numbers, codes, hashes, addresses. One byte a character on engines that count bytes. */
export const code = (name: string, chars = 32): ColumnSpec => ({ name, kind: 'text', chars, ascii: true, required: true });
export const maybeCode = (name: string, chars = 32): ColumnSpec => ({ ...code(name, chars), required: false });
/** Any text, up to four bytes a character; may be absent, because an empty text is stored as NULL. */
export const words = (name: string, chars: number): ColumnSpec => ({ name, kind: 'text', chars, ascii: false, required: false });
export const longText = (name: string): ColumnSpec => ({ name, kind: 'long-text', required: false });
/** Fen or epoch milliseconds. */
export const bigint = (name: string): ColumnSpec => ({ name, kind: 'bigint', required: true });
export const maybeBigint = (name: string): ColumnSpec => ({ name, kind: 'bigint', required: false });
export const int = (name: string): ColumnSpec => ({ name, kind: 'int', required: true });
export const flag = (name: string): ColumnSpec => ({ name, kind: 'smallint', required: true });

export const table = (id: string, name: string, primaryKey: readonly string[], columns: readonly ColumnSpec[]): Step =>
  ({ id, change: 'create-table', table: name, columns, primaryKey });
export const index = (id: string, on: string, name: string, columns: readonly string[]): Step =>
  ({ id, change: 'create-index', table: on, index: name, columns, unique: false });
export const uniqueIndex = (id: string, on: string, name: string, columns: readonly string[]): Step =>
  ({ id, change: 'create-index', table: on, index: name, columns, unique: true });
export const dropIndex = (id: string, from: string, name: string): Step => ({ id, change: 'drop-index', table: from, index: name });
