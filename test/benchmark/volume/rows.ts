import { endAt, failedCallback, jobsFrom, openCallback, openRefund, payeesOfDeveloper, developers, sharesSql as share } from './shares.js';

/** One INSERT … SELECT from the chunk of numbered orders: columns by their expressions, in the SQL that both families understand. Columns left out are NULL. */
export interface Filling { readonly table: string; readonly where: string; readonly columns: Readonly<Record<string, string>> }

/** 26 digits as the product gives them: the moment, a node number of its own for each kind of thing, what tells things of one moment apart. */
const number = (node: string): string => `concat(stamp, '${node}', tail)`;
/** What the paper vault says of every row. */
const paperCode = `repeat('a', 64)`;
const orderNo = number('001');
const attemptNo = number('002');
const secondNo = number('003');
const refundNo = number('004');
const lastAttemptNo = `case when ${share.twice} then ${secondNo} else ${attemptNo} end`;
/** As long as the envelope of a sealed value: head, IV, ciphertext, tag. */
const sealed = (seed: string, cipherChars: number): string =>
  `concat('1.field-01.sm4cbc-hmacsm3.', substr(md5(concat(n, '${seed}iv')), 1, 22), '.', substr(concat(md5(concat(n, '${seed}a')), md5(concat(n, '${seed}b'))), 1, ${cipherChars}), '.', substr(concat(md5(concat(n, '${seed}t')), md5(concat(n, '${seed}u'))), 1, 43))`;
const hash = (seed: string): string => `concat(md5(concat(n, '${seed}1')), md5(concat(n, '${seed}2')))`;
const when = (condition: string, then: string): string => `case when ${condition} then ${then} end`;

export const merchant = `concat('35040', mod(n, ${developers}), '0', mod(floor(n / ${developers}.0), ${payeesOfDeveloper}))`;
const channel = `case when mod(n, 3) = 0 then 'unionpay' else 'alipay' end`;
const amount = '100 + mod(n * 37, 500000)';
const channelNo = `concat(stamp, '22', substr(md5(concat(n, 'c')), 1, 9))`;
const developer = `concat('DEV-', mod(n, ${developers}))`;
const notify = `concat('https://business-', mod(n, ${developers}), '.example.gov.cn/payments/notify')`;
const bizNo = `concat('B', substr(stamp, 1, 14), substr(md5(concat(n, 'b')), 1, 9))`;
const content = `concat('{"bizOrderNo":"', ${bizNo}, '","orderDate":"', substr(stamp, 1, 8), '","platformOrderNo":"', ${orderNo}, '","state":"paid","stateMsg":"支付成功","orderAmount":"', ${amount}, '","payChannel":"', ${channel}, '","channelOrderNo":"', ${channelNo}, '","paidAt":', at_ms + 60000, ',"clearingDay":"', substr(stamp, 1, 8), '","channelDiscountAmount":"0"}')`;

export const orderRows: Filling = {
  table: 'pay_order', where: '1 = 1', columns: {
    platform_order_no: orderNo, dev_id: developer, merchant_no: merchant, biz_order_no: bizNo, order_date: 'substr(stamp, 1, 8)', order_time: 'substr(stamp, 1, 14)',
    terminal: `case when ${share.scanned} then 'bar' else 'any' end`, order_amount: amount, biz_discount_amount: '0', order_title: `'不动产登记费'`,
    order_description: when('mod(n, 2) = 0', `'不动产登记费及工本费'`), return_url: `concat('https://business-', mod(n, ${developers}), '.example.gov.cn/payments/back/', substr(stamp, 1, 14))`,
    notify_url: notify, valid_minutes: '120', passback_params: when('mod(n, 10) < 3', `concat('case=', substr(md5(concat(n, 'p')), 1, 16))`), user_id: 'user_id',
    payer_name: when(share.hasPayer, sealed('n', 22)), payer_name_index: when(share.hasPayer, hash('ni')),
    payer_mobile: when(share.hasPayer, sealed('m', 22)), payer_mobile_index: when(share.hasPayer, hash('mi')),
    payer_cert_no: when(share.hasCertNo, sealed('z', 43)), payer_cert_no_index: when(share.hasCertNo, hash('zi')), sub_orders: `'[]'`,
    nontax_info: when(share.hasSlip, `concat('{"payCode":"35040026', substr(stamp, 5, 12), '","eBillWanted":"1","payerType":"1","items":[{"itemCode":"103044608","itemName":"不动产登记费","quantity":"1","price":"', ${amount}, '","amount":"', ${amount}, '"}]}')`),
    content_digest: hash('d'), cashier_token: `substr(${hash('t')}, 1, 43)`, state: 'state', state_msg: when(`state <> 'awaiting'`, `'支付成功'`), created_at: 'at_ms', expires_at: 'at_ms + 7200000',
    closed_at: when(share.closed, 'at_ms + 7205000'), paid_at: when(share.paid, 'at_ms + 60000'), paid_attempt_no: when(share.paid, lastAttemptNo), pay_channel: when(share.paid, channel),
    channel_order_no: when(share.paid, channelNo), channel_discount_amount: when(share.paid, '0'), version: '4', row_mac: paperCode,
  },
};

