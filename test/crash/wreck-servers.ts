import { Redis } from 'ioredis';
import { asAdmin } from '../support/servers.js';
import type { OwnServer } from '../support/own-server.js';
import { pause, type Chance } from './chance.js';
import type { CommitWay } from './commit-way.js';
import type { PlatformProcess } from './platform-process.js';

/** What a run on servers stands on. */
export interface Servers { readonly database: CommitWay; readonly redis: OwnServer; /** Name of the platform's database on its server. */ readonly databaseName: string }

const kinds = ['member-killed', 'all-killed', 'database-killed', 'lines-cut', 'cut-at-commit', 'redis-wiped', 'redis-killed'] as const;
export type Wreck = (typeof kinds)[number];

/** How often lines are cut in one go. */
const cuts = 8;

/** Breaks one thing after the other at random moments; every kind comes before one comes again. `seen` counts them. */
export function wreckServers(servers: Servers, seen: Map<Wreck, number>) {
  return async (platform: PlatformProcess, wrecks: number, chance: Chance): Promise<void> => {
    let left: readonly Wreck[] = [];
    for (let done = 0; done < wrecks; done += 1) {
      await pause(chance.between(1_500, 4_000));
      const [kind = 'lines-cut', ...rest] = left.length > 0 ? left : chance.shuffled(kinds);
      left = rest;
      await wreck(kind, servers, platform, chance);
      seen.set(kind, (seen.get(kind) ?? 0) + 1);
    }
    // A short run may have ended before its turn came.
    if (!seen.has('cut-at-commit')) {
      await wreck('cut-at-commit', servers, platform, chance);
      seen.set('cut-at-commit', 1);
    }
    await platform.ready();
  };
}

async function wreck(kind: Wreck, { database, redis, databaseName }: Servers, platform: PlatformProcess, chance: Chance): Promise<void> {
  switch (kind) {
    case 'member-killed': {
      // Right after another fault there may be none for a moment; a kill that killed nobody must not count.
      for (let waits = 0; platform.members().length === 0 && waits < 100; waits += 1) await pause(100);
      process.kill(chance.pick(platform.members()), 'SIGKILL');
      return;
    }
    case 'all-killed':
      await platform.kill();
      platform.start();
      return platform.ready();
    case 'database-killed':
      await database.kill();
      await pause(chance.between(300, 2_500));
      return database.start();
    case 'lines-cut':
      for (let n = 0; n < cuts; n += 1) {
        await cutLines(database.address, databaseName);
        await pause(chance.between(5, 120));
      }
      return;
    case 'cut-at-commit':
      return database.cutAtCommits(chance.between(2, 5));
    case 'redis-wiped': {
      const line = new Redis(redis.address);
      await line.flushall();
      line.disconnect();
      return;
    }
    case 'redis-killed':
      await redis.kill();
      await pause(chance.between(300, 2_000));
      return redis.start();
  }
}

/** Every connection of the platform breaks at once, whatever it is doing. */
async function cutLines(serverAddress: string, databaseName: string): Promise<void> {
  await asAdmin(serverAddress, async (admin) => {
    if (!serverAddress.startsWith('mysql:')) {
      await admin.raw('select pg_terminate_backend(pid) from pg_stat_activity where datname = ?', [databaseName]);
      return;
    }
    const rows = await admin('information_schema.processlist').select<{ id: number }[]>({ id: 'id' }).where({ db: databaseName });
    for (const { id } of rows) await admin.raw(`kill ${Number(id)}`).catch((error: unknown) => { if (!String(error).includes('Unknown thread')) throw error; });
  });
}
