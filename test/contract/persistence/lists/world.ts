import type { StoredRow } from '../../../../adapters/outbound/persistence/sql/codecs.js';
import type { SqlEngine } from '../../../../adapters/outbound/persistence/sql/engine.js';
import { fen } from '../../../../domain/kernel/money.js';
import { anOrderBill, aVerifiedBill, issuedBill } from '../../../builders/e-bills.js';
import type { AbnormalNotice } from '../../../../domain/payment-notices/abnormal-notice.js';
import { bizNoOfOrder, newNotice, type NoticeRecord } from '../../../../domain/payment-notices/notice-record.js';
import { aNoticeContent } from '../../../builders/payment-notices.js';
import { aChannelMerchant, aPayee } from '../../../builders/directory.js';
import { aLegCheck, aLegGap } from '../../../builders/legs.js';
import { aPersonalBillPush } from '../../../builders/personal-bills.js';
import { anAbnormalOrder, anAttempt, anEntry, anOrder, aCallback, aRefund, aRepeatPayment, no, noon } from '../builders.js';
import { aLogRow, aMenuEntry, anAlert } from '../../../builders/management.js';
import { anIssue } from '../../../builders/issues.js';
import { aGrantRequest, aKey, anOfficer, anOperator, aRole } from '../../../builders/operators.js';
import type { Stores } from '../../../../application/ports/unit-of-work.js';
import type { Vault } from '../../../../application/ports/vault.js';
import { vault, type Opened } from '../opened.js';
import { anInboundText, aStoredText } from '../text-builders.js';
import { directoryRows } from './world-directory.js';
import { olderOrders } from './world-orders.js';

/** 2026-05-08 12:00 in China; the world is read on 2026-05-12. */
export const today = '20260512';
const hour = 3_600_000;
export const day = 24 * hour;

const tradeDefaults = {
  kind: 'payment', purpose: 'order', platform_refund_order_no: null, dev_id: 'D1', order_date: '20260508', pay_channel: 'alipay', pay_method: 'h5',
  channel_merchant_id: 'CM1', channel_order_no: null, channel_discount_amount: 0, share_list: '[]', clearing_day: '20260508', settle_state: 'open',
  settled_day: null, seen_run_no: null,
};
/** Trade number `n`: `n` hours after noon unless it says otherwise, of 100 fen times `n`. */
export function tradeRow(n: number, changes: StoredRow = {}): StoredRow {
  return {
    ...tradeDefaults, trade_key: `P${no(n)}`, platform_order_no: no(n), attempt_no: no(n), merchant_no: 'M1', biz_order_no: `B-${n}`, order_amount: n * 100,
    amount: n * 100, trade_at: noon + n * hour, created_at: noon + n * hour, ...changes,
  };
}

/** The entry that settles a trade with a fee of one fen per 100. */
export function entryRow(trade: StoredRow, changes: StoredRow = {}): StoredRow {
  const amount = Number(trade['amount']) * (trade['kind'] === 'refund' ? -1 : 1);
  const taken = ['trade_key', 'kind', 'purpose', 'pay_channel', 'pay_method', 'channel_merchant_id', 'merchant_no', 'platform_order_no', 'platform_refund_order_no', 'biz_order_no', 'order_date', 'trade_at', 'clearing_day'];
  return {
    ...Object.fromEntries(taken.map((name) => [name, trade[name] ?? null])), entry_no: 0, cause: 'matched', sub_merchant_no: null, channel_order_no: `C${String(trade['biz_order_no'])}`,
    settle_day: '20260509', trade_count: 1, trade_amount: amount, settled_amount: amount, fee_amount: amount / 100, run_no: 'R1', line_no: 1, created_at: noon + 2 * day, ...changes,
  };
}

export const differenceRow = (differenceNo: string, changes: StoredRow = {}): StoredRow => ({
  difference_no: differenceNo, channel_merchant_id: 'CM1', pay_channel: 'alipay', subject_key: `C-${differenceNo}`, outcome: 'only-there', state: 'open', clearing_day: '20260508',
  kind: 'payment', merchant_no: null, platform_order_no: null, biz_order_no: null, own_no: 'OWN', channel_no: `C-${differenceNo}`, here_amount: null, there_amount: 700, here_fee: null,
  there_fee: null, there_settled: 700, suggested_key: null, happened_at: noon, detail_text: '渠道有，平台无', first_run_no: 'R1', last_run_no: 'R1', created_at: noon + day, version: 1, ...changes,
});

