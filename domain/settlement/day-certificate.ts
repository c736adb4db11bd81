import type { BusinessDay, EpochMs } from '../kernel/china-time.js';
import type { FenSum } from '../kernel/money.js';

/** 日对账证书: signed record that every line of a day is matched, waits, or is a listed open difference; chained to the day before. */
export interface DayCertificate {
  readonly day: BusinessDay;
  /** Canonical JSON of what is certified, as signed. */
  readonly content: string;
  /** SM3 of the content, hex. */
  readonly digest: string;
  /** Digest of the certificate before; 64 zeros for the first. Part of the content. */
  readonly previousDigest: string;
  readonly previousDay: BusinessDay | undefined;
  /** SM2 over the content, DER in base64. */
  readonly signature: string;
  /** Name of the signing key. */
  readonly keyName: string;
  readonly issuedAt: EpochMs;
}

/** A month whose books are closed: later items post to the next one. `month`: `yyyyMM`. */
export interface PeriodLock { readonly month: string; readonly lockedAt: EpochMs; readonly lockedBy: string }

/** 对账单 of a payee and day; `abnormal` lists differences, repeat and abnormal orders (1.1.7.1.4-b). */
export type StatementKind = 'normal' | 'abnormal';
/** Sums of a statement by the name of their column, in fen; as they stand in its last line. */
export type StatementTotals = Readonly<Record<string, FenSum>>;
export interface Statement {
  readonly merchantNo: string;
  readonly settleDay: BusinessDay;
  readonly kind: StatementKind;
  readonly fileNo: string;
  readonly fileName: string;
  readonly byteSize: number;
  /** SM3 over the file, hex. */
  readonly digest: string;
  /** Lines between the header and the totals. */
  readonly lineCount: number;
  readonly totals: StatementTotals;
  readonly createdAt: EpochMs;
}

/** First day on or after `day` on which an entry may still be posted; `isClosed` knows certified days, locked months and statements given out. Throws after 400 closed days. */
export function settleDayFor(day: BusinessDay, next: (day: BusinessDay) => BusinessDay, isClosed: (day: BusinessDay) => boolean): BusinessDay {
  let candidate = day;
  for (let step = 0; step <= 400; step++) {
    if (!isClosed(candidate)) return candidate;
    candidate = next(candidate);
  }
  throw new RangeError(`no open day within 400 days of ${day}`);
}
