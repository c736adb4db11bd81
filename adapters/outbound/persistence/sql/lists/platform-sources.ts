import { auditLogs, operatorRoles, operators } from '../../../../../contracts/lists/platform-lists.js';
import { officerNames, type OfficerKind } from '../../../../../domain/operators/officers.js';
import { UnreadableValue } from '../codecs.js';
import { operatorTable, roleTable } from '../operator-columns.js';
import { textOf } from './cells.js';
import { coded, moments, partOf } from './conditions.js';
import { plainSource, type NameBook, type RawRow } from './list-source.js';

const roleCodesOf = (row: RawRow): readonly string[] => {
  const parsed: unknown = JSON.parse(textOf(row['role_codes']) ?? '[]');
  if (!Array.isArray(parsed)) throw new UnreadableValue('not a list of codes');
  return parsed.filter((code) => typeof code === 'string');
};
const roleBook: NameBook = { table: roleTable.name, code: roleTable.column('roleCode'), name: roleTable.column('roleName'), codesOf: roleCodesOf };

/** Shown as it is written: rights are never read from here (INT-03). */
export const operatorsSource = plainSource(operators, {
  from: (db) => db.leftJoin(db.from('console_operator', 'staff'), 'nontax_region', 'region', ['region.region_code', 'staff.region_code']),
  columns: {
    operatorNo: 'staff.operator_no', operatorName: 'staff.operator_name', operatorAccount: 'staff.login_account', roleName: 'staff.role_codes', operatorMobile: 'staff.masked_mobile',
    regionName: 'region.region_name', enabled: 'staff.state', createTime: 'staff.created_at',
  },
  filters: { operatorName: partOf('staff.operator_name'), operatorAccount: partOf('staff.login_account', true), enabled: coded('staff.state', 'operatorState') },
  extras: { role_codes: 'staff.role_codes', officer_kind: 'staff.officer_kind', region_code: 'staff.region_code' },
}, {
  key: [{ name: 'operator_no', type: 'text' }], names: roleBook,
  read: {
    roleName: (row, _today, _vault, names) => officeOf(row) ?? (roleCodesOf(row).map((code) => names.get(code) ?? code).join('、') || undefined),
    operatorMobile: (row) => textOf(row['operator_mobile']),
    // A region that has no name yet is better than none.
    regionName: (row) => textOf(row['region_name']) ?? textOf(row['region_code']),
  },
});

const officeOf = (row: RawRow): string | undefined => {
  const office = textOf(row['officer_kind']);
  return office === undefined ? undefined : officerNames[office as OfficerKind] ?? office;
};

export const operatorRolesSource = plainSource(operatorRoles, {
  from: (db) => db.from('operator_role', 'role_of'),
  columns: { roleCode: 'role_of.role_code', roleName: 'role_of.role_name', remark: 'role_of.remark', createTime: 'role_of.created_at' },
  filters: { roleName: partOf('role_of.role_name') },
}, { key: [{ name: 'role_code', type: 'text' }] });

/** Whoever is no operator is named by what it is. */
const kinds: Readonly<Record<string, string>> = { developer: '开发者', payer: '缴款人', channel: '支付渠道', system: '平台' };
const operatorOf = (row: RawRow): readonly string[] => (row['actor_kind'] === 'operator' ? [textOf(row['operator_no']) ?? ''] : []);
const operatorBook: NameBook = { table: operatorTable.name, code: operatorTable.column('operatorNo'), name: operatorTable.column('name'), codesOf: operatorOf };

export const auditLogsSource = plainSource(auditLogs, {
  from: (db) => db.from('audit_entry', 'logged'),
  columns: {
    operateTime: 'logged.happened_at', operatorNo: 'logged.actor_code', operatorName: 'logged.actor_kind', loginIp: 'logged.actor_address', operationDesc: 'logged.description',
    sourceData: 'logged.facts_before', entryId: 'logged.entry_id',
  },
  filters: { operationDesc: partOf('logged.description'), operateTime: moments('logged.happened_at') },
  extras: { actor_kind: 'logged.actor_kind', facts_after: 'logged.facts_after' },
}, {
  key: [{ name: 'entry_id', type: 'text' }], names: operatorBook,
  read: {
    operatorName: (row, _today, _vault, names) => { const [operator] = operatorOf(row); return operator === undefined ? kinds[textOf(row['actor_kind']) ?? ''] : names.get(operator); },
    sourceData: (row) => [['变更前', row['source_data']], ['变更后', row['facts_after']]]
      .flatMap(([when, facts]) => { const text = textOf(facts); return text === undefined ? [] : [`${String(when)} ${text}`]; }).join('\n') || undefined,
  },
});
