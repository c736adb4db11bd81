import type { StoredRow } from '../../../../adapters/outbound/persistence/sql/codecs.js';
import { channelTable, developerRoleTable, developerRow, developerTable, industryTable, payeeChannelTable, regionTable } from '../../../../adapters/outbound/persistence/sql/directory-columns.js';
import { aChannel, aDeveloper, anIndustry, aPayeeChannel, aRegion } from '../../../builders/directory.js';

/** Two business systems, one switched off; three links, one switched off. Straight into their tables: who made them is not what the lists of operations are about. */
export const directoryRows: Readonly<Record<string, readonly StoredRow[]>> = {
  developer_role: [['hall', '大厅', 1], ['real-estate', '不动产', 2]].map(([roleCode, roleName, createdAt]) => developerRoleTable.encode({ roleCode: String(roleCode), roleName: String(roleName), methods: [], merchantNos: [], remark: '', createdAt: Number(createdAt), version: 1 })),
  developer: [aDeveloper({ roleCodes: ['hall', 'gone'], contactName: '李建国', contactMobile: '138****8000' }), aDeveloper({ devId: 'D2', createdAt: undefined, developerName: '网上办事大厅', scheme: { algorithm: 'SM2', sm2Encoding: 'der' }, enabled: false })].map((developer) => developerTable.encode(developerRow(developer))),
  payee_channel: [
    aPayeeChannel('alipay', { channelMerchantId: 'CM1' }), aPayeeChannel('unionpay', { channelMerchantId: 'CM2', payMethods: ['bar'], enabled: false }),
    aPayeeChannel('alipay', { merchantNo: 'M2', channelMerchantId: 'CM1', payMethods: ['h5'] }),
  ].map((link) => payeeChannelTable.encode(link)),
  payment_channel: [aChannel('alipay'), aChannel('unionpay', { payMethods: ['bar'], splitEnabled: false, reconcileEnabled: false, enabled: false, remark: '试点' })].map((channel) => channelTable.encode(channel)),
  region: [aRegion({ adminOperatorNo: 'O1' }), aRegion({ regionCode: '350404', regionName: '三元区', parentRegionCode: '350400', enabled: false, remark: '2021 年设立' })].map((region) => regionTable.encode(region)),
  industry: [anIndustry(), anIndustry({ industryCode: 'MED', industryName: '医疗卫生', enabled: false, remark: '公立医院' })].map((industry) => industryTable.encode(industry)),
};
