import { headContent, headEveryMs, type SignedHead } from '../../domain/audit/signed-head.js';
import type { AuditChain } from '../ports/audit-chain.js';
import type { Clock } from '../ports/clock.js';
import type { Journal } from '../ports/journal.js';
import type { Signer } from '../ports/signatures.js';

/** Key of its own: whoever could have something else signed with it would have a head. */
export const headKey = 'audit-head.SM2';
export const headScheme = { algorithm: 'SM2' } as const;

export interface SignAuditHeadParts {
  readonly chain: Pick<AuditChain, 'last' | 'linksOf' | 'lastSignedHead' | 'keepHead'>; readonly signer: Pick<Signer, 'sign'>; readonly clock: Clock; readonly journal: Journal;
}

/** Signs where the audit chain stands, keeps that beside the chain and says it in the log, which goes to another place (AUD-05). */
export class SignAuditHead {
  readonly #parts: SignAuditHeadParts;
  constructor(parts: SignAuditHeadParts) { this.#parts = parts; }

  /** `onlyWhenDue`: not within the hour after the last one. `unfit`: the last head does not fit its entry any more; nothing is signed over that. */
  async run({ onlyWhenDue }: { readonly onlyWhenDue: boolean }): Promise<'signed' | 'nothing-new' | 'not-yet' | 'unfit'> {
    const { chain, signer, clock, journal } = this.#parts;
    const [last, before, at] = [await chain.last(), await chain.lastSignedHead(), clock.now()];
    if (last === undefined || last.seq === before?.seq) return 'nothing-new';
    if (onlyWhenDue && before !== undefined && at - before.at < headEveryMs) return 'not-yet';
    if (before !== undefined && (last.seq < before.seq || (await chain.linksOf([before.seq])).get(before.seq) !== before.mac)) {
      journal.alarm('audit-chain-broken', { seq: Math.min(before.seq, last.seq + 1) });
      return 'unfit';
    }
    const head = { seq: last.seq, mac: last.mac, at, previousSeq: before?.seq ?? 0 };
    const signed: SignedHead = { ...head, keyName: headKey, signature: await signer.sign(headKey, headScheme, headContent(head)) };
    // Another process signed one meanwhile: that does as well.
    if (await chain.keepHead(signed) === 'late') return 'nothing-new';
    journal.info('audit-head-signed', { ...signed });
    return 'signed';
  }
}
