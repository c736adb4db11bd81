import { canMove } from '../../domain/kernel/arrows.js';
import { ok, refuse, type Result } from '../../domain/kernel/result.js';
import { handleArrows } from '../../domain/payments/abnormal-order.js';
import { maxNoteChars, type HandlingNote } from '../../domain/reconciliation/handling.js';
import type { Clock } from '../ports/clock.js';
import type { Ids } from '../ports/ids.js';
import type { Stores, UnitOfWork } from '../ports/unit-of-work.js';
import { caseOf, type CaseRef } from './cases.js';

export interface WrittenNote { readonly about: CaseRef; readonly action: 'follow' | 'handle'; readonly note: string; readonly operator: string; readonly address: string | undefined; readonly requestId?: string }
export type NoteRefusal = 'no-such-case' | 'note-missing' | 'note-too-long' | 'handled';

/** 跟踪 and 处理 with a note (1.1.4.4.4-i, 1.1.4.4.5-b, -c): following keeps a case open, handling ends it; every note stays. */
export class WriteNote {
  readonly #unitOfWork: UnitOfWork;
  readonly #ids: Ids;
  readonly #clock: Clock;

  constructor(unitOfWork: UnitOfWork, ids: Ids, clock: Clock) {
    this.#unitOfWork = unitOfWork;
    this.#ids = ids;
    this.#clock = clock;
  }

  async run(written: WrittenNote): Promise<Result<HandlingNote, NoteRefusal>> {
    const text = written.note.trim();
    if (text === '') return refuse('note-missing');
    if (Array.from(text).length > maxNoteChars) return refuse('note-too-long');
    return this.#unitOfWork.run(async (stores): Promise<Result<HandlingNote, NoteRefusal>> => {
      const found = await caseOf(stores, written.about);
      if (!found) return refuse('no-such-case');
      const next = written.action === 'handle' ? 'handled' : 'following';
      if (!canMove(handleArrows, found.state, next)) return refuse('handled');
      await found.put(next);
      const note: HandlingNote = {
        noteNo: this.#ids.next(), objectKind: written.about.kind, objectNo: written.about.no, action: written.action, note: text, operator: written.operator, at: this.#clock.now(),
      };
      await keepNote(stores, this.#ids, note, written);
      return ok(note);
    });
  }
}

const descriptions: Readonly<Record<HandlingNote['action'], string>> = {
  follow: '跟踪', handle: '处理', 'refund-asked': '申请退回款项', 'refund-approved': '同意退回款项', 'refund-rejected': '驳回退回款项',
};

/** The note and its audit entry, in the unit that changes the case. */
export async function keepNote(stores: Stores, ids: Ids, note: HandlingNote, { address, requestId }: Pick<WrittenNote, 'address' | 'requestId'>): Promise<void> {
  await stores.reconciliation.addNote(note);
  await stores.audit.append({
    entryId: ids.next(), at: note.at, actor: { kind: 'operator', code: note.operator, address }, action: `case.${note.action}`, objectKind: note.objectKind, objectNo: note.objectNo,
    description: descriptions[note.action], before: undefined, after: { noteNo: note.noteNo }, requestId,
  });
}
