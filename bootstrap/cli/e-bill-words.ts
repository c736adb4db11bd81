import type { ReissueRefusal } from '../../application/e-bills/reissue.js';
import type { SayRefusal } from '../../application/e-bills/say-items.js';
import { codeOf, labelOf } from '../../contracts/lists/codes.js';
import type { EBillDifference } from '../../domain/e-bills/bill-difference.js';
import type { CountAndSum, EBillDayCheck } from '../../domain/e-bills/day-check.js';
import type { OrderEBill } from '../../domain/e-bills/order-e-bill.js';
import { timeOf, yuanOf } from './backup/words.js';

const stateOf = ({ state }: OrderEBill): string => labelOf('eBillState', codeOf('eBillState', state));
const joined = (parts: readonly (string | undefined)[]): string => parts.filter((part) => part !== undefined && part !== '').join('，');

/** Numbers, states and reasons; nothing of the payer. */
export function billLines(bills: readonly OrderEBill[]): readonly string[] {
  if (bills.length === 0) return ['该订单没有电子票据：未要求开具、未支付，或尚未受理'];
  return bills.flatMap((bill) => [
    joined([
      `第 ${bill.round} 张 ${bill.busNo}`, stateOf(bill), yuanOf(bill.amount), bill.issued && `票据代码 ${bill.issued.eBillCode}`, bill.issued && `票据号码 ${bill.issued.eBillNo}`, bill.issued && `开票时间 ${timeOf(bill.issued.issuedAt)}`,
      bill.failure && `原因 ${bill.failure.code} ${bill.failure.text}`, bill.tries > 0 ? `已尝试 ${bill.tries} 次` : undefined, bill.nextTryAt === undefined ? undefined : `下次 ${timeOf(bill.nextTryAt)}`,
    ]),
    ...bill.items.map((item) => `  ${item.itemCode} ${item.itemName} ${item.quantity}${item.unit ?? ''} ${yuanOf(item.amount)}`),
  ]);
}

const sums = ({ count, amount }: CountAndSum): string => `${count} 张 ${yuanOf(amount)}`;
const kinds: Readonly<Record<EBillDifference['kind'], string>> = { 'only-here': '仅平台有', 'only-there': '仅票据系统有', 'amount-differs': '金额不符', 'standing-differs': '状态不符' };

export function checkLines({ eBillRegionCode, day, state, ours, theirs, differences, walk, checkedAt }: EBillDayCheck): readonly string[] {
  const words = { waiting: walk && walk.tries === 0 ? '正在逐张核对' : '票据系统未答复，稍后自动再核对', equal: '核对一致', differs: '有差异' }[state];
  return [
    joined([`${day} 票据区划 ${eBillRegionCode}`, words, `平台 ${sums(ours)}`, theirs && `票据系统 ${sums(theirs)}`, `核对时间 ${timeOf(checkedAt)}`]),
    ...differences.map((one) => `  ${joined([kinds[one.kind], `票据代码 ${one.eBillCode}`, `票据号码 ${one.eBillNo}`, `业务流水号 ${one.busNo}`, one.here === undefined ? undefined : `平台 ${yuanOf(one.here)}`, one.there === undefined ? undefined : `票据系统 ${yuanOf(one.there)}`])}`),
  ];
}

export const reissueWords: Readonly<Record<ReissueRefusal, string>> = {
  'order-unknown': '没有这个订单', 'not-wanted': '该订单未支付或未要求开具电子票据', 'not-now': '只有开票失败、或待开票已超过 10 分钟的票据可以补开；开票中的由平台自动向票据系统询问',
};
export const sayWords: Readonly<Record<SayRefusal, string>> = {
  'order-unknown': '没有这个订单', 'not-asked': '该订单的票据不需要指明退款项目', 'not-the-rest': '项目或金额与退款不符：写明每个项目累计退了多少元，合计须等于已退金额（票据只含部分项目时不超过已退金额）',
};
