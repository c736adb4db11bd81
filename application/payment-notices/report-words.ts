import { yuan, type Fen } from '../../domain/kernel/money.js';
import type { PayRefusal } from '../../domain/payment-notices/judge-notice.js';
import type { NoticeState } from '../../domain/payment-notices/payment-notice.js';
import type { ProvinceRefused, ProvinceUnknown } from '../../domain/payment-notices/province-report.js';
import type { UnknownWhy } from '../../domain/payments/channel-report.js';
import type { NoticeLogEntry } from '../../domain/payment-notices/notice-log.js';

export const noticeStateWords: Readonly<Record<NoticeState, string>> = { unpaid: '未缴', paying: '缴款中', paid: '已缴', void: '已作废', expired: '已过期', refunded: '已退付' };

const whyWords: Partial<Readonly<Record<UnknownWhy, string>>> = { timeout: '超时', unreachable: '无法连接', unsigned: '签名不符', busy: '系统忙', pending: '处理中', 'unheard-word': '未知的返回码', 'call-refused': '请求未被受理' };

/** What an answer that is no success comes to, for the log and for people. */
export function wordOf(report: ProvinceUnknown | ProvinceRefused): { readonly state: NoticeLogEntry['state']; readonly reply: string } {
  if (report.kind === 'refused') return { state: 'refused', reply: `${report.code} ${report.reason}` };
  return { state: 'unknown', reply: `${whyWords[report.why] ?? '应答无法识别'}${report.code === undefined ? '' : ` ${report.code}`}` };
}

/** Why a notice cannot be paid; short enough for subMsg. */
export function payRefusalWords(refusal: PayRefusal): string {
  switch (refusal.code) {
    case 'does-not-add-up': return '缴款书明细与合计不符';
    case 'not-payable': return `缴款书${noticeStateWords[refusal.state]}，不能缴款`;
    case 'expired': return '缴款书已过期';
    case 'amount-differs': return `缴款书应缴 ${yuan(refusal.expected)} 元，与订单不符`;
  }
}

export const amountWords = (amount: Fen): string => `${yuan(amount)} 元`;
