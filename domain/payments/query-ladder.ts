import { hourMs, minuteMs, secondMs, type EpochMs } from '../kernel/china-time.js';
import { isUncertain, mayStillBePaid, type Attempt } from './attempt.js';

/** While the payer is on the channel's page: waits after the attempt began. */
export const pageLadderMs: readonly number[] = [10, 30, 60, 120, 300, 600].map((seconds) => seconds * secondMs);
/** Then this often until the attempt's limit. */
export const slowPollMs = 10 * minuteMs;
/** After the limit: the channel's own ladder (unionpay.md 6), then ever slower until its bill has come. */
export const afterLimitLadderMs: readonly number[] =
  [1, 3, 7, 15, 31, 63].map((seconds) => seconds * secondMs).concat([5, 15, 30].map((minutes) => minutes * minuteMs), [1, 3, 6, 12, 24, 48, 72].map((hours) => hours * hourMs));
/** A scanned code is asked this often (alipay.md 5.2) … */
export const barcodePollMs = 3 * secondMs;
/** … and cancelled when nobody has decided after this long. */
export const barcodePatienceMs = 45 * secondMs;

/** When an attempt is asked about next; undefined when it is over or only the bill can tell. */
export function nextQueryAt(attempt: Attempt, now: EpochMs): EpochMs | undefined {
  // On a channel's page a refused payer may try another card of the same attempt; a lost message would hide that it worked.
  if (attempt.state === 'declined' && mayStillBePaid(attempt)) return afterRefusal(attempt, now);
  if (attempt.state !== 'open' && !isUncertain(attempt)) return undefined;
  if (attempt.payMethod === 'bar' && attempt.state === 'open' && now < attempt.createdAt + barcodePatienceMs + minuteMs) return now + barcodePollMs;
  if (now < attempt.limitAt) {
    const onPage = pageLadderMs.map((ms) => attempt.createdAt + ms).find((at) => at > now) ?? now + slowPollMs;
    return Math.min(onPage, attempt.limitAt + secondMs);
  }
  return afterLimitLadderMs.map((ms) => attempt.limitAt + ms).find((at) => at > now);
}

const afterRefusal = (attempt: Attempt, now: EpochMs): EpochMs | undefined =>
  now < attempt.limitAt ? Math.min(now + slowPollMs, attempt.limitAt + secondMs) : afterLimitLadderMs.slice(0, 6).map((ms) => attempt.limitAt + ms).find((at) => at > now);

/** A scanned code nobody decided is cancelled right after its last query (alipay.md 5.2). */
export const patienceIsOver = (attempt: Attempt, now: EpochMs): boolean =>
  attempt.payMethod === 'bar' && attempt.state === 'open' && now >= attempt.createdAt + barcodePatienceMs;
