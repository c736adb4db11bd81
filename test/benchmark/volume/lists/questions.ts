import type { RowScope } from '../../../../application/ports/list-reader.js';
import { businessDay } from '../../../../domain/kernel/china-time.js';
import type { SqlEngine } from '../../../../adapters/outbound/persistence/sql/engine.js';
import { dayMs, endAt } from '../shares.js';

/** One question that a person asks: the parameters of the page, as its address has them. */
export interface Question { readonly list: string; readonly words: string; readonly parameters: Readonly<Record<string, string>>; readonly scope: RowScope }

export const everything: RowScope = { kind: 'all' };
const limited: readonly RowScope[] = [{ kind: 'institution', institutionNo: 'I1' }, { kind: 'region', regionCode: '350400' }];
const dayOf = (daysAgo: number): string => businessDay(endAt - 1 - daysAgo * dayMs);
export const today = dayOf(0);

/** Of an order of the middle of the two years. */
export interface Pointed { readonly platformOrderNo: string; readonly bizOrderNo: string; readonly channelOrderNo: string; readonly mobileIndex: string; readonly platformRefundOrderNo: string; readonly bizRefundOrderNo: string; readonly channelRefundNo: string }

export async function pointedIn(engine: SqlEngine): Promise<Pointed> {
  type Rows = readonly Readonly<Record<string, string>>[];
  const [refund = {}] = await engine.reader.table('pay_refund').where('created_at', '>=', endAt - 365 * dayMs).orderBy('created_at').limit(1) as Rows;
  const [order = {}] = await engine.reader.table('pay_order').where('created_at', '>=', endAt - 365 * dayMs).whereNotNull('payer_mobile_index').whereNotNull('paid_at').orderBy('created_at').limit(1) as Rows;
  const of = (row: Readonly<Record<string, string>>, column: string): string => row[column] ?? '';
  return {
    platformOrderNo: of(order, 'platform_order_no'), bizOrderNo: of(order, 'biz_order_no'), channelOrderNo: of(order, 'channel_order_no'), mobileIndex: of(order, 'payer_mobile_index'),
    platformRefundOrderNo: of(refund, 'platform_refund_order_no'), bizRefundOrderNo: of(refund, 'biz_refund_order_no'), channelRefundNo: of(refund, 'channel_refund_no'),
  };
}

/** Every filter of 支付订单 and 退款订单: alone with the days that the list opens with, those that people pick with a month, and numbers and phones without a day. */
export function questionsOf(pointed: Pointed): readonly Question[] {
  const [month, quarter] = [{ from: dayOf(29), to: today }, { from: dayOf(89), to: today }];
  const ask = (list: string, words: string, parameters: Question['parameters'], scope = everything): Question => ({ list, words, parameters, scope });
  const orders = (words: string, parameters: Question['parameters'], scope?: RowScope): Question => ask('pay-orders', words, parameters, scope);
  const refunds = (words: string, parameters: Question['parameters'], scope?: RowScope): Question => ask('refund-orders', words, parameters, scope);
  const traded = ({ from, to }: typeof month) => ({ tradeDateFrom: from, tradeDateTo: to });
  const applied = ({ from, to }: typeof month) => ({ refundApplyDateFrom: from, refundApplyDateTo: to });
  const picked = { payChannel: 'ALIPAY', orderState: '2', 'orderState ': '0', 'orderState  ': '5', devId: 'DEV-1', payeeName: '第3', payMethod: 'BAR' };
  const picks = Object.entries(picked).map(([name, value]) => [name.trim(), value] as const);
  const { mobileIndex: _, platformRefundOrderNo, bizRefundOrderNo, channelRefundNo, ...numbers } = pointed;
  const phone = { payerMobile: '13800138000' };
  return [
    orders('today, as it opens', {}), ...picks.map(([name, value]) => orders(`today, ${name} ${value}`, { [name]: value })),
    ...Object.entries({ ...numbers, ...phone }).map(([name, value]) => orders(`any day, ${name}`, { [name]: value })),
    orders('30 days', traded(month)), ...picks.map(([name, value]) => orders(`30 days, ${name} ${value}`, { ...traded(month), [name]: value })), orders('90 days', traded(quarter)),
    ...limited.flatMap((scope) => [orders(`today, of one ${scope.kind}`, {}, scope), orders(`30 days, of one ${scope.kind}`, traded(month), scope)]),
    refunds('today, as it opens', {}), refunds('today, refundState 1', { refundState: '1' }), refunds('30 days', applied(month)), refunds('30 days, refundState 2', { ...applied(month), refundState: '2' }),
    refunds('any day, platformOrderNo', { platformOrderNo: numbers.platformOrderNo }), refunds('any day, platformRefundOrderNo', { platformRefundOrderNo }), refunds('any day, bizOrderNo', { bizOrderNo: bizRefundOrderNo }),
    refunds('any day, channelOrderNo', { channelOrderNo: channelRefundNo }), refunds('any day, payerMobile', phone), ...limited.map((scope) => refunds(`30 days, of one ${scope.kind}`, applied(month), scope)),
  ];
}
