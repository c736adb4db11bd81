import { shownAddress } from '../../domain/directory/address.js';
import type { PayeeChannel } from '../../domain/directory/channel-merchant.js';
import type { Institution } from '../../domain/directory/institution.js';
import type { Payee } from '../../domain/directory/payee.js';
import { maskMobile } from '../../domain/kernel/personal-data.js';
import type { DirectoryParts } from './as-read.js';

/** What the use cases of payees work with: also whether real money is paid, for then no account of tests serves and addresses are https alone. */
export interface PayeeParts extends DirectoryParts { readonly isProduction: boolean }

type Facts = Readonly<Record<string, string>>;
const yesNo = (value: boolean): string => (value ? '是' : '否');
const addressFact = (address: string | undefined): string => (address === undefined ? '' : shownAddress(address));

/** Of addresses origin and path: what stands behind may be a secret. */
export const payeeFacts = (payee: Payee): Facts => ({
  payeeName: payee.payeeName, institutionNo: payee.institutionNo ?? '', regionCode: payee.regionCode ?? '', industryCode: payee.industryCode ?? '', enabled: yesNo(payee.enabled),
  payNotifyUrl: addressFact(payee.payNotifyUrl), refundNotifyUrl: addressFact(payee.refundNotifyUrl), defaultReturnUrl: addressFact(payee.defaultReturnUrl),
  refundReviewRequired: yesNo(payee.refundReviewRequired), refundReviewAbove: payee.refundReviewAbove?.toString() ?? '', callbackOnFailedOrClosed: yesNo(payee.callbackOnFailedOrClosed),
  repeatRefundByRule: yesNo(payee.repeatRefundByRule), chargingUnit: payee.chargingUnit === undefined ? '' : `${payee.chargingUnit.code} ${payee.chargingUnit.name}`,
  isNoticeFirst: yesNo(payee.isNoticeFirst), slipRefundPolicy: payee.slipRefundPolicy, remark: payee.remark,
  subMerchants: payee.subMerchants.map(({ subMerchantNo, subMerchantName, enabled }) => `${subMerchantNo} ${subMerchantName}${enabled ? '' : '（停用）'}`).join('；'),
});

export const linkFacts = ({ payChannel, payMethods, enabled, remark }: PayeeChannel): Facts => ({ payChannel, payMethods: payMethods.join(','), enabled: yesNo(enabled), remark });
export const linkNo = ({ merchantNo, channelMerchantId }: Pick<PayeeChannel, 'merchantNo' | 'channelMerchantId'>): string => `${merchantNo}/${channelMerchantId}`;

export const institutionFacts = ({ institutionName, adminOperatorNo, contactName, contactMobile, enabled, remark }: Institution): Facts =>
  ({ institutionName, adminOperatorNo, contactName, contactMobile: contactMobile === undefined ? '' : maskMobile(contactMobile), enabled: yesNo(enabled), remark });
