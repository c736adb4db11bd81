import { expect } from 'chai';
import { CommitWay } from '../crash/commit-way.js';
import { cityRun } from '../crash/city/city-run.js';
import { wreckServers, type Wreck } from '../crash/wreck-servers.js';
import { needing } from '../support/needing.js';
import { ownMariadb, ownPostgres, ownRedis, whyNoOwn, type OwnServer } from '../support/own-server.js';
import { ownDatabase } from '../support/servers.js';

const wrecks = Number(process.env['FAULTS'] ?? 12);
const seed = Number(process.env['CRASH_SEED'] ?? Date.now() % 1_000_000);
const workers = 4;
const engines: readonly (readonly [string, string | undefined, () => Promise<OwnServer>])[] = [
  ['MariaDB', whyNoOwn.mysql ?? whyNoOwn.redis, ownMariadb], ['PostgreSQL', whyNoOwn.postgres ?? whyNoOwn.redis, ownPostgres],
];

for (const [name, why, own] of engines) {
  needing(why, `four processes on ${name} while servers, processes and every system of the city fail`, function () {
    this.timeout(60 * 60_000);
    it(`leave one notice, one e-bill, one text and one shared row for each payment after ${wrecks} faults (seed ${seed}, repeat with CRASH_SEED=${seed} FAULTS=${wrecks})`, async () => {
      const [database, redis] = [await CommitWay.to(await own()), await ownRedis()];
      try {
        await Promise.all([database.start(), redis.start()]);
        const { address } = await ownDatabase(database.address);
        const seen = new Map<Wreck, number>();
        const ground = { foundations: { database: database.by(address), redis: redis.address, workers }, wreck: wreckServers({ database, redis, databaseName: new URL(address).pathname.slice(1) }, seen) };
        const { complaints, tally, dataFolder } = await cityRun(seed, wrecks, ground);
        process.stdout.write(`      ${name}, seed ${seed}: ${JSON.stringify({ ...Object.fromEntries(seen), ...tally })}\n`);
        for (const complaint of complaints) process.stdout.write(`      ${complaint}\n`);
        expect(complaints, `seed ${seed}, logs are kept in ${dataFolder}`).to.deep.equal([]);
      } finally {
        await Promise.all([database.remove(), redis.remove()]);
      }
    });
  });
}
