import type { Clock } from '../../../application/ports/clock.js';
import type { Ids } from '../../../application/ports/ids.js';
import type { Vault } from '../../../application/ports/vault.js';
import type { SqlEngine } from '../../../adapters/outbound/persistence/sql/engine.js';
import { sqlPersistence, type Persistence } from '../../../adapters/outbound/persistence/sql/sql-persistence.js';
import { endAt } from './shares.js';
import { stampOf } from './samples.js';

/** Envelopes of the right length that hold nothing: what is measured is the database, and the rows it was filled with open under no key. */
export const paperVault: Vault = {
  seal: (_, clear) => `1.field-01.sm4cbc-hmacsm3.${'i'.repeat(22)}.${'c'.repeat(Math.ceil((Math.floor(clear.length / 16) + 1) * 16 * 4 / 3))}.${'t'.repeat(43)}`,
  open: () => 'sealed', blindIndex: (_, normalised) => normalised.padEnd(64, '0').slice(0, 64).replace(/[^\x20-\x7e]/g, 'x'), blindIndexes: (column, normalised) => [paperVault.blindIndex(column, normalised)], indexKeys: () => 'one', installationMark: () => 'a'.repeat(64), auditMac: () => 'a'.repeat(64), auditKeyNo: (least) => least, auditKeyOf: () => 0,
  rowMac: () => 'a'.repeat(64), rowMacFits: () => 'current', isCurrent: () => true, currentKeys: () => 'paper', hasKeys: () => true, secretMac: () => 'a'.repeat(64), secretMacs: () => ['a'.repeat(64)], pepper: () => 'a'.repeat(64), pepperName: () => undefined,
};

export interface VolumeStore { readonly store: Persistence; readonly ids: Ids; readonly clock: Clock }

/** The product's repositories on the filled database, at the moment after its newest order. */
export function storeOn(engine: SqlEngine): VolumeStore {
  let given = Date.now() % 1_000_000_000;
  const next = (): string => `${stampOf(endAt + 1000)}${String(++given).padStart(9, '0')}`.slice(0, 26);
  const ids: Ids = { next, token: () => `volume-token-${next()}` };
  const clock: Clock = { now: () => endAt + 1000, sleep: () => Promise.resolve() };
  return { ids, clock, store: sqlPersistence(engine, { vault: paperVault, ids, clock, wallNow: () => performance.now() }) };
}
