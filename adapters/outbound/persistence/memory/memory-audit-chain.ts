import type { AuditChain, ChainLink } from '../../../../application/ports/audit-chain.js';
import { TamperedError } from '../../../../application/ports/vault.js';
import { chainStart } from '../../../../domain/audit/audit-entry.js';
import type { SignedHead } from '../../../../domain/audit/signed-head.js';
import { headText, nextLink, walkChain, type ChainVerdict } from '../sql/chain-walk.js';
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
      let head: { readonly seq: number; readonly mac: string } = known ?? { seq: 0, mac: chainStart };
      for (const row of waiting) {
        head = nextLink(head, row.entryMac, vault);
        audit.write({ ...row, seq: head.seq, linkMac: head.mac });
      }
      heads.write({ ...head, headMac: vault.auditMac(headText(head.seq, head.mac)), owner, leaseUntil: now + chainLeaseMs });
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
    if (head !== undefined && this.#parts.vault.auditMac(headText(head.seq, head.mac)) !== head.headMac) throw new TamperedError('the head of the audit chain was changed past the platform');
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

  verify(): Promise<ChainVerdict> {
    const { audit, heads } = this.#database.tables;
    return walkChain({
      head: async () => heads.get('audit-chain', false),
      after: async (seq) => audit.all(false).filter((row) => row.seq > seq).sort((a, b) => a.seq - b.seq)
        .map((row) => ({ seq: row.seq, entryId: row.entry.entryId, entry: row.entry, entryMac: row.entryMac, linkMac: row.linkMac })),
    }, this.#parts.vault);
  }
}

const byTime = (a: MemoryAuditRow, b: MemoryAuditRow): number => a.entry.at - b.entry.at || (a.entry.entryId < b.entry.entryId ? -1 : 1);
