import type { LengthMode } from '../../domain/sharing/fit-text.js';
import { mapRow, type SharedRow } from '../../domain/sharing/map-row.js';
import type { SharePolicy } from '../../domain/sharing/share-records.js';
import type { SharedTable } from '../../domain/sharing/shared-tables.js';
import type { SourceRow } from './share-source.js';

/** A row that does not go. */
export interface BadRow { readonly key: string; readonly reason: string; readonly detail: string }
export interface PreparedRows { readonly rows: readonly SharedRow[]; readonly bad: readonly BadRow[]; readonly warningCount: number; readonly warning: string | undefined }

const refusalWords = { 'too-long': '超过该列长度且不能截断', missing: '缺少主键', 'wrong-type': '类型不符' } as const;
/** Longest key that the quarantine can keep; a longer one is told apart by its start. */
const maxKey = 64;

/** Rows as they may leave, and those that cannot. Each key once: of two rows with one key the later stands. */
export function preparedRows(table: SharedTable, sources: readonly SourceRow[], policies: readonly SharePolicy[], lengthMode: LengthMode): PreparedRows {
  const full = new Set(policies.filter((policy) => policy.table === table.name && policy.isFull).map(({ column }) => column));
  const rules = { lengthMode, isFull: (column: string) => full.has(column) };
  const rows = new Map<string, SharedRow>();
  const bad: BadRow[] = [];
  const warnings: string[] = [];
  for (const { key, content } of sources) {
    if (content.kind === 'unreadable') { bad.push({ key: key.slice(0, maxKey), reason: content.why, detail: '源数据无法读取' }); continue; }
    const mapped = mapRow(table, content.values, rules);
    if (!mapped.ok) { bad.push({ key: key.slice(0, maxKey), reason: mapped.refusal.why, detail: `${mapped.refusal.column}：${refusalWords[mapped.refusal.why]}` }); continue; }
    rows.set(mapped.value.row.key, mapped.value.row);
    warnings.push(...mapped.value.warnings);
  }
  return { rows: [...rows.values()], bad, warningCount: warnings.length, warning: warnings[0] };
}
