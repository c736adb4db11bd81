import { bigint, code, index, int, longText, maybeBigint, maybeCode, table, words, type ColumnSpec, type Step } from './steps.js';

const added = (id: string, column: ColumnSpec): Step => ({ id, change: 'add-column', table: 'developer', column });

/** Who is asked about a developer, which roles it holds, and what they grant (1.1.6.2). */
export const developerSteps: readonly Step[] = [
  added('0270-developer-contact', words('contact_name', 64)),
  added('0271-developer-masked-mobile', maybeCode('masked_mobile', 16)),
  added('0272-developer-sealed-mobile', maybeCode('sealed_mobile', 300)),
  added('0273-developer-roles', longText('role_codes')),
  added('0274-developer-created', maybeBigint('created_at')),
  table('0275-developer-role', 'developer_role', ['role_code'], [
    code('role_code'), words('role_name', 64), longText('method_list'), longText('merchant_list'), words('remark', 200), bigint('created_at'), int('version'),
  ]),
  index('0276-developer-role-list', 'developer_role', 'developer_role_list_ix', ['created_at', 'role_code']),
];
