import { usualTerms, type Channel } from '../../domain/directory/channel.js';
import type { ChannelMerchant, PayChannel, PayeeChannel } from '../../domain/directory/channel-merchant.js';
import type { Developer, DeveloperKey } from '../../domain/directory/developer.js';
import type { Industry } from '../../domain/directory/industry.js';
import type { Payee } from '../../domain/directory/payee.js';
import type { Region } from '../../domain/directory/region.js';
import { noon } from './moments.js';

export const aKey = (pem: string, until?: number): DeveloperKey => ({ pem, since: undefined, until });

export function aDeveloper(changes: Partial<Developer> = {}): Developer {
  return {
    devId: 'D1', developerName: '不动产登记中心', scheme: { algorithm: 'RSA2' }, keys: [aKey('PEM-1')], enabled: true, allowedOrigins: ['https://biz.example'],
    allowedAddresses: [], allowedMethods: ['epay-trade-core.order.query'], merchantNos: ['M1'], requestsPerSecond: 100, textsPayers: true, personalBillUrl: undefined,
    roleCodes: [], contactName: '', contactMobile: undefined, createdAt: 1_790_000_000_000, version: 1, ...changes,
  };
}

export function aPayee(changes: Partial<Payee> = {}): Payee {
  return {
    merchantNo: 'M1', payeeName: '三明市不动产登记中心', institutionNo: 'I1', regionCode: '350400', industryCode: undefined, enabled: true, payNotifyUrl: undefined, refundNotifyUrl: undefined,
    defaultReturnUrl: undefined, refundReviewRequired: false, refundReviewAbove: undefined, callbackOnFailedOrClosed: false, repeatRefundByRule: false, subMerchants: [],
    chargingUnit: undefined, isNoticeFirst: false, slipRefundPolicy: 'direct-until-settled', remark: '', createdAt: undefined, version: 1, ...changes,
  };
}

const accountIds: Readonly<Record<PayChannel, string>> = { alipay: 'CM-ALI', unionpay: 'CM-UNI' };

export function aChannelMerchant(payChannel: PayChannel, changes: Partial<ChannelMerchant> = {}): ChannelMerchant {
  return {
    channelMerchantId: accountIds[payChannel], payChannel, channelMerchantName: `账户 ${payChannel}`, channelMerchantNo: '2088000000000001', channelAppId: undefined,
    environment: 'simulator', keyName: `key-${payChannel}`, settings: {}, enabled: true, remark: '', createdAt: undefined, version: 1, ...changes,
  };
}

export function aPayeeChannel(payChannel: PayChannel, changes: Partial<PayeeChannel> = {}): PayeeChannel {
  return { merchantNo: 'M1', payChannel, channelMerchantId: accountIds[payChannel], payMethods: ['pc', 'h5', 'bar'], enabled: true, remark: '', createdAt: undefined, version: 1, ...changes };
}

export const aChannel = (payChannel: PayChannel, changes: Partial<Channel> = {}): Channel =>
  ({ ...usualTerms, channelNo: payChannel.toUpperCase(), channelName: payChannel === 'alipay' ? '支付宝' : '银联', payChannel, remark: '', createdAt: noon, version: 1, ...changes });
export const aRegion = (changes: Partial<Region> = {}): Region =>
  ({ regionCode: '350400', regionName: '三明市', parentRegionCode: undefined, adminOperatorNo: undefined, enabled: true, remark: '', createdAt: noon, version: 1, ...changes });
export const anIndustry = (changes: Partial<Industry> = {}): Industry => ({ industryCode: 'EDU', industryName: '教育', enabled: true, remark: '', createdAt: noon, version: 1, ...changes });
