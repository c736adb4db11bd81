import { expect } from 'chai';
import type { Callback } from '../../../domain/callbacks/callback.js';
import { aCallback, no, noon } from './builders.js';
import type { Open, Opened } from './opened.js';

const hour = 3_600_000;

export function callbackDeskContract(adapter: string, open: Open): void {
  describe(`the callback desk on ${adapter}`, () => {
    let store: Opened;
    let made = 0;
    beforeEach(async () => { store = await open(); });
    afterEach(() => store.close());
    const add = async (changes: Partial<Callback>): Promise<void> => {
      made += 1;
      const callback = aCallback({ callbackId: `c${made}`, platformOrderNo: no(made), nextTryAt: undefined, ...changes });
      await store.unitOfWork.run(({ callbacks }) => callbacks.add(callback));
    };
    const accepted = (after: number, changes: Partial<Callback> = {}): Promise<void> => add({ state: 'accepted', tries: 1, createdAt: noon, acceptedAt: noon + after, lastTriedAt: noon + after, ...changes });
    const failed = (lastTriedAt: number, changes: Partial<Callback> = {}): Promise<void> => add({ state: 'failed', tries: 6, createdAt: noon, lastTriedAt, ...changes });

    it('counts by business system what waits, what was taken at once or later, and what was given up', async () => {
      await accepted(100);
      await accepted(300);
      await accepted(60_000, { tries: 3 });
      await accepted(5, { devId: 'D2', createdAt: noon + 1, acceptedAt: noon + 6 });
      await failed(noon + hour);
      await add({ state: 'pending', createdAt: noon, nextTryAt: noon + 5 });
      await failed(noon + hour, { devId: 'D3' });
      // Just outside of the window.
      await accepted(1, { createdAt: noon - 1 });
      await failed(noon + hour, { createdAt: noon + hour });
      const health = await store.unitOfWork.read(({ callbacks }) => callbacks.health(noon, noon + hour));
      expect(health).to.deep.equal([
        { devId: 'D1', waiting: 1, atOnce: 2, retried: 1, givenUp: 1, lastAcceptedAt: noon + 60_000, medianMs: 300 },
        { devId: 'D2', waiting: 0, atOnce: 1, retried: 0, givenUp: 0, lastAcceptedAt: noon + 6, medianMs: 5 },
        { devId: 'D3', waiting: 0, atOnce: 0, retried: 0, givenUp: 1, lastAcceptedAt: undefined, medianMs: undefined },
      ]);
      expect(await store.unitOfWork.read(({ callbacks }) => callbacks.health(noon + 2 * hour, noon + 3 * hour))).to.deep.equal([]);
    });

    it('tells of a batch what is left, what is under way and what came of the rest', async () => {
      const batch = { devId: 'D1', fromAt: noon, toAt: noon + hour, askedAt: noon + 2 * hour };
      await failed(noon + hour, { callbackId: 'left-2', createdAt: noon + 2 });
      await failed(noon + hour, { callbackId: 'left-1', createdAt: noon + 1 });
      await failed(noon + hour, { callbackId: 'left-3', createdAt: noon + 2 });
      await failed(batch.askedAt, { callbackId: 'again' });
      await failed(noon + hour, { callbackId: 'other', devId: 'D2' });
      await failed(noon + hour, { callbackId: 'later', createdAt: noon + hour });
      await accepted(3 * hour, { tries: 7, firstTriedAt: noon });
      await accepted(3 * hour, { firstTriedAt: batch.askedAt });
      await accepted(hour);
      await add({ state: 'pending', createdAt: noon + 9 * hour, nextTryAt: noon + 3 * hour });
      await add({ state: 'pending', nextTryAt: noon + 4 * hour });
      await add({ state: 'pending', nextTryAt: noon, devId: 'D2' });
      expect(await store.unitOfWork.read(({ callbacks }) => callbacks.batchStanding(batch, noon + 3 * hour))).to.deep.equal({ left: 3, failedAgain: 1, accepted: 1, underWay: 1 });
      const left = async (limit: number) => (await store.unitOfWork.read(({ callbacks }) => callbacks.leftOf(batch, limit))).map(({ callbackId }) => callbackId);
      expect(await left(2)).to.deep.equal(['left-1', 'left-2']);
      expect(await left(100)).to.deep.equal(['left-1', 'left-2', 'left-3']);
    });
  });
}
