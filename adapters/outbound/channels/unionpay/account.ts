import type { CertificatePolicy } from '../../../../application/ports/certificates.js';
import type { ChannelMerchant } from '../../../../domain/directory/channel-merchant.js';
import { checkAccount } from './account-check.js';

/** 01 is RSA with SHA-256, 21 is SM2 with SM3; the keyed methods 11 and 12 are not offered (unionpay.md 4). */
export type SignMethod = '01' | '21';

/** One merchant account in this protocol's own words. */
export interface UnionPayAccount {
  readonly channelMerchantId: string;
  readonly merId: string;
  readonly keyName: string;
  readonly signMethod: SignMethod;
  /** Serial number of our signing certificate, decimal. */
  readonly certId: string;
  readonly frontUrl: string;
  readonly backUrl: string;
  readonly queryUrl: string;
  /** Where clearing files are handed out; undefined for a simulator's account that names no such address. */
  readonly fileUrl: string | undefined;
  readonly policy: CertificatePolicy;
  /** Terminal number that a barcode payment names. */
  readonly termId: string;
}

/** Used where the account names no terminal of its own. */
export const usualTermId = '00000001';

/** Used where the account names no `fileUrl` of its own: accounts are older than the fetching of files (unionpay.md 1). */
const usualFileUrls: Readonly<Record<ChannelMerchant['environment'], string | undefined>> = {
  production: 'https://filedownload.95516.com/', test: 'https://filedownload.test.95516.com/', simulator: undefined,
};

const read = new WeakMap<ChannelMerchant, UnionPayAccount>();

/** Throws when the account's record is not usable: that is a fault of configuration (CHN-06) and nothing the channel did. */
export function unionPayAccount(merchant: ChannelMerchant): UnionPayAccount {
  const known = read.get(merchant);
  if (known !== undefined) return known;
  const complaints = checkAccount(merchant);
  if (complaints.length > 0) throw new Error(`UnionPay account ${merchant.channelMerchantId} is not usable: ${complaints.join('; ')}`);
  const account = accountOf(merchant);
  read.set(merchant, account);
  return account;
}

function accountOf({ channelMerchantId, channelMerchantNo, keyName, environment, settings }: ChannelMerchant): UnionPayAccount {
  const setting = (name: string): string => settings[name] ?? '';
  const list = (name: string): readonly string[] => JSON.parse(setting(name)) as readonly string[];
  return {
    channelMerchantId, merId: channelMerchantNo, keyName, certId: setting('certId'),
    signMethod: setting('signMethod') === '21' ? '21' : '01',
    frontUrl: setting('frontUrl'), backUrl: setting('backUrl'), queryUrl: setting('queryUrl'), fileUrl: settings['fileUrl'] ?? usualFileUrls[environment],
    policy: { rootPems: list('rootPems'), middlePems: list('middlePems'), allowedNames: list('allowedNames') },
    termId: settings['termId'] ?? usualTermId,
  };
}
