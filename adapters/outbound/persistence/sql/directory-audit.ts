import { createHash } from 'node:crypto';
import type { Clock } from '../../../../application/ports/clock.js';
import type { Ids } from '../../../../application/ports/ids.js';
import type { Actor, AuditEntry } from '../../../../domain/audit/audit-entry.js';
import type { DeveloperKey } from '../../../../domain/directory/developer.js';

export interface DirectoryChange {
  readonly kind: 'developer' | 'payee' | 'channel-merchant' | 'payee-channel' | 'nontax-region' | 'nontax-item';
  readonly no: string;
  readonly before: object | undefined;
  readonly after: object;
}

const titles = { 'developer': '开发者', 'payee': '收款单位', 'channel-merchant': '渠道商户', 'payee-channel': '收款单位与渠道商户的关联', 'nontax-region': '区域非税配置', 'nontax-item': '收入项目' } as const;

/** The audit entry of a change of the directory. Keys appear as fingerprints: whole, they would bury what else changed. */
export function directoryEntry(change: DirectoryChange, by: Actor, ids: Ids, clock: Clock): AuditEntry {
  const verb = change.before === undefined ? '新增' : '修改';
  return {
    entryId: ids.next(), at: clock.now(), actor: by, action: `${change.kind}.saved`, objectKind: change.kind, objectNo: change.no,
    description: `${verb}${titles[change.kind]} ${change.no}`, before: change.before && factsOf(change.before), after: factsOf(change.after), requestId: undefined,
  };
}

function factsOf(thing: object): Readonly<Record<string, string>> {
  const told = Object.entries(thing).filter(([, value]) => value !== undefined);
  return Object.fromEntries(told.map(([name, value]: [string, unknown]) => [name, factOf(name, value)]));
}

function factOf(name: string, value: unknown): string {
  if (name === 'keys') return (value as readonly DeveloperKey[]).map(({ pem }) => fingerprint(pem)).join(' ');
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

const fingerprint = (pem: string): string => `sha256:${createHash('sha256').update(pem.replace(/\s/g, '')).digest('hex').slice(0, 32)}`;
