import type { NumberedEntry } from '../../../../../application/ports/audit-chain.js';
import type { Vault } from '../../../../../application/ports/vault.js';
import type { RecordedEntry } from '../../../../../domain/audit/audit-entry.js';
import { keysAfter } from '../../../../../domain/audit/chain-keys.js';
import { readRowsWritten, type RowMention } from '../../../../../domain/audit/rows-written.js';
import { auditTable } from '../audit-repository.js';
import { atTheEnd, chainBegin, entryKeyOf, placeAfter, type ChainSource, type Place } from '../chain-walk.js';
import { int } from '../codecs.js';
import { chainRow } from '../sql-audit-chain.js';
import type { Session } from '../unit-scope.js';

/** One page of the log: what entries that are as they were written say. `last`: behind which entry, and under which keys, the log goes on; `badSeq`: the first number that does not fit, once it was met. */
export interface JournalPage { readonly entries: readonly RecordedEntry[]; readonly last: Place; readonly badSeq: number | undefined }

/**
 * Follows the chain to its head, as its own verification does, and goes on behind what does not fit: a hole of last year must not hide what is done to rows today. An entry that was
 * changed itself says nothing.
 */
export async function* journalPages(source: ChainSource, vault: Vault, behind: Place = chainBegin): AsyncGenerator<JournalPage> {
  let last = behind;
  for (let badSeq: number | undefined; ;) {
    const head = await source.head();
    // Behind what does not fit each number is asked for once: two entries of one number would come in turns for ever.
    const from = badSeq === undefined ? last.seq : last.seq + 1;
    const rows = await source.after(from, badSeq === undefined ? last.entryId : '');
    const told: RecordedEntry[] = [];
    for (const row of rows) {
      const entryKey = entryKeyOf(row, last.keys.entry, vault);
      if (row.entry !== undefined && entryKey !== undefined) told.push(row.entry);
      const next = badSeq === undefined ? placeAfter(row, last, entryKey, vault) : undefined;
      if (typeof next === 'string') badSeq = Math.min(row.seq, last.seq + 1);
      last = typeof next === 'object' ? next : behindHole(row, last, entryKey);
    }
    if (rows.length === 0 || last.seq < from) {
      const end = atTheEnd(last, head, vault);
      yield { entries: [], last, badSeq: badSeq ?? (end.ok ? undefined : end.badSeq) };
      return;
    }
    yield { entries: told, last, badSeq };
  }
}

/** The place behind a row that nobody can follow to: its keys still move on with what it says of itself. */
const behindHole = ({ seq, linkMac, entryId, entry }: NumberedEntry, { keys }: Place, entryKey: number | undefined): Place =>
  ({ seq, mac: linkMac, entryId, keys: entry === undefined || entryKey === undefined ? keys : keysAfter(keys, { entryKey, linkKey: keys.link, at: entry.at }) });

const waitingPage = 500;

/** Entries that have no number yet, oldest first, as far as they stand under keys that may still come behind `last`. */
export async function* waitingPages(session: Session, vault: Vault, last: Place): AsyncGenerator<readonly RecordedEntry[]> {
  for (let after: { readonly at: number; readonly id: string } | undefined; ;) {
    const behind = after;
    const query = session.reading.table(auditTable.name).select(auditTable.columnNames).where(auditTable.condition({ seq: 0 }));
    if (behind !== undefined) {
      void query.where((next) => next.where('happened_at', '>', behind.at).orWhere((same) => same.where('happened_at', behind.at).andWhere('entry_id', '>', behind.id)));
    }
    const rows = await query.orderBy(['happened_at', 'entry_id']).limit(waitingPage) as unknown as readonly Record<string, unknown>[];
    yield rows.map(chainRow).flatMap((row) => (row.entry === undefined || entryKeyOf(row, last.keys.entry, vault) === undefined ? [] : [row.entry]));
    if (rows.length < waitingPage) return;
    const end = rows.at(-1);
    after = { at: int.decode(end?.['happened_at']), id: String(end?.['entry_id']) };
  }
}

export const mentionsIn = (entries: readonly RecordedEntry[]): readonly RowMention[] => entries.flatMap(({ rowsWritten }) => (rowsWritten === undefined ? [] : readRowsWritten(rowsWritten) ?? []));
