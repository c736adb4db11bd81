import type { ForgettingKind, ForgettingRound } from '../../domain/keeping/forgetting.js';

/** How far the rounds are in which is forgotten what was kept for its time. */
export interface ForgettingStore {
  /** Under the row's lock until the unit ends; a blank one where there was none. */
  take(kind: ForgettingKind): Promise<ForgettingRound>;
  put(round: ForgettingRound): Promise<void>;
}
