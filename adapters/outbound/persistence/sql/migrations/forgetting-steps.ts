import { bigint, code, index, int, longText, maybeBigint, maybeCode, table, type Step } from './steps.js';

/**
 * What is kept for a time and then forgotten (PRV-01): how far its rounds are, what was forgotten, and by what it is found without a look at all that was forgotten before or is
 * not over yet.
 */
export const forgettingSteps: readonly Step[] = [
  table('0380-forgetting-round', 'forgetting_round', ['round_kind'], [code('round_kind', 16), maybeCode('turn_owner', 64), bigint('turn_until'), longText('count_list'), int('version')]),
  { id: '0381-text-forgotten', change: 'add-column', table: 'text_message', column: maybeBigint('forgotten_at') },
  { id: '0382-issue-forgotten', change: 'add-column', table: 'desk_issue', column: maybeBigint('forgotten_at') },
  index('0383-text-over', 'text_message', 'text_message_over_ix', ['forgotten_at', 'ended_at', 'message_id']),
  index('0384-issue-over', 'desk_issue', 'desk_issue_over_ix', ['forgotten_at', 'solved_at', 'issue_no']),
  index('0385-code-over', 'text_code', 'text_code_made_ix', ['made_at', 'phone_index', 'scene']),
];
