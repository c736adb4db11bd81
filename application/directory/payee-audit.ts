import { shownAddress } from '../../domain/directory/address.js';
import type { PayeeChannel } from '../../domain/directory/channel-merchant.js';
import type { Institution } from '../../domain/directory/institution.js';
import type { Payee } from '../../domain/directory/payee.js';
import { maskMobile } from '../../domain/kernel/personal-data.js';
import { deedEntry, type Acting, type Deed } from '../../domain/operators/acting.js';
import type { Clock } from '../ports/clock.js';
import type { Ids } from '../ports/ids.js';
import type { Stores, UnitOfWork } from '../ports/unit-of-work.js';

/** What the use cases of the directory work with. `clock`: the platform's. */
export interface DirectoryParts { readonly unitOfWork: UnitOfWork; readonly ids: Pick<Ids, 'next'>; readonly clock: Clock; /** Real money: no account of tests, https alone. */ readonly isProduction: boolean }

/** Writes down, in the unit of the change, what an operator changed in the directory. */
export const noteDeed = ({ audit }: Pick<Stores, 'audit'>, { ids, clock }: Pick<DirectoryParts, 'ids' | 'clock'>, acting: Acting, deed: Deed): Promise<void> =>
  audit.append(deedEntry(ids.next(), clock.now(), acting, deed));

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
