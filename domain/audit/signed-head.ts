import { hourMs, type EpochMs } from '../kernel/china-time.js';

/** 末条登记: number and link of the last entry at one moment, signed. Whoever rewrites, or cuts off, what came before it would have to sign it anew (AUD-05). */
export interface SignedHead {
  readonly seq: number;
  /** The link of that entry. */
  readonly mac: string;
  readonly at: EpochMs;
  /** Number of the head before; 0 for the first. Signed, so that none can be taken out of the middle. */
  readonly previousSeq: number;
  readonly keyName: string;
  /** SM2 over the content, DER in base64. */
  readonly signature: string;
}

/** How long entries may stand behind the last signed head. */
export const headEveryMs = hourMs;

/** What is signed. */
export const headContent = ({ seq, mac, at, previousSeq }: Pick<SignedHead, 'seq' | 'mac' | 'at' | 'previousSeq'>): string => `tongjiao-audit-head|1|${seq}|${mac}|${at}|${previousSeq}`;
