import type { StoredRow } from '../../../../adapters/outbound/persistence/sql/codecs.js';
import { DirectoryCodes, type WithCode } from '../../../../adapters/outbound/persistence/sql/directory-codes.js';
import { channelTable, developerRoleTable, developerRow, developerTable, industryTable, institutionTable, payeeChannelTable, payeeTable, regionTable, type InstitutionRow } from '../../../../adapters/outbound/persistence/sql/directory-columns.js';
import type { SqlTable } from '../../../../adapters/outbound/persistence/sql/sql-table.js';
import { noon } from '../../../builders/moments.js';
import { aChannel, aDeveloper, anIndustry, aPayee, aPayeeChannel, aRegion } from '../../../builders/directory.js';
import type { Vault } from '../../../../application/ports/vault.js';

/** Two business systems, one switched off; three links, one switched off. Straight into their tables, under the codes of whoever reads them: who made them is not what the lists of operations are about. */
export function directoryRows(vault: Vault): Readonly<Record<string, readonly StoredRow[]>> {
  const codes = new DirectoryCodes(vault);
  const stored = <T extends { readonly version: number }>(table: SqlTable<WithCode<T>>, rows: readonly T[]): readonly StoredRow[] => rows.map((row) => table.encode(codes.coded(table, row, 0)));
  return {
    developer_role: stored(developerRoleTable, [['hall', '大厅', 1], ['real-estate', '不动产', 2]].map(([roleCode, roleName, createdAt]) => ({ roleCode: String(roleCode), roleName: String(roleName), methods: [], merchantNos: [], remark: '', createdAt: Number(createdAt), version: 1 }))),
    developer: stored(developerTable, [aDeveloper({ roleCodes: ['hall', 'gone'], contactName: '李建国', contactMobile: '138****8000' }), aDeveloper({ devId: 'D2', createdAt: undefined, developerName: '网上办事大厅', scheme: { algorithm: 'SM2', sm2Encoding: 'der' }, enabled: false })].map(developerRow)),
    payee_channel: stored(payeeChannelTable, [
      aPayeeChannel('alipay', { channelMerchantId: 'CM1', createdAt: noon + 2, remark: '专户' }), aPayeeChannel('unionpay', { channelMerchantId: 'CM2', payMethods: ['bar'], enabled: false, createdAt: noon + 1 }),
      aPayeeChannel('alipay', { merchantNo: 'M2', channelMerchantId: 'CM1', payMethods: ['h5'] }),
    ]),
    payment_channel: stored(channelTable, [aChannel('alipay'), aChannel('unionpay', { payMethods: ['bar'], splitEnabled: false, reconcileEnabled: false, enabled: false, remark: '试点' })]),
    region: stored(regionTable, [aRegion({ adminOperatorNo: 'O1' }), aRegion({ regionCode: '350404', regionName: '三元区', parentRegionCode: '350400', enabled: false, remark: '2021 年设立' })]),
    industry: stored(industryTable, [anIndustry(), anIndustry({ industryCode: 'MED', industryName: '医疗卫生', enabled: false, remark: '公立医院' })]),
    payee: stored(payeeTable, [aPayee({ merchantNo: 'M4', payeeName: '市档案馆', institutionNo: undefined, enabled: false })]),
    institution: stored<InstitutionRow>(institutionTable, [
      { institutionNo: 'I1', institutionName: '市本级收费管理中心', adminOperatorNo: 'O1', contactName: '林晓宇', maskedMobile: '138****8000', sealedMobile: 'sealed', enabled: true, remark: '', createdAt: noon, version: 1 },
      { institutionNo: 'I3', institutionName: '县收费中心', adminOperatorNo: 'O9', contactName: '陈', maskedMobile: undefined, sealedMobile: undefined, enabled: false, remark: '筹建', createdAt: noon + 1, version: 1 },
    ]),
  };
}
