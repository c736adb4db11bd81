import { expect } from 'chai';
import { cityRun } from '../crash/city/city-run.js';

const kills = Number(process.env['CRASH_KILLS'] ?? 12);
const began = Number(process.env['CRASH_SEED'] ?? Date.now() % 1_000_000);
const seeds = Array.from({ length: Number(process.env['CRASH_SEEDS'] ?? 5) }, (_none, index) => began + index);

describe('a platform that is killed at random moments while every system of the city fails, for long', function () {
  this.timeout(60 * 60_000);

  for (const seed of seeds) {
    it(`leaves one notice, one e-bill, one text and one shared row for each payment after ${kills} kills (seed ${seed}, repeat with CRASH_SEED=${seed} CRASH_SEEDS=1 CRASH_KILLS=${kills})`, async () => {
      const { complaints, tally, dataFolder } = await cityRun(seed, kills);
      process.stdout.write(`      seed ${seed}: ${JSON.stringify(tally)}\n`);
      for (const complaint of complaints) process.stdout.write(`      ${complaint}\n`);
      expect(complaints, `seed ${seed}, everything is kept in ${dataFolder}`).to.deep.equal([]);
      expect(tally['kills']).to.equal(kills);
    });
  }
});
