import { auditLogs, grantRequests, operatorKeys, operatorRoles, operators } from '../../../../../contracts/lists/platform-lists.js';
import { officerNames, type OfficerKind } from '../../../../../domain/operators/officers.js';
import { maskPrint } from '../../../../../domain/operators/operator-key.js';
import { UnreadableValue } from '../codecs.js';
import { operatorTable, roleTable } from '../operator-columns.js';
import { textOf } from './cells.js';
import { coded, moments, partOf, whole } from './conditions.js';
import { plainSource, type NameBook, type Names, type RawRow } from './list-source.js';

const roleCodesOf = (row: RawRow): readonly string[] => {
  const parsed: unknown = JSON.parse(textOf(row['role_codes']) ?? '[]');
  if (!Array.isArray(parsed)) throw new UnreadableValue('not a list of codes');
  return parsed.filter((code) => typeof code === 'string');
};
const roleBook: NameBook = { table: roleTable.name, code: roleTable.column('roleCode'), name: roleTable.column('roleName'), codesOf: roleCodesOf };

/** Shown as it is written: rights are never read from here (INT-03). */
export const operatorsSource = plainSource(operators, {
  from: (db) => db.leftJoin(db.from('console_operator', 'staff'), 'region', 'region', ['region.region_code', 'staff.region_code']),
  columns: {
    operatorNo: 'staff.operator_no', operatorName: 'staff.operator_name', operatorAccount: 'staff.login_account', roleName: 'staff.role_codes', operatorMobile: 'staff.masked_mobile',
    regionName: 'region.region_name', enabled: 'staff.state', createTime: 'staff.created_at', remark: 'staff.remark', version: 'staff.version', roleCodes: 'staff.role_codes', officer: 'staff.officer_kind',
    scopeKind: 'staff.scope_kind', regionCode: 'staff.region_code',
  },
  filters: { operatorName: partOf('staff.operator_name'), operatorAccount: partOf('staff.login_account', true), enabled: coded('staff.state', 'operatorState') },
}, {
  key: [{ name: 'operator_no', type: 'text' }], names: roleBook,
  read: {
    roleName: (row, _today, _vault, names) => officeIn(row['officer']) ?? rolesIn(row, names),
    roleCodes: (row) => roleCodesOf(row).join(',') || undefined,
    operatorMobile: (row) => textOf(row['operator_mobile']),
    // A region that has no name yet is better than none.
    regionName: (row) => textOf(row['region_name']) ?? textOf(row['region_code']),
  },
});

function officeIn(stored: unknown): string | undefined {
  const office = textOf(stored);
  return office === undefined ? undefined : officerNames[office as OfficerKind] ?? office;
}
const rolesIn = (row: RawRow, names: Names): string | undefined => roleCodesOf(row).map((code) => names.get(code) ?? code).join('、') || undefined;

export const operatorRolesSource = plainSource(operatorRoles, {
  from: (db) => db.from('operator_role', 'role_of'),
  columns: { roleCode: 'role_of.role_code', roleName: 'role_of.role_name', remark: 'role_of.remark', createTime: 'role_of.created_at' },
  filters: { roleName: partOf('role_of.role_name') },
}, { key: [{ name: 'role_code', type: 'text' }] });

/** Whose rows the account is to see. */
function askedScope(row: RawRow): string {
  const region = textOf(row['region_name']) ?? textOf(row['region_code']) ?? '';
  switch (row['asked_scope']) {
    case 'all': return '全部数据';
    case 'region': return `区域 ${region} 及下级`;
    default: return `机构 ${textOf(row['institution_no']) ?? ''}`;
  }
}

/** What somebody is to hold who is to hold nothing. */
const noRights = '收回全部权限';

