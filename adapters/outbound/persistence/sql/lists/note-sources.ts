import { abnormalNotes, differenceNotes, legGapNotes, repeatNotes } from '../../../../../contracts/lists/note-lists.js';
import type { ListView } from '../../../../../contracts/lists/list-view.js';
import type { HandlingNote } from '../../../../../domain/reconciliation/handling.js';
import { operatorTable } from '../operator-columns.js';
import { textOf } from './cells.js';
import { whole } from './conditions.js';
import { plainSource, type Condition, type ListSource, type NameBook, type Names, type NarrowToPayees, type RawRow } from './list-source.js';
import { payeeOfOwner } from './order-tables.js';

const writers = (row: RawRow): readonly string[] => [textOf(row['operator_name']) ?? ''];
const book: NameBook = { table: operatorTable.name, code: operatorTable.column('operatorNo'), name: operatorTable.column('name'), codesOf: writers };
/** Commands write notes as well, by a name that no operator has. */
const writer = (row: RawRow, _today: string, _vault: unknown, names: Names): string | undefined => { const [code = ''] = writers(row); return names.get(code) ?? code; };

/** Notes about one thing; there is their index. */
const notesOf = (view: ListView, kind: HandlingNote['objectKind'], payee?: NarrowToPayees): ListSource => plainSource(view, {
  from: (db) => db.from('handling_note', 'note_of'), ...(payee !== undefined && { payee }),
  always: (query) => { query.where('note_of.object_kind', kind); },
  columns: { noteTime: 'note_of.noted_at', noteAction: 'note_of.note_action', noteText: 'note_of.note_text', operatorName: 'note_of.operator_name' },
  extras: { note_no: 'note_of.note_no' },
  filters: Object.fromEntries(Object.keys(view.filters).map((filter): readonly [string, Condition] => [filter, whole('note_of.object_no')])),
}, { key: [{ name: 'note_no', type: 'text' }], names: book, read: { operatorName: writer } });

export const repeatNotesSource = notesOf(repeatNotes, 'repeat', payeeOfOwner('repeat_payment', 'attempt_no', 'note_of.object_no'));
export const abnormalNotesSource = notesOf(abnormalNotes, 'abnormal', payeeOfOwner('abnormal_order', 'abnormal_id', 'note_of.object_no'));
export const differenceNotesSource = notesOf(differenceNotes, 'difference');
export const legGapNotesSource = notesOf(legGapNotes, 'leg-gap');
