import type { Row } from '../lists/list-types.js';
import type { FormValues } from '../../shared/form-values.js';
import type { FormSpec, Outcome, PageAction, RowAction } from './action-types.js';

/** An action with what it is done to, as a dialog needs it. */
export interface Task {
  readonly key: string;
  readonly title: string;
  readonly heading: string;
  readonly isGrave: boolean;
  readonly words: string | undefined;
  readonly form: ((signal: AbortSignal) => FormSpec | Promise<FormSpec>) | undefined;
  readonly run: (values: FormValues) => Promise<Outcome>;
}

export const pageTask = ({ key, title, heading = title, isGrave = false, words, form, run }: PageAction): Task => ({ key, title, heading, isGrave, words, form, run });

export function rowTask({ key, title, heading = title, isGrave = false, words, form, run }: RowAction, row: Row): Task {
  return { key, title, heading, isGrave, words: words(row), form: form && ((signal) => form(row, signal)), run: (values) => run(row, values) };
}
