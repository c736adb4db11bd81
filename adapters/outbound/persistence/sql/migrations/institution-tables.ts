import { archiveName } from '../sql-table.js';
import { bigint, code, flag, index, int, maybeBigint, maybeCode, table, words, type ColumnSpec, type Step } from './steps.js';

const more = (id: string, on: string, column: ColumnSpec): Step => ({ id, change: 'add-column', table: on, column });

/** Institutions with their administrators (1.1.4.1.5), and what payees and their links had not yet (1.1.4.1.3, 1.1.4.1.4). */
export const institutionTables: readonly Step[] = [
  table('0230-institution', 'institution', ['institution_no'], [
    code('institution_no'), words('institution_name', 100), code('admin_operator_no'), words('contact_name', 64), maybeCode('masked_mobile', 16), maybeCode('sealed_mobile', 300), flag('enabled'),
    words('remark', 200), bigint('created_at'), int('version'),
  ]),
  more('0231-payee-industry', 'payee', maybeCode('industry_code')),
  more('0232-payee-remark', 'payee', words('remark', 200)),
  more('0233-payee-made', 'payee', maybeBigint('created_at')),
  more('0234-payee-channel-remark', 'payee_channel', words('remark', 200)),
  more('0235-payee-channel-made', 'payee_channel', maybeBigint('created_at')),
  // Whether an account, or a payee at one, was ever paid through: asked before a link is deleted.
  index('0236-attempt-account', 'pay_attempt', 'pay_attempt_account_ix', ['channel_merchant_id', 'merchant_no']),
  index('0237-attempt-account-archive', archiveName('pay_attempt'), 'pay_attempt_account_ix_a', ['channel_merchant_id', 'merchant_no']),
];
