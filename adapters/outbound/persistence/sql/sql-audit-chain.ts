import type { AuditChain, ChainLink, NumberedEntry } from '../../../../application/ports/audit-chain.js';
import type { Clock } from '../../../../application/ports/clock.js';
import { TamperedError, type Vault } from '../../../../application/ports/vault.js';
import { ConcurrentChange } from '../../../../application/ports/unit-of-work.js';
import { chainStart } from '../../../../domain/audit/audit-entry.js';
import type { SignedHead } from '../../../../domain/audit/signed-head.js';
import type { EpochMs } from '../../../../domain/kernel/china-time.js';
import { auditEntryOf, auditTable, type AuditRow } from './audit-repository.js';
import { isOurHead, linksBehind, walkChain, type ChainHead, type ChainSource, type ChainVerdict } from './chain-walk.js';
import { int, text } from './codecs.js';
import { endLease, prepareLease, takeLease } from './lease.js';
import { maxSignedHeads, newestSignedHead, signedHeadsAfter, signedHeadTable } from './signed-heads.js';
import { SqlTable } from './sql-table.js';
import type { UnitRunner } from './unit-runner.js';
import type { Session, UnitScope } from './unit-scope.js';

interface HeadRow extends ChainHead { readonly name: string }
const headTable = new SqlTable<HeadRow>('audit_head', {
  name: ['head_name', text(32)], seq: ['last_seq', int], mac: ['last_mac', text(64)], headMac: ['head_mac', text(64)],
}, ['name']);

const chainName = 'audit-chain';
/** How long a sequencer that died keeps others waiting. */
export const chainLeaseMs = 30_000;
/** Rows per page of `verify`, and most rows that one `extend` numbers. */
const pageRows = 500;

/** Numbers entries in the order they happened, as far as they are stored. Needs UPDATE on (seq, link_mac) only; entries are never rewritten. */
export class SqlAuditChain implements AuditChain {
  readonly #units: UnitRunner;
  readonly #vault: Vault;
  readonly #clock: Clock;
  #prepared = false;
  constructor(units: UnitRunner, vault: Vault, clock: Clock) {
    this.#units = units;
    this.#vault = vault;
    this.#clock = clock;
  }

