import type { Row } from '../lists/list-types.js';
import type { FormValues } from '../../shared/form-values.js';
import { deedRemarkField, type FormSpec, type Outcome, type PageAction, type RowAction } from './action-types.js';

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

export function rowTask({ key, title, heading = title, isGrave = false, words, takesRemark = false, form, run }: RowAction, row: Row): Task {
  const asked = form && ((signal: AbortSignal) => form(row, signal));
  return { key, title, heading, isGrave, words: words(row), form: takesRemark ? withRemark(asked) : asked, run: (values) => run(row, values) };
}

/** What a form asks, and a remark for the operation log after that. */
const withRemark = (form: Task['form']): NonNullable<Task['form']> => async (signal) => {
  const { fields, ...spec } = await form?.(signal) ?? { fields: [], initial: {} };
  return { ...spec, fields: [...fields, deedRemarkField] };
};
