import { AlipayBills } from '../../../../adapters/outbound/channels/alipay/bills/alipay-bills.js';
import { gbkOf } from '../../../../adapters/simulators/shared/gbk.js';
import { zipOf } from '../../../../adapters/simulators/shared/zip-writer.js';
import type { BusinessDay } from '../../../../domain/kernel/china-time.js';
import type { BillLine, BillPiece, BillTotals, OddLine } from '../../../../domain/reconciliation/bill-line.js';
import { inPieces } from '../../wire/zips.js';
import { account, sellerId, signer, verifier } from './alipay-world.js';

export const day: BusinessDay = '20261122';
export const header = '支付宝交易号,商户订单号,业务类型,商品名称,创建时间,完成时间,门店编号,门店名称,操作员,终端号,对方账户,订单金额（元）,商家实收（元）,支付宝红包（元）,集分宝（元）,支付宝优惠（元）,商家优惠（元）,券核销金额（元）,券名称,商家红包消费金额（元）,卡消费金额（元）,退款批次号/请求号,服务费（元）,分润（元）,备注';

export interface Row {
  readonly channelNo?: string; readonly ownNo?: string; readonly kind?: string; readonly title?: string; readonly createdAt?: string; readonly finishedAt?: string;
  readonly amount?: string; readonly settled?: string; readonly refundNo?: string; readonly fee?: string; readonly remark?: string;
}

/** A row as Alipay prints it: ids and texts end with a TAB, nothing is quoted. */
export function row(given: Row = {}): string {
  const amount = given.amount ?? '120.00';
  const cells = [
    `${given.channelNo ?? '2026112222001000000001'}\t`, `${given.ownNo ?? '20261122101500000001000013'}\t`, given.kind ?? '交易', `${given.title ?? '不动产登记费'}\t`,
    given.createdAt ?? '2026-11-22 10:15:00', given.finishedAt ?? '2026-11-22 10:15:09', '\t', '\t', '\t', '\t', '张*(159****5620)\t', amount, given.settled ?? amount,
    '0.00', '0.00', '0.00', '0.00', '0.00', '\t', '0.00', '0.00', `${given.refundNo ?? ''}\t`, given.fee ?? '-0.72', '0.00', given.remark ?? '\t',
  ];
  return cells.join(',');
}
export const refundRow = (given: Row = {}): string => row({ kind: '退款', amount: '-50.00', refundNo: '20261122110000000001000021', fee: '0.30', finishedAt: '2026-11-22 11:00:03', ...given });

export interface FileParts {
  readonly title?: string; readonly accountNo?: string; readonly period?: string; readonly header?: string; readonly rows?: readonly string[];
  readonly payments?: string; readonly refunds?: string; readonly end?: string;
}

export const lines = (parts: FileParts = {}): readonly string[] => [
  parts.title ?? '#支付宝业务明细查询', `#账号：[${parts.accountNo ?? `${sellerId}0156`}]`,
  parts.period ?? '#起始日期：[2026年11月22日 00:00:00]   终止日期：[2026年11月23日 00:00:00]',
  '#-----------------------------------------业务明细列表----------------------------------------',
  parts.header ?? header, ...(parts.rows ?? [row(), refundRow()]),
  '#-----------------------------------------业务明细列表结束------------------------------------',
  `#交易合计：${parts.payments ?? '1笔，商家实收共120.00元，商家优惠共0.00元'}`, `#退款合计：${parts.refunds ?? '1笔，商家实收退款共-50.00元，商家优惠退款共0.00元'}`,
  parts.end ?? '#导出时间：[2026年11月23日 08:11:09]',
];

export const csv = (parts: FileParts = {}): Buffer => gbkOf(`${lines(parts).join('\r\n')}\r\n`);
export const detailName = `${sellerId}0156_20261122_业务明细.csv`;
export const summaryName = `${sellerId}0156_20261122_业务明细(汇总).csv`;
export const summary = gbkOf('#支付宝业务汇总查询\r\n#账号：[20880000000000010156]\r\n');

export const zipped = (detail: Buffer, name = detailName): Buffer =>
  zipOf([{ name: gbkOf(summaryName), content: summary, method: 'deflated' }, { name: gbkOf(name), content: detail, method: 'deflated' }]);

export const bills = new AlipayBills({
  signer, verifier, clock: { now: () => 0 },
  http: { send: () => Promise.reject(new Error('no call')), download: () => Promise.reject(new Error('no call')) },
});

export interface ReadBill { readonly lines: readonly BillLine[]; readonly odd: readonly OddLine[]; readonly totals: BillTotals | undefined; readonly refused: string | undefined }

/** All pieces put together. */
export async function readAll(pieces: AsyncIterable<BillPiece>): Promise<ReadBill> {
  const read = { lines: [] as BillLine[], odd: [] as OddLine[], totals: undefined as BillTotals | undefined, refused: undefined as string | undefined };
  for await (const piece of pieces) {
    if (read.totals ?? read.refused) throw new Error('a piece behind the last');
    if (piece.kind === 'lines') { read.lines.push(...piece.lines); read.odd.push(...piece.odd); }
    if (piece.kind === 'end') read.totals = piece.totals;
    if (piece.kind === 'refused') read.refused = piece.why;
  }
  if (read.totals === undefined && read.refused === undefined) throw new Error('no last piece');
  return read;
}

export const readZip = (bytes: Uint8Array, pieceSize = 4_096): Promise<ReadBill> => readAll(bills.read(account, day, inPieces(bytes, pieceSize)));
export const readCsv = (parts: FileParts = {}): Promise<ReadBill> => readZip(zipped(csv(parts)));
