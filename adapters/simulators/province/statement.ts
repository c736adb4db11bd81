import { gbkOf } from '../shared/gbk.js';
import type { PlannedFault } from '../shared/fault-queue.js';
import type { Slip } from './slip.js';
import { hexDigest, yuanText, type Fields } from './wire.js';

export const statementFaults = ['missing-line', 'extra-line', 'wrong-sum', 'wrong-digest', 'garbled-line'] as const;

const lineOf = (slip: Slip): string => {
  const { serialNo = '', time = '', channel = '' } = slip.confirmation ?? {};
  return [slip.payCode, serialNo, slip.agencyCode, yuanText(slip.total), time.slice(0, 8), time.slice(8), channel, slip.state].join('|');
};

/** A payment that nobody knows, for the fault `extra-line`. */
const strangerFen = 100n;
const strangerLine = (day: string, region: string): string => `${region}${day.slice(2, 4)}309999999999|STRANGER-1|${region}999|${yuanText(strangerFen)}|${day}|120000|BANK|1`;

/** The statement of one day with the misbehaviour that was ordered. Head and lines of a missing or extra line still agree. */
export function statementOf(slips: readonly Slip[], day: string, region: string, charset: 'utf-8' | 'gbk', fault: PlannedFault | undefined): Fields {
  const paid = slips.filter(({ confirmation }) => confirmation?.time.startsWith(day) === true);
  const told = fault?.fault === 'missing-line' ? paid.slice(1) : paid;
  const extra = fault?.fault === 'extra-line' ? [strangerLine(day, region)] : [];
  const total = told.reduce((sum, slip) => sum + slip.total, extra.length > 0 ? strangerFen : 0n) + (fault?.fault === 'wrong-sum' ? 1n : 0n);
  const lines = [...told.map(lineOf), ...extra].map((line, index) => (fault?.fault === 'garbled-line' && index === 0 ? line.replace(/^[0-9]+/, '??') : line));
  const text = `${[`#${day}|${yuanText(total)}|${lines.length}`, ...lines].join('\n')}\n`;
  const bytes = charset === 'gbk' ? gbkOf(text) : Buffer.from(text, 'utf8');
  const signedBytes = fault?.fault === 'wrong-digest' ? Buffer.concat([bytes, Buffer.from(' ')]) : bytes;
  return { fileName: `${region}_${day}_DETAIL.txt`, sha256: hexDigest('sha256', signedBytes), sm3: hexDigest('sm3', signedBytes), content: bytes.toString('base64') };
}