const dayRow = (channelMerchantId: string, clearingDay: string, changes: StoredRow = {}): StoredRow => ({
  channel_merchant_id: channelMerchantId, clearing_day: clearingDay, pay_channel: channelMerchantId === 'CM2' ? 'unionpay' : 'alipay', state: 'balanced', bill_no: `BILL-${clearingDay}`,
  last_run_no: 'R1', running_no: null, run_count: 1, reconcile_count: 10, reconcile_amount: 1000, settled_amount: 1000, fee_amount: 10, open_count: 0, waiting_count: 0, tries: 1,
  last_tried_at: noon, last_word: null, reconciled_at: noon, version: 1, ...changes,
});

const runRow = (runNo: string, changes: StoredRow = {}): StoredRow => ({
  run_no: runNo, channel_merchant_id: 'CM1', pay_channel: 'alipay', clearing_day: '20260508', run_sequence: 1, bill_no: 'BILL-1', state: 'done', lines_done: 10, line_count: 10,
  missing_after: null, figures: '{}', run_changes: '{}', started_at: noon + day, ended_at: noon + day + 5000, started_by: 'system', cancel_asked_by: null, remark: null, version: 1, ...changes,
});

const noteRow = (noteNo: string, changes: StoredRow = {}): StoredRow => ({ note_no: noteNo, object_kind: 'difference', object_no: 'DF1', note_action: 'follow', note_text: '已联系渠道', operator_name: 'reconcile-command', noted_at: noon, ...changes });

const shareRow = (batchNo: string, changes: StoredRow = {}): StoredRow => ({
  batch_no: batchNo, target_name: 'front-database', table_name: 'paid-orders', batch_kind: 'export', state: 'done', row_count: 10, accepted_count: 10, quarantined_count: 0,
  warning_count: 0, message_text: null, began_at: noon, ended_at: noon + 5000, ...changes,
});

/** Two institutions: I1 with 市财政局 (M1) and 市不动产登记中心 (M2), I2 with 县财政局 (M3). */
async function directory({ directoryEditor }: Opened): Promise<void> {
  const by = { kind: 'system' as const, code: 'test', address: '-' };
  const payees = [
    { merchantNo: 'M1', payeeName: '市财政局', institutionNo: 'I1', payNotifyUrl: 'https://biz.example/notify?token=secret', industryCode: 'EDU', remark: '总窗口', createdAt: noon + hour },
    { merchantNo: 'M2', payeeName: '市不动产登记中心', institutionNo: 'I1', regionCode: '359999', refundReviewRequired: true, industryCode: 'GONE', createdAt: noon,
      defaultReturnUrl: 'https://biz.example/back?token=secret', refundReviewAbove: fen(500_000n), callbackOnFailedOrClosed: true, chargingUnit: { code: '001', name: '登记科' }, isNoticeFirst: true, slipRefundPolicy: 'by-approval' as const,
      subMerchants: [{ subMerchantNo: 'S1', subMerchantName: '登记窗口', enabled: true }, { subMerchantNo: 'S2', subMerchantName: '测绘窗口', enabled: false }] }, { merchantNo: 'M3', payeeName: '县财政局 100%_!\\', institutionNo: 'I2', regionCode: '350404' },
  ];
  for (const payee of payees) await directoryEditor.savePayee(aPayee(payee), by);
  for (const [channelMerchantId, channelMerchantName, payChannel] of [['CM1', '支付宝非税专户', 'alipay'], ['CM2', '银联非税专户', 'unionpay']] as const) {
    await directoryEditor.saveChannelMerchant(aChannelMerchant(payChannel, { channelMerchantId, channelMerchantName, settings: { appSecret: '机密' } }), by);
  }
}

