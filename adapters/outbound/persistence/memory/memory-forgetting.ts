import type { ForgettingStore } from '../../../../application/ports/forgetting-books.js';
import { ConcurrentChange } from '../../../../application/ports/unit-of-work.js';
import { blankRound } from '../../../../domain/keeping/forgetting.js';
import { seen, writing, type View } from './memory-stores.js';
import { putVersioned } from './memory-table.js';

/** How far rounds of forgetting are, over the memory tables. */
export function forgettingStore(view: View): ForgettingStore {
  const { forgettingRounds } = view.tables;
  return {
    take: async (kind) => forgettingRounds.get(kind, seen(view)) ?? blankRound(kind),
    put: async (round) => {
      writing(view);
      if (round.version > 0) putVersioned(forgettingRounds, round.kind, round);
      else if (!forgettingRounds.insert({ ...round, version: 1 })) throw new ConcurrentChange('somebody began the first round meanwhile');
    },
  };
}
