import { expect } from 'chai';
import { crashRun } from './crash-run.js';

const kills = 5;
const seed = Number(process.env['CRASH_SEED'] ?? Date.now() % 1_000_000);

describe('a platform that is killed at random moments under load', function () {
  this.timeout(600_000);

  it(`keeps every fen in agreement with the channels after ${kills} kills (seed ${seed}, repeat with CRASH_SEED=${seed})`, async () => {
    const { complaints, tally, dataFolder } = await crashRun(seed, kills);
    process.stdout.write(`      seed ${seed}: ${JSON.stringify(tally)}\n`);
    for (const complaint of complaints) process.stdout.write(`      ${complaint}\n`);
    expect(complaints, `seed ${seed}, everything is kept in ${dataFolder}`).to.deep.equal([]);
    expect(tally['kills']).to.equal(kills);
    for (const what of ['attempt-paid', 'attempt-repeat', 'attempt-late', 'refund-refunded', 'order-closed', 'heard']) expect(tally[what], `the storm made no ${what}`).to.be.greaterThan(0);
  });
});
