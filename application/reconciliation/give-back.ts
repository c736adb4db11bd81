import { ok, refuse, type Result } from '../../domain/kernel/result.js';
import { refusedEntry } from '../../domain/operators/refused-deed.js';
import { maxNoteChars, type HandlingNote } from '../../domain/reconciliation/handling.js';
import type { Clock } from '../ports/clock.js';
import type { Ids } from '../ports/ids.js';
import type { Stores, UnitOfWork } from '../ports/unit-of-work.js';
import { askedToGiveBack, caseOf, type CaseRef, type OpenCase } from './cases.js';
import { keepNote } from './write-note.js';

export interface GiveBackStep { readonly about: CaseRef; readonly note: string; readonly operator: string; readonly address: string | undefined; readonly requestId?: string }
export type GiveBackRefusal =
  | 'no-such-case' | 'handled' | 'note-missing' | 'note-too-long'
  /** The money of such a case is not ours to move: an amount that differs, an order nobody knows. */
  | 'nothing-to-refund'
  /** Asked for already and not decided. */
  | 'asked'
  | 'not-asked'
  /** Whoever asked cannot decide. */
  | 'own-request';

/**
 * Gives late, repeated or wrongly charged money back where no rule does: one operator asks, another decides. Only the surplus payment goes back,
 * never the one that paid the order; the refund itself is the rule's (job `refund-by-rule`), which never gives back more than is left.
 */
export class GiveBack {
  readonly #unitOfWork: UnitOfWork;
  readonly #ids: Ids;
  readonly #clock: Clock;

  constructor(unitOfWork: UnitOfWork, ids: Ids, clock: Clock) {
    this.#unitOfWork = unitOfWork;
    this.#ids = ids;
    this.#clock = clock;
  }

  ask(step: GiveBackStep): Promise<Result<HandlingNote, GiveBackRefusal>> {
    return this.#step(step, async (stores, found, asked) => {
      if (asked) return refuse('asked');
      await found.put('following');
      return ok(await this.#keep(stores, step, 'refund-asked'));
    });
  }

  approve(step: GiveBackStep): Promise<Result<HandlingNote, GiveBackRefusal>> {
    return this.#decide(step, 'refund-approved', async (stores, attemptNo) => {
      // The case ends when the channel says that the money has gone back (apply-refund-report).
      await stores.outbox.enqueue({ topic: 'refund-by-rule', key: attemptNo, dueAt: this.#clock.now() });
    });
  }

  reject(step: GiveBackStep): Promise<Result<HandlingNote, GiveBackRefusal>> {
    return this.#decide(step, 'refund-rejected', () => Promise.resolve());
  }

  #decide(step: GiveBackStep, action: 'refund-approved' | 'refund-rejected', follow: (stores: Stores, attemptNo: string) => Promise<void>): Promise<Result<HandlingNote, GiveBackRefusal>> {
    return this.#step(step, async (stores, found, asked) => {
      if (!asked) return refuse('not-asked');
      if (asked.operator === step.operator) {
        const deed = { action: `case.${action}`, objectKind: step.about.kind, objectNo: step.about.no, description: action === 'refund-approved' ? '同意退回款项' : '驳回退回款项' };
        await stores.audit.append(refusedEntry(this.#ids.next(), this.#clock.now(), { by: { operatorNo: step.operator }, address: step.address, requestId: step.requestId }, deed, 'own-request'));
        return refuse('own-request');
      }
      await found.put('following');
      await follow(stores, found.refundableAttempt ?? '');
      return ok(await this.#keep(stores, step, action));
    });
  }

  async #step(step: GiveBackStep, decide: (stores: Stores, found: OpenCase, asked: HandlingNote | undefined) => Promise<Result<HandlingNote, GiveBackRefusal>>): Promise<Result<HandlingNote, GiveBackRefusal>> {
    const text = step.note.trim();
    if (text === '') return refuse('note-missing');
    if (Array.from(text).length > maxNoteChars) return refuse('note-too-long');
    return this.#unitOfWork.run(async (stores): Promise<Result<HandlingNote, GiveBackRefusal>> => {
      const found = await caseOf(stores, step.about);
      if (!found) return refuse('no-such-case');
      if (found.state === 'handled') return refuse('handled');
      if (found.refundableAttempt === undefined) return refuse('nothing-to-refund');
      return decide(stores, found, await askedToGiveBack(stores, step.about));
    });
  }

  async #keep(stores: Stores, step: GiveBackStep, action: HandlingNote['action']): Promise<HandlingNote> {
    const { about, note, operator } = step;
    const kept: HandlingNote = { noteNo: this.#ids.next(), objectKind: about.kind, objectNo: about.no, action, note: note.trim(), operator, at: this.#clock.now() };
    await keepNote(stores, this.#ids, kept, step);
    return kept;
  }
}
