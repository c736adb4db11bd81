import { setImmediate as letOthersWork } from 'node:timers/promises';
import { provinceStatementLimits, type OddNoticeLine, type StatementReading } from '../../../../application/ports/province.js';
import { readLongTime, type BusinessDay } from '../../../../domain/kernel/china-time.js';
import { readYuan, sumOf, type Fen, type FenSum } from '../../../../domain/kernel/money.js';
import { isPayCode } from '../../../../domain/payment-notices/pay-code.js';
import type { NoticeLine } from '../../../../domain/payment-notices/province-report.js';
import type { BosssoftSettings } from './settings.js';

type Row = { readonly amount: Fen | undefined } & ({ readonly line: NoticeLine } | { readonly odd: OddNoticeLine });

const maxOddChars = 300;
const damaged = (why: Extract<StatementReading, { kind: 'damaged' }>['why'], odd: readonly OddNoticeLine[] = []): StatementReading => ({ kind: 'damaged', why, odd });

/** `#yyyyMMdd|totalYuan|count`, then one line per payment. Nothing of a file is believed whose head and lines disagree to the fen. */
export async function readStatement(settings: BosssoftSettings, day: BusinessDay, raw: Uint8Array): Promise<StatementReading> {
  if (raw.length > provinceStatementLimits.rawBytes) return damaged('too-large');
  const text = decoded(settings.statement.charset, raw);
  if (text === undefined) return damaged('charset');
  const [first = '', ...rest] = text.replace(/^\ufeff/, '').split(/\r?\n/);
  const head = readHead(first);
  if (head === undefined) return damaged('head');
  if (head.day !== day) return damaged('day');
  const texts = rest.at(-1) === '' ? rest.slice(0, -1) : rest;
  if (texts.length > provinceStatementLimits.lines) return damaged('too-large');
  const rows: Row[] = [];
  for (const [index, line] of texts.entries()) {
    rows.push(readRow(settings, day, line, index + 2));
    if (rows.length % provinceStatementLimits.pageLines === 0) await letOthersWork();
  }
  return summedUp(head, rows);
}

function summedUp(head: { readonly total: FenSum; readonly count: number }, rows: readonly Row[]): StatementReading {
  const odd = rows.flatMap((row) => ('odd' in row ? [row.odd] : []));
  if (rows.length !== head.count) return damaged('count-differs', odd);
  // An amount that cannot be read counts as nothing, so that the sum cannot be right by chance of a line left out.
  if (sumOf(rows.map(({ amount }) => amount ?? 0n)) !== head.total || rows.some(({ amount }) => amount === undefined)) return damaged('sum-differs', odd);
  return { kind: 'read', lines: rows.flatMap((row) => ('line' in row ? [row.line] : [])), odd, total: head.total };
}

function decoded(charset: 'utf-8' | 'gbk', raw: Uint8Array): string | undefined {
  try {
    return new TextDecoder(charset, { fatal: true }).decode(raw);
  } catch {
    return undefined;
  }
}

function readHead(text: string): { readonly day: BusinessDay; readonly total: FenSum; readonly count: number } | undefined {
  const found = /^#([0-9]{8})\|(0|[1-9][0-9]{0,14})(?:\.([0-9]{1,2}))?\|(0|[1-9][0-9]{0,6})$/.exec(text);
  if (found === null) return undefined;
  const [, day = '', whole = '0', part = '', count = '0'] = found;
  return { day, total: (BigInt(whole) * 100n + BigInt(part.padEnd(2, '0'))) as FenSum, count: Number(count) };
}

function readRow(settings: BosssoftSettings, day: BusinessDay, text: string, lineNo: number): Row {
  const cells = text.split('|');
  const [payCode = '', serialNo = '', unitCode = '', yuanText = '', confirmDate = '', confirmTime = '', paymentChannel = '', stateText = ''] = cells;
  const [money, at] = [readYuan(yuanText), readLongTime(`${confirmDate}${confirmTime}`)];
  const state = Object.hasOwn(settings.states, stateText) ? settings.states[stateText] : undefined;
  const amount = money.ok ? money.value : undefined;
  const odd = (why: string): Row => ({ amount, odd: { lineNo, text: Array.from(text).slice(0, maxOddChars).join(''), why } });
  if (text.length > provinceStatementLimits.lineBytes) return odd('行过长');
  if (cells.length !== 8) return odd('列数不是 8');
  if (!isPayCode(payCode, settings.payCode)) return odd('缴款码不合格式');
  if (amount === undefined || amount === 0n) return odd('金额不合格式');
  if (!at.ok || confirmDate !== day) return odd('确认时间不属于该日');
  if (state === undefined) return odd('未知状态');
  if (!isShort(serialNo, 64) || !isShort(unitCode, 30) || paymentChannel.length > 64) return odd('流水号、单位或渠道不合格式');
  return { amount, line: { payCode, serialNo, unitCode, amount, confirmedAt: at.value, paymentChannel, state } };
}

const isShort = (text: string, maxChars: number): boolean => text !== '' && text.length <= maxChars;
