import { codeOf, labelOf, type CodeTableName } from '../../contracts/lists/codes.js';
import type { UploadRefusal } from '../../application/reconciliation/upload-bill.js';
import type { StartRefusal } from '../../application/reconciliation/start-run.js';
import type { BusinessDay } from '../../domain/kernel/china-time.js';
import type { BillRefusal } from '../../domain/reconciliation/bill-line.js';
import type { Difference } from '../../domain/reconciliation/difference.js';
import type { ReconcileDay, ReconcileRun } from '../../domain/reconciliation/run.js';
import type { DayCertificate } from '../../domain/settlement/day-certificate.js';
import { timeOf, yuanOf } from './backup/words.js';

const billRefusals: Readonly<Record<BillRefusal | 'cut-off', string>> = {
  'not-a-bill': '不是该渠道的账单文件', 'too-big': '文件过大', 'zip-bomb': '压缩包异常', truncated: '文件不完整', damaged: '文件已损坏', charset: '字符编码不符',
  'wrong-day': '不是这一天的账单', 'wrong-merchant': '不是这个渠道商户的账单', 'totals-disagree': '文件自身的合计与明细不符', 'too-many-lines': '行数超过上限', 'cut-off': '文件未传完',
};

/** The words of the lists: one word per thing, wherever it is shown. */
const wordFor = (table: CodeTableName, stored: string): string => labelOf(table, codeOf(table, stored));

export function dayLines(day: BusinessDay, days: readonly ReconcileDay[], certificate: DayCertificate | undefined): readonly string[] {
  if (days.length === 0) return [`${day} 还没有对账记录`];
  return [
    ...days.map((one) => [
      `${one.clearingDay} ${one.channelMerchantId}`, wordFor('reconcileState', one.state), `${one.reconcileCount} 笔 ${yuanOf(one.reconcileAmount)}`, `手续费 ${yuanOf(one.feeAmount)}`,
      `差异 ${one.openCount}`, `待对 ${one.waitingCount}`, one.lastWord === '' ? '' : one.lastWord,
    ].filter((part) => part !== '').join('，')),
    certificate ? `日对账证书已签发（${timeOf(certificate.issuedAt)}），摘要 ${certificate.digest}` : '日对账证书尚未签发',
  ];
}

/** 对账日志 (1.1.4.2.2-c): newest first. */
export function runLines(runs: readonly ReconcileRun[]): readonly string[] {
  if (runs.length === 0) return ['这一天还没有对过账'];
  return runs.map((run) => [
    `第 ${run.sequence} 次 ${run.runNo}`, wordFor('runState', run.state), `${timeOf(run.startedAt)} 至 ${timeOf(run.endedAt)}`, `由 ${run.startedBy}`, `${run.linesDone}/${run.lineCount} 行`,
    `对平 ${run.figures.matched.count}`, `新差异 ${run.changes.found}`, `仍有 ${run.changes.again}`, `消除 ${run.changes.cleared}`, `更正 ${run.changes.corrected}`, `撤回 ${run.changes.withdrawn}`, run.remark,
  ].filter((part) => part !== '').join('，'));
}

export function differenceLines(differences: readonly Difference[]): readonly string[] {
  if (differences.length === 0) return ['没有差异'];
  return differences.map((one) => [
    one.differenceNo, wordFor('outcome', one.outcome), wordFor('differenceState', one.state), one.platformOrderNo === undefined ? '' : `平台订单 ${one.platformOrderNo}`, one.channelNo === '' ? '' : `渠道单号 ${one.channelNo}`,
    one.hereAmount === undefined ? '' : `平台 ${yuanOf(one.hereAmount)}`, one.thereAmount === undefined ? '' : `渠道 ${yuanOf(one.thereAmount)}`,
    one.hereFee === undefined || one.thereFee === undefined ? '' : `手续费应收 ${yuanOf(one.hereFee)} 实收 ${yuanOf(one.thereFee)}`,
    one.suggestedKey === undefined ? '' : `可能对应 ${one.suggestedKey}`, one.detail,
  ].filter((part) => part !== '').join('，'));
}

export function refusalWords(refusal: UploadRefusal | StartRefusal): string {
  switch (refusal.code) {
    case 'no-such-account': return '没有这个渠道商户';
    case 'running': return `正在对账（批次号 ${refusal.runNo}），请等待完成或先取消`;
    case 'no-bill': return '这一天还没有收到账单，请等待下载或人工上传';
    case 'bill-refused': return `账单未被接受：${billRefusals[refusal.refused.why]}${refusal.refused.detail === '' ? '' : `（${refusal.refused.detail}）`}`;
  }
}
