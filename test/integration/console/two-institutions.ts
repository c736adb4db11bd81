import type { Stores } from '../../../application/ports/unit-of-work.js';
import { businessDay } from '../../../domain/kernel/china-time.js';
import { fen } from '../../../domain/kernel/money.js';
import { bizNoOfOrder, newNotice } from '../../../domain/payment-notices/notice-record.js';
import { aCallback } from '../../builders/callbacks.js';
import { anOrderBill, issuedBill } from '../../builders/e-bills.js';
import { anAttachment, anIssue, anIssueStep } from '../../builders/issues.js';
import { no } from '../../builders/moments.js';
import { aNoticeContent } from '../../builders/payment-notices.js';
import { anAttempt, anOrder } from '../../builders/payments.js';
import { aPersonalBillPush } from '../../builders/personal-bills.js';
import { aRefund } from '../../builders/refunds.js';
import type { City } from '../../support/city.js';
import { anAbnormalOrder, aRepeatPayment } from '../../contract/persistence/builders.js';
import { entryRow, tradeRow } from '../../contract/persistence/lists/world.js';

const by = { kind: 'system', code: 'test', address: undefined } as const;
export const mobile = '13800138000';
/** Of no other payee of the city. */
export const regions = ['350481', '350482'] as const;

/** What an institution has, by the names of the filters that ask for it. */
export type Numbers = Readonly<Record<'merchantNo' | 'platformOrderNo' | 'unpaidOrderNo' | 'platformRefundOrderNo' | 'doneRefundNo' | 'attemptNo' | 'abnormalId' | 'callbackId' | 'issueNo' | 'attachmentNo' | 'tradeKey' | 'busNo' | 'noticeNo', string>>;
const numbersOf = (at: number, merchantNo: string): Numbers => {
  const of = (n: number): string => no((at + 1) * 1000 + n);
  return {
    merchantNo, platformOrderNo: of(1), unpaidOrderNo: of(2), attemptNo: of(12), platformRefundOrderNo: of(21), doneRefundNo: of(22), abnormalId: `late:${at}`, callbackId: `callback:${at}`,
    issueNo: of(31), attachmentNo: of(32), tradeKey: `P${of(42)}`, busNo: of(51), noticeNo: of(61),
  };
};

/**
 * Two institutions, each with one payee in a region of its own, and everything alike: payer, amounts, moments, the business system's numbers. They differ in the numbers of the platform alone.
 */
export async function twoInstitutions(city: City): Promise<readonly [Numbers, Numbers]> {
  const { unitOfWork, directory, directoryEditor } = city.resources;
  const both = [0, 1].map((at) => numbersOf(at, city.credentials.developers[at]?.merchantNo ?? '')) as [Numbers, Numbers];
  for (const [at, numbers] of both.entries()) {
    const payee = await directory.payee(numbers.merchantNo);
    if (payee === undefined) throw new Error('no such payee');
    await directoryEditor.savePayee({ ...payee, institutionNo: `INST${at}`, regionCode: regions[at] ?? '' }, by);
    for (const add of rowsOf(at, numbers, city)) await unitOfWork.run(add);
    await settledIn(city, at, numbers);
  }
  await unitOfWork.run(async ({ directory: books }) => {
    for (const [regionCode, parentRegionCode] of [['350400', undefined], ...regions.map((region) => [region, '350400'] as const)] as const) {
      if (await books.regions.one({ regionCode }) === undefined) await books.regions.add({ regionCode, regionName: regionCode, parentRegionCode, adminOperatorNo: undefined, enabled: true, remark: '', createdAt: city.now(), version: 1 });
    }
  });
  return both;
}

