import { codeOf, labelOf, type CodeTableName } from '../../contracts/lists/codes.js';
import type { BusinessDay } from '../../domain/kernel/china-time.js';
import type { LegCheck } from '../../domain/settlement/leg-check.js';
import { gapsOfLeg, legs, type KeptGap } from '../../domain/settlement/order-legs.js';
import { timeOf, yuanOf } from './backup/words.js';

/** The words of the lists. */
const wordFor = (table: CodeTableName, stored: string): string => labelOf(table, codeOf(table, stored));

/** 四方核对 of a day: figures of each account, then the gaps that are open; at most `most` of them. */
export function legLines(day: BusinessDay, checks: readonly LegCheck[], gaps: readonly KeptGap[], most: number): readonly string[] {
  if (checks.length === 0) return [`${day} 还没有四方核对`];
  return [
    ...checks.map((check) => [
      `${day} ${check.channelMerchantId}`, wordFor('checkState', check.state), `应核对 ${check.figures.orders} 笔`, `四方一致 ${check.figures.complete} 笔`,
      ...legs.map((leg) => `${wordFor('leg', leg)}差异 ${gapsOfLeg(check.figures, leg)}`), check.lookAt === undefined ? '' : `下次核对 ${timeOf(check.lookAt)}`,
    ].filter((part) => part !== '').join('，')),
    ...gaps.length === 0 ? ['没有未消除的差异'] : gaps.slice(0, most).map((gap) => [
      gap.gapNo, `支付订单 ${gap.platformOrderNo}`, `商户订单 ${gap.bizOrderNo}`, `${wordFor('leg', gap.leg)}${wordFor('gapKind', gap.kind)}`, `应有 ${yuanOf(gap.expected)}`,
      gap.found === undefined ? '' : `实有 ${yuanOf(gap.found)}`, `发现于 ${timeOf(gap.firstSeenAt)}`,
    ].filter((part) => part !== '').join('，')),
    ...gaps.length >= most ? [`只显示前 ${most} 条，全部见列表“四方核对差异”`] : [],
  ];
}