const attempt = (no: string, state: string, laterMs: number): Filling['columns'] => ({
  attempt_no: no, platform_order_no: orderNo, merchant_no: merchant, pay_channel: channel, pay_method: `case when ${share.scanned} then 'bar' else 'h5' end`,
  channel_merchant_id: `concat('CM-35040', mod(n, ${developers}))`, amount, state, busy: `case when ${state} = 'open' then 1 else 0 end`, channel_time: 'substr(stamp, 1, 14)', limit_at: 'at_ms + 7200000',
  code_digest: when(share.scanned, hash('q')), channel_order_no: when(share.paid, channelNo), paid_at: when(share.paid, 'at_ms + 60000'), paid_by_payer: when(share.paid, amount),
  channel_discount_amount: when(share.paid, '0'), clearing_day: when(share.paid, 'substr(stamp, 1, 8)'), queries_asked: '1', received_at: `at_ms + ${laterMs}`, sent_at: `at_ms + ${laterMs + 3}`,
  answered_at: `at_ms + ${laterMs + 400}`, recorded_at: `at_ms + ${laterMs + 410}`, created_at: `at_ms + ${laterMs}`, version: '3', row_mac: paperCode,
});

const lastState = `case when ${share.paid} then 'paid' when ${share.closed} then 'ended' else 'open' end`;
export const attemptRows: readonly Filling[] = [
  { table: 'pay_attempt', where: share.attempted, columns: { ...attempt(attemptNo, `case when ${share.twice} then 'declined' else ${lastState} end`, 20_000), reason: when(share.twice, `'余额不足'`) } },
  { table: 'pay_attempt', where: share.twice, columns: attempt(secondNo, lastState, 40_000) },
];

const later = `at_ms + case when at_ms > ${endAt - 3 * 86_400_000} then 0 else 259200000 end`;
const isOpenRefund = `(${openRefund})`;
export const refundRows: Filling = {
  table: 'pay_refund', where: share.refunded, columns: {
    platform_refund_order_no: refundNo, origin: `'merchant'`, dev_id: developer, merchant_no: merchant, biz_refund_order_no: `concat('R', substr(stamp, 1, 14), substr(md5(concat(n, 'r')), 1, 9))`,
    refund_order_date: 'substr(stamp, 1, 8)', platform_order_no: orderNo, refund_amount: '100', refund_title: `'退多缴的不动产登记费'`, refund_reason: `'多缴'`, notify_url: notify,
    attempt_no: lastAttemptNo, content_digest: hash('f'), state: `case when ${isOpenRefund} then 'refunding' when mod(floor(n / 50.0), 400) = 7 then 'failed' else 'refunded' end`, state_msg: `'退款成功'`,
    approval_state: `'not-needed'`, requested_by: developer, refund_trade_no: number('006'), refund_trade_time: 'substr(stamp, 1, 14)', channel_refund_no: channelNo, queries_asked: '1',
    created_at: later, sent_at: later, refunded_at: when(`not ${isOpenRefund}`, later), version: '4', row_mac: paperCode,
  },
};

const callback = (id: string, kind: string, at: string): Filling['columns'] => ({
  callback_id: id, kind, platform_order_no: orderNo, dev_id: developer, merchant_no: merchant, target_url: notify, told_state: `'paid'`, content_text: content,
  state: `case when ${openCallback} then 'pending' when ${failedCallback} then 'failed' else 'accepted' end`, tries: '1', first_tried_at: at, last_tried_at: at,
  next_try_at: when(openCallback, `at_ms + 120000`), last_answer: `'http 200'`, accepted_at: at, created_at: at, version: '2',
});

const job = (node: string, topic: string, key: string, dueAt: string, state: string): Filling['columns'] =>
  ({ job_id: number(node), topic: `'${topic}'`, job_key: key, state, due_at: dueAt, attempts: '1', created_at: 'at_ms' });
