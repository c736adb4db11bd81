import { headContent, type SignedHead } from '../../domain/audit/signed-head.js';
import type { EpochMs } from '../../domain/kernel/china-time.js';
import type { AuditChain } from '../ports/audit-chain.js';
import type { Signer, Verifier } from '../ports/signatures.js';
import { headKey, headScheme, type SignAuditHead } from './sign-audit-head.js';

export interface CheckAuditTrailParts {
  readonly chain: Pick<AuditChain, 'verify' | 'signedHeads' | 'linksOf'>; readonly signer: Pick<Signer, 'publicKeyPem'>; readonly verifier: Verifier; readonly sign: Pick<SignAuditHead, 'run'>;
}

/** `signed`: the last head that fits, and when it was signed; entries behind it stand under the chain alone. */
export type AuditVerdict = ({ readonly ok: true; readonly count: number } | Flaw & { readonly ok: false }) & { readonly signed: SeqAt | undefined };
interface SeqAt { readonly seq: number; readonly at: EpochMs }
interface Flaw { readonly badSeq: number; readonly why: string }

const headsAtOnce = 100;

/** Goes through the whole chain and all signed heads (AUD-03, AUD-05); signs a new one when everything fits. */
export class CheckAuditTrail {
  readonly #parts: CheckAuditTrailParts;
  constructor(parts: CheckAuditTrailParts) { this.#parts = parts; }

  /** `elsewhere`: heads that were kept in another place, such as the log; whoever removed heads here could not remove those. */
  async run(elsewhere: readonly SignedHead[] = []): Promise<AuditVerdict> {
    const walked = await this.#parts.chain.verify();
    const { good, flaw } = await this.#heads(walked.ok ? walked.count : walked.badSeq, elsewhere);
    const first = earlier(walked.ok ? undefined : walked, flaw);
    if (first) return { ok: false, badSeq: first.badSeq, why: first.why, signed: good.findLast(({ seq }) => seq < first.badSeq) };
    await this.#parts.sign.run({ onlyWhenDue: false });
    return { ok: true, count: walked.ok ? walked.count : 0, signed: good.at(-1) };
  }

  async #heads(lastSeq: number, elsewhere: readonly SignedHead[]): Promise<{ readonly good: readonly SeqAt[]; readonly flaw: Flaw | undefined }> {
    // One an hour: some thousands a year.
    const good: SeqAt[] = [];
    for (;;) {
      const page = await this.#parts.chain.signedHeads(good.at(-1)?.seq ?? 0, headsAtOnce);
      const links = await this.#parts.chain.linksOf(page.map(({ seq }) => seq));
      for (const head of page) {
        const flaw = head.previousSeq === (good.at(-1)?.seq ?? 0) ? await this.#flawOf(head, links, lastSeq) : { badSeq: head.previousSeq, why: 'a signed head is missing' };
        if (flaw) return { good, flaw };
        good.push({ seq: head.seq, at: head.at });
      }
      if (page.length < headsAtOnce) return { good, flaw: await this.#elsewhere(elsewhere, lastSeq) };
    }
  }

  async #elsewhere(heads: readonly SignedHead[], lastSeq: number): Promise<Flaw | undefined> {
    for (let from = 0; from < heads.length; from += headsAtOnce) {
      const page = heads.slice(from, from + headsAtOnce);
      const links = await this.#parts.chain.linksOf(page.map(({ seq }) => seq));
      for (const head of page) {
        const flaw = await this.#flawOf(head, links, lastSeq);
        if (flaw) return flaw;
      }
    }
    return undefined;
  }

  async #flawOf(head: SignedHead, links: ReadonlyMap<number, string>, lastSeq: number): Promise<Flaw | undefined> {
    const { signer, verifier } = this.#parts;
    if (!await verifier.verify(await signer.publicKeyPem(headKey), headScheme, headContent(head), head.signature)) return { badSeq: head.seq, why: 'a signed head was changed' };
    const link = links.get(head.seq);
    if (link === head.mac) return undefined;
    if (link === undefined && head.seq > lastSeq) return { badSeq: lastSeq + 1, why: 'entries are missing at the end' };
    // The chain fits in itself and not to what was signed: somewhere behind the head before it was made anew.
    return { badSeq: head.previousSeq + 1, why: 'the link does not fit the signed head' };
  }
}

const earlier = (a: Flaw | undefined, b: Flaw | undefined): Flaw | undefined => (a && b ? (b.badSeq < a.badSeq ? b : a) : a ?? b);
