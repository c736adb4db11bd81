import type { EpochMs } from '../../domain/kernel/china-time.js';

/** Codes that change every half minute (RFC 6238). */
export interface OneTimeCodes {
  /** 160 random bits in base32. */
  newSecret(): string;
  /** Address that an authenticator app reads from a picture. */
  enrolmentUri(secret: string, account: string): string;
  /** The time step that the code belongs to, one step of clock error to either side, later than `after`; undefined where it is none of them. */
  stepOf(secret: string, code: string, now: EpochMs, after: number): number | undefined;
}

/** A picture with a text that programs find hard to read. */
export interface Captchas { make(): { readonly text: string; readonly svg: string } }

/** One key pair for one challenge: what is encrypted for it is read once (AUTH-09). */
export interface SealedWords {
  newKey(): { readonly privateKey: string; readonly publicKey: string };
  /** The text, or undefined where it was not encrypted for this key. SM2, C1C3C2, hex without the leading 04. */
  open(privateKey: string, cipher: string): string | undefined;
}

/** Signatures of UKeys: SM2 with the standard id, raw r and s in hex. Never throws for a bad one. */
export interface KeySignatures { isSigned(publicKey: string, text: string, signature: string): boolean }