/** Notices of trades 1, 2 and 6, one that nobody has paid, and two things that are abnormal. */
async function notices({ unitOfWork, directoryEditor }: Opened): Promise<void> {
  const by = { kind: 'system' as const, code: 'test', address: '-' };
  for (const [regionCode, name] of [['350400', '三明市'], ['350404', '三元区']] as const) {
    await directoryEditor.saveNontaxRegion({ regionCode, regionName: name, nontaxRegionCode: regionCode, nontaxRegionName: `${name}本级`, eBillRegionCode: '35', eBillRegionName: '福建省', version: 1 }, by);
  }
  const record = (n: number, changes: Partial<NoticeRecord> = {}): NoticeRecord => ({
    ...newNotice(aNoticeContent({ busNo: no(n), totalAmount: fen(n * 100) }), { noticeNo: no(n), origin: 'order', devId: 'D1', merchantNo: n === 1 ? 'M1' : 'M2', bizNoticeNo: bizNoOfOrder(no(n)), contentDigest: undefined, platformOrderNo: no(n), step: 'confirmed', now: noon }),
    payCode: `350400263000000000${String(n).padStart(2, '0')}`, tradeKey: `P${no(n)}`, paidAt: noon + n * hour, payDay: n === 6 ? '20260509' : '20260508', state: 'paid', ...changes,
  });
  const abnormal = (n: number, changes: Partial<AbnormalNotice>): AbnormalNotice => ({
    abnormalNo: `A${n}`, kind: 'paid-not-confirmed', region: '350400', payCode: record(n).payCode, noticeNo: no(n), platformOrderNo: no(n), merchantNo: 'M1', tradeKey: `P${no(n)}`, amount: fen(n * 100),
    provinceAmount: undefined, serialNo: undefined, payDay: '20260508', orderDate: '20260508', note: '第 5 次仍未成功', handleState: 'pending', createdAt: noon, version: 1, ...changes,
  });
  await unitOfWork.run(async (stores) => {
    for (const one of [record(1), record(2), record(6, { step: 'confirm-pending' }), record(9, { step: 'open', state: 'unpaid', tradeKey: undefined, paidAt: undefined, payDay: undefined })]) await stores.notices.add(one);
    for (const [n, state] of [[1, 'ok'], [2, 'unknown']] as const) {
      await stores.notices.addLog({ logNo: no(700 + n), noticeNo: no(1), region: '350400', payCode: record(1).payCode, subject: 'confirm', content: `缴款确认 ${n}`, state, reply: '成功', at: noon + n * hour });
    }
    await stores.notices.addAbnormal(abnormal(1, {}));
    await stores.notices.addAbnormal(abnormal(8, { kind: 'only-at-province', noticeNo: undefined, platformOrderNo: undefined, merchantNo: undefined, tradeKey: undefined, orderDate: undefined, payDay: '20260509', handleState: 'handled' }));
  });
}

async function serviceDesk({ unitOfWork }: Opened): Promise<void> {
  // One unit each: an insert that may find its row must be the first write.
  const unit = (work: (stores: Stores) => Promise<unknown>): Promise<unknown> => unitOfWork.run(work);
  for (const n of [1, 2, 3]) await unit(({ orders }) => orders.add({ ...anOrder({ platformOrderNo: no(n), bizOrderNo: `B-${n}`, orderAmount: fen(n * 100), createdAt: noon + n * hour }), state: 'paid' }));
  for (const n of [1, 2, 3]) {
    const base = { attemptNo: no(5000 + n), platformOrderNo: no(n), createdAt: noon + n * hour + 1000 };
    await unit(({ attempts }) => attempts.add(anAttempt(n === 3 ? { ...base, state: 'late', channelMerchantId: 'CM2', payChannel: 'unionpay', paidAt: noon + 5 * hour } : { ...base, state: 'repeat' })));
  }
  for (const n of [1, 2]) {
    await unit(({ repeatPayments }) => repeatPayments.add(aRepeatPayment({
      attemptNo: no(5000 + n), platformOrderNo: no(n), channelOrderNo: `渠道-${n}`, payChannel: 'alipay', amount: fen(n * 100), createdAt: noon + n * hour + 2000, paidAt: noon + n * hour + 1500,
      handleState: n === 1 ? 'pending' : 'handled',
    })));
  }
  const refund = { platformOrderNo: no(2), attemptNo: no(5002), merchantNo: 'M1' };
  await unit(({ refunds }) => refunds.add(aRefund({ ...refund, platformRefundOrderNo: no(9001), bizRefundOrderNo: 'R-1', state: 'failed' })));
  await unit(({ refunds }) => refunds.add(aRefund({ ...refund, platformRefundOrderNo: no(9002), bizRefundOrderNo: 'R-2', state: 'refunding' })));
  await unit(({ callbacks }) => callbacks.add(aCallback({ callbackId: 'c1', platformOrderNo: no(1), toldState: 'repeat-paid', acceptedAt: noon + 2 * hour })));
  await unit(({ abnormalOrders }) => abnormalOrders.add(anAbnormalOrder({ abnormalId: 'late:3', platformOrderNo: no(3), attemptNo: no(5003), payChannel: 'unionpay', channelOrderNo: 'U-3', amount: fen(300), createdAt: noon + 6 * hour })));
  await unit(({ abnormalOrders }) => abnormalOrders.add(anAbnormalOrder({
    abnormalId: 'unknown:9', kind: 'unknown-order', platformOrderNo: no(999), attemptNo: no(5999), channelOrderNo: undefined, amount: fen(900), createdAt: noon + 30 * hour, handleState: 'following',
  })));
}

