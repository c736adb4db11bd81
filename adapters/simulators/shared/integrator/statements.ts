import { createHash } from 'node:crypto';
import { GatewayRefusal } from '../../../../contracts/sdk/errors.js';
import { csvRows } from './csv.js';
import type { Desk, DeskAccount } from './desk.js';
import { asNews } from './gateway-news.js';

export type StatementKind = 'normal' | 'abnormal';

const downloadTimeoutMs = 20_000;
/** A demo business system reads no larger file than this. */
const maxFileBytes = 8 * 1024 * 1024;

interface StatementFile { readonly fileUrl: string; readonly fileName: string; readonly fileDigest: string; readonly byteSize: string; readonly lineCount: string }

/** A statement that was fetched, what it says of itself, and whether that is true. */
export interface CheckedStatement {
  readonly kind: StatementKind;
  readonly fileName: string;
  readonly fileDigest: string;
  readonly digestGood: boolean;
  readonly sizeGood: boolean;
  readonly lineCount: string;
  readonly linesGood: boolean;
  /** Chinese name and fen, as the gateway told them. */
  readonly totals: readonly (readonly [string, string])[];
  /** Whether the totals of the gateway's answer stand in the last line of the file too. */
  readonly totalsGood: boolean;
  /** One record per line, by column name. */
  readonly lines: readonly Readonly<Record<string, string>>[];
}

/** Downloads what the address leads to, at most as many bytes as were announced. */
async function download({ fileUrl, byteSize }: StatementFile): Promise<Buffer> {
  const response = await fetch(fileUrl, { redirect: 'error', signal: AbortSignal.timeout(downloadTimeoutMs) });
  if (!response.ok) throw new Error(`HTTP ${response.status}`);
  const limit = Math.min(Number(byteSize), maxFileBytes);
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of (response.body ?? []) as AsyncIterable<Uint8Array>) {
    size += part.length;
    if (size > limit) throw new Error('文件大于平台所说的字节数');
    parts.push(part);
  }
  return Buffer.concat(parts);
}

const columnTotals = {
  normal: { tradeAmount: '交易金额合计', settledAmount: '已结金额合计', feeAmount: '手续费合计', creditedAmount: '入账金额合计' },
  abnormal: { platformAmount: '平台金额合计', channelAmount: '渠道金额合计' },
} as const;

function checked(kind: StatementKind, answer: StatementFile & Readonly<Record<string, string>>, file: Buffer): CheckedStatement {
  const [columns = [], ...rest] = csvRows(file.toString('utf8'));
  const last = rest.at(-1);
  const lines = (last?.[0] === 'TOTAL' ? rest.slice(0, -1) : rest).map((line) => Object.fromEntries(columns.map((name, index) => [name, line[index] ?? ''])));
  const named = Object.entries(columnTotals[kind]);
  const { fileName, fileDigest, byteSize, lineCount } = answer;
  return {
    kind, fileName, fileDigest, lineCount, lines,
    digestGood: createHash('sm3').update(file).digest('hex') === fileDigest,
    sizeGood: file.length === Number(byteSize),
    linesGood: last?.[0] === 'TOTAL' && last[1] === lineCount && lines.length === Number(lineCount),
    totals: named.map(([name, label]) => [label, answer[name] ?? '']),
    totalsGood: named.every(([name]) => last?.[columns.indexOf(name)] === answer[name]),
  };
}

/** Asks for the statement (or abnormal statement) of a day, downloads and checks it. A string says why there is none. */
export async function fetchStatement({ client, merchantNo }: DeskAccount, kind: StatementKind, settleDate: string): Promise<CheckedStatement | string> {
  try {
    const answer = await (kind === 'normal' ? client.getStatement({ merchantNo, settleDate }) : client.getAbnormalStatement({ merchantNo, settleDate }));
    return checked(kind, answer, await download(answer));
  } catch (error) {
    if (error instanceof GatewayRefusal && error.subCode === 'FILE_NOT_READY') return '平台答复：这一天还没有对完账，请稍后再取';
    if (error instanceof Error && error.name !== 'GatewayRefusal' && error.name !== 'GatewayFault') return `文件没有取到：${error.message}`;
    return asNews(error).stateMsg;
  }
}

/** What the own book and a statement say about each other. */
export interface BookComparison {
  /** Orders of the own book found with the same money. */
  readonly agreed: number;
  /** Numbers found with other money. */
  readonly differing: readonly string[];
  /** Numbers of other systems of the same payee, or of a time before the last start. */
  readonly strangers: readonly string[];
}

/** Payments only: what is charged stands in the line, and this system gives no discount. */
export function compareWithBook(desk: Desk, { lines }: CheckedStatement): BookComparison {
  const payments = lines.filter((line) => line['orderType'] === 'PAY');
  const known = payments.filter((line) => desk.book.find(line['bizOrderNo'] ?? '') !== undefined);
  const differing = known.filter((line) => desk.book.find(line['bizOrderNo'] ?? '')?.request.orderAmount !== line['tradeAmount']);
  return {
    agreed: known.length - differing.length, differing: differing.map((line) => line['bizOrderNo'] ?? ''),
    strangers: payments.filter((line) => !known.includes(line)).map((line) => line['bizOrderNo'] ?? ''),
  };
}
