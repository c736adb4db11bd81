import type { Row } from '../lists/list-types.js';
import { textIfAny, type FormValues } from '../../shared/form-values.js';

export interface Option { readonly value: string; readonly label: string }
export interface OptionGroup { readonly key: string; readonly title: string; readonly options: readonly Option[] }

/** One text of a row. The first one is its key. */
export interface RowColumn { readonly name: string; readonly label: string; readonly maxLength: number }

interface FieldFacts {
  /** As the server names it, so that what it refuses is shown there. */
  readonly name: string;
  readonly label: string;
  readonly isRequired?: boolean;
  /** Stands under the field. */
  readonly hint?: string;
  /** Whether it is asked at all, by what the others say. */
  readonly isAsked?: (values: FormValues) => boolean;
}
/**
 * `text` one line, `words` several, `fixed` shown and not changed, `kept` sent back as it came and not shown, `files` chosen and sent at once, `one` and `many` of some, `grouped` many under headings, `switch` on or off,
 * `yuan` an amount, `rows` a list of some texts each and whether it is on.
 */
export type Field = FieldFacts & (
  | { readonly kind: 'text'; readonly maxLength: number; readonly pattern?: readonly [RegExp, string]; readonly placeholder?: string }
  | { readonly kind: 'words'; readonly maxLength: number; readonly rows?: number; readonly placeholder?: string }
  | { readonly kind: 'fixed' | 'kept' }
  | { readonly kind: 'files'; readonly maxFiles: number; readonly maxMegabytes: number }
  | { readonly kind: 'one' | 'many'; readonly options: readonly Option[]; readonly placeholder?: string }
  | { readonly kind: 'grouped'; readonly groups: readonly OptionGroup[] }
  | { readonly kind: 'switch' | 'yuan' | 'kept' }
  | { readonly kind: 'rows'; readonly columns: readonly RowColumn[]; readonly most: number; readonly addTitle: string; /** Keys of rows that are there for good. */ readonly fixedKeys: readonly string[] });

export interface FormSpec { readonly fields: readonly Field[]; readonly initial: FormValues; /** What is to be known before it is filled in. */ readonly notice?: string }

/** What is shown when it is done: a line that goes away, or something to read. */
export type Outcome =
  | { readonly kind: 'said'; readonly words: string }
  | { readonly kind: 'verdict'; readonly title: string; readonly words: string; readonly isGood: boolean }
  /** Facts that are shown, and not kept by the page. */
  | { readonly kind: 'facts'; readonly title: string; readonly facts: readonly (readonly [label: string, value: string])[] }
  /** A secret that is shown this once. */
  | { readonly kind: 'code'; readonly title: string; readonly words: string; readonly code: string };
export const said = (words: string): Outcome => ({ kind: 'said', words });

interface ActionFacts {
  readonly key: string;
  /** On the button, and on the one that does it. */
  readonly title: string;
  /** At the head of the dialog, where the title alone would not say enough. */
  readonly heading?: string;
  /** Shown to whoever has it; the server decides. */
  readonly permission: string;
  /** What cannot be taken back, or shuts somebody out. */
  readonly isGrave?: boolean;
}
/** Something that is done with a list as a whole. Without `words` and `form` it is done at once. */
export interface PageAction extends ActionFacts {
  readonly on: 'page';
  readonly words?: string;
  readonly form?: (signal: AbortSignal) => FormSpec | Promise<FormSpec>;
  readonly run: (values: FormValues) => Promise<Outcome>;
}
/** Something that is done to one row: never without saying before what will happen. */
export interface RowAction extends ActionFacts {
  readonly on: 'row';
  /** Whether it makes sense for a row as it stands. */
  readonly isFor?: (row: Row) => boolean;
  readonly words: (row: Row) => string;
  /** Beside what its form asks, whoever does it may say something of it for the operation log. */
  readonly takesRemark?: boolean;
  /** Also at the head of the detail of a row that has no record of its own: nothing is changed by it, since such a detail is not read anew. */
  readonly inDetail?: true;
  readonly form?: (row: Row, signal: AbortSignal) => FormSpec | Promise<FormSpec>;
  readonly run: (row: Row, values: FormValues) => Promise<Outcome>;
}
/** A page of its own about one row: nothing is done by going there. */
export interface RowLink extends ActionFacts {
  readonly on: 'row';
  readonly isFor?: (row: Row) => boolean;
  readonly to: (row: Row) => string;
}
export type ListAction = PageAction | RowAction | RowLink;

/** A text of a row; empty where there is none. */
export const cellOf = (row: Row, name: string): string => {
  const cell = row[name];
  return typeof cell === 'string' || typeof cell === 'number' ? String(cell) : '';
};

/** One line, so that Enter does the deed. */
export const deedRemarkField: Field = { kind: 'text', name: 'deedRemark', label: '操作备注', maxLength: 200, placeholder: '可不填；记入操作日志' };
/** What was said of a deed, to be sent with it. */
export const remarkIn = (values: FormValues) => textIfAny(values, 'deedRemark');
export const remarkField: Field = { kind: 'words', name: 'remark', label: '备注', maxLength: 200 };

/** Whether a row is switched on, and which version of it is seen: what is done to it is done to that one. */
export const isOn = (row: Row): boolean => row['enabled'] === '1';
export const isOff = (row: Row): boolean => row['enabled'] === '0';
export const versionOf = (row: Row): number => Number(row['version'] ?? 0);

export const onOffOptions: readonly Option[] = [{ value: '1', label: '启用' }, { value: '0', label: '停用' }];
