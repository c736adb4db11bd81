import { personalDataPace } from '../../domain/access/personal-data-pace.js';
import { ok, refuse, type Result } from '../../domain/kernel/result.js';
import { deedEntry, type Acting, type Deed } from '../../domain/operators/acting.js';
import type { Clock } from '../ports/clock.js';
import type { Ids } from '../ports/ids.js';
import type { RateLimiter } from '../ports/rate-limiter.js';
import type { Stores, UnitOfWork } from '../ports/unit-of-work.js';

export type LookRefusal = 'unknown' | 'nothing-kept';
export type SeeRefusal = LookRefusal | 'too-many';
export interface LookParts { readonly unitOfWork: UnitOfWork; readonly rateLimiter: Pick<RateLimiter, 'allow'>; readonly ids: Ids; readonly clock: Clock }
/** What is shown, and what is written down of it, which never holds what is shown. */
export interface Look<T> { readonly shown: T; readonly deed: Deed }

/** One look at personal data in clear, of whomever: not in a hurry, and nobody is shown what could not be written down (AUD-01, PRV-02). */
export async function lookInClear<T>({ unitOfWork, rateLimiter, ids, clock }: LookParts, acting: Acting, find: (stores: Stores) => Promise<Result<Look<T>, LookRefusal>>): Promise<Result<T, SeeRefusal>> {
  if (!rateLimiter.allow(personalDataPace.keyOf(acting.by.operatorNo), personalDataPace.perSecond)) return refuse('too-many');
  return unitOfWork.run(async (stores): Promise<Result<T, SeeRefusal>> => {
    const found = await find(stores);
    if (!found.ok) return found;
    const { shown, deed } = found.value;
    await stores.audit.append(deedEntry(ids.next(), clock.now(), acting, deed));
    return ok(shown);
  });
}
