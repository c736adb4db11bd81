import type { AuditChain, ChainLink, NumberedEntry } from '../../../../application/ports/audit-chain.js';
import { TamperedError } from '../../../../application/ports/vault.js';
import { chainStart } from '../../../../domain/audit/audit-entry.js';
import type { SignedHead } from '../../../../domain/audit/signed-head.js';
import type { EpochMs } from '../../../../domain/kernel/china-time.js';
import { isOurHead, linksBehind, walkChain, type ChainVerdict } from '../sql/chain-walk.js';
import { chainLeaseMs } from '../sql/sql-audit-chain.js';
import type { MemoryAuditRow, MemoryDatabase } from './memory-database.js';
import type { MemoryParts } from './memory-unit-of-work.js';

/** The audit chain over the memory tables. */
export class MemoryAuditChain implements AuditChain {
  readonly #database: MemoryDatabase;
  readonly #parts: MemoryParts;
  constructor(database: MemoryDatabase, parts: MemoryParts) {
    this.#database = database;
    this.#parts = parts;
  }

  extend(owner: string, limit: number): Promise<number> {
    const { vault, clock } = this.#parts;
    const { audit, heads } = this.#database.tables;
    return this.#database.run(async (scope) => {
      const known = heads.get('audit-chain', true);
      const now = clock.now();
      const waiting = audit.all(true).filter((row) => row.seq === 0).sort(byTime).slice(0, limit);
      if (waiting.length === 0 || (known && known.owner !== owner && known.leaseUntil > now)) return 0;
      scope.writing();
      const { links, headMac } = linksBehind(known, waiting.map(({ entryMac }) => entryMac), vault);
      for (const [at, row] of waiting.entries()) audit.write({ ...row, seq: links[at]?.seq ?? 0, linkMac: links[at]?.mac ?? '' });
      heads.write({ ...links.at(-1) ?? { seq: 0, mac: chainStart }, headMac, owner, leaseUntil: now + chainLeaseMs });
      return waiting.length;
    });
  }

  async handOver(owner: string): Promise<void> {
    const { heads } = this.#database.tables;
    await this.#database.run(async (scope) => {
      const known = heads.get('audit-chain', true);
      if (known?.owner !== owner) return;
      scope.writing();
      heads.write({ ...known, leaseUntil: 0 });
    });
  }

  async last(): Promise<ChainLink | undefined> {
    const head = this.#database.tables.heads.get('audit-chain', false);
    if (head !== undefined && !isOurHead(head, this.#parts.vault)) throw new TamperedError('the head of the audit chain was changed past the platform');
    return head && { seq: head.seq, mac: head.mac };
  }

  async linksOf(seqs: readonly number[]): Promise<ReadonlyMap<number, string>> {
    return new Map(this.#database.tables.audit.all(false).filter(({ seq }) => seqs.includes(seq)).map(({ seq, linkMac }) => [seq, linkMac]));
  }

  async signedHeads(after: number, limit: number): Promise<readonly SignedHead[]> { return this.#signedHeads().filter(({ seq }) => seq > after).slice(0, limit); }
  async lastSignedHead(): Promise<SignedHead | undefined> { return this.#signedHeads().at(-1); }

  keepHead(head: SignedHead): Promise<'kept' | 'late'> {
    const { signedHeads } = this.#database.tables;
    return this.#database.run(async (scope) => {
      if ((this.#signedHeads(true).at(-1)?.seq ?? 0) !== head.previousSeq) return 'late';
      scope.writing();
      signedHeads.insert(head);
      return 'kept';
    });
  }

  #signedHeads(inUnit = false): SignedHead[] { return this.#database.tables.signedHeads.all(inUnit).sort((a, b) => a.seq - b.seq); }

  async spanOf(fromAt: EpochMs, toAt: EpochMs): Promise<{ readonly first: number; readonly last: number } | undefined> {
    const seqs = this.#database.tables.audit.all(false).filter(({ seq, entry }) => seq > 0 && entry.at >= fromAt && entry.at < toAt).map(({ seq }) => seq).sort((a, b) => a - b);
    return seqs.length === 0 ? undefined : { first: seqs[0] ?? 0, last: seqs.at(-1) ?? 0 };
  }

  async numbered(seq: number, butEntryId: string): Promise<readonly NumberedEntry[]> {
    return this.#database.tables.audit.all(false).filter((row) => row.seq >= Math.max(seq, 1) && row.entry.entryId !== butEntryId).sort((a, b) => a.seq - b.seq)
      .map((row) => ({ seq: row.seq, entryId: row.entry.entryId, entry: row.entry, entryMac: row.entryMac, linkMac: row.linkMac }));
  }

  verify(): Promise<ChainVerdict> {
    return walkChain({ head: async () => this.#database.tables.heads.get('audit-chain', false), after: (seq, entryId) => this.numbered(seq, entryId) }, this.#parts.vault);
  }
}

const byTime = (a: MemoryAuditRow, b: MemoryAuditRow): number => a.entry.at - b.entry.at || (a.entry.entryId < b.entry.entryId ? -1 : 1);
