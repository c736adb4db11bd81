import type { SqlEngine } from '../../../adapters/outbound/persistence/sql/engine.js';
import { runMigrations } from '../../../adapters/outbound/persistence/sql/migrations/runner.js';
import { sqlPersistence, type Persistence } from '../../../adapters/outbound/persistence/sql/sql-persistence.js';
import { memoryPersistence } from '../../../adapters/outbound/persistence/memory/memory-persistence.js';
import type { Vault } from '../../../application/ports/vault.js';
import { noon } from './builders.js';
import { CountingIds, FakeVault, HandClock } from './fakes.js';

/** One store under a suite, fresh and empty. */
export interface Opened extends Persistence {
  readonly clock: HandClock;
  readonly ids: CountingIds;
  close(): Promise<void>;
}
export type Open = () => Promise<Opened>;

/** An engine that nobody has used, for suites that go to its rows behind the store. `remove`: once it is closed. */
export interface OpenedEngine { readonly engine: SqlEngine; remove(): void }
export type OpenEngine = () => OpenedEngine | Promise<OpenedEngine>;

export const vault = new FakeVault();

export async function openMemory(): Promise<Opened> {
  const parts = { vault, ids: new CountingIds(), clock: new HandClock(noon) };
  return { ...memoryPersistence(parts), ...parts, close: () => Promise.resolve() };
}

/** A SQL store on an engine that nobody has used. */
export async function openOn(engine: SqlEngine, prefix = '1', itsVault: Vault = vault): Promise<Opened> {
  await runMigrations(engine, { owner: `suite-${prefix}`, now: Date.now });
  const parts = { vault: itsVault, ids: new CountingIds(prefix), clock: new HandClock(noon), wallNow: () => performance.now() };
  return { ...sqlPersistence(engine, parts), ...parts, close: () => engine.close() };
}

/** The error of a promise that must fail. */
export async function faultOf(promise: Promise<unknown>): Promise<Error> {
  try {
    await promise;
  } catch (error) {
    if (error instanceof Error) return error;
    throw error;
  }
  throw new Error('it was expected to fail');
}
