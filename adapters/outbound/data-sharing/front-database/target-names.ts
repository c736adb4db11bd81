import type { SharedTable, SharedTableName } from '../../../../domain/sharing/shared-tables.js';

/** How the target has the names: as the document writes them, or folded because its administrator made the tables without quotes. */
export type NameCase = 'as-written' | 'upper' | 'lower';

export interface FrontNames {
  readonly schema: string | undefined;
  readonly columnCase: NameCase;
  /** Names of tables where they are not the usual ones; as they stand at the target. */
  readonly tables: Readonly<Partial<Record<SharedTableName, string>>>;
}

export interface TargetNames {
  readonly schema: string | undefined;
  tableName(table: SharedTable): string;
  columnName(name: string): string;
}

const folded = (name: string, nameCase: NameCase): string => (nameCase === 'upper' ? name.toUpperCase() : nameCase === 'lower' ? name.toLowerCase() : name);

export const targetNames = ({ schema, columnCase, tables }: FrontNames): TargetNames => ({
  schema, tableName: ({ name, usualTarget }) => tables[name] ?? folded(usualTarget, columnCase), columnName: (name) => folded(name, columnCase),
});
