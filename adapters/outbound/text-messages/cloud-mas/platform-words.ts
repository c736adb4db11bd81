import type { DeliveryReport, SubmitReport } from '../../../../domain/text-messages/reports.js';
import type { EpochMs } from '../../../../domain/kernel/china-time.js';

/** Answers to a request that are a definite no (sms.md 1). `ours`: account or adapter are wrong and a person must look. */
const refusals: Readonly<Record<string, 'ours' | 'message'>> = {
  IllegalMac: 'ours', InvalidUsrOrPwd: 'ours', NoSignId: 'ours', IllegalSignId: 'ours', TooManyMobiles: 'ours',
  InvalidMessage: 'message', InvalidMobile: 'message', DupMobile: 'message',
};

/** The form of every code that is passed on to records and logs. */
export const codeOf = (value: unknown): string | undefined => (typeof value === 'string' && /^[A-Za-z0-9:_-]{1,32}$/.test(value) ? value : undefined);
export const groupOf = (value: unknown): string | undefined => (typeof value === 'string' && /^[0-9A-Za-z_-]{1,64}$/.test(value) ? value : undefined);
export const isOurFault = (code: string): boolean => Object.hasOwn(refusals, code) && refusals[code] === 'ours';

/** `rspcod`, `msgGroup` and `success` must tell one story; anything else may have been taken. A code never heard is a no only where no group was made. */
export function submitReportOf(reply: Readonly<Record<string, unknown>>, retryableCodes: readonly string[]): SubmitReport {
  const code = codeOf(reply['rspcod']);
  const groupNo = groupOf(reply['msgGroup']);
  const isAccepted = reply['success'] === true;
  if (code === 'success') return isAccepted && groupNo !== undefined ? { kind: 'submitted', groupNo } : { kind: 'unknown', why: 'unreadable' };
  if (code === undefined || isAccepted || (groupNo !== undefined)) return { kind: 'unknown', why: 'unreadable' };
  if (retryableCodes.includes(code)) return { kind: 'refused', code, retryable: true };
  if (Object.hasOwn(refusals, code) || reply['success'] === false) return { kind: 'refused', code, retryable: false };
  return { kind: 'unknown', why: 'unheard-word' };
}

const open = 'open';
const failed = 'failed';

/** Words of a report (sms.md 2; the plain ones are those of the carriers' gateway protocol). A timeout at the gateway is no failure. */
const meanings: Readonly<Record<string, 'delivered' | 'open' | 'failed'>> = {
  DELIVRD: 'delivered', 'CM:0000': open, 'CM:3000': open, 'GW:9999': open, ACCEPTD: open, UNKNOWN: open,
  EXPIRED: failed, DELETED: failed, UNDELIV: failed, REJECTD: failed, 'DB:0140': failed,
  'CM:1004': failed, 'CM:1005': failed, 'CM:1006': failed, 'CM:3007': failed, 'CM:4001': failed, 'CM:4002': failed, 'CM:4003': failed, 'CM:4004': failed,
  'CM:4005': failed, 'CM:4006': failed, 'CM:4007': failed, 'CM:4008': failed, 'CM:4009': failed, 'CM:8001': failed, 'CM:8002': failed, 'CM:8003': failed,
  'CM:8004': failed, 'CM:8006': failed,
};

const meaningOf = (code: string | undefined) => (code !== undefined && Object.hasOwn(meanings, code) ? meanings[code] : undefined);

/** Delivered and failed only where status and error code do not contradict each other; a word never heard before is no word. */
export function deliveryReportOf(status: string | undefined, error: string | undefined, at: EpochMs | undefined): DeliveryReport {
  const [said, reason] = [meaningOf(status), meaningOf(error)];
  if (said === 'delivered') return reason === failed ? { kind: 'no-word', code: error } : { kind: 'delivered', at };
  if (said === failed) return reason === 'delivered' ? { kind: 'no-word', code: status } : { kind: 'failed', code: reason === failed && error !== undefined ? error : status ?? '', at };
  if (said === undefined && reason === failed && error !== undefined) return { kind: 'failed', code: error, at };
  return { kind: 'no-word', code: status ?? error };
}