/** Pushes of personal bills: taken, waiting, left to people. */
async function cityApps({ unitOfWork }: Opened): Promise<void> {
  const pushes = [
    { n: 1, devId: 'D1', state: 'accepted', billState: 'refunded', tries: 1, acceptedAt: noon + 2 * hour, lastTriedAt: noon + 2 * hour, lastAnswer: '0000', nextTryAt: undefined },
    { n: 2, devId: 'D1', state: 'pending', billState: 'paid', tries: 2, lastTriedAt: noon + 3 * hour, lastAnswer: 'http 500', nextTryAt: noon + 4 * hour },
    { n: 3, devId: 'D2', merchantNo: 'M2', state: 'failed', billState: 'paid', tries: 6, lastTriedAt: noon + 30 * hour, lastAnswer: 'timeout', nextTryAt: undefined, createdAt: noon + 29 * hour },
  ] as const;
  for (const { n, ...push } of pushes) {
    await unitOfWork.run(({ personalBillPushes }) => personalBillPushes.add(aPersonalBillPush({ platformOrderNo: no(n), bizOrderNo: `B-${n}`, createdAt: noon + n * hour, ...push })));
  }
}

/** Checks of two accounts; of order 1 a gap that is over and one that is open, of order 2 one of the next day. */
async function fourWay({ unitOfWork }: Opened): Promise<void> {
  await unitOfWork.run(async ({ legs }) => {
    await legs.addCheck(aLegCheck());
    await legs.addCheck(aLegCheck({ day: '20260509', channelMerchantId: 'CM2', state: 'running', figures: { orders: 3, complete: 3, gaps: {} }, lookAt: undefined }));
    await legs.addGaps([
      aLegGap(1, { platformOrderNo: no(1), bizOrderNo: 'B-1', closedAt: noon + hour }), aLegGap(2, { platformOrderNo: no(1), bizOrderNo: 'B-1', leg: 'channel', kind: 'differs', found: 7_999n as never }),
      aLegGap(3, { day: '20260509', platformOrderNo: no(2), bizOrderNo: 'B-2', merchantNo: 'M2', channelMerchantId: 'CM2', leg: 'payment-notice', expected: fen(200) }),
    ]);
  });
}

async function textMessages({ unitOfWork }: Opened): Promise<void> {
  await unitOfWork.run(async ({ texts }) => {
    await texts.add(aStoredText({ messageId: no(7101), bizKey: no(1), createdAt: noon, state: 'delivered', groupNo: 'G1', tries: 1, submittedAt: noon + 1000, endedAt: noon + 2000 }), '13800138000');
    await texts.add(aStoredText({ messageId: no(7102), bizKey: no(2), createdAt: noon + hour, state: 'unknown', code: 'timeout', tries: 2 }), '13900139000');
    await texts.add(aStoredText({ messageId: no(7103), bizKey: no(7103), createdAt: noon + day, scene: 'login', template: 'LOGIN_CODE', params: undefined }), '13800138000', '192.0.2.7');
    await texts.addInbound(anInboundText({ inboundNo: no(7201) }), '13800138000', 'one');
    await texts.addInbound(anInboundText({ inboundNo: no(7202), content: 'TD', meaning: 'opt-out', receivedAt: noon + day, sentAt: undefined, extension: '' }), '13900139000', 'two');
  });
}