/** One unit each: an insert that may find its row must be the first write. */
function rowsOf(at: number, numbers: Numbers, city: City): readonly ((stores: Stores) => Promise<unknown>)[] {
  const { merchantNo, platformOrderNo, unpaidOrderNo, attemptNo, platformRefundOrderNo, doneRefundNo, abnormalId, callbackId, issueNo, attachmentNo, busNo, noticeNo } = numbers;
  const now = city.now();
  const [paidBy, whose] = [no((at + 1) * 1000 + 11), { devId: city.credentials.developers[at]?.devId ?? '', merchantNo }];
  const payer = { name: '王小明', mobile, certNo: undefined };
  const order = { ...whose, payer, orderAmount: fen(12_000), createdAt: now };
  const attempt = { platformOrderNo, merchantNo, amount: fen(12_000), createdAt: now, channelOrderNo: `TRADE-${at}`, paidAt: now, recordedAt: now };
  const refund = { ...whose, platformOrderNo, attemptNo: paidBy, refundAmount: fen(500), createdAt: now };
  const callback = { ...whose, platformOrderNo, state: 'failed', tries: 6, nextTryAt: undefined, lastTriedAt: now, createdAt: now } as const;
  const found = { platformOrderNo, merchantNo, attemptNo, amount: fen(12_000), channelOrderNo: `AGAIN-${at}`, createdAt: now };
  const issue = { issueNo, relatedOrderNo: platformOrderNo, platformOrderNo, bizOrderNo: 'LIKE-1', registeredAt: now, attachmentCount: 1, attachmentBytes: 1000 };
  const notice = { noticeNo, origin: 'order', ...whose, bizNoticeNo: bizNoOfOrder(platformOrderNo), contentDigest: undefined, platformOrderNo, step: 'confirmed', now } as const;
  return [
    ({ orders }) => orders.add(anOrder({ ...order, platformOrderNo, cashierToken: `paid-${at}`, bizOrderNo: 'LIKE-1', state: 'paid', paidAt: now, paidAttemptNo: paidBy, channelOrderNo: `TRADE-${at}` })),
    ({ orders }) => orders.add(anOrder({ ...order, platformOrderNo: unpaidOrderNo, cashierToken: `unpaid-${at}`, bizOrderNo: 'LIKE-2' })),
    ({ attempts }) => attempts.add(anAttempt({ ...attempt, attemptNo: paidBy, state: 'paid' })),
    ({ attempts }) => attempts.add(anAttempt({ ...attempt, attemptNo, state: 'repeat', channelOrderNo: `AGAIN-${at}` })),
    ({ refunds }) => refunds.add(aRefund({ ...refund, platformRefundOrderNo, bizRefundOrderNo: 'LIKE-R1', state: 'requested', approvalState: 'pending' })),
    ({ refunds }) => refunds.add(aRefund({ ...refund, platformRefundOrderNo: doneRefundNo, bizRefundOrderNo: 'LIKE-R2', state: 'refunded', refundedAt: now })),
    ({ callbacks }) => callbacks.add(aCallback({ ...callback, callbackId, toldState: 'paid' })),
    ({ callbacks }) => callbacks.add(aCallback({ ...callback, callbackId: `refund:${at}`, kind: 'refund', platformRefundOrderNo: doneRefundNo, toldState: 'refunded' })),
    ({ repeatPayments }) => repeatPayments.add(aRepeatPayment({ ...found, paidAt: now })),
    ({ abnormalOrders }) => abnormalOrders.add(anAbnormalOrder({ ...found, abnormalId })),
    ({ reconciliation }) => reconciliation.addNote({ noteNo: `R${at}`, objectKind: 'repeat', objectNo: attemptNo, action: 'follow', note: `已联系 ${merchantNo}`, operator: 'O1', at: now }),
    ({ reconciliation }) => reconciliation.addNote({ noteNo: `A${at}`, objectKind: 'abnormal', objectNo: abnormalId, action: 'follow', note: `已联系 ${merchantNo}`, operator: 'O1', at: now }),
    ({ issues }) => issues.add(anIssue(issue), mobile),
    ({ issues }) => issues.add(anIssue({ ...issue, issueNo: no((at + 1) * 1000 + 33), relatedOrderNo: doneRefundNo, platformRefundOrderNo: doneRefundNo, attachmentCount: 0, attachmentBytes: 0 }), undefined),
    ({ issues }) => issues.addStep(anIssueStep({ issueNo, at: now })),
    ({ issues }) => issues.addAttachment(anAttachment({ attachmentNo, state: 'attached', issueNo, stepNo: 1, uploadedAt: now })),
    ({ eBills }) => eBills.add(anOrderBill({ ...whose, platformOrderNo, bizOrderNo: 'LIKE-1', busNo, pageToken: `page-${at}`, state: 'issued', amount: fen(12_000), issued: issuedBill({ eBillNo: `000000100${at}`, issuedAt: now }), paidAt: now, nextTryAt: undefined })),
    ({ personalBillPushes }) => personalBillPushes.add(aPersonalBillPush({ ...whose, platformOrderNo, bizOrderNo: 'LIKE-1', state: 'failed', tries: 6, nextTryAt: undefined, createdAt: now })),
    async ({ notices }) => {
      const record = newNotice(aNoticeContent({ busNo, totalAmount: fen(12_000) }), notice);
      await notices.add({ ...record, payCode: `3504002630000000100${at}`, tradeKey: `P${platformOrderNo}`, paidAt: now, payDay: businessDay(now), state: 'paid' });
      await notices.addLog({ logNo: noticeNo, noticeNo, region: '350400', payCode: record.payCode, subject: 'confirm', content: `缴款确认 ${merchantNo}`, state: 'ok', reply: '成功', at: now });
    },
  ];
}

/** A trade that was settled and one that was not. */
async function settledIn(city: City, at: number, { merchantNo, platformOrderNo, tradeKey }: Numbers): Promise<void> {
  const { writer } = city.resources.engine;
  const now = city.now();
  const whose = { merchant_no: merchantNo, platform_order_no: platformOrderNo, biz_order_no: 'LIKE-1', order_amount: 12_000, amount: 12_000, trade_at: now, created_at: now, order_date: businessDay(now), clearing_day: businessDay(now) };
  const settled = tradeRow((at + 1) * 1000 + 41, { ...whose, trade_key: `P${platformOrderNo}`, settle_state: 'settled', settled_day: businessDay(now) });
  await writer('trade').insert(settled);
  await writer('trade').insert(tradeRow((at + 1) * 1000 + 42, { ...whose, trade_key: tradeKey }));
  await writer('settlement_entry').insert(entryRow(settled, { settle_day: businessDay(now), created_at: now }));
}
