import type { PaymentNoticeStateCode } from '../../../contracts/gateway/codes.js';
import type { NoticeIssueRequest, NoticePushRequest, NoticeQueryRequest } from '../../../contracts/gateway/payment-notices.js';
import { fen } from '../../../domain/kernel/money.js';
import { never } from '../../../domain/kernel/result.js';
import type { NoticeRecord } from '../../../domain/payment-notices/notice-record.js';
import type { NoticePayer } from '../../../domain/payment-notices/payment-notice.js';
import type { Order } from '../../../domain/payments/order.js';
import type { BusinessNoticeRefusal, IssueForBusiness } from '../../../application/payment-notices/issue-for-business.js';
import type { PushForBusiness } from '../../../application/payment-notices/push-for-business.js';
import type { ShowNotice } from '../../../application/payment-notices/show-notice.js';
import type { Handler } from './handler.js';
import { businessRefusal, refusal, type Refusal } from './refusal.js';
import { present } from './wire-words.js';

const isTooLate = '省非税系统未能及时应答，请用相同内容重试';
const isTooOften = '开具缴款书过于频繁，请稍后用相同内容重试';
const retryAfterSeconds = 10;

/** 缴款书开具 (1.1.7.2.2-a). */
export const issueNotice = (issue: IssueForBusiness): Handler => async (call) => {
  const data = call.data as NoticeIssueRequest;
  const { merchantNo, bizNoticeNo, validUntil } = data;
  const issued = await issue.run({ developer: call.developer, merchantNo, bizNoticeNo, validUntil, payer: payerOf(data), items: itemsOf(data) });
  return issued.ok ? present({ bizNoticeNo, payCode: issued.value.payCode, checkCode: issued.value.checkCode, ...shown(issued.value, undefined) }) : refused(issued.refusal);
};

/** 缴款书推送 (1.1.7.2.2-c). */
export const pushNotice = (push: PushForBusiness): Handler => async (call) => {
  const data = call.data as NoticePushRequest;
  const { merchantNo, bizNoticeNo, payCode, checkCode, fillDate: fillDay, validUntil } = data;
  const pushed = await push.run({
    developer: call.developer, merchantNo, bizNoticeNo, payCode, checkCode, fillDay, validUntil, payer: payerOf(data), items: itemsOf(data), totalAmount: fen(data.totalAmount), lateFee: fen(data.lateFee ?? '0'),
  });
  return pushed.ok ? present({ bizNoticeNo, payCode, ...shown(pushed.value, undefined) }) : refused(pushed.refusal);
};

/** 缴款书查询 (1.1.7.2.2-b). */
export const queryNotice = (show: ShowNotice): Handler => async (call) => {
  const { merchantNo, bizOrderNo, platformOrderNo, payCode, bizNoticeNo } = call.data as NoticeQueryRequest;
  const found = await show.run(call.developer, { merchantNo, bizOrderNo, platformOrderNo, payCode, bizNoticeNo });
  if (!found.ok) {
    switch (found.refusal) {
      case 'no-permission': return refusal('40302');
      case 'not-found': return businessRefusal('NOTICE_UNKNOWN');
      case 'not-known': return refusal('20000', { subMsg: isTooLate });
      default: return never(found.refusal);
    }
  }
  const { record, order } = found.value;
  // Somebody else's order is not shown, nor a number that no business system gave.
  const own = order?.devId === call.developer.devId ? order : undefined;
  return present({
    payCode: record.payCode, checkCode: record.checkCode, ...shown(record, order), platformOrderNo: own?.platformOrderNo, bizOrderNo: own?.bizOrderNo,
    bizNoticeNo: (record.origin === 'issued' || record.origin === 'pushed') && record.devId === call.developer.devId ? record.bizNoticeNo : undefined,
  });
};

const payerOf = ({ payerName: name, payerType, payerCertNo: certNo, payerMobile: mobile }: NoticeIssueRequest | NoticePushRequest): NoticePayer => ({ name, kind: payerType === '2' ? 'unit' : 'person', certNo, mobile });
const itemsOf = ({ items }: NoticeIssueRequest | NoticePushRequest) =>
  items.map(({ itemCode, itemName, quantity, price, amount }) => ({ itemCode, itemName, quantity: Number(quantity), price: fen(price), amount: fen(amount) }));

const shown = (record: NoticeRecord, order: Order | undefined) => {
  const [paymentNoticeState, paymentNoticeStateMsg] = stateOf(record, order);
  return { paymentNoticeState, paymentNoticeStateMsg, totalAmount: record.totalAmount.toString(), validUntil: record.validUntil, qrUrl: record.payUrl };
};

const provinceStates: Readonly<Record<NoticeRecord['state'], readonly [PaymentNoticeStateCode, string]>> = {
  unpaid: ['0', '待缴款'], paying: ['4', '缴款中'], paid: ['1', '已缴款'], void: ['2', '已作废'], expired: ['3', '已过期'], refunded: ['5', '已退付'],
};

/** What a payer or a business system should take the notice for; money that has arrived here counts before the province has confirmed it. */
function stateOf({ step, state }: NoticeRecord, order: Order | undefined): readonly [PaymentNoticeStateCode, string] {
  switch (step) {
    case 'to-issue': return ['0', '开具中'];
    case 'to-push': return ['0', '推送中'];
    case 'refused': return ['2', '省非税系统拒绝'];
    case 'confirm-pending': return ['1', '已缴款，待省非税系统确认'];
    case 'paid-elsewhere': return ['1', '已在其他渠道缴款'];
    case 'void-pending': return ['2', '作废中'];
    case 'voided': return ['2', '已作废'];
    case 'open': return state === 'unpaid' && order?.state === 'paying' ? provinceStates.paying : provinceStates[state];
    case 'confirmed': case 'returned': return provinceStates[state];
    default: return never(step);
  }
}

function refused(why: BusinessNoticeRefusal): Refusal {
  switch (why.code) {
    case 'no-permission': return refusal('40302');
    case 'reserved-number': return refusal('40002', { subMsg: 'bizNoticeNo 前缀由平台保留' });
    case 'notice-exists': return businessRefusal('NOTICE_EXISTS');
    case 'notice-unknown': return refusal('20000', { subMsg: isTooLate });
    case 'too-many-notices': return refusal('42900', { subMsg: isTooOften, status: 429, retryAfterSeconds });
    case 'notice-bad': return businessRefusal('NOTICE_BAD', why.words);
    default: return never(why);
  }
}
