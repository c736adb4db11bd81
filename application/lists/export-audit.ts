import { listNamed } from '../../contracts/lists/all-lists.js';
import type { EpochMs } from '../../domain/kernel/china-time.js';
import type { ExportFailure, ListExport } from '../../domain/lists/list-export.js';
import type { AuditEntry } from '../../domain/audit/audit-entry.js';

/** From where an export was asked for; unknown to a process that only finds it without one. */
export interface ExportAsker { readonly address: string; readonly requestId: string | undefined }

const failureWords = {
  'too-many-rows': '超过导出行数上限', 'too-large': '文件过大', 'process-gone': '处理进程已中断', stopped: '系统停机', fault: '系统故障',
} as const satisfies Readonly<Record<ExportFailure, string>>;

/** What of an ended export stays for the auditor: the list, what was asked, how many rows went out and what became of it (EXP-02). */
export function exportEntry(listExport: ListExport, asker: ExportAsker | undefined, { entryId, at }: { readonly entryId: string; readonly at: EpochMs }): AuditEntry {
  const { exportNo, operatorNo, listName, parameters, scope, state, written, failure, fileNo } = listExport;
  const title = listNamed(listName)?.title ?? listName;
  const filters = Object.fromEntries(Object.entries(parameters).map(([name, value]) => [name === 'sort' ? name : `filter.${name}`, value]));
  return {
    entryId, at, actor: { kind: 'operator', code: operatorNo, address: asker?.address }, action: state === 'done' ? 'list.exported' : 'list.export-failed',
    objectKind: 'list-export', objectNo: exportNo, description: failure === undefined ? `导出${title}，共 ${written} 行` : `导出${title}未完成：${failureWords[failure]}`,
    before: undefined, after: { list: listName, scope, ...filters, rows: String(written), outcome: failure ?? state, ...(fileNo !== undefined && { fileNo }) }, requestId: asker?.requestId,
  };
}
