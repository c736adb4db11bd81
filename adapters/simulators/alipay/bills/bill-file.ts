import { gbkOf } from '../../shared/gbk.js';
import { zipOf } from '../../shared/zip-writer.js';
import { chinaTime } from '../china-time.js';
import { yuanOfFen } from '../yuan.js';
import type { BillRow } from './bill-rows.js';

const dayMs = 86_400_000;
export const header = '支付宝交易号,商户订单号,业务类型,商品名称,创建时间,完成时间,门店编号,门店名称,操作员,终端号,对方账户,订单金额（元）,商家实收（元）,支付宝红包（元）,集分宝（元）,支付宝优惠（元）,商家优惠（元）,券核销金额（元）,券名称,商家红包消费金额（元）,卡消费金额（元）,退款批次号/请求号,服务费（元）,分润（元）,备注';
const summaryHeader = '门店编号,门店名称,交易订单总笔数,退款订单总笔数,订单金额（元）,商家实收（元）,支付宝优惠（元）,商家优惠（元）,服务费（元）,分润（元）,实收净额（元）';
const rule = (words: string): string => `#-----------------------------------------${words}----------------------------------------`;

export interface BillToWrite {
  readonly sellerId: string;
  readonly day: string;
  readonly startsAt: number;
  readonly writtenAt: number;
  readonly rows: readonly BillRow[];
  /** Added to the footer's sum of payments: a bill that contradicts itself. */
  readonly totalsOffFen: bigint;
}

function signedYuan(fen: bigint): string {
  return fen < 0n ? `-${yuanOfFen(-fen)}` : yuanOfFen(fen);
}

function chineseTime(at: number): string {
  const [date = '', time = ''] = chinaTime(at).split(' ');
  const [year, month, day] = date.split('-');
  return `${year}年${month}月${day}日 ${time}`;
}

// Ids and texts end with a TAB, so that spreadsheets leave them alone; nothing is quoted.
function cellsOf(row: BillRow): string {
  const amount = signedYuan(row.amountFen);
  const text = (value: string): string => `${value.replace(/[\r\n\t]+/g, ' ')}\t`;
  return [
    text(row.tradeNo), text(row.outTradeNo), row.kind, text(row.title), chinaTime(row.createdAt), chinaTime(row.finishedAt), '\t', '\t', '\t', '\t', text(row.payer),
    amount, amount, '0.00', '0.00', '0.00', '0.00', '0.00', '\t', '0.00', '0.00', text(row.requestNo), signedYuan(row.feeFen), '0.00', '\t',
  ].join(',');
}

interface Sum { readonly count: number; readonly fen: bigint }

function sumOf(rows: readonly BillRow[], kind: BillRow['kind']): Sum {
  const those = rows.filter((row) => row.kind === kind);
  return { count: those.length, fen: those.reduce((sum, row) => sum + row.amountFen, 0n) };
}

function frame(bill: BillToWrite, words: string): readonly string[] {
  return [
    `#支付宝${words}查询`, `#账号：[${bill.sellerId}0156]`, `#起始日期：[${chineseTime(bill.startsAt)}]   终止日期：[${chineseTime(bill.startsAt + dayMs)}]`, rule(`${words}列表`),
  ];
}

function detail(bill: BillToWrite): string {
  const [payments, refunds] = [sumOf(bill.rows, '交易'), sumOf(bill.rows, '退款')];
  return [
    ...frame(bill, '业务明细'), header, ...bill.rows.map(cellsOf), rule('业务明细列表结束'),
    `#交易合计：${payments.count}笔，商家实收共${signedYuan(payments.fen + bill.totalsOffFen)}元，商家优惠共0.00元`,
    `#退款合计：${refunds.count}笔，商家实收退款共${signedYuan(refunds.fen)}元，商家优惠退款共0.00元`,
    `#导出时间：[${chineseTime(bill.writtenAt)}]`, '',
  ].join('\r\n');
}

function summary(bill: BillToWrite): string {
  const [payments, refunds] = [sumOf(bill.rows, '交易'), sumOf(bill.rows, '退款')];
  const settled = payments.fen + refunds.fen;
  const fee = bill.rows.reduce((sum, row) => sum + row.feeFen, 0n);
  const cells = ['合计\t', '\t', payments.count, refunds.count, signedYuan(settled), signedYuan(settled), '0.00', '0.00', signedYuan(fee), '0.00', signedYuan(settled + fee)];
  return [...frame(bill, '业务汇总'), summaryHeader, cells.join(','), rule('业务汇总列表结束'), `#导出时间：[${chineseTime(bill.writtenAt)}]`, ''].join('\r\n');
}

/** The zip as Alipay hands it out (section 8): names and contents GBK, the names without the UTF-8 flag. */
export function billZip(bill: BillToWrite): Buffer {
  const name = (words: string): Buffer => gbkOf(`${bill.sellerId}0156_${bill.day}_${words}.csv`);
  return zipOf([
    { name: name('业务明细'), content: gbkOf(detail(bill)), method: 'deflated' },
    { name: name('业务明细(汇总)'), content: gbkOf(summary(bill)), method: 'deflated' },
  ]);
}
