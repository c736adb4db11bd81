import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { EpochMs } from '../../../../domain/kernel/china-time.js';
import type { OneTimeCodes } from '../../../../application/ports/sign-in-means.js';
import { decodeBase32, encodeBase32 } from './base32.js';

const SECRET_BYTES = 20;
/** RFC 4226 section 4, R6. */
const MIN_SECRET_BYTES = 16;
const STEP_MS = 30_000;
const DIGITS = 6;
const ISSUER = '通缴';

/** Code of one counter (RFC 4226 section 5.3). HMAC-SHA1, because authenticator apps know nothing else. */
export function codeOf(secret: Uint8Array, counter: number, digits = DIGITS): string {
  const message = Buffer.alloc(8);
  message.writeBigUInt64BE(BigInt(counter));
  const mac = createHmac('sha1', secret).update(message).digest();
  const number = mac.readUInt32BE((mac.at(-1) ?? 0) & 15) & 0x7fff_ffff;
  return String(number % 10 ** digits).padStart(digits, '0');
}

/** TOTP by RFC 6238. */
export class TotpCodes implements OneTimeCodes {
  newSecret(): string {
    return encodeBase32(randomBytes(SECRET_BYTES));
  }

  /** Every parameter is written out: apps differ in what they take for granted. */
  enrolmentUri(secret: string, account: string): string {
    const [issuer, holder] = [encodeURIComponent(ISSUER), encodeURIComponent(account)];
    return `otpauth://totp/${issuer}:${holder}?secret=${secret}&issuer=${issuer}&algorithm=SHA1&digits=${DIGITS}&period=${STEP_MS / 1000}`;
  }

  /** Throws for a secret that `newSecret` cannot have made: the stored value is not ours. */
  stepOf(secret: string, code: string, now: EpochMs, after: number): number | undefined {
    const key = decodeBase32(secret);
    if (!key || key.length < MIN_SECRET_BYTES) throw new Error('the secret of a one-time code cannot be read');
    if (!/^\d{6}$/.test(code)) return undefined;
    const given = Buffer.from(code);
    const current = Math.floor(now / STEP_MS);
    // All are computed and compared, whichever fits. Where two steps have the same code it is the later one: so it is used up for both.
    const fitting = [current - 1, current, current + 1].filter((step) => step >= 0).filter((step) => timingSafeEqual(Buffer.from(codeOf(key, step)), given));
    return fitting.findLast((step) => step > after);
  }
}