export const grantRequestsSource = plainSource(grantRequests, {
  from: (db) => {
    const placed = db.leftJoin(db.from('grant_request', 'asked'), 'region', 'place', ['place.region_code', 'asked.region_code']);
    const about = db.leftJoin(placed, 'console_operator', 'staff', ['staff.operator_no', 'asked.operator_no']);
    return db.leftJoin(db.leftJoin(about, 'console_operator', 'asker', ['asker.operator_no', 'asked.asked_by']), 'console_operator', 'decider', ['decider.operator_no', 'asked.decided_by']);
  },
  columns: {
    askTime: 'asked.asked_at', operatorName: 'staff.operator_name', operatorAccount: 'staff.login_account', askedRights: 'asked.officer_kind', askedScope: 'asked.scope_kind', askerName: 'asker.operator_name',
    grantState: 'asked.state', deciderName: 'decider.operator_name', decideTime: 'asked.decided_at', remark: 'asked.remark', opinion: 'asked.opinion', requestNo: 'asked.request_no',
  },
  filters: { grantState: coded('asked.state', 'grantState') },
  extras: { role_codes: 'asked.role_codes', region_name: 'place.region_name', region_code: 'asked.region_code', institution_no: 'asked.institution_no' },
}, {
  key: [{ name: 'request_no', type: 'text' }], names: roleBook,
  read: { askedRights: (row, _today, _vault, names) => officeIn(row['asked_rights']) ?? rolesIn(row, names) ?? noRights, askedScope },
});

export const operatorKeysSource = plainSource(operatorKeys, {
  from: (db) => {
    const held = db.leftJoin(db.from('operator_key', 'held'), 'console_operator', 'staff', ['staff.operator_no', 'held.operator_no']);
    return db.leftJoin(db.leftJoin(held, 'console_operator', 'asker', ['asker.operator_no', 'held.asked_by']), 'console_operator', 'decider', ['decider.operator_no', 'held.decided_by']);
  },
  columns: {
    askTime: 'held.asked_at', operatorName: 'staff.operator_name', operatorAccount: 'staff.login_account', keyPrint: 'held.key_print', keyState: 'held.state', askerName: 'asker.operator_name',
    deciderName: 'decider.operator_name', decideTime: 'held.decided_at', remark: 'held.remark', keyNo: 'held.key_no',
  },
  filters: { keyState: coded('held.state', 'keyState') },
}, { key: [{ name: 'key_no', type: 'text' }], read: { keyPrint: (row) => maskPrint(textOf(row['key_print']) ?? '') } });

/** Whoever is no operator is named by what it is. */
const kinds: Readonly<Record<string, string>> = { developer: '开发者', payer: '缴款人', channel: '支付渠道', system: '平台' };
const operatorOf = (row: RawRow): readonly string[] => (row['actor_kind'] === 'operator' ? [textOf(row['operator_no']) ?? ''] : []);
const operatorBook: NameBook = { table: operatorTable.name, code: operatorTable.column('operatorNo'), name: operatorTable.column('name'), codesOf: operatorOf };

export const auditLogsSource = plainSource(auditLogs, {
  from: (db) => db.from('audit_entry', 'logged'),
  columns: {
    operateTime: 'logged.happened_at', operatorNo: 'logged.actor_code', operatorName: 'logged.actor_kind', loginIp: 'logged.actor_address', operationDesc: 'logged.description',
    objectKind: 'logged.object_kind', objectNo: 'logged.object_no', sourceData: 'logged.facts_before', entryId: 'logged.entry_id',
  },
  filters: { operationDesc: partOf('logged.description'), operateTime: moments('logged.happened_at'), objectNo: whole('logged.object_no', false) },
  extras: { actor_kind: 'logged.actor_kind', facts_after: 'logged.facts_after' },
}, {
  key: [{ name: 'entry_id', type: 'text' }], names: operatorBook,
  read: {
    operatorName: (row, _today, _vault, names) => { const [operator] = operatorOf(row); return operator === undefined ? kinds[textOf(row['actor_kind']) ?? ''] : names.get(operator); },
    // A word that this release does not know must not hide the entry.
    objectKind: (row) => textOf(row['object_kind']),
    sourceData: (row) => [['变更前', row['source_data']], ['变更后', row['facts_after']]]
      .flatMap(([when, facts]) => { const text = textOf(facts); return text === undefined ? [] : [`${String(when)} ${text}`]; }).join('\n') || undefined,
  },
});
