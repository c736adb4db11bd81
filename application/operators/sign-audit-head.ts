import { headContent, headEveryMs, type SignedHead } from '../../domain/audit/signed-head.js';
import type { EpochMs } from '../../domain/kernel/china-time.js';
import type { AuditChain } from '../ports/audit-chain.js';
import type { Clock } from '../ports/clock.js';
import type { Journal } from '../ports/journal.js';
import type { Signer } from '../ports/signatures.js';
import { headKey, headKeyName, headScheme, judgeHead, type HeadKeyParts } from './head-key.js';

export interface SignAuditHeadParts extends HeadKeyParts {
  readonly chain: Pick<AuditChain, 'last' | 'linksOf' | 'lastSignedHead' | 'keepHead'>; readonly signer: Signer; readonly clock: Clock; readonly journal: Journal;
}

/** Signs where the audit chain stands, keeps that beside the chain and says it in the log, which goes to another place (AUD-05). */
export class SignAuditHead {
  readonly #parts: SignAuditHeadParts;
  #toldOfKeyAt = -Infinity;
  constructor(parts: SignAuditHeadParts) { this.#parts = parts; }

  /**
   * `onlyWhenDue`: not within the hour after the last one. `unfit`: the last head does not fit its entry any more; nothing is signed over that. `other-key`: another host signed it with another key; two
   * of them in turns could be verified nowhere, so the first one goes on alone.
   */
  async run({ onlyWhenDue }: { readonly onlyWhenDue: boolean }): Promise<'signed' | 'nothing-new' | 'not-yet' | 'unfit' | 'other-key'> {
    const { chain, signer, clock, journal } = this.#parts;
    const [last, before, at] = [await chain.last(), await chain.lastSignedHead(), clock.now()];
    if (last === undefined || last.seq === before?.seq) return 'nothing-new';
    if (onlyWhenDue && before !== undefined && at - before.at < headEveryMs) return 'not-yet';
    if (before !== undefined && (last.seq < before.seq || (await chain.linksOf([before.seq])).get(before.seq) !== before.mac)) {
      journal.alarm('audit-chain-broken', { seq: Math.min(before.seq, last.seq + 1) });
      return 'unfit';
    }
    const judged = before && await judgeHead(this.#parts, before);
    if (judged === 'changed') {
      journal.alarm('audit-chain-broken', { seq: before?.seq });
      return 'unfit';
    }
    if (judged === 'another' || judged === 'unnamed') {
      this.#tellOfKey(before?.keyName, at);
      return 'other-key';
    }
    const head = { seq: last.seq, mac: last.mac, at, previousSeq: before?.seq ?? 0 };
    const signed: SignedHead = { ...head, keyName: await headKeyName(this.#parts), signature: await signer.sign(headKey, headScheme, headContent(head)) };
    // Another process signed one meanwhile: that does as well.
    if (await chain.keepHead(signed) === 'late') return 'nothing-new';
    journal.info('audit-head-signed', { ...signed });
    return 'signed';
  }

  #tellOfKey(keyName: string | undefined, at: EpochMs): void {
    if (at - this.#toldOfKeyAt < headEveryMs) return;
    this.#toldOfKeyAt = at;
    this.#parts.journal.alarm('audit-head-other-key', { keyName, todo: 'stop this host, copy keys/keystore from the host whose key signed, start again (docs/operate/integrity.md)' });
  }
}