/** Of order 1 an issued bill, of order 2 one reversed and one failed, and a bill that a visitor let us check. */
async function bills({ unitOfWork }: Opened): Promise<void> {
  await unitOfWork.run(async ({ eBills }) => {
    const links = { pageUrl: 'https://bill.example/1', internetPageUrl: undefined, qrImage: undefined };
    await eBills.add(anOrderBill({ platformOrderNo: no(1), bizOrderNo: 'B-1', state: 'issued', amount: fen(100), issued: issuedBill({ issuedAt: noon + 2 * hour, links }), paidAt: noon + hour, nextTryAt: undefined }));
    const second = { platformOrderNo: no(2), bizOrderNo: 'B-2', merchantNo: 'M2', paidAt: noon + day };
    await eBills.add(anOrderBill({ ...second, state: 'reversed', amount: fen(200), issued: issuedBill({ eBillNo: '0000000002', issuedAt: noon + day + hour }), nextTryAt: undefined }));
    await eBills.add(anOrderBill({ ...second, round: 2, state: 'failed', amount: fen(150), failure: { code: 'E1002', text: '开票点不存在' }, tries: 3, lastTryAt: noon + day, nextTryAt: undefined }));
    await eBills.addVerified(aVerifiedBill({ issuedAt: noon - day }));
  });
}

/** Trades 1 to 8 and what the bills said of them; see the comments. */
export const trades: readonly StoredRow[] = [
  tradeRow(1, { settle_state: 'settled', settled_day: '20260508' }),
  tradeRow(2, { settle_state: 'settled', settled_day: '20260508', pay_channel: 'unionpay', channel_merchant_id: 'CM2', merchant_no: 'M2', pay_method: 'bar' }),
  // A combined order: two entries of one trade.
  tradeRow(3, { settle_state: 'settled', settled_day: '20260508', share_list: '[["S1","100"],["S2","200"]]' }),
  // A refund that has been settled.
  tradeRow(4, { trade_key: `R${no(4)}`, kind: 'refund', platform_refund_order_no: no(9004), settle_state: 'settled', settled_day: '20260508', order_date: '20260509' }),
  // Not settled: today's, three days old, older; a refund; of the other institution.
  tradeRow(5, { clearing_day: '20260512', trade_at: noon + 4 * day, order_date: '20260512', share_list: '[["S1","500"]]' }),
  tradeRow(6, { clearing_day: '20260509', trade_at: noon + day, order_date: '20260509', order_amount: 650, channel_discount_amount: 20, merchant_no: 'M2', pay_method: 'pc' }),
  tradeRow(7, { trade_key: `R${no(7)}`, kind: 'refund', platform_refund_order_no: no(9007), trade_at: noon + 2 * hour }),
  tradeRow(8, { merchant_no: 'M3', pay_channel: 'unionpay', channel_merchant_id: 'CM2', order_date: '20260510', trade_at: noon + 2 * day, clearing_day: '20260510' }),
];

const [first, second, third, fourth] = trades as readonly [StoredRow, StoredRow, StoredRow, StoredRow];
export const entries: readonly StoredRow[] = [
  entryRow(first), entryRow(second),
  entryRow(third, { sub_merchant_no: 'S1', trade_amount: 100, settled_amount: 100, fee_amount: 1 }),
  entryRow(third, { entry_no: 1, sub_merchant_no: 'S2', trade_count: 0, trade_amount: 200, settled_amount: 200, fee_amount: 2 }),
  entryRow(fourth),
  // A later bill took one fen more.
  entryRow(first, { entry_no: 1, cause: 'corrected', trade_count: 0, trade_amount: 0, settled_amount: 0, fee_amount: 1, settle_day: '20260510', clearing_day: '20260509' }),
];

export const differences: readonly StoredRow[] = [
  differenceRow('DF1'),
  differenceRow('DF2', { subject_key: String(first['trade_key']), outcome: 'fee-differs', here_fee: 1, there_fee: 2, here_amount: 100, there_amount: 100, merchant_no: 'M1', biz_order_no: 'B-1' }),
  differenceRow('DF3', { outcome: 'only-here', state: 'handled', clearing_day: '20260509', channel_merchant_id: 'CM2', pay_channel: 'unionpay', here_amount: 800, there_amount: null, there_settled: null, happened_at: null }),
  differenceRow('DF4', { state: 'cleared', kind: 'refund' }),
];

