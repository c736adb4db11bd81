import type { Province } from '../../application/ports/province.js';
import type { EpochMs } from '../../domain/kernel/china-time.js';
import { mayBePaid, type PayRefusal } from '../../domain/payment-notices/judge-notice.js';
import type { NoticeState, PaymentNotice } from '../../domain/payment-notices/payment-notice.js';
import type { NoticeReport, ProvinceUnknown } from '../../domain/payment-notices/province-report.js';
import { timeOf, yuanOf } from './backup/words.js';

const capabilityWords = [
  ['issuing', '开具'], ['queries', '查询'], ['pushing', '推送'], ['confirming', '缴款确认'], ['voiding', '作废'],
  ['statements', '对账单'], ['paidMessages', '缴款通知（HTTP）'], ['paidFrames', '缴款通知（TCP）'],
] as const satisfies readonly (readonly [keyof Province, string])[];

export function capabilityLines(provinces: Iterable<Province>): readonly string[] {
  return [...provinces].flatMap((province) => {
    const words = (isThere: boolean): string => capabilityWords.filter(([name]) => (province[name] !== undefined) === isThere).map(([, word]) => word).join('、') || '无';
    return [`区划 ${province.region}`, `  已配置：${words(true)}`, `  未配置：${words(false)}`];
  });
}

const stateWords: Readonly<Record<NoticeState, string>> = { unpaid: '未缴', paying: '缴款中', paid: '已缴', void: '已作废', expired: '已过期', refunded: '已退付' };

/** What to look at first for each kind of silence. */
const unknownWords: Readonly<Record<ProvinceUnknown['why'], string>> = {
  unreachable: '连接不上：检查地址、端口、专线和防火墙；请求没有发出',
  timeout: '连接后在时限内没有应答：省系统可能已处理，可稍后再查',
  unreadable: '应答不能读懂，或不是对本次请求的应答：检查报文长度、字符集、节点编码，请省方核对原始报文',
  unsigned: '应答的校验码或签名不符：检查双方的密钥（令牌）和算法',
  busy: '对方或本端的连接已占满，请稍后再试', pending: '对方仍在处理',
  'unheard-word': '返回了没有登记的代码：请向省方确认含义后登记到 codes 或 states',
  'call-refused': '对方拒绝了请求本身：检查应用编号、签名、参数',
};

const refusalWords: Readonly<Record<PayRefusal['code'], string>> = { 'does-not-add-up': '明细与合计不符，或没有明细', 'not-payable': '状态不允许缴款', expired: '已过有效期', 'amount-differs': '金额不符' };

export function queryLines(payCode: string, report: NoticeReport, now: EpochMs, tookMs: number): readonly string[] {
  const head = `缴款码 ${payCode}（${Math.round(tookMs)} 毫秒）`;
  switch (report.kind) {
    case 'not-found': return [`${head}：省系统明确答复没有这份缴款书，或缴款码不合格式；线路、校验码和报文均正常`];
    case 'unknown': return [`${head}：没有可以采信的答复`, `  原因：${unknownWords[report.why]}${report.code === undefined ? '' : `（代码 ${report.code}）`}`];
    case 'found': return [head, ...noticeLines(report.notice, now)];
  }
}

/** Nothing of a person but the first character of the name. */
function noticeLines(notice: PaymentNotice, now: EpochMs): readonly string[] {
  const { confirmation } = notice;
  const payable = mayBePaid(notice, notice.totalAmount, now);
  return [
    `  状态：${stateWords[notice.state]}；金额 ${yuanOf(notice.totalAmount)}，其中滞纳金 ${yuanOf(notice.lateFee)}；有效期至 ${notice.validUntil}`,
    `  执收单位：${notice.unit.name}（${notice.unit.code}）；缴款人：${Array.from(notice.payer.name)[0] ?? ''}**`,
    ...notice.items.map((item) => `  项目：${item.name}（${item.itemCode}）${item.quantity} ${item.measure}，${yuanOf(item.amount)}`),
    ...(confirmation === undefined ? [] : [`  缴款：${timeOf(confirmation.at)}，流水号 ${confirmation.serialNo}，确认码 ${confirmation.confirmCode}`]),
    payable.ok ? '  按平台规则：现在可以缴款' : `  按平台规则：现在不能缴款（${refusalWords[payable.refusal.code]}）`,
  ];
}
