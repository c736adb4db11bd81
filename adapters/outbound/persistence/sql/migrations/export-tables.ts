import { bigint, code, index, int, longText, maybeBigint, maybeCode, table, uniqueIndex, words, type Step } from './steps.js';

/** Exports of lists (EXP-02): where each stands, and files that are kept for a day only. */
export const exportTables: readonly Step[] = [
  table('0204-list-export', 'list_export', ['export_no'], [
    code('export_no'), code('operator_no'), code('list_name', 64), longText('parameter_list'), code('row_scope', 64), code('run_place', 40), code('state', 16), int('rows_written'),
    maybeCode('file_no'), words('file_name', 256), maybeCode('fail_cause'), bigint('started_at'), bigint('seen_at'), maybeBigint('ended_at'), int('version'),
  ]),
  // Nobody has more exports running than there are places.
  uniqueIndex('0205-list-export-place', 'list_export', 'list_export_place_uq', ['run_place']),
  index('0206-list-export-silent', 'list_export', 'list_export_silent_ix', ['state', 'seen_at', 'export_no']),
  index('0207-list-export-file', 'list_export', 'list_export_file_ix', ['file_no']),
  // Chunks of an exported file that are still there; kept_file itself is never changed.
  table('0208-kept-export', 'kept_export', ['file_no'], [code('file_no'), int('chunk_count'), bigint('kept_at')]),
  index('0209-kept-export-age', 'kept_export', 'kept_export_age_ix', ['kept_at', 'file_no']),
];
