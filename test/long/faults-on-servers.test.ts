import { expect } from 'chai';
import { CommitWay } from '../crash/commit-way.js';
import { crashRun } from '../crash/crash-run.js';
import { wreckServers, type Wreck } from '../crash/wreck-servers.js';
import { needing } from '../support/needing.js';
import { ownMariadb, ownPostgres, ownRedis, whyNoOwn, type OwnServer } from '../support/own-server.js';
import { ownDatabase } from '../support/servers.js';

const wrecks = Number(process.env['FAULTS'] ?? 24);
const seed = Number(process.env['CRASH_SEED'] ?? Date.now() % 1_000_000);
const workers = 4;
const engines: readonly (readonly [string, string | undefined, () => Promise<OwnServer>])[] = [
  ['MariaDB', whyNoOwn.mysql ?? whyNoOwn.redis, ownMariadb], ['PostgreSQL', whyNoOwn.postgres ?? whyNoOwn.redis, ownPostgres],
];

for (const [name, why, own] of engines) {
  needing(why, `four processes on ${name} while servers and processes are killed`, function () {
    this.timeout(60 * 60_000);
    it(`keep every fen in agreement with the channels after ${wrecks} faults (seed ${seed}, repeat with CRASH_SEED=${seed} FAULTS=${wrecks})`, async () => {
      const [database, redis] = [await CommitWay.to(await own()), await ownRedis()];
      try {
        await Promise.all([database.start(), redis.start()]);
        const { address } = await ownDatabase(database.address);
        const seen = new Map<Wreck, number>();
        const ground = { foundations: { database: database.by(address), redis: redis.address, workers }, wreck: wreckServers({ database, redis, databaseName: new URL(address).pathname.slice(1) }, seen) };
        const { complaints, tally, dataFolder } = await crashRun(seed, wrecks, ground);
        process.stdout.write(`      ${name}, seed ${seed}: ${JSON.stringify({ ...Object.fromEntries(seen), linesCutAtCommit: database.cuts, ...tally })}\n`);
        for (const complaint of complaints) process.stdout.write(`      ${complaint}\n`);
        expect(complaints, `seed ${seed}, logs are kept in ${dataFolder}`).to.deep.equal([]);
        for (const what of ['attempt-paid', 'refund-refunded', 'heard']) expect(tally[what], `the storm made no ${what}`).to.be.greaterThan(0);
        expect(database.cuts, 'lines that broke at COMMIT').to.be.greaterThan(1);
        expect(tally['commitsUnknown'], 'units of which the platform did not know whether they were stored').to.be.greaterThan(0);
      } finally {
        await Promise.all([database.remove(), redis.remove()]);
      }
    });
  });
}
