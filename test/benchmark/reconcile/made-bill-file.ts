import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { crc32, createDeflateRaw } from 'node:zlib';
import { header } from '../../../adapters/simulators/alipay/bills/bill-file.js';
import { gbkOf } from '../../../adapters/simulators/shared/gbk.js';
import { account, type MadeBill, type MadeLine } from './made-day.js';

/** GBK bytes one character each, so that a line is put together as text and becomes bytes at once. */
const gbk = (text: string): string => gbkOf(text).toString('latin1');
const words = { 交易: gbk('交易'), 退款: gbk('退款'), 其他: gbk('其他'), title: gbk('不动产登记费'), payer: gbk('张*(159****5620)') } as const;
const yuan = (fen: number): string => `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, '0')}`;
const linesAtOnce = 500;

function cellsOf(line: MadeLine): string {
  const isBack = line.kind === '退款';
  const amount = `${isBack ? '-' : ''}${yuan(line.fen)}`;
  return [
    `${line.channelNo}\t`, `${line.ownNo}\t`, words[line.kind], `${words.title}\t`, line.time, line.time, '\t', '\t', '\t', '\t', `${words.payer}\t`, amount, amount,
    '0.00', '0.00', '0.00', '0.00', '0.00', '\t', '0.00', '0.00', `${line.refundNo}\t`, `${isBack ? '' : '-'}${yuan(line.feeFen)}`, '0.00', '\t',
  ].join(',');
}

function* detail(bill: MadeBill): Generator<Buffer> {
  yield gbkOf(`${[
    '#支付宝业务明细查询', `#账号：[${account.channelMerchantNo}0156]`, '#起始日期：[2026年05月08日 00:00:00]   终止日期：[2026年05月09日 00:00:00]',
    '#-----------------------------------------业务明细列表----------------------------------------', header,
  ].join('\r\n')}\r\n`);
  let gathered: string[] = [];
  for (const line of bill.lines()) {
    gathered.push(cellsOf(line));
    if (gathered.length < linesAtOnce) continue;
    yield Buffer.from(`${gathered.join('\r\n')}\r\n`, 'latin1');
    gathered = [];
  }
  if (gathered.length > 0) yield Buffer.from(`${gathered.join('\r\n')}\r\n`, 'latin1');
  yield gbkOf(`${[
    '#-----------------------------------------业务明细列表结束------------------------------------',
    `#交易合计：${bill.payments.count}笔，商家实收共${yuan(bill.payments.fen)}元，商家优惠共0.00元`, `#退款合计：${bill.refunds.count}笔，商家实收退款共-${yuan(bill.refunds.fen)}元，商家优惠退款共0.00元`, '',
  ].join('\r\n')}`);
}

const signature = { local: 0x04034b50, sizes: 0x08074b50, directory: 0x02014b50, end: 0x06054b50 } as const;
/** Sizes and check sum follow the bytes. */
const sizesBehind = 0x8;

function fieldsOf(...fields: readonly (readonly [value: number, bytes: 2 | 4])[]): Buffer {
  const bytes = Buffer.alloc(fields.reduce((sum, [, size]) => sum + size, 0));
  let at = 0;
  for (const [value, size] of fields) at = size === 2 ? bytes.writeUInt16LE(value, at) : bytes.writeUInt32LE(value, at);
  return bytes;
}

/** Writes the bill as the channel hands it out, a zip with one CSV in GBK, without ever holding more than a few lines. Bytes of the file and of its contents. */
export async function writeBill(path: string, bill: MadeBill): Promise<{ readonly zipBytes: number; readonly csvBytes: number }> {
  const name = gbkOf(`${account.channelMerchantNo}0156_20260508_业务明细.csv`);
  const file = createWriteStream(path);
  const local = Buffer.concat([fieldsOf([signature.local, 4], [20, 2], [sizesBehind, 2], [8, 2], [0, 2], [0x21, 2], [0, 4], [0, 4], [0, 4], [name.length, 2], [0, 2]), name]);
  file.write(local);
  let [sum, csvBytes, packedBytes] = [0, 0, 0];
  const counted = function* (): Generator<Buffer> {
    for (const bytes of detail(bill)) {
      sum = crc32(bytes, sum);
      csvBytes += bytes.length;
      yield bytes;
    }
  };
  for await (const packed of Readable.from(counted()).pipe(createDeflateRaw()) as AsyncIterable<Buffer>) {
    packedBytes += packed.length;
    if (!file.write(packed)) await once(file, 'drain');
  }
  const sizes = [[sum, 4], [packedBytes, 4], [csvBytes, 4]] as const;
  const behind = fieldsOf([signature.sizes, 4], ...sizes);
  const directory = Buffer.concat([
    fieldsOf([signature.directory, 4], [20, 2], [20, 2], [sizesBehind, 2], [8, 2], [0, 2], [0x21, 2], ...sizes, [name.length, 2], [0, 2], [0, 2], [0, 2], [0, 2], [0, 4], [0, 4]), name,
  ]);
  const directoryAt = local.length + packedBytes + behind.length;
  file.end(Buffer.concat([behind, directory, fieldsOf([signature.end, 4], [0, 2], [0, 2], [1, 2], [1, 2], [directory.length, 4], [directoryAt, 4], [0, 2])]));
  await finished(file);
  return { zipBytes: directoryAt + directory.length + 22, csvBytes };
}
