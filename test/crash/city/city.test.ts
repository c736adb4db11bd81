import { expect } from 'chai';
import { cityRun } from './city-run.js';

const kills = Number(process.env['CRASH_KILLS'] ?? 3);
const seed = Number(process.env['CRASH_SEED'] ?? Date.now() % 1_000_000);

describe('a platform that is killed at random moments while every system of the city fails', function () {
  this.timeout(600_000);

  it(`leaves one notice, one e-bill, one text and one shared row for each payment after ${kills} kills (seed ${seed}, repeat with CRASH_SEED=${seed})`, async () => {
    const { complaints, tally, dataFolder } = await cityRun(seed, kills);
    process.stdout.write(`      seed ${seed}: ${JSON.stringify(tally)}\n`);
    for (const complaint of complaints) process.stdout.write(`      ${complaint}\n`);
    expect(complaints, `seed ${seed}, everything is kept in ${dataFolder}`).to.deep.equal([]);
    expect(tally['kills']).to.equal(kills);
    for (const what of ['notice-confirmed', 'notice-voided', 'notice-paid-elsewhere', 'e-bill-issued', 'e-bill-reversed', 'text-delivered', 'appBills', 'shared']) expect(tally[what], `the storm made no ${what}`).to.be.greaterThan(0);
  });
});
