import type { StoredRow } from '../../../../adapters/outbound/persistence/sql/codecs.js';
import { developerRow, developerTable, payeeChannelTable } from '../../../../adapters/outbound/persistence/sql/directory-columns.js';
import { aDeveloper, aPayeeChannel } from '../../../builders/directory.js';

/** Two business systems, one switched off; three links, one switched off. Straight into their tables: who made them is not what the lists of operations are about. */
export const directoryRows: Readonly<Record<string, readonly StoredRow[]>> = {
  developer: [aDeveloper(), aDeveloper({ devId: 'D2', developerName: '网上办事大厅', scheme: { algorithm: 'SM2', sm2Encoding: 'der' }, enabled: false })].map((developer) => developerTable.encode(developerRow(developer))),
  payee_channel: [
    aPayeeChannel('alipay', { channelMerchantId: 'CM1' }), aPayeeChannel('unionpay', { channelMerchantId: 'CM2', payMethods: ['bar'], enabled: false }),
    aPayeeChannel('alipay', { merchantNo: 'M2', channelMerchantId: 'CM1', payMethods: ['h5'] }),
  ].map((link) => payeeChannelTable.encode(link)),
};
