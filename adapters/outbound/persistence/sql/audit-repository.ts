import type { AuditTrail } from '../../../../application/ports/unit-of-work.js';
import type { Vault } from '../../../../application/ports/vault.js';
import { entryText, type Actor, type AuditEntry, type RecordedEntry } from '../../../../domain/audit/audit-entry.js';
import { cutWords, epochMs, int, json, longText, oneOf, optional, text, words } from './codecs.js';
import { SqlTable } from './sql-table.js';
import type { WritingSession } from './unit-scope.js';

/** An entry as its row holds it. `seq` 0: not yet numbered (NULLs are not indexed everywhere). */
export interface AuditRow extends Omit<RecordedEntry, 'actor' | 'rowsWritten'> {
  readonly actorKind: Actor['kind']; readonly actorCode: string; readonly actorAddress: string | undefined;
  readonly entryMac: string; readonly seq: number; readonly linkMac: string | undefined; readonly rowsWritten: string | undefined;
}

const actorKinds = ['developer', 'payer', 'channel', 'operator', 'system'] as const satisfies readonly Actor['kind'][];
const maxDescription = 500;
const facts = optional(json<Readonly<Record<string, string>>>((parsed) => parsed as Readonly<Record<string, string>>));

export const auditTable = new SqlTable<AuditRow>('audit_entry', {
  entryId: ['entry_id', text(32)], at: ['happened_at', epochMs], actorKind: ['actor_kind', oneOf<Actor['kind']>(actorKinds)],
  actorCode: ['actor_code', text(64, 'any')], actorAddress: ['actor_address', optional(text(64, 'any'))], action: ['action', text(64, 'any')],
  objectKind: ['object_kind', text(64, 'any')], objectNo: ['object_no', text(128, 'any')], description: ['description', words(maxDescription)],
  before: ['facts_before', facts], after: ['facts_after', facts], requestId: ['request_id', optional(text(128, 'any'))],
  entryMac: ['entry_mac', text(64)], seq: ['seq', int], linkMac: ['link_mac', optional(text(64))],
  rowsWritten: ['rows_written', optional(longText)],
}, ['entryId']);

/** The row of a new entry under its own integrity code. What would not fit is cut before the code is made, so that it matches what is stored. */
export function auditRow(given: AuditEntry, vault: Vault, rowsWritten?: string): AuditRow {
  const entry = { ...given, description: cutWords(given.description, maxDescription), rowsWritten };
  const { actor, ...rest } = entry;
  return {
    ...rest, actorKind: actor.kind, actorCode: actor.code, actorAddress: actor.address, entryMac: vault.auditMac(entryText(entry)), seq: 0, linkMac: undefined,
  };
}

export function auditEntryOf(row: AuditRow): RecordedEntry {
  const { actorKind, actorCode, actorAddress, entryMac: _1, seq: _2, linkMac: _3, rowsWritten, ...rest } = row;
  return { ...rest, actor: { kind: actorKind, code: actorCode, address: actorAddress }, ...rowsWritten !== undefined && { rowsWritten } };
}

export class SqlAuditTrail implements AuditTrail {
  readonly #unit: WritingSession;
  readonly #vault: Vault;
  constructor(unit: WritingSession, vault: Vault) {
    this.#unit = unit;
    this.#vault = vault;
  }

  /** async, so that an entry in a unit that may not write is a rejection like every other fault. */
  async append(entry: AuditEntry): Promise<void> { this.#unit.storeAtEnd((rowsWritten) => auditTable.insert(this.#unit, auditRow(entry, this.#vault, rowsWritten))); }
}
