import type { ForgettingStore } from '../../../../application/ports/forgetting-books.js';
import { ConcurrentChange } from '../../../../application/ports/unit-of-work.js';
import { blankRound, forgettingKinds, type ForgettingKind, type ForgettingRound } from '../../../../domain/keeping/forgetting.js';
import { epochMs, int, json, oneOf, optional, text } from './codecs.js';
import type { SqlEngine } from './engine.js';
import { addOnce } from './looked-up-insert.js';
import { SqlTable } from './sql-table.js';
import type { WritingSession } from './unit-scope.js';

export const forgettingTable = new SqlTable<ForgettingRound>('forgetting_round', {
  kind: ['round_kind', oneOf(forgettingKinds)], owner: ['turn_owner', optional(text(64))], until: ['turn_until', epochMs],
  forgotten: ['count_list', json<ForgettingRound['forgotten']>((parsed) => parsed as ForgettingRound['forgotten'])], version: ['version', int],
}, ['kind']);

/** How far rounds of forgetting are, on any engine. */
export class SqlForgettingStore implements ForgettingStore {
  readonly #unit: WritingSession;
  readonly #engine: SqlEngine;
  constructor(unit: WritingSession, engine: SqlEngine) {
    this.#unit = unit;
    this.#engine = engine;
  }

  async take(kind: ForgettingKind): Promise<ForgettingRound> { return await forgettingTable.firstLocked(this.#unit, { kind }) ?? blankRound(kind); }

  async put(round: ForgettingRound): Promise<void> {
    if (round.version > 0) { await forgettingTable.put(this.#unit, round); return; }
    if (await addOnce(forgettingTable, this.#unit, this.#engine, { kind: round.kind }, { ...round, version: 1 }) === 'exists') throw new ConcurrentChange('somebody began the first round meanwhile');
  }
}
