import { bigint, code, longText, table, type Step } from './steps.js';

/** What processes tell each other of limits they share (decision 0017): a row for each process, digests only. */
export const limitTables: readonly Step[] = [
  table('0029-limit-note', 'limit_note', ['process_name'], [code('process_name', 64), bigint('told_at'), longText('note_text')]),
];