/** Two roles; somebody with both, an officer, somebody whose role is gone and whose region is not known; what was done by whom. */
async function consoleOfCity({ unitOfWork }: Opened): Promise<void> {
  await unitOfWork.run(async ({ operators, audit, issues }) => {
    await operators.addRole(aRole({ remark: '窗口收费' }));
    await operators.addRole(aRole({ roleCode: 'reader', roleName: '查询员', createdAt: noon + hour }));
    await operators.add(anOperator({ scope: { kind: 'region', regionCode: '350404' } }), '13800138000');
    await operators.add(anOfficer('audit-officer', { operatorNo: 'O2', name: '陈审', state: 'invited', createdAt: noon + hour, maskedMobile: undefined }), undefined);
    await operators.add(anOperator({ operatorNo: 'O3', account: 'zhang-3', name: '张三', roleCodes: ['gone'], scope: { kind: 'region', regionCode: '359999' }, state: 'disabled', createdAt: noon + day }), '13900139000');
    await operators.addGrantRequest(aGrantRequest({ operatorNo: 'O1', roleCodes: ['cashier', 'reader'], askedBy: 'O2', remark: '' }));
    await operators.addGrantRequest(aGrantRequest({ requestNo: 'G2', operatorNo: 'O3', roleCodes: [], state: 'approved', askedBy: 'O2', decidedBy: 'O1', askedAt: noon + hour, decidedAt: noon + 2 * hour, remark: '离职' }));
    await operators.addGrantRequest(aGrantRequest({ requestNo: 'G3', operatorNo: 'O9', roleCodes: [], officer: 'audit-officer', state: 'rejected', askedBy: 'O8', decidedBy: 'O2', askedAt: noon + day, decidedAt: noon + day + hour, opinion: '不能兼任' }));
    await operators.addKey(aKey());
    await operators.addKey(aKey({ keyNo: 'K2', operatorNo: 'O3', print: 'd'.repeat(64), state: 'reported', askedBy: 'O2', decidedBy: 'O1', askedAt: noon + hour, decidedAt: noon + 2 * hour, remark: '' }));
    await operators.addKey(aKey({ keyNo: 'K3', operatorNo: 'O9', print: 'e'.repeat(64), state: 'in-use', askedBy: 'O9', decidedBy: 'O2', askedAt: noon + day, decidedAt: noon + day + hour }));
    // Two issues of orders, one of them solved, and one that nobody knows the order of.
    await issues.add(anIssue(), '13800138000');
    await issues.add(anIssue({ issueNo: no(8802), type: 'refund', relatedOrderNo: no(9034), platformOrderNo: no(34), platformRefundOrderNo: no(9034), bizOrderNo: 'B-34', state: 'solved', solution: '已退', solvedBy: 'O2', solvedAt: noon + 2 * day, registeredBy: 'O2', registeredAt: noon + day, attachmentCount: 2 }), undefined);
    await issues.add(anIssue({ issueNo: no(8803), type: 'other', relatedOrderNo: undefined, platformOrderNo: undefined, bizOrderNo: undefined, registeredBy: 'O9', registeredAt: noon + 2 * day }), undefined);
    const operator = (code: string) => ({ kind: 'operator' as const, code, address: '10.0.0.7' });
    await audit.append(anEntry({ entryId: no(7301), at: noon + day, actor: operator('O1'), description: '查看手机号', before: undefined, after: undefined }));
    await audit.append(anEntry({ entryId: no(7302), at: noon + day, actor: operator('O2'), description: '停用操作员', before: { state: 'active' }, after: { state: 'disabled' } }));
    await audit.append(anEntry({ entryId: no(7303), at: noon + 2 * day, actor: operator('某命令'), description: '导出日志', after: { rows: '3' } }));
    await audit.append(anEntry({ entryId: no(7304), at: noon + 3 * day, description: '业务系统下单' }));
  });
}

