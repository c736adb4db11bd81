import { institutions } from '../../../../../contracts/lists/institution-lists.js';
import { textOf } from './cells.js';
import { flagged, partOf, whole } from './conditions.js';
import { formula } from './list-db.js';
import { plainSource } from './list-source.js';

/** The sealed number is not even selected. */
export const institutionsSource = plainSource(institutions, {
  from: (db) => db.leftJoin(db.from('institution', 'house'), 'console_operator', 'admin', ['admin.operator_no', 'house.admin_operator_no']),
  columns: {
    institutionNo: 'house.institution_no', institutionName: 'house.institution_name', adminAccount: 'admin.login_account', contactName: 'house.contact_name', contactMobile: 'house.masked_mobile',
    payeeCount: formula('(select count(*) from ?? where ?? = ??)', 'payee', 'payee.institution_no', 'house.institution_no'), enabled: 'house.enabled', createTime: 'house.created_at', remark: 'house.remark', version: 'house.version',
  },
  filters: { institutionNo: whole('house.institution_no'), institutionName: partOf('house.institution_name'), enabled: flagged('house.enabled') },
}, { key: [{ name: 'institution_no', type: 'text' }], read: { contactMobile: (row) => textOf(row['contact_mobile']) } });
