import { dayMs, longTime, readLongTime, type BusinessDay } from '../../../../../domain/kernel/china-time.js';
import type { FenSum } from '../../../../../domain/kernel/money.js';
import { BillRefused } from '../../../wire/bill-refused.js';
import { frameText, isUtf8With } from './bill-text.js';
import { readSignedYuan } from './signed-yuan.js';

/** What is around the rows (section 8). All patterns are of text made `plain`. */
const titleWords = '支付宝业务明细查询';
const accountLine = /^#账号:\[(\d{1,32})\]$/;
const periodLine = /^#起始日期:\[(\S+?)\]终止日期:\[(\S+?)\]$/;
const moment = /^(\d{4})年(\d\d)月(\d\d)日(\d\d):(\d\d):(\d\d)$/;
const paymentsLine = /^#交易合计:(\d{1,9})笔,商家实收共(\S+?)元/;
const refundsLine = /^#退款合计:(\d{1,9})笔,商家实收退款共(\S+?)元/;
/** What the account in the file has behind the merchant's number. */
const accountSuffix = '0156';

export const isListStart = (text: string): boolean => /^#-*业务明细列表-*$/.test(text);
export const isListEnd = (text: string): boolean => /^#-*业务明细列表结束-*$/.test(text);

/** The first line decides whether this is a detail file at all. */
export function checkTitle(line: Uint8Array): void {
  if (isUtf8With(line, titleWords)) throw new BillRefused('charset', '文件是 UTF-8 编码，应为 GBK');
  const text = frameText(line);
  if (text.includes('汇总')) throw new BillRefused('not-a-bill', '是汇总文件，不是业务明细文件');
  if (text !== `#${titleWords}`) throw new BillRefused('not-a-bill', '不是支付宝业务明细文件');
}

/** True for the account line, whose account must be the merchant's. */
export function checkAccount(text: string, channelMerchantNo: string): boolean {
  const found = accountLine.exec(text);
  if (!found) return false;
  if (found[1] !== channelMerchantNo && found[1] !== `${channelMerchantNo}${accountSuffix}`) throw new BillRefused('wrong-merchant', '账单的账号不是本渠道商户');
  return true;
}

const readMoment = (text: string): string => (moment.exec(text) ?? []).slice(1).join('');

/** True for the line of the period, which must be this day and nothing else. */
export function checkPeriod(text: string, day: BusinessDay): boolean {
  const found = periodLine.exec(text);
  if (!found) return false;
  const midnight = readLongTime(`${day}000000`);
  if (!midnight.ok) throw new RangeError(`not a business day: ${day}`);
  const [from, to] = [readMoment(found[1] ?? ''), readMoment(found[2] ?? '')];
  const isDay = from === `${day}000000` && [longTime(midnight.value + dayMs), `${day}240000`, `${day}235959`].includes(to);
  if (!isDay) throw new BillRefused('wrong-day', '账单的起止日期不是所要的日期');
  return true;
}

/** What the file itself says of one kind; money of refunds without its sign. */
export interface FooterTotal { readonly count: number; readonly settled: FenSum }

function total(pattern: RegExp, text: string): FooterTotal | undefined {
  const found = pattern.exec(text);
  const settled = found ? readSignedYuan(found[2] ?? '') : undefined;
  return found && settled !== undefined ? { count: Number(found[1]), settled: (settled < 0n ? 0n - settled : settled) as FenSum } : undefined;
}

export const paymentsTotal = (text: string): FooterTotal | undefined => total(paymentsLine, text);
export const refundsTotal = (text: string): FooterTotal | undefined => total(refundsLine, text);
