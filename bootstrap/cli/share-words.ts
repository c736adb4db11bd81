import { codeOf, labelOf, type CodeTableName } from '../../contracts/lists/codes.js';
import type { PolicyRefusal } from '../../application/sharing/authorise-column.js';
import type { ReleaseRefusal } from '../../application/sharing/release-row.js';
import type { ShareProgress } from '../../domain/sharing/share-progress.js';
import type { QuarantinedRow, ShareBatch, SharePolicy } from '../../domain/sharing/share-records.js';
import { sharedTable, type SharedTable } from '../../domain/sharing/shared-tables.js';
import { timeOf } from './backup/words.js';

const wordFor = (table: CodeTableName, stored: string): string => labelOf(table, codeOf(table, stored));
const joined = (parts: readonly string[]): string => parts.filter((part) => part !== '').join('，');

export interface TableStatus { readonly table: SharedTable; readonly progress: ShareProgress | undefined; readonly last: ShareBatch | undefined; readonly aside: number }

export const statusLine = ({ table, progress, last, aside }: TableStatus, now: number): string => joined([
  `${table.tableNo} ${table.zh}`,
  progress?.mark === undefined ? '还没有送出任何一行' : `已送到 ${timeOf(progress.mark.at)} 的 ${progress.mark.id}`,
  progress?.phase === 'reloading' ? '正在全量重送' : '', progress !== undefined && progress.failures > 0 ? `连续 ${progress.failures} 次未送达` : '',
  progress !== undefined && progress.notBefore > now ? `${timeOf(progress.notBefore)} 后再试` : '', aside > 0 ? `隔离 ${aside} 行` : '',
  last === undefined ? '' : `最近一次 ${batchLine(last)}`,
]);

export const batchLine = (batch: ShareBatch): string => joined([
  timeOf(batch.beganAt), wordFor('shareKind', batch.kind), wordFor('shareState', batch.state), `${batch.rowCount} 行对方 ${batch.acceptedCount} 行`,
  batch.quarantinedCount > 0 ? `隔离 ${batch.quarantinedCount} 行` : '', batch.warningCount > 0 ? `截断或留空 ${batch.warningCount} 处` : '', batch.message,
]);

export const quarantineLine = (row: QuarantinedRow): string =>
  joined([row.quarantineNo, sharedTable(row.table).zh, `主键 ${row.rowKey}`, row.reason, row.detail, `${row.times} 次`, `首次 ${timeOf(row.firstAt)}`, `最近 ${timeOf(row.lastAt)}`]);

export function policyLines(policies: readonly SharePolicy[]): readonly string[] {
  if (policies.length === 0) return ['没有任何授权：个人信息一律脱敏或不共享'];
  return policies.map((policy) => joined([
    `${sharedTable(policy.table).tableNo} ${sharedTable(policy.table).zh}.${policy.column}`, policy.isFull ? '共享完整值' : '脱敏或不共享', `依据：${policy.basis}`,
    `由 ${policy.decidedBy} 于 ${timeOf(policy.decidedAt)} 决定`,
  ]));
}

export const policyRefusals: Readonly<Record<PolicyRefusal, string>> = {
  'no-such-column': '该表没有这一列', never: '密码列永远为空，任何人都不能授权', 'always-open': '该列本来就是原值，无需授权', 'basis-missing': '请写明授权依据（文号、批准人）',
  'basis-too-long': '授权依据过长', same: '已经是这样，没有变化',
};

export function releaseWords(refusal: ReleaseRefusal): string {
  switch (refusal.code) {
    case 'no-such-row': return '没有这条隔离记录';
    case 'released': return '该行已经送出';
    case 'not-shared': return '该表当前没有共享';
    case 'gone': return '源数据已经不存在';
    case 'still-bad': return `仍然不能送出：${refusal.why}`;
    case 'not-taken': return `对方没有接收：${refusal.why}`;
  }
}
