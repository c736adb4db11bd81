import type { AuditChain } from '../../../../application/ports/audit-chain.js';
import type { Vault } from '../../../../application/ports/vault.js';
import { chainStart, chainText, entryText, type AuditEntry } from '../../../../domain/audit/audit-entry.js';

export type ChainVerdict = Awaited<ReturnType<AuditChain['verify']>>;

/** One numbered row; `entry` undefined when its columns can no longer be read. */
export interface ChainRow { readonly seq: number; readonly entryId: string; readonly entry: AuditEntry | undefined; readonly entryMac: string; readonly linkMac: string }
/** The last number given, under a code of its own: nobody can shorten the chain by moving the head back. */
export interface ChainHead { readonly seq: number; readonly mac: string; readonly headMac: string }

export interface ChainSource {
  head(): Promise<ChainHead | undefined>;
  /** The next numbered rows from `seq` on without that entry, in the order of their numbers; empty at the end. */
  after(seq: number, entryId: string): Promise<readonly ChainRow[]>;
}

export const headText = (seq: number, mac: string): string => `audit-head|${seq}|${mac}`;

/** Gives the next number and link to one entry. */
export const nextLink = (head: { readonly seq: number; readonly mac: string }, entryMac: string, vault: Vault): { readonly seq: number; readonly mac: string } =>
  ({ seq: head.seq + 1, mac: vault.auditMac(chainText(head.seq + 1, head.mac, entryMac)) });

/** Follows the chain from its start to its head (AUD-03). Rows that are added meanwhile are followed too. */
export async function walkChain(source: ChainSource, vault: Vault): Promise<ChainVerdict> {
  let last = { seq: 0, mac: chainStart, entryId: '' };
  for (;;) {
    // The head is read before the rows: every row up to it must then be there.
    const head = await source.head();
    const rows = await source.after(last.seq, last.entryId);
    for (const row of rows) {
      const why = faultOf(row, last, vault);
      if (why !== undefined) return { ok: false, badSeq: Math.min(row.seq, last.seq + 1), why };
      last = { seq: row.seq, mac: row.linkMac, entryId: row.entryId };
    }
    if (rows.length === 0) return atTheEnd(last, head, vault);
  }
}

function faultOf(row: ChainRow, last: { readonly seq: number; readonly mac: string }, vault: Vault): string | undefined {
  if (row.seq > last.seq + 1) return 'an entry is missing';
  if (row.seq < last.seq + 1) return 'a number stands twice';
  if (row.entry === undefined) return 'the entry cannot be read';
  if (vault.auditMac(entryText(row.entry)) !== row.entryMac) return 'the entry was changed';
  return nextLink(last, row.entryMac, vault).mac === row.linkMac ? undefined : 'the link does not fit';
}

function atTheEnd(last: { readonly seq: number; readonly mac: string }, head: ChainHead | undefined, vault: Vault): ChainVerdict {
  if (head === undefined) return last.seq === 0 ? { ok: true, count: 0 } : { ok: false, badSeq: last.seq, why: 'the head is missing' };
  if (vault.auditMac(headText(head.seq, head.mac)) !== head.headMac) return { ok: false, badSeq: last.seq, why: 'the head was changed' };
  if (head.seq > last.seq) return { ok: false, badSeq: last.seq + 1, why: 'entries are missing at the end' };
  if (head.seq < last.seq) return { ok: false, badSeq: head.seq + 1, why: 'entries were added behind the head' };
  return head.mac === last.mac ? { ok: true, count: last.seq } : { ok: false, badSeq: last.seq, why: 'the head does not fit' };
}
