import { mkdirSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import type { SqlEngine } from '../../../adapters/outbound/persistence/sql/engine.js';
import { databaseAddress } from '../../../bootstrap/database-address.js';
import { openEngine } from '../../../bootstrap/open-engine.js';
import { openEar, type Ear } from '../ear.js';
import { chooseSite, startProduct, type Product } from '../product.js';
import type { BenchServer } from './bench-database.js';

/** The product on one engine, with a business system that listens, and the clock of both. */
export interface Installation {
  readonly name: string; readonly workers: number; readonly server: BenchServer; readonly product: Product; readonly ear: Ear; readonly engine: SqlEngine;
  /** The installation's time: it is stepped between rounds. */
  now(): number;
  /** Steps the clock past everything that waits, and returns when every job has been worked on. */
  letJobsEnd(): Promise<void>;
  close(): Promise<void>;
}

export interface InstallationPlan { readonly name: string; readonly folder: string; readonly server: BenchServer; readonly workers: number; /** Another build's program. */ readonly main?: string | undefined; readonly options?: readonly string[]; readonly settings?: Readonly<Record<string, string>>; /** An open file for the log. */ readonly log?: number }

/** Past the expiry of an order (two hours) and the first questions about an attempt. */
const stepMs = 2 * 3_600_000 + 60_000;
const patienceMs = 60_000;
const lookEveryMs = 50;

export async function openInstallation({ name, folder, server, workers, main, options, settings, log }: InstallationPlan): Promise<Installation> {
  mkdirSync(folder, { recursive: true });
  const database = await server.database();
  const site = await chooseSite(folder, database.address, main);
  const product = await startProduct(site, { TONGJIAO_WORKERS: String(workers), ...settings }, options, log);
  const engine = openEngine(databaseAddress(site.databaseAddress, { user: undefined, password: undefined }));
  const ear = await openEar(product);
  let offsetMs = 0;
  return {
    name, workers, server, product, ear, engine, now: () => Date.now() + offsetMs,
    letJobsEnd: async () => {
      const answer = await fetch(`${site.managementUrl}/control/clock/advance`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ ms: stepMs }) });
      if (!answer.ok) throw new Error(`the clock cannot be stepped: ${answer.status}`);
      offsetMs += stepMs;
      await untilNothingWaits(engine);
    },
    close: async () => {
      ear.close();
      await engine.close();
      await product.stop();
      await database.drop();
    },
  };
}

/** No job waits or runs, and every audit entry is numbered. */
async function untilNothingWaits(engine: SqlEngine): Promise<void> {
  const until = performance.now() + patienceMs;
  for (;;) {
    const jobs: unknown = await engine.reader('outbox').select('job_id').whereIn('state', ['READY', 'CLAIMED']).limit(1);
    const entries: unknown = await engine.reader('audit_entry').select('entry_id').where({ seq: 0 }).limit(1);
    if ((jobs as unknown[]).length === 0 && (entries as unknown[]).length === 0) return;
    if (performance.now() > until) throw new Error('jobs do not come to an end');
    await pause(lookEveryMs);
  }
}
