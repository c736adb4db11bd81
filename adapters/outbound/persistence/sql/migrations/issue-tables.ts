import { bigint, code, index, int, longText, maybeBigint, maybeCode, table, words, type Step } from './steps.js';

/** Issues of customer service with their timelines and files (1.1.4.4.3). What people wrote, and the number to call back, are sealed. */
export const issueTables: readonly Step[] = [
  table('0260-issue', 'desk_issue', ['issue_no'], [
    code('issue_no'), code('issue_type', 16), maybeCode('related_order_no', 128), maybeCode('platform_order_no'), maybeCode('platform_refund_no'), maybeCode('biz_order_no', 128),
    longText('sealed_description'), maybeCode('masked_mobile', 16), maybeCode('sealed_mobile', 300), code('state', 16), longText('sealed_solution'), maybeCode('solved_by'), maybeBigint('solved_at'),
    code('registered_by'), bigint('registered_at'), int('step_count'), int('attachment_count'), bigint('attachment_bytes'), int('version'),
  ]),
  index('0261-issue-list', 'desk_issue', 'desk_issue_list_ix', ['registered_at', 'issue_no']),
  index('0262-issue-related', 'desk_issue', 'desk_issue_related_ix', ['related_order_no', 'registered_at']),
  index('0263-issue-order', 'desk_issue', 'desk_issue_order_ix', ['platform_order_no', 'registered_at']),
  index('0264-issue-biz', 'desk_issue', 'desk_issue_biz_ix', ['biz_order_no', 'registered_at']),
  table('0265-issue-step', 'issue_step', ['issue_no', 'step_no'], [code('issue_no'), int('step_no'), code('step_kind', 16), longText('sealed_words'), code('done_by'), bigint('done_at')]),
  table('0266-attachment', 'issue_attachment', ['attachment_no'], [
    code('attachment_no'), words('file_name', 256), code('file_kind', 8), bigint('byte_size'), maybeCode('file_digest', 64), maybeCode('scan_verdict', 16), code('state', 16),
    code('uploaded_by'), bigint('uploaded_at'), maybeCode('issue_no'), { name: 'step_no', kind: 'int', required: false }, int('version'),
  ]),
  index('0267-attachment-issue', 'issue_attachment', 'issue_attachment_issue_ix', ['issue_no', 'step_no', 'attachment_no']),
  // Those that belong to nothing are few among many.
  index('0268-attachment-loose', 'issue_attachment', 'issue_attachment_loose_ix', ['state', 'uploaded_at', 'attachment_no']),
  table('0269-upload-allowance', 'upload_allowance', ['operator_no'], [code('operator_no'), bigint('hour_began'), int('file_count'), bigint('byte_count'), int('version')]),
];
