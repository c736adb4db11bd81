import type { EpochMs } from '../kernel/china-time.js';

export interface Actor {
  readonly kind: 'developer' | 'payer' | 'channel' | 'operator' | 'system';
  /** devId, channel code, operator code or the name of a job. */
  readonly code: string;
  /** Source address of the request, where there is one. */
  readonly address: string | undefined;
}

/** One change: who did what to which object, with the facts before and after (masked, never clear personal data; AUD-02). */
export interface AuditEntry {
  readonly entryId: string;
  readonly at: EpochMs;
  readonly actor: Actor;
  /** Verb in kebab-case, e.g. `order.placed`, `order.paid`, `refund.requested`. */
  readonly action: string;
  readonly objectKind: string;
  readonly objectNo: string;
  /** Plain Chinese for the auditor. */
  readonly description: string;
  readonly before: Readonly<Record<string, string>> | undefined;
  readonly after: Readonly<Record<string, string>> | undefined;
  readonly requestId: string | undefined;
}

/** An entry as it is kept. */
export interface RecordedEntry extends AuditEntry {
  /** Which rows under a code its unit wrote (rows-written.ts); on one entry of a unit, and on none of earlier releases. */
  readonly rowsWritten?: string | undefined;
}

/** Text under an entry's own MAC: every field length-prefixed, so that no content can move between fields (INT-01). What an earlier release did not know is not there. */
export function entryText(entry: RecordedEntry): string {
  const parts = [
    entry.entryId, String(entry.at), entry.actor.kind, entry.actor.code, entry.actor.address ?? '', entry.action, entry.objectKind, entry.objectNo,
    entry.description, facts(entry.before), facts(entry.after), entry.requestId ?? '',
    ...entry.rowsWritten === undefined ? [] : [entry.rowsWritten],
  ];
  return parts.map((part) => `${part.length}:${part}`).join('');
}

/** Text under the chain MAC of number `seq`: the number, the link before, the entry's own MAC (AUD-03). */
export const chainText = (seq: number, previousMac: string, entryMac: string): string => `${seq}|${previousMac}|${entryMac}`;

/** The link before the first entry. */
export const chainStart = '0'.repeat(64);

const facts = (map: Readonly<Record<string, string>> | undefined): string =>
  map === undefined ? '' : JSON.stringify(Object.entries(map).sort(([a], [b]) => (a < b ? -1 : 1)));
