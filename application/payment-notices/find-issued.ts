import type { NoticeRecord } from '../../domain/payment-notices/notice-record.js';
import type { NoticeReport } from '../../domain/payment-notices/province-report.js';
import type { Province } from '../ports/province.js';

/**
 * Asks the province for a notice by our number where an issue had no clear answer. The pay code that comes is asked for as well and must lead
 * back to our number: under another notice's code we would void, or have paid, what is not ours. Where it does not: `unknown`.
 */
export async function findIssued({ queries }: Province, { busNo }: NoticeRecord, timeoutMs: number): Promise<NoticeReport> {
  const found = await queries.query({ busNo }, timeoutMs);
  if (found.kind !== 'found') return found;
  const back = await queries.query({ payCode: found.notice.payCode }, timeoutMs);
  if (back.kind === 'unknown') return back;
  // Some provinces keep no number of ours; their codes are of our own making.
  return back.kind === 'found' && ['', busNo].includes(back.notice.busNo) ? found : { kind: 'unknown', why: 'unreadable' };
}
