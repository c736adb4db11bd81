import type { EpochMs } from '../../../../domain/kernel/china-time.js';
import type { UnionPayAccount } from './account.js';
import type { Fields } from './fields.js';
import type { UnionPayNeeds } from './needs.js';
import { digestText, messageEncoding, protocolVersion, schemeOf } from './signing.js';

/** Why a message is not believed; the fixed words of the security log. */
export type Disbelief = 'signature' | 'certificate' | 'downgrade' | 'foreign-merchant' | 'unreadable';

/**
 * Whether UnionPay itself said this to this account: answers, notifications and browser returns by the same rules (unionpay.md 5, CHN-01 to
 * CHN-03). Undefined = believed. Which step failed is journalled, because a renewed vendor certificate must not be a riddle.
 */
export async function disbelief(needs: UnionPayNeeds, account: UnionPayAccount, fields: Fields, at: EpochMs): Promise<Disbelief | undefined> {
  const refused = (why: Disbelief, failedStep: string): Disbelief => {
    needs.journal.warn('unionpay-message-not-believed', { channelMerchantId: account.channelMerchantId, why, failedStep });
    return why;
  };
  const { signature = '', signPubKeyCert = '', signMethod, version, encoding, merId } = fields;
  if (signature === '') return refused('signature', 'absent');
  if (version !== protocolVersion) return refused('downgrade', 'version');
  if (signMethod !== account.signMethod) return refused('downgrade', 'sign-method');
  if (encoding !== undefined && encoding.toUpperCase() !== messageEncoding) return refused('unreadable', 'encoding');
  if (signPubKeyCert === '') return refused('certificate', 'absent');
  const certificate = needs.certificates.check(signPubKeyCert, account.policy, at);
  if (!certificate.ok) return refused('certificate', certificate.failedStep);
  const held = await holds(needs, account, fields, certificate);
  if (held !== true) return refused(held === false ? 'signature' : 'certificate', held === false ? 'wrong' : 'key-of-another-kind');
  return merId === account.merId ? undefined : refused('foreign-merchant', 'mer-id');
}

/** Undefined when the certificate's key cannot be used with the account's method: the outside chose that certificate, so it is no fault of ours. */
async function holds(
  needs: UnionPayNeeds, { signMethod }: UnionPayAccount, fields: Fields, certificate: { readonly publicKeyPem: string; readonly serialDecimal: string },
): Promise<boolean | undefined> {
  const text = digestText(needs.digests, signMethod, fields);
  try {
    return await needs.verifier.verify(certificate.publicKeyPem, schemeOf(signMethod, certificate.serialDecimal), text, fields['signature'] ?? '');
  } catch {
    return undefined;
  }
}
