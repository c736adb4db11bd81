/** Of what an alert speaks. */
export const alertTypes = ['payment', 'refund', 'channel', 'reconciliation', 'callback', 'notice', 'e-bill', 'text', 'sharing', 'security', 'system'] as const;
export type AlertType = (typeof alertTypes)[number];
/** `critical`: money, evidence or the whole platform is at stake; `minor`: goes on by itself. */
export const alertLevels = ['critical', 'major', 'minor'] as const;
export type AlertLevel = (typeof alertLevels)[number];

/** `about`: the fields of the event that say which thing it is; the same things are one alert. */
export interface AlertKind { readonly alertType: AlertType; readonly level: AlertLevel; readonly words: string; readonly about: readonly string[] }
const kind = (alertType: AlertType, level: AlertLevel, words: string, ...about: readonly string[]): AlertKind => ({ alertType, level, words, about });

/**
 * Which events of the journal become alerts: every alarm, and the faults that speak of the database or of what is kept. The three `…-waiting` are found by looking
 * (application/alerts/look-for-waiting.ts).
 */
export const alertKinds: Readonly<Record<string, AlertKind>> = {
  'paid-twice': kind('payment', 'major', '订单重复支付', 'orderNo'),
  'paid-late': kind('payment', 'major', '订单关闭后收到款项', 'orderNo'),
  'charged-in-error': kind('payment', 'critical', '渠道扣款但告知支付失败', 'orderNo'),
  'amount-differs': kind('payment', 'critical', '渠道告知的金额与订单不符，未入账', 'orderNo'),
  'attempt-left-to-bill': kind('payment', 'major', '多次查询未得支付结果，等待渠道账单', 'orderNo', 'attemptNo'),
  'barcode-cancelled-after-payment': kind('payment', 'major', '条码付撤销时款项已入账，按退款记录', 'orderNo'),
  'channel-message-refused': kind('payment', 'major', '收到涉及本平台订单但无法验证的渠道消息', 'payChannel', 'attemptNo'),
  'lost-payment': kind('payment', 'critical', '渠道告知一笔本平台没有的付款', 'payChannel', 'attemptNo'),
  'refund-of-lost-number': kind('refund', 'critical', '渠道告知一笔本平台没有的退款', 'refundTradeNo'),
  'refund-held': kind('refund', 'major', '渠道暂不受理退款，将自动重试', 'refundNo'),
  'refund-left-to-bill': kind('refund', 'major', '渠道查不到退款，等待渠道账单', 'refundNo'),
  'refund-by-rule-failed': kind('refund', 'critical', '按规则退款被渠道拒绝，须人工处理', 'refundNo', 'orderNo'),
  'refund-held-after-restore': kind('refund', 'critical', '恢复数据后退款暂停，须与渠道账单核对', 'refundNo', 'orderNo'),
  'alipay-refund-differs': kind('refund', 'critical', '支付宝确认的退款与平台记录不符', 'refundTradeNo'),
  'alipay-call': kind('channel', 'critical', '支付宝因平台配置拒绝调用', 'call'),
  'bill-missing': kind('reconciliation', 'major', '渠道账单未到，请上传', 'channelMerchantId', 'clearingDay'),
  'bill-refused': kind('reconciliation', 'major', '渠道账单不完整或自相矛盾，未采用', 'channelMerchantId', 'clearingDay'),
  'reconcile-differs': kind('reconciliation', 'major', '对账有差异', 'channelMerchantId', 'clearingDay'),
  'reconcile-failed': kind('reconciliation', 'critical', '对账失败', 'channelMerchantId', 'clearingDay'),
  'reconcile-sums-differ': kind('reconciliation', 'critical', '对账结果合计不符，当日不能出具日结证明', 'runNo'),
  'certificate-sums-differ': kind('reconciliation', 'critical', '日结证明合计不符，未出具', 'day', 'channelMerchantId'),
  'certificate-too-long': kind('reconciliation', 'major', '当日差异过多，日结证明未出具', 'day', 'channelMerchantId'),
  'legs-open': kind('reconciliation', 'major', '四方核对差异超过一天未消除', 'day', 'channelMerchantId'),
  'differences-waiting': kind('reconciliation', 'major', '对账差异超过一天未处理'),
  'abnormal-orders-waiting': kind('payment', 'major', '有异常订单待处理'),
  'repeat-orders-waiting': kind('payment', 'major', '有重缴订单待处理'),
  'callback-given-up': kind('callback', 'major', '通知业务系统多次未成功，已停止自动通知', 'orderNo', 'callbackId'),
  'personal-bill-given-up': kind('callback', 'minor', '推送个人账单多次未成功，已停止', 'orderNo'),
  'job-given-up': kind('system', 'major', '后台作业多次出错，已停止', 'topic', 'key'),
  'job-keeps-failing': kind('system', 'major', '后台作业持续出错，仍在重试', 'topic', 'key'),
  'recovery-open': kind('system', 'critical', '数据恢复后仍有业务暂停'),
  'payment-notice-abnormal': kind('notice', 'major', '缴款书与资金、确认或省级对账单不一致', 'noticeNo', 'orderNo'),
  'payment-notice-stuck': kind('notice', 'major', '缴款书多次没有得到明确答复，每小时重试', 'noticeNo'),
  'payment-notice-no-province': kind('notice', 'critical', '缴款书所属区域没有省级系统配置', 'noticeNo', 'region'),
  'notice-statement-missing': kind('notice', 'major', '省级对账单未到', 'region', 'day'),
  'notice-statement-damaged': kind('notice', 'major', '省级对账单自相矛盾，未采用', 'region', 'day'),
  'notice-statement-odd-lines': kind('notice', 'major', '省级对账单有无法识别的行', 'region', 'day'),
  'e-bill-refused': kind('e-bill', 'major', '电子票据系统拒绝开票，须人工重开', 'orderNo', 'busNo'),
  'e-bill-stopped': kind('e-bill', 'major', '电子票据不能开具，须人工处理', 'orderNo'),
  'e-bill-late': kind('e-bill', 'minor', '电子票据多次没有可信的答复，继续重试', 'orderNo', 'busNo'),
  'e-bill-stock-exhausted': kind('e-bill', 'critical', '电子票据号段已用完'),
  'e-bill-not-as-asked': kind('e-bill', 'critical', '电子票据系统的票据与平台记录不符', 'orderNo', 'busNo'),
  'e-bill-ended-elsewhere': kind('e-bill', 'critical', '电子票据在票据系统被冲红或作废，非本平台所为', 'orderNo', 'busNo'),
  'e-bill-reverse-refused': kind('e-bill', 'major', '已退款而票据系统拒绝冲红，每小时重试', 'orderNo', 'busNo'),
  'e-bill-no-issuer': kind('e-bill', 'critical', '收款单位所在区域没有票据系统配置', 'orderNo'),
  'e-bill-check-differs': kind('e-bill', 'major', '电子票据日核对有差异', 'eBillRegionCode', 'day'),
  'e-bill-check-late': kind('e-bill', 'major', '电子票据日核对未能完成', 'eBillRegionCode', 'day'),
  'text-platform-refused': kind('text', 'critical', '短信平台拒绝本平台账号、签名或报文，短信停发'),
  'text-template-not-registered': kind('text', 'major', '短信模板没有平台编号，短信未发', 'template'),
  'text-not-made': kind('text', 'minor', '短信内容与模板不符，未发', 'template'),
  'text-not-renderable': kind('text', 'minor', '待发短信无法按现有模板生成', 'template'),
  'share-target-down': kind('sharing', 'major', '数据共享平台持续不接收', 'target', 'table'),
  'share-differs': kind('sharing', 'major', '数据共享两侧不一致', 'target', 'table'),
  'foreign-account-in-production': kind('security', 'critical', '生产库中有测试或模拟渠道账户，按不存在处理', 'channelMerchantId'),
  'console-row-tampered': kind('security', 'critical', '账号、角色或会话的记录被绕过平台修改'),
  'row-tampered': kind('security', 'critical', '订单、支付、退款或基础数据的记录被绕过平台修改，已停用', 'table', 'rowNo'),
  'rows-tampered': kind('security', 'critical', '全库核验发现被绕过平台修改的记录'),
  'row-code-mark-lost': kind('security', 'critical', '校验码启用登记丢失，没有校验码的行一律停用'),
  'attachment-infected': kind('security', 'major', '上传的附件含有病毒，未保存', 'attachmentNo', 'operatorNo'),
  'audit-head-other-key': kind('security', 'critical', '本机审计签名密钥与登记的不同，未签名，请复制密钥库'),
  'audit-chain-broken': kind('security', 'critical', '审计日志被修改'),
  'developer-key-imported': kind('security', 'major', '开发者导入了新的公钥，请核实', 'devId', 'fingerprint'),
  'developer-key-retired': kind('security', 'major', '开发者的公钥被停用，请核实', 'devId', 'fingerprint'),
  'developer-scheme-changed': kind('security', 'major', '开发者的签名参数被修改，请核实', 'devId'),
  'developer-origins-changed': kind('security', 'major', '开发者的回调来源被修改，请核实', 'devId'),
  'proxy-not-trusted': kind('security', 'minor', '请求带有转发地址而来源不在可信代理中', 'address'),
  'node-number-taken': kind('system', 'major', '节点号被另一进程占用，本进程结束', 'nodeNo'),
  'process-ended': kind('system', 'major', '一个进程意外结束，将重新启动'),
  'process-not-started': kind('system', 'major', '一个进程未能启动，将再试'),
  'rolling-restart-stopped': kind('system', 'major', '滚动重启未完成，原进程继续运行'),
  'redis-away': kind('system', 'major', 'Redis 连接不上'),
  'limits-not-shared': kind('system', 'minor', '进程间限流不能共享，各自限流'),
  'clock-off': kind('system', 'critical', '数据库服务器与本机时钟相差超过 30 秒'),
  'sm2-not-native': kind('system', 'minor', '没有原生 SM2，签名较慢'),
  'job-board': kind('system', 'critical', '作业表不能读写，请检查数据库'),
  'audit-chain': kind('system', 'critical', '审计日志不能编号相连，请检查数据库'),
  'node-number': kind('system', 'major', '节点号续期失败，请检查数据库'),
  'clock-watch': kind('system', 'major', '不能询问数据库时间，请检查数据库'),
  'archive': kind('system', 'major', '归档中断，将再试'),
  'forgetting': kind('system', 'major', '到期个人信息的清除中断，将再试'),
  'key-store': kind('security', 'critical', '密钥库文件不能重新读取'),
  'statement-unreadable': kind('reconciliation', 'critical', '已出具的对账单文件不能读出或已改变', 'fileNo'),
  'log-lines-dropped': kind('system', 'minor', '日志过多或数据库过慢，部分日志只留在文件中'),
};

/** What people read before a value; a field without a word is not shown. */
export const fieldWords: Readonly<Record<string, string>> = {
  devId: '开发者', fingerprint: '公钥指纹', attemptNo: '支付流水', refundNo: '退款单', refundTradeNo: '渠道退款号', payChannel: '渠道', channelMerchantId: '渠道商户', clearingDay: '清算日', day: '日期', runNo: '对账批次', callbackId: '通知', topic: '作业', key: '对象',
  noticeNo: '缴款书', region: '区域', eBillRegionCode: '区域', busNo: '业务流水', template: '模板', target: '平台', table: '库表', address: '地址', nodeNo: '节点', fileNo: '文件', rowNo: '行号', attachmentNo: '附件', operatorNo: '操作员', rows: '行数', call: '接口', open: '差异', orders: '订单数', count: '笔数', oldest: '最早', tries: '次数', times: '次数', differences: '差异', lines: '行数', failures: '次数', dropped: '条数', skewMs: '毫秒',
};