/** Alerts in every state, lines of the log of every kind, and a menu of two directories. */
async function management({ unitOfWork, logBooks }: Opened): Promise<void> {
  await unitOfWork.run(async ({ alerts, directory }) => {
    await alerts.add(anAlert({ alertNo: no(7801), times: 3, firstAt: noon - hour }));
    await alerts.add(anAlert({ alertNo: no(7802), place: 'bill-missing:CM1/20260507', alertType: 'reconciliation', level: 'major', event: 'bill-missing', message: '渠道账单未到', relatedOrderNo: undefined, lastAt: noon + day, state: 'read' }));
    await alerts.add(anAlert({ alertNo: no(7803), place: no(7803), alertType: 'security', level: 'critical', event: 'audit-chain-broken', message: '审计日志被修改', relatedOrderNo: undefined, lastAt: noon + 2 * day, state: 'handled', handledBy: '林晓宇', handledAt: noon + 3 * day, remark: '已核实' }));
    for (const entry of [
      aMenuEntry({ menuKey: 'd.desk', parentKey: '-', menuName: '客户服务', menuType: 'directory', pageKey: undefined }), aMenuEntry(),
      aMenuEntry({ menuKey: 'a.1', parentKey: '-', menuName: '我的目录', menuType: 'directory', pageKey: undefined, sortNo: 2, origin: 'added', enabled: false, remark: '常用' }),
      aMenuEntry({ menuKey: 'a.2', parentKey: 'a.1', menuName: '旧页面', pageKey: 'no-such-page', origin: 'added' }),
    ]) await directory.menus.add(entry);
  });
  await logBooks.append([
    aLogRow({ logNo: no(7901) }), aLogRow({ logNo: no(7902), at: noon + hour, logType: 'job', level: 'warn', requestId: 'work-refund:R1', relatedOrderNo: undefined, content: 'job-ran' }),
    aLogRow({ logNo: no(7903), at: noon + day, logType: 'system', level: 'fault', requestId: undefined, relatedOrderNo: undefined, content: 'job-board' }),
  ]);
}

/** A small city whose every figure can be added up by hand. */
export async function settle(engine: SqlEngine, store: Opened, vaultOfStore: Vault = vault): Promise<void> {
  await directory(store);
  await serviceDesk(store);
  await olderOrders(store);
  await cityApps(store);
  await textMessages(store);
  await bills(store);
  await notices(store);
  await fourWay(store);
  await consoleOfCity(store);
  await management(store);
  const rows: Readonly<Record<string, readonly StoredRow[]>> = {
    ...directoryRows(vaultOfStore),
    trade: trades, settlement_entry: entries, reconcile_difference: differences,
    reconcile_day: [
      dayRow('CM1', '20260508', { state: 'differs', open_count: 2, waiting_count: 1 }), dayRow('CM2', '20260508'), dayRow('CM1', '20260509'),
      dayRow('CM2', '20260507', { state: 'no-bill', reconcile_count: 0, reconcile_amount: -5 }),
    ],
    reconcile_run: [runRow('R1'), runRow('R2', { run_sequence: 2, started_at: noon + 2 * day, state: 'failed', remark: '账单金额与合计不符' }), runRow('R3', { channel_merchant_id: 'CM2' }), runRow('R4', { clearing_day: '20260509', bill_no: null, started_at: noon + 3 * day })],
  };
  Object.assign(rows, {
    handling_note: [
      noteRow('N1', { object_kind: 'repeat', object_no: no(5001), note_action: 'refund-asked', note_text: '多缴一笔', operator_name: 'O1' }), noteRow('N2', { object_kind: 'repeat', object_no: no(5001), note_action: 'refund-approved', noted_at: noon + hour, operator_name: 'O2' }),
      noteRow('N3', { object_kind: 'abnormal', object_no: 'late:3', operator_name: 'O1' }), noteRow('N4', { object_kind: 'difference', object_no: 'DF1', note_action: 'handle' }), noteRow('N5', { object_kind: 'leg-gap', object_no: 'G2' }),
      noteRow('N6', { object_kind: 'difference', object_no: 'late:3' }),
      // Asked, refused, and asked again.
      noteRow('N7', { object_kind: 'abnormal', object_no: 'late:3', note_action: 'refund-asked', noted_at: noon + hour, operator_name: 'O1' }),
      noteRow('N8', { object_kind: 'abnormal', object_no: 'late:3', note_action: 'refund-rejected', noted_at: noon + 2 * hour, operator_name: 'O2' }),
      noteRow('N9', { object_kind: 'abnormal', object_no: 'late:3', note_action: 'refund-asked', noted_at: noon + 3 * hour, operator_name: 'O1' }),
    ],
    share_batch: [shareRow('SB1'), shareRow('SB2', { table_name: 'business-nodes', began_at: noon + day, row_count: 3, accepted_count: 2, quarantined_count: 1, warning_count: 4, message_text: 'name: 超过长度，已截断' }),
      shareRow('SB3', { batch_kind: 'day-check', state: 'differs', began_at: noon + 2 * day, accepted_count: 9, message_text: '对方缺少 1 行' })],
  });
  for (const [table, all] of Object.entries(rows)) for (const row of all) await engine.writer(table).insert(row);
}