const recent = `at_ms > ${jobsFrom}`;
const waiting = `case when ${share.underWay} then 'READY' else 'DONE' end`;
export const workRows: readonly Filling[] = [
  { table: 'merchant_callback', where: share.paid, columns: callback(`concat('pay-', ${orderNo}, '-paid')`, `'payment'`, 'at_ms + 60100') },
  { table: 'merchant_callback', where: share.refunded, columns: { ...callback(`concat('ref-', ${refundNo})`, `'refund'`, later), platform_refund_order_no: refundNo } },
  { table: 'outbox', where: recent, columns: job('011', 'expire-order', orderNo, 'at_ms + 7200000', waiting) },
  { table: 'outbox', where: `${recent} and ${share.attempted}`, columns: job('012', 'query-attempt', attemptNo, 'at_ms + 30000', waiting) },
  { table: 'outbox', where: `${recent} and ${share.twice}`, columns: job('013', 'query-attempt', secondNo, 'at_ms + 50000', waiting) },
  { table: 'outbox', where: `${recent} and ${share.paid}`, columns: job('014', 'deliver-callback', `concat('pay-', ${orderNo}, '-paid')`, 'at_ms + 60100', `case when ${openCallback} then 'READY' else 'DONE' end`) },
  { table: 'outbox', where: `${recent} and ${share.refunded}`, columns: job('015', 'work-refund', refundNo, 'at_ms + 90000', `case when ${isOpenRefund} then 'READY' else 'DONE' end`) },
  { table: 'abnormal_order', where: share.abnormal, columns: {
    abnormal_id: `concat('paid-after-close:', ${attemptNo})`, kind: `'paid-after-close'`, platform_order_no: orderNo, merchant_no: merchant, attempt_no: attemptNo, pay_channel: channel,
    channel_order_no: channelNo, amount, remark: `'关闭后到账'`, handle_state: `'handled'`, created_at: 'at_ms', version: '2',
  } },
  { table: 'repeat_payment', where: share.repeated, columns: {
    attempt_no: attemptNo, platform_order_no: orderNo, merchant_no: merchant, pay_channel: channel, channel_order_no: channelNo, amount, handle_state: `'handled'`, paid_at: 'at_ms', created_at: 'at_ms', version: '2',
  } },
];

const entry = (place: number, where: string, action: string, actor: string, description: string, before: string | undefined, after: string): Filling => ({
  table: 'audit_entry', where, columns: {
    entry_id: number(`02${place}`), happened_at: `at_ms + ${place * 2000}`, actor_kind: `'${actor}'`, actor_code: actor === 'developer' ? developer : `'${actor}'`,
    actor_address: actor === 'channel' ? `'203.0.113.7'` : `'192.0.2.7'`, action: `'${action}'`, object_kind: `'order'`, object_no: orderNo, description: `'${description}'`,
    ...(before === undefined ? {} : { facts_before: before }), facts_after: after, request_id: `substr(${hash('rq')}, 1, 32)`, entry_mac: hash(`e${place}`),
    // Numbers rise with the moment; the newest few are still without one.
    seq: `case when at_ms > ${endAt - 20_000} then 0 else n * 10 + ${place} end`, link_mac: hash(`l${place}`),
  },
});
const stateFacts = (before: string, no: string): string => `concat('{"orderState":"${before}","attemptState":"open","attemptNo":"', ${no}, '"}')`;
const paidFacts = `concat('{"orderState":"paid","attemptState":"paid","source":"message","reported":"', ${amount}, '"}')`;
const startedFacts = (no: string): string => `concat('{"orderState":"paying","attemptNo":"', ${no}, '","payChannel":"', ${channel}, '","payMethod":"h5"}')`;
/** What the use cases write: placed, begun, refused and begun again, paid or closed, refunded. */
export const auditRows: readonly Filling[] = [
  entry(0, '1 = 1', 'order.placed', 'developer', '业务系统下单', undefined, `concat('{"orderState":"awaiting","orderAmount":"', ${amount}, '","merchantNo":"', ${merchant}, '","bizOrderNo":"', ${bizNo}, '"}')`),
  entry(1, share.attempted, 'attempt.started', 'payer', '缴款人选择渠道并前往支付', `'{"orderState":"awaiting"}'`, startedFacts(attemptNo)),
  entry(2, share.twice, 'attempt.declined', 'channel', '渠道告知支付进展', stateFacts('paying', attemptNo), stateFacts('failed', attemptNo)),
  entry(3, share.twice, 'attempt.started', 'payer', '缴款人选择渠道并前往支付', `'{"orderState":"failed"}'`, startedFacts(secondNo)),
  entry(4, share.paid, 'order.paid', 'channel', '渠道确认支付成功', stateFacts('paying', lastAttemptNo), paidFacts),
  entry(5, share.closed, 'order.closed', 'system', '订单到期关闭', `'{"orderState":"awaiting"}'`, `'{"orderState":"closed"}'`),
  entry(6, share.refunded, 'refund.requested', 'developer', '业务系统申请退款', undefined, `concat('{"refundAmount":"100","platformRefundOrderNo":"', ${refundNo}, '"}')`),
  entry(7, share.refunded, 'refund.done', 'channel', '渠道确认退款成功', `'{"state":"refunding"}'`, `'{"state":"refunded"}'`),
];
