import type { AuditChain, NumberedEntry } from '../../../../application/ports/audit-chain.js';
import type { Vault } from '../../../../application/ports/vault.js';
import { chainStart, chainText, entryText } from '../../../../domain/audit/audit-entry.js';
import { firstKeys, keysAfter, type ChainKeys } from '../../../../domain/audit/chain-keys.js';

export type ChainVerdict = Awaited<ReturnType<AuditChain['verify']>>;

/** The last number given, under a code of its own: nobody can shorten the chain by moving the head back. */
export interface ChainHead { readonly seq: number; readonly mac: string; readonly headMac: string }

export interface ChainSource {
  head(): Promise<ChainHead | undefined>;
  /** The next numbered rows from `seq` on without that entry, in the order of their numbers; empty at the end. */
  after(seq: number, entryId: string): Promise<readonly NumberedEntry[]>;
}

export const headText = (seq: number, mac: string): string => `audit-head|${seq}|${mac}`;

interface Link { readonly seq: number; readonly mac: string }

/** The links of entries behind the head, and the head behind them: all under one key, which is not older than that of the head before. */
export function linksBehind(known: ChainHead | undefined, entryMacs: readonly string[], vault: Vault): { readonly links: readonly Link[]; readonly headMac: string } {
  const keyNo = vault.auditKeyNo(known === undefined ? 0 : vault.auditKeyOf(headText(known.seq, known.mac), known.headMac, 0) ?? 0);
  let last: Link = known ?? { seq: 0, mac: chainStart };
  const links = entryMacs.map((entryMac) => last = { seq: last.seq + 1, mac: vault.auditMac(chainText(last.seq + 1, last.mac, entryMac), keyNo) });
  return { links, headMac: vault.auditMac(headText(last.seq, last.mac), keyNo) };
}

/** Whether the head is as the platform wrote it, under whichever key. */
export const isOurHead = ({ seq, mac, headMac }: ChainHead, vault: Vault): boolean => vault.auditKeyOf(headText(seq, mac), headMac, 0) !== undefined;

/** Follows the chain from its start to its head (AUD-03). Rows that are added meanwhile are followed too. */
export async function walkChain(source: ChainSource, vault: Vault): Promise<ChainVerdict> {
  let last = chainBegin;
  for (;;) {
    // The head is read before the rows: every row up to it must then be there.
    const head = await source.head();
    const rows = await source.after(last.seq, last.entryId);
    for (const row of rows) {
      const next = placeAfter(row, last, entryKeyOf(row, last.keys.entry, vault), vault);
      if (typeof next === 'string') return { ok: false, badSeq: Math.min(row.seq, last.seq + 1), why: next };
      last = next;
    }
    if (rows.length === 0) return atTheEnd(last, head, vault);
  }
}

/** How far the walk has come. */
export interface Place extends Link { readonly entryId: string; readonly keys: ChainKeys }
export const chainBegin: Place = { seq: 0, mac: chainStart, entryId: '', keys: firstKeys };

/** Number of the key, `least` or later, under which the entry alone is as it was written, whatever came before it; undefined: it was changed, or cannot be read. */
export const entryKeyOf = ({ entry, entryMac }: NumberedEntry, least: number, vault: Vault): number | undefined => (entry === undefined ? undefined : vault.auditKeyOf(entryText(entry), entryMac, least));

/** The place behind a row whose own key is known, or in words why it does not belong there. */
export function placeAfter(row: NumberedEntry, last: Place, entryKey: number | undefined, vault: Vault): Place | string {
  if (row.seq > last.seq + 1) return 'an entry is missing';
  if (row.seq < last.seq + 1) return 'a number stands twice';
  if (row.entry === undefined) return 'the entry cannot be read';
  if (entryKey === undefined) return 'the entry was changed';
  const linkKey = vault.auditKeyOf(chainText(row.seq, last.mac, row.entryMac), row.linkMac, last.keys.link);
  if (linkKey === undefined) return 'the link does not fit';
  return { seq: row.seq, mac: row.linkMac, entryId: row.entryId, keys: keysAfter(last.keys, { entryKey, linkKey, at: row.entry.at }) };
}

/** The head against the last entry that was found. */
export function atTheEnd(last: Place, head: ChainHead | undefined, vault: Vault): ChainVerdict {
  if (head === undefined) return last.seq === 0 ? { ok: true, count: 0 } : { ok: false, badSeq: last.seq, why: 'the head is missing' };
  if (vault.auditKeyOf(headText(head.seq, head.mac), head.headMac, last.keys.link) === undefined) return { ok: false, badSeq: last.seq, why: 'the head was changed' };
  if (head.seq > last.seq) return { ok: false, badSeq: last.seq + 1, why: 'entries are missing at the end' };
  if (head.seq < last.seq) return { ok: false, badSeq: head.seq + 1, why: 'entries were added behind the head' };
  return head.mac === last.mac ? { ok: true, count: last.seq } : { ok: false, badSeq: last.seq, why: 'the head does not fit' };
}
