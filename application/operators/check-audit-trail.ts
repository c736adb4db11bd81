import type { SignedHead } from '../../domain/audit/signed-head.js';
import type { EpochMs } from '../../domain/kernel/china-time.js';
import type { AuditChain } from '../ports/audit-chain.js';
import { judgeHead, type HeadKeyParts } from './head-key.js';
import type { SignAuditHead } from './sign-audit-head.js';

export interface CheckAuditTrailParts extends HeadKeyParts {
  readonly chain: Pick<AuditChain, 'verify' | 'signedHeads' | 'linksOf'>; readonly sign: Pick<SignAuditHead, 'run'>;
}

/** `signed`: the last head that fits, and when it was signed; entries behind it stand under the chain alone. */
export type AuditVerdict = ({ readonly ok: true; readonly count: number } | Flaw & { readonly ok: false }) & { readonly signed: SeqAt | undefined };
interface SeqAt { readonly seq: number; readonly at: EpochMs }
interface Flaw { readonly badSeq: number; readonly why: string }

/** A head that only another host can verify. */
export const anotherKey = 'the head was signed with another key';

const headsAtOnce = 100;

/** Goes through the whole chain and all signed heads (AUD-03, AUD-05); signs a new one when everything fits. */
export class CheckAuditTrail {
  readonly #parts: CheckAuditTrailParts;
  constructor(parts: CheckAuditTrailParts) { this.#parts = parts; }

  /** `elsewhere`: heads that were kept in another place, such as the log; whoever removed heads here could not remove those. */
  async run(elsewhere: readonly SignedHead[] = []): Promise<AuditVerdict> {
    const walked = await this.#parts.chain.verify();
    const { good, flaw } = await this.#heads(walked.ok ? walked.count : walked.badSeq, elsewhere);
    // What another host must verify hides no flaw that this one sees.
    const first = flaw?.why === anotherKey && !walked.ok ? walked : earlier(walked.ok ? undefined : walked, flaw);
    if (first) return { ok: false, badSeq: first.badSeq, why: first.why, signed: good.findLast(({ seq }) => seq < first.badSeq) };
    await this.#parts.sign.run({ onlyWhenDue: false });
    return { ok: true, count: walked.ok ? walked.count : 0, signed: good.at(-1) };
  }

  async #heads(lastSeq: number, elsewhere: readonly SignedHead[]): Promise<{ readonly good: readonly SeqAt[]; readonly flaw: Flaw | undefined }> {
    // One an hour: some thousands a year.
    const good: SeqAt[] = [];
    let [before, another]: [number, Flaw | undefined] = [0, undefined];
    for (;;) {
      const page = await this.#parts.chain.signedHeads(before, headsAtOnce);
      const links = await this.#parts.chain.linksOf(page.map(({ seq }) => seq));
      for (const head of page) {
        const flaw = head.previousSeq === before ? await this.#flawOf(head, links, lastSeq) : { badSeq: head.previousSeq, why: 'a signed head is missing' };
        if (flaw && flaw.why !== anotherKey) return { good, flaw };
        another ??= flaw;
        if (!flaw) good.push({ seq: head.seq, at: head.at });
        before = head.seq;
      }
      if (page.length < headsAtOnce) return { good, flaw: worse(another, await this.#elsewhere(elsewhere, lastSeq)) };
    }
  }

  async #elsewhere(heads: readonly SignedHead[], lastSeq: number): Promise<Flaw | undefined> {
    let another: Flaw | undefined;
    for (let from = 0; from < heads.length; from += headsAtOnce) {
      const page = heads.slice(from, from + headsAtOnce);
      const links = await this.#parts.chain.linksOf(page.map(({ seq }) => seq));
      for (const head of page) {
        const flaw = await this.#flawOf(head, links, lastSeq);
        if (flaw && flaw.why !== anotherKey) return flaw;
        another ??= flaw;
      }
    }
    return another;
  }

  async #flawOf(head: SignedHead, links: ReadonlyMap<number, string>, lastSeq: number): Promise<Flaw | undefined> {
    const judged = await judgeHead(this.#parts, head);
    if (judged === 'changed' || judged === 'unnamed') return { badSeq: head.seq, why: 'a signed head was changed' };
    const link = links.get(head.seq);
    if (link === head.mac) return judged === 'another' ? { badSeq: head.seq, why: anotherKey } : undefined;
    if (link === undefined && head.seq > lastSeq) return { badSeq: lastSeq + 1, why: 'entries are missing at the end' };
    // The chain fits in itself and not to what was signed: somewhere behind the head before it was made anew.
    return { badSeq: head.previousSeq + 1, why: 'the link does not fit the signed head' };
  }
}

const earlier = (a: Flaw | undefined, b: Flaw | undefined): Flaw | undefined => (a && b ? (b.badSeq < a.badSeq ? b : a) : a ?? b);
/** What is wrong before what cannot be told here. */
const worse = (a: Flaw | undefined, b: Flaw | undefined): Flaw | undefined => (b === undefined || b.why === anotherKey ? a ?? b : b);