  async extend(owner: string, limit: number): Promise<number> {
    if (!await this.#anyWaiting()) return 0;
    if (!this.#prepared) await prepareLease(this.#units, chainName);
    this.#prepared = true;
    return this.#units.run(async (scope) => {
      if (!await takeLease(scope, chainName, owner, this.#clock.now(), chainLeaseMs)) return 0;
      const known = await headTable.firstLocked(scope, { name: chainName });
      const rows = await waitingRows(scope, Math.min(limit, pageRows));
      if (rows.length === 0) return 0;
      const { links, headMac } = linksBehind(known, rows.map(({ entryMac }) => entryMac), this.#vault);
      for (const [at, link] of links.entries()) await numberRow(scope, rows[at]?.entryId ?? '', link);
      await this.#moveHead(scope, known, { ...links.at(-1) ?? { seq: 0, mac: chainStart }, headMac });
      return rows.length;
    });
  }

  async handOver(owner: string): Promise<void> {
    await this.#units.run((scope) => endLease(scope, chainName, owner));
  }

  verify(): Promise<ChainVerdict> {
    return walkChain(chainSource(this.#reading), this.#vault);
  }

  async spanOf(fromAt: EpochMs, toAt: EpochMs): Promise<{ readonly first: number; readonly last: number } | undefined> {
    const [at, seq] = [auditTable.column('at'), auditTable.column('seq')];
    const rows: unknown = await this.#units.reading.table(auditTable.name).min({ first_seq: seq }).max({ last_seq: seq }).where(at, '>=', fromAt).where(at, '<', toAt).where(seq, '>', 0);
    const [{ first_seq: first, last_seq: last } = {} as Readonly<Record<string, unknown>>] = rows as readonly Readonly<Record<string, unknown>>[];
    return first === null || first === undefined ? undefined : { first: int.decode(first), last: int.decode(last) };
  }

  numbered(seq: number, butEntryId: string): Promise<readonly NumberedEntry[]> { return numberedRows(this.#reading, seq, butEntryId); }

  async last(): Promise<ChainLink | undefined> {
    const head = await headTable.first(this.#reading, { name: chainName });
    if (head !== undefined && !isOurHead(head, this.#vault)) throw new TamperedError('the head of the audit chain was changed past the platform', { row: { table: headTable.name, rowNo: chainName } });
    return head && { seq: head.seq, mac: head.mac };
  }

  async linksOf(seqs: readonly number[]): Promise<ReadonlyMap<number, string>> {
    if (seqs.length > maxSignedHeads) throw new RangeError(`the links of more than ${maxSignedHeads} entries`);
    if (seqs.length === 0) return new Map();
    const rows: unknown = await this.#units.reading.table(auditTable.name).select('seq', 'link_mac').whereIn('seq', [...seqs]);
    return new Map((rows as readonly Readonly<Record<string, unknown>>[]).map((row) => [int.decode(row['seq']), String(row['link_mac'])]));
  }

  signedHeads(after: number, limit: number): Promise<readonly SignedHead[]> { return signedHeadsAfter(this.#reading, after, limit); }
  lastSignedHead(): Promise<SignedHead | undefined> { return newestSignedHead(this.#reading); }

  keepHead(head: SignedHead): Promise<'kept' | 'late'> {
    return this.#units.run(async (scope) => {
      // Under the lock of the chain's head: one after the other.
      await headTable.firstLocked(scope, { name: chainName });
      if ((await newestSignedHead(scope))?.seq !== (head.previousSeq === 0 ? undefined : head.previousSeq)) return 'late';
      await signedHeadTable.insert(scope, head);
      return 'kept';
    });
  }

  get #reading(): Session { return { reading: this.#units.reading, locksRows: false }; }

  async #anyWaiting(): Promise<boolean> {
    return (await waitingRows(this.#reading, 1)).length > 0;
  }

  async #moveHead(scope: UnitScope, known: HeadRow | undefined, head: ChainHead): Promise<void> {
    const moved: HeadRow = { name: chainName, ...head };
    if (known === undefined) {
      await headTable.insert(scope, moved);
      return;
    }
    const asRead = headTable.condition({ name: chainName, seq: known.seq });
    const changed: unknown = await scope.writing().table(headTable.name).where(asRead).update(headTable.encode(moved));
    if (changed !== 1) throw new ConcurrentChange('somebody else numbered entries');
  }
}

/** The chain as it is stored. */
export const chainSource = (session: Session): ChainSource => ({ head: () => headTable.first(session, { name: chainName }), after: (seq, entryId) => numberedRows(session, seq, entryId) });

async function waitingRows(session: Session, limit: number): Promise<readonly { readonly entryId: string; readonly entryMac: string }[]> {
  // Only what numbering needs: an entry that cannot be read must not stop the chain, its link still holds it.
  const rows: unknown = await session.reading.table(auditTable.name).select('entry_id', 'entry_mac').where(auditTable.condition({ seq: 0 }))
    .orderBy(['happened_at', 'entry_id']).limit(limit);
  return (rows as readonly { readonly entry_id: string; readonly entry_mac: string }[])
    .map((row) => ({ entryId: row.entry_id, entryMac: row.entry_mac }));
}

async function numberRow(scope: UnitScope, entryId: string, link: { readonly seq: number; readonly mac: string }): Promise<void> {
  const changed: unknown = await scope.writing().table(auditTable.name).where(auditTable.condition({ entryId, seq: 0 }))
    .update({ seq: link.seq, link_mac: link.mac });
  if (changed !== 1) throw new ConcurrentChange('an entry was numbered meanwhile');
}

/** One page of the walk. Exported for the volume benchmark: a walk of millions would measure nothing else. */
export async function numberedRows(session: Session, seq: number, entryId: string): Promise<readonly NumberedEntry[]> {
  // From its number on, in the order of the index: every server then begins there, and reads one page. Who else has that number comes again.
  const query = session.reading.table(auditTable.name).select(auditTable.columnNames).where('seq', '>=', Math.max(seq, 1));
  if (entryId !== '') void query.whereNot('entry_id', entryId);
  const rows: unknown = await query.orderBy(['seq', 'happened_at', 'entry_id']).limit(pageRows);
  return (rows as readonly Record<string, unknown>[]).map(chainRow);
}

/** As it stands, unjudged. */
export function chainRow(stored: Record<string, unknown>): NumberedEntry {
  let row: AuditRow | undefined;
  try {
    row = auditTable.decode(stored);
  } catch {
    row = undefined;
  }
  return {
    seq: int.decode(stored['seq']), entryId: String(stored['entry_id']), entry: row && auditEntryOf(row),
    entryMac: String(stored['entry_mac']), linkMac: String(stored['link_mac']),
  };
}
