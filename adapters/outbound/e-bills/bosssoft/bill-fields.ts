import type { EBillNumbers } from '../../../../domain/e-bills/e-bill-numbers.js';
import { readEBillNumbers } from '../../../../domain/e-bills/e-bill-numbers.js';
import type { EBillStanding, FoundEBill } from '../../../../domain/e-bills/e-bill-report.js';
import type { IssuedEBill } from '../../../../domain/e-bills/e-bill.js';
import { longTime, readLongTime, type EpochMs } from '../../../../domain/kernel/china-time.js';
import { fenOf } from './amounts.js';
import { textOf } from './envelope.js';
import type { ExactObject } from './exact-json.js';
import type { BosssoftNeeds } from './needs.js';
import { linksOf } from './shown-links.js';

export type Reading = Pick<BosssoftNeeds, 'settings' | 'journal'>;

/** The standard and the college edition name the same things differently (ebill.md 3.1); nobody sends both. */
const families = { eBillCode: ['billBatchCode', 'eBillCode'], eBillNo: ['billNo', 'eBillNo'], checkCode: ['random', 'checkCode'] } as const;
const redNames = { eBillCode: ['eScarletBillBatchCode'], eBillNo: ['eScarletBillNo'], checkCode: ['eScarletRandom'] } as const;

const firstOf = (told: ExactObject, names: readonly string[]): string | undefined => names.map((name) => textOf(told.get(name))).find((text) => text !== undefined);

/** Undefined where a number is missing, or not of the agreed form. */
export function numbersOf({ settings }: Reading, told: ExactObject, names: Readonly<Record<keyof EBillNumbers, readonly string[]>> = families): EBillNumbers | undefined {
  const read = readEBillNumbers(settings.formats, {
    eBillCode: firstOf(told, names.eBillCode), eBillNo: firstOf(told, names.eBillNo), checkCode: firstOf(told, names.checkCode),
  });
  return read.ok ? read.value : undefined;
}

/** An instant as `yyyyMMddHHmmssSSS` in China. */
export const time17 = (at: EpochMs): string => `${longTime(at)}${String(at % 1000).padStart(3, '0')}`;

/** Seventeen digits, or fourteen where a system tells no milliseconds. */
function timeOf(told: string | undefined): EpochMs | undefined {
  const match = /^([0-9]{14})([0-9]{3})?$/.exec(told ?? '');
  const read = readLongTime(match?.[1]);
  return read.ok ? read.value + Number(match?.[2] ?? 0) : undefined;
}

/** Undefined where anything that a bill must have is missing. */
export function issuedOf(reading: Reading, told: ExactObject, names?: Readonly<Record<keyof EBillNumbers, readonly string[]>>): IssuedEBill | undefined {
  const numbers = numbersOf(reading, told, names);
  const issuedAt = timeOf(textOf(told.get('createTime')));
  return numbers && issuedAt !== undefined ? { ...numbers, issuedAt, links: linksOf(reading, told) } : undefined;
}

export const redBillOf = (reading: Reading, told: ExactObject): IssuedEBill | undefined => issuedOf(reading, told, redNames);

function standingOf(state: string | undefined, isScarlet: string | undefined): EBillStanding | undefined {
  if (state === '2') return 'void';
  if (state !== '1') return undefined;
  return isScarlet === '1' ? 'reversed' : isScarlet === '0' ? 'normal' : undefined;
}

export function foundOf(reading: Reading, told: ExactObject): FoundEBill | undefined {
  const issued = issuedOf(reading, told);
  const amount = fenOf(told.get('totalAmt'));
  const standing = standingOf(textOf(told.get('state')), textOf(told.get('isScarlet')));
  const busNo = told.get('busNo');
  if (issued === undefined || amount === undefined || standing === undefined || typeof busNo !== 'string' || !/^[\x21-\x7e]{1,64}$/.test(busNo)) return undefined;
  return { ...issued, busNo, amount, standing };
}

/** Undefined where one of them cannot be read: a list with a hole is no list. */
export function foundList(reading: Reading, told: unknown, most: number): readonly FoundEBill[] | undefined {
  if (!Array.isArray(told) || told.length > most) return undefined;
  const bills = told.map((entry: unknown) => (entry instanceof Map ? foundOf(reading, entry as ExactObject) : undefined));
  return bills.every((bill) => bill !== undefined) ? bills : undefined;
}
