import type { StoredRow } from '../../../../adapters/outbound/persistence/sql/codecs.js';
import { developerRow, developerTable, industryTable, institutionTable, payeeChannelTable, payeeTable, regionTable } from '../../../../adapters/outbound/persistence/sql/directory-columns.js';
import { noon } from '../../../builders/moments.js';
import { aDeveloper, aPayee, aPayeeChannel } from '../../../builders/directory.js';

/** Two business systems, one switched off; three links, one switched off. Straight into their tables: who made them is not what the lists of operations are about. */
export const directoryRows: Readonly<Record<string, readonly StoredRow[]>> = {
  developer: [aDeveloper(), aDeveloper({ devId: 'D2', developerName: '网上办事大厅', scheme: { algorithm: 'SM2', sm2Encoding: 'der' }, enabled: false })].map((developer) => developerTable.encode(developerRow(developer))),
  payee_channel: [
    aPayeeChannel('alipay', { channelMerchantId: 'CM1', createdAt: noon + 2, remark: '专户' }), aPayeeChannel('unionpay', { channelMerchantId: 'CM2', payMethods: ['bar'], enabled: false, createdAt: noon + 1 }),
    aPayeeChannel('alipay', { merchantNo: 'M2', channelMerchantId: 'CM1', payMethods: ['h5'] }),
  ].map((link) => payeeChannelTable.encode(link)),
  payee: [aPayee({ merchantNo: 'M4', payeeName: '市档案馆', institutionNo: undefined, enabled: false })].map((payee) => payeeTable.encode(payee)),
  // The platform's own name of a region goes before that of the non-tax system; 350404 has the latter alone.
  region: [{ regionCode: '350400', regionName: '三明', parentRegionCode: undefined, adminOperatorNo: undefined, enabled: true, remark: '', createdAt: noon, version: 1 }].map((region) => regionTable.encode(region)),
  industry: [{ industryCode: 'EDU', industryName: '教育', enabled: true, remark: '', createdAt: noon, version: 1 }].map((industry) => industryTable.encode(industry)),
  institution: [
    { institutionNo: 'I1', institutionName: '市本级收费管理中心', adminOperatorNo: 'O1', contactName: '林晓宇', maskedMobile: '138****8000', sealedMobile: 'sealed', enabled: true, remark: '', createdAt: noon, version: 1 },
    { institutionNo: 'I3', institutionName: '县收费中心', adminOperatorNo: 'O9', contactName: '陈', maskedMobile: undefined, sealedMobile: undefined, enabled: false, remark: '筹建', createdAt: noon + 1, version: 1 },
  ].map((institution) => institutionTable.encode(institution)),
};
