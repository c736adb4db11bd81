import { mostMeasured, type CallbackDeskReader, type CallbackHealth } from '../../../../application/ports/callback-desk.js';
import type { Callback } from '../../../../domain/callbacks/callback.js';
import { medianOf } from '../../../../domain/callbacks/median.js';

/** What the callback desk reads, of whatever callbacks there are. */
export function memoryCallbackDesk(all: () => readonly Callback[]): CallbackDeskReader {
  const within = (fromAt: number, toAt: number): readonly Callback[] => all().filter(({ createdAt }) => createdAt >= fromAt && createdAt < toAt);
  const oldestFirst = (a: Callback, b: Callback): number => a.createdAt - b.createdAt || (a.callbackId < b.callbackId ? -1 : 1);
  return {
    health: async (fromAt, toAt) => {
      const found = within(fromAt, toAt);
      return [...new Set(found.map(({ devId }) => devId))].sort().map((devId): CallbackHealth => {
        const callbacks = found.filter((callback) => callback.devId === devId);
        const of = (state: Callback['state']): Callback[] => callbacks.filter((callback) => callback.state === state);
        const accepted = of('accepted').sort(oldestFirst);
        const moments = accepted.flatMap(({ acceptedAt }) => acceptedAt ?? []);
        return {
          devId, waiting: of('pending').length, givenUp: of('failed').length, atOnce: accepted.filter(({ tries }) => tries <= 1).length, retried: accepted.filter(({ tries }) => tries > 1).length,
          lastAcceptedAt: moments.length === 0 ? undefined : Math.max(...moments),
          medianMs: medianOf(accepted.slice(-mostMeasured).flatMap(({ acceptedAt, createdAt }) => (acceptedAt === undefined ? [] : [acceptedAt - createdAt]))),
        };
      });
    },
    batchStanding: async ({ devId, fromAt, toAt, askedAt }, now) => {
      const mine = within(fromAt, toAt).filter((callback) => callback.devId === devId);
      const failed = mine.filter(({ state }) => state === 'failed');
      return {
        left: failed.filter(({ lastTriedAt }) => (lastTriedAt ?? Infinity) < askedAt).length, failedAgain: failed.filter(({ lastTriedAt }) => (lastTriedAt ?? 0) >= askedAt).length,
        accepted: mine.filter(({ state, firstTriedAt, acceptedAt }) => state === 'accepted' && (firstTriedAt ?? Infinity) < askedAt && (acceptedAt ?? 0) >= askedAt).length,
        underWay: all().filter((callback) => callback.devId === devId && callback.state === 'pending' && (callback.nextTryAt ?? Infinity) <= now).length,
      };
    },
    leftOf: async ({ devId, fromAt, toAt, askedAt }, limit) => within(fromAt, toAt)
      .filter((callback) => callback.devId === devId && callback.state === 'failed' && (callback.lastTriedAt ?? Infinity) < askedAt).sort(oldestFirst).slice(0, limit),
  };
}
