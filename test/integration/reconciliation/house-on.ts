import type { SqlEngine } from '../../../adapters/outbound/persistence/sql/engine.js';
import { openOn } from '../../contract/persistence/opened.js';
import { CountingHouse, type HousePlan } from '../../unit/application/reconciliation/counting-house.js';

/** One host: a counting house over its own connections to a database that others may use too. `host` is part of every number it makes. */
export async function houseOn(engine: SqlEngine, host: string, plan: HousePlan = {}): Promise<CountingHouse & { end(): Promise<void> }> {
  const store = await openOn(engine, host);
  const house = new CountingHouse({ ...plan, store, ids: store.ids, clock: store.clock });
  return Object.assign(house, { end: () => store.close() });
}
