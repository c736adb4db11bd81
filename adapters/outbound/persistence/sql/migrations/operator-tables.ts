import { bigint, code, flag, index, int, longText, maybeBigint, maybeCode, table, uniqueIndex, words, type Step } from './steps.js';

/** Accounts of the console: who may sign in, by what it is proved, what it may do, and who is signed in (AUTH-*, SES-*, RBAC-*). */
export const operatorTables: readonly Step[] = [
  table('0190-console-operator', 'console_operator', ['operator_no'], [
    code('operator_no'), code('login_account'), words('operator_name', 64), maybeCode('masked_mobile', 16), maybeCode('sealed_mobile', 300), code('state', 16), maybeCode('officer_kind'),
    longText('role_codes'), code('scope_kind', 16), maybeCode('region_code'), maybeCode('institution_no'), words('remark', 500), bigint('created_at'), code('row_mac', 64), int('version'),
  ]),
  // A login name is never given to anybody else again.
  uniqueIndex('0191-operator-account', 'console_operator', 'console_operator_account_uq', ['login_account']),
  index('0192-operator-list', 'console_operator', 'console_operator_list_ix', ['created_at', 'operator_no']),
  index('0193-operator-officer', 'console_operator', 'console_operator_officer_ix', ['officer_kind', 'operator_no']),
  table('0194-operator-credential', 'operator_credential', ['operator_no'], [
    code('operator_no'), maybeCode('password_hash', 300), maybeBigint('password_changed_at'), flag('must_change'), longText('former_passwords'), longText('second_factor'),
    maybeCode('activation_hash', 64), maybeBigint('activation_until'), code('row_mac', 64), int('version'),
  ]),
  table('0195-operator-role', 'operator_role', ['role_code'], [
    code('role_code'), words('role_name', 64), longText('permission_list'), words('remark', 500), bigint('created_at'), code('row_mac', 64), int('version'),
  ]),
  index('0196-operator-role-list', 'operator_role', 'operator_role_list_ix', ['created_at', 'role_code']),
  table('0197-operator-session', 'operator_session', ['token_hash'], [
    code('token_hash', 64), code('session_no'), code('operator_no'), code('session_stage', 16), code('from_address', 64), bigint('began_at'), bigint('seen_at'), maybeBigint('proved_at'),
    maybeBigint('ended_at'), maybeCode('end_cause'), flag('is_open'), code('row_mac', 64), int('version'),
  ]),
  index('0198-operator-session-open', 'operator_session', 'operator_session_open_ix', ['operator_no', 'is_open', 'began_at', 'session_no']),
  table('0199-sign-in-tries', 'sign_in_tries', ['try_holder'], [code('try_holder', 160), longText('wrong_at_list'), maybeBigint('locked_until'), int('version')]),
  table('0200-sign-in-challenge', 'sign_in_challenge', ['challenge_no'], [
    code('challenge_no'), code('purpose', 16), code('nonce', 64), code('sealed_key', 400), maybeCode('sealed_captcha', 300), maybeCode('session_no'), bigint('made_at'), maybeBigint('used_at'),
    int('version'),
  ]),
  index('0201-sign-in-challenge-made', 'sign_in_challenge', 'sign_in_challenge_made_ix', ['made_at', 'challenge_no']),
  table('0202-grant-request', 'grant_request', ['request_no'], [
    code('request_no'), code('operator_no'), int('operator_version'), maybeCode('officer_kind'), longText('role_codes'), code('scope_kind', 16), maybeCode('region_code'),
    maybeCode('institution_no'), code('state', 16), code('asked_by', 64), maybeCode('decided_by', 64), words('remark', 500), bigint('asked_at'), maybeBigint('decided_at'), code('row_mac', 64),
    int('version'),
  ]),
  index('0203-grant-request-state', 'grant_request', 'grant_request_state_ix', ['state', 'asked_at', 'request_no']),
];
