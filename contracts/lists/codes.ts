/** One value of a code: as it is sent and shown, and the stored words that it stands for. */
export interface CodeValue { readonly code: string; readonly zh: string; readonly words: readonly string[] }
export type CodeTable = readonly CodeValue[];

const value = (code: string, zh: string, ...words: readonly string[]): CodeValue => ({ code, zh, words });

/** Codes with their Chinese labels, from the enums of the requirement matrix; the last block is ours. */
export const codeTables = {
  payChannel: [value('ALIPAY', '支付宝', 'alipay'), value('UNIONPAY', '银联', 'unionpay')],
  // With direct connections the acquirer is the brand (reading of 1.1.4.3.1-f).
  acquiringChannel: [value('ALIPAY', '支付宝直连', 'alipay'), value('UNIONPAY', '银联', 'unionpay')],
  payMethod: [value('PC', 'PC网关支付', 'pc'), value('H5', 'H5支付', 'h5'), value('BAR', '条码付', 'bar')],
  orderType: [value('PAY', '支付', 'payment'), value('REFUND', '退款', 'refund')],
  orderState: [
    value('0', '待支付', 'awaiting'), value('1', '支付中', 'paying'), value('2', '支付成功', 'paid'), value('3', '支付失败', 'failed'), value('4', '已关闭', 'closed'),
    // Stored as a record of its own, never as a state of the order.
    value('5', '重缴'),
  ],
  payState: [value('0', '待支付'), value('1', '支付中', 'open'), value('2', '支付成功', 'paid', 'repeat', 'late', 'stray'), value('3', '支付失败', 'declined', 'ended')],
  refundState: [value('0', '待退款', 'requested'), value('1', '退款中', 'refunding'), value('2', '退款成功', 'refunded'), value('3', '退款失败', 'failed')],
  approvalState: [value('0', '待审批', 'pending'), value('1', '已同意', 'approved'), value('2', '已驳回', 'rejected'), value('9', '无需审批', 'not-needed')],
  handleState: [value('0', '待处理', 'pending'), value('1', '跟踪中', 'following'), value('2', '已处理', 'handled')],
  abnormalState: [
    value('PAID_AFTER_CLOSE', '关闭后支付', 'paid-after-close'), value('AMOUNT_MISMATCH', '金额不符', 'amount-mismatch'),
    value('CHANNEL_ERROR', '渠道错误', 'channel-error'), value('UNKNOWN_ORDER', '平台无此订单', 'unknown-order'),
  ],
  issueState: [value('0', '待解决', 'open'), value('1', '已解决', 'solved')],
  issueType: [value('PAY', '支付问题', 'payment'), value('REFUND', '退款问题', 'refund'), value('NOTICE', '通知问题', 'callback'), value('BILL', '票据问题', 'e-bill'), value('OTHER', '其他', 'other')],
  noticeState: [value('0', '待通知', 'unknown', 'pending'), value('1', '通知成功', 'ok', 'accepted'), value('2', '通知失败', 'refused', 'failed')],
  splitMode: [value('NONE', '不分账', 'none'), value('SUB_MERCHANT', '子商户分账', 'sub-merchant')],
  eBillState: [
    value('0', '待开票', 'pending'), value('1', '开票中', 'issuing'), value('2', '已开票', 'issued'), value('3', '开票失败', 'failed'), value('4', '冲红中', 'reversing'),
    value('5', '已冲红', 'reversed'), value('6', '已作废', 'void'),
  ],
  eBillSource: [value('ISSUED', '平台开具', 'generated'), value('VERIFIED', '平台查验', 'verified')],

  outcome: [
    value('MATCHED', '对平', 'matched'), value('WAITING', '待对', 'waiting'), value('ONLY_HERE', '仅平台有', 'only-here'),
    value('ONLY_THERE', '仅渠道有', 'only-there'), value('AMOUNT_DIFFERS', '金额不符', 'amount-differs'), value('STATE_DIFFERS', '状态不符', 'state-differs'),
    value('FEE_DIFFERS', '手续费不符', 'fee-differs'), value('DUPLICATE_LINE', '账单重复', 'duplicate-line'), value('ODD_LINE', '无法识别的账单行', 'odd-line'),
  ],
  differenceState: [value('WAITING', '待对', 'waiting'), value('OPEN', '未处理', 'open'), value('CLEARED', '已消除', 'cleared'), value('HANDLED', '已处理', 'handled')],
  reconcileState: [
    value('AWAITING_BILL', '等待渠道账单', 'awaiting-bill'), value('RUNNING', '对账中', 'running'), value('BALANCED', '对平', 'balanced'),
    value('DIFFERS', '有差异', 'differs'), value('NO_BILL', '当日无账单', 'no-bill'), value('NOT_RECONCILED', '不对账', 'not-reconciled'),
  ],
  runState: [
    value('LINES', '勾对中', 'lines'), value('MISSING', '查找单边中', 'missing'), value('DONE', '完成', 'done'), value('CANCELLED', '已取消', 'cancelled'), value('FAILED', '失败', 'failed'),
  ],
  checkState: [value('RUNNING', '核对中', 'running'), value('DONE', '完成', 'done')],
  leg: [value('CHANNEL', '渠道账单', 'channel'), value('PAYMENT_NOTICE', '缴款书', 'payment-notice'), value('E_BILL', '电子票据', 'e-bill')],
  gapKind: [value('MISSING', '缺失', 'missing'), value('DIFFERS', '金额不符', 'differs'), value('TOO_MANY', '重复', 'too-many')],
  gapState: [value('OPEN', '未消除', 'open'), value('CLOSED', '已消除', 'closed')],
  personalBillState: [value('PAID', '已缴费', 'paid'), value('REFUNDED', '已退费', 'refunded')],
  pushState: [value('PENDING', '推送中', 'pending'), value('ACCEPTED', '已送达', 'accepted'), value('FAILED', '推送失败', 'failed')],
  textScene: [
    value('PAYMENT_MADE', '缴费成功', 'payment-made'), value('REFUND_MADE', '退款成功', 'refund-made'), value('BILL_ISSUED', '电子票据开具', 'bill-issued'),
    value('BILL_FAILED', '电子票据开具失败', 'bill-failed'), value('RECONCILIATION_ALERT', '对账差异', 'reconciliation-alert'), value('LOGIN', '登录验证码', 'login'),
    value('PASSWORD_RESET', '重置密码验证码', 'password-reset'), value('FIND_PAYMENT', '缴费查询验证码', 'find-payment'), value('PAYMENT_REMINDER', '待缴提醒', 'payment-reminder'),
  ],
  textState: [value('QUEUED', '待发送', 'queued'), value('SUBMITTED', '已提交', 'submitted'), value('DELIVERED', '已送达', 'delivered'), value('FAILED', '失败', 'failed'), value('UNKNOWN', '结果未知', 'unknown')],
  operatorState: [value('1', '启用', 'active'), value('2', '待激活', 'invited'), value('0', '停用', 'disabled')],
  keyState: [value('0', '待审批', 'asked'), value('1', '使用中', 'in-use'), value('2', '已驳回', 'rejected'), value('3', '已挂失，待审批', 'reported'), value('4', '已解除', 'removed')],
  grantState: [value('0', '待审批', 'pending'), value('1', '已同意', 'approved'), value('2', '已驳回', 'rejected')],
  inboundMeaning: [value('OPT_OUT', '退订', 'opt-out'), value('OTHER', '其他', 'other')],
  shareTable: [
    value('T7_15', '商户中心库表', 'merchant-users'), value('T7_16', '支付订单信息表', 'paid-orders'), value('T7_17', '用户信息表', 'users'),
    value('T7_18', '业务信息表', 'business-nodes'), value('BILLS', '账单信息扩展表', 'order-bills'),
  ],
  shareKind: [value('EXPORT', '批次', 'export'), value('SINGLE', '单行重发', 'single'), value('RELOAD_CHECK', '全量核对', 'reload-check'), value('DAY_CHECK', '日核对', 'day-check')],
  shareState: [value('DONE', '完成', 'done'), value('FAILED', '未送达', 'failed'), value('UNKNOWN', '结果不明', 'unknown'), value('DIFFERS', '两侧不一致', 'differs')],
  noteAction: [
    value('FOLLOW', '跟踪', 'follow'), value('HANDLE', '处理', 'handle'), value('REFUND_ASKED', '申请退回款项', 'refund-asked'), value('REFUND_APPROVED', '同意退回款项', 'refund-approved'),
    value('REFUND_REJECTED', '驳回退回款项', 'refund-rejected'),
  ],
  // What a business system was told, by the words of the callbacks.
  toldState: [
    value('AWAITING', '待支付', 'awaiting'), value('PAYING', '支付中', 'paying'), value('PAID', '支付成功', 'paid'), value('REPEAT_PAID', '重缴', 'repeat-paid'), value('FAILED', '失败', 'failed'),
    value('CLOSED', '已关闭', 'closed'), value('REFUNDED', '退款成功', 'refunded'),
  ],
  // What became of the newest question whether surplus money goes back, by its note.
  giveBackState: [
    value('9', '无', 'none'), value('0', '待审批', 'refund-asked'), value('1', '已同意', 'refund-approved'), value('2', '已驳回', 'refund-rejected'),
  ],
  refundOrigin: [value('MERCHANT', '业务系统', 'merchant'), value('RULE', '平台规则', 'rule'), value('PERSON', '人工', 'person')],
  slipRefundPolicy: [
    value('DIRECT_UNTIL_SETTLED', '结算前直接退款，结算后凭财政批准文号', 'direct-until-settled'), value('DIRECT', '直接退款', 'direct'), value('BY_APPROVAL', '一律凭财政批准文号', 'by-approval'),
  ],
  // Flags are stored as 1 and 0.
  enabledState: [value('1', '启用', '1'), value('0', '停用', '0')],
  yesNo: [value('1', '是', '1'), value('0', '否', '0')],
  environment: [value('PRODUCTION', '生产', 'production'), value('TEST', '测试', 'test'), value('SIMULATOR', '模拟', 'simulator')],
  signAlgorithm: [value('RSA2', 'RSA2', 'RSA2'), value('SM2', '国密SM2', 'SM2')],
  settledState: [value('0', '未结算', 'open'), value('1', '已结算', 'settled')],
  noticeStep: [
    value('TO_ISSUE', '待开具', 'to-issue'), value('REFUSED', '省系统拒绝', 'refused'), value('TO_PUSH', '待推送', 'to-push'), value('OPEN', '待缴款', 'open'), value('CONFIRM_PENDING', '待确认', 'confirm-pending'),
    value('CONFIRMED', '已确认', 'confirmed'), value('PAID_ELSEWHERE', '已在其他渠道缴款', 'paid-elsewhere'), value('VOID_PENDING', '待作废', 'void-pending'), value('VOIDED', '已作废', 'voided'), value('RETURNED', '已退付', 'returned'),
  ],
  abnormalNoticeType: [
    value('PAID_NOT_CONFIRMED', '已支付未确认', 'paid-not-confirmed'), value('CONFIRMED_NOT_PAID', '已确认未支付', 'confirmed-not-paid'), value('AMOUNT_DIFFERS', '金额不符', 'amount-differs'),
    value('ONLY_AT_PROVINCE', '仅省系统有', 'only-at-province'), value('ONLY_HERE', '仅平台有', 'only-here'), value('DUPLICATE', '重复缴款', 'duplicate'),
  ],
  alertType: [
    value('PAYMENT', '支付', 'payment'), value('REFUND', '退款', 'refund'), value('CHANNEL', '渠道', 'channel'), value('RECONCILIATION', '对账', 'reconciliation'), value('CALLBACK', '通知业务系统', 'callback'),
    value('NOTICE', '缴款书', 'notice'), value('E_BILL', '电子票据', 'e-bill'), value('TEXT', '短信', 'text'), value('SHARING', '数据共享', 'sharing'), value('SECURITY', '安全', 'security'), value('SYSTEM', '系统', 'system'),
  ],
  alertLevel: [value('CRITICAL', '严重', 'critical'), value('MAJOR', '重要', 'major'), value('MINOR', '一般', 'minor')],
  // Both are said of one stored state: whoever handles an alert has read it.
  alertHandled: [value('0', '待处理', 'unread', 'read'), value('2', '已处理', 'handled')],
  alertRead: [value('0', '未读', 'unread'), value('1', '已读', 'read', 'handled')],
  logType: [value('REQUEST', '请求', 'request'), value('NOTICE', '通知', 'notice'), value('JOB', '作业', 'job'), value('SYSTEM', '系统', 'system')],
  logLevel: [value('INFO', '信息', 'info'), value('WARN', '警告', 'warn'), value('ALARM', '告警', 'alarm'), value('FAULT', '故障', 'fault')],
  menuType: [value('DIRECTORY', '目录', 'directory'), value('PAGE', '页面', 'page')],
  // What an operation was done to. Each code is the stored word: an entry of a release that knew another one is shown by that word, and not hidden.
  auditObject: [
    ...Object.entries({
      order: '支付订单', attempt: '支付流水', refund: '退款订单', repeat: '重缴订单', abnormal: '异常订单', difference: '对账差异', 'leg-gap': '四方核对差异', notice: '异常缴款书', 'payment-notice': '缴款书', 'e-bill': '电子票据',
      bill: '渠道账单', callback: '业务系统通知', issue: '问题', attachment: '附件', 'reconcile-run': '对账批次', 'day-certificate': '日对账凭证', period: '结算月份', statement: '结算单', recovery: '恢复核对', archive: '归档', forgetting: '到期清除',
      payee: '收款单位', 'payee-channel': '收款单位渠道', institution: '收款机构', channel: '支付渠道', 'channel-merchant': '渠道商户', developer: '开发者', 'developer-role': '开发者角色', region: '区域', industry: '行业',
      'nontax-region': '区域非税配置', 'nontax-item': '收入项目', menu: '菜单', alert: '提醒', 'list-export': '导出', 'text-message': '短信', 'text-block': '短信退订', 'data-sharing': '数据共享', key: '密钥',
      operator: '操作员', 'operator-role': '操作员角色', function: '平台功能', 'audit-log': '审计日志',
    }).map(([word, zh]) => value(word, zh, word)),
  ],
  menuOrigin: [value('DELIVERED', '产品自带', 'delivered'), value('ADDED', '自行添加', 'added')],
  unsettledAge: [value('DAY_0_1', '0至1天', 'day-0-1'), value('DAY_2_3', '2至3天', 'day-2-3'), value('OVER_3', '4天及以上', 'over-3')],
} as const satisfies Readonly<Record<string, CodeTable>>;

export type CodeTableName = keyof typeof codeTables;

const byWord = new Map(Object.entries(codeTables).map(([name, table]) => [name, new Map(table.flatMap((entry: CodeValue) => entry.words.map((word) => [word, entry.code] as const)))]));
const labels = new Map(Object.entries(codeTables).map(([name, table]) => [name, new Map(table.map((entry: CodeValue) => [entry.code, entry.zh] as const))]));

/** The code of a stored word. Throws on a word outside its table: a list that left it blank would hide it. */
export function codeOf(table: CodeTableName, word: string): string {
  const code = byWord.get(table)?.get(word);
  if (code === undefined) throw new RangeError(`${table} has no code for a stored word`);
  return code;
}

/** Stored words of a code; none of a code outside the table. */
export const wordsOf = (table: CodeTableName, code: string): readonly string[] => codeTables[table].find((entry: CodeValue) => entry.code === code)?.words ?? [];

/** What people read. */
export const labelOf = (table: CodeTableName, code: string): string => labels.get(table)?.get(code) ?? code;
