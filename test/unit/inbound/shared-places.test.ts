import { expect } from 'chai';
import { SharedPlaces } from '../../../adapters/inbound/jobs/shared-places.js';
import type { JobOutcome } from '../../../application/ports/jobs.js';
import { noon } from '../../builders/moments.js';

const settle = async (): Promise<boolean> => true;
const done: JobOutcome = { kind: 'done' };

describe('places that the jobs around the payments share', () => {
  it('send away what finds none, of whatever kind, and are free again however a run ends', async () => {
    const places = new SharedPlaces(2, { now: () => noon });
    const ends: ((how: 'done' | 'thrown') => void)[] = [];
    const hangs = places.sharing({ run: () => new Promise((resolve, reject) => { ends.push((how) => { if (how === 'done') resolve(done); else reject(new Error('gone')); }); }) });
    const other = places.sharing({ run: async () => done });
    const [first, second] = [hangs.run('1', settle), hangs.run('2', settle)];
    expect(await other.run('3', settle)).to.deep.equal({ kind: 'again', dueAt: noon + 2_000 });
    ends[0]?.('thrown');
    expect(await first.catch((error: unknown) => String(error))).to.equal('Error: gone');
    expect(await other.run('3', settle)).to.deep.equal(done);
    ends[1]?.('done');
    expect(await second).to.deep.equal(done);
  });
});
