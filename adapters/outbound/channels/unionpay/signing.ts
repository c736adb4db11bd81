import type { Digests } from '../../../../application/ports/digests.js';
import type { Signer, SignatureScheme } from '../../../../application/ports/signatures.js';
import type { SignMethod, UnionPayAccount } from './account.js';
import { linkText, tidied, type Fields } from './fields.js';

export const protocolVersion = '5.1.0';
export const messageEncoding = 'UTF-8';

/** SM2 here takes the serial of the signer's certificate, in decimal, as user id, and the bare 64 bytes (unionpay.md 4). */
export const schemeOf = (signMethod: SignMethod, serialDecimal: string): SignatureScheme =>
  signMethod === '01' ? { algorithm: 'RSA2' } : { algorithm: 'SM2', sm2Encoding: 'raw', sm2UserId: serialDecimal };

/** What the key signs is the lower-case hex text of a digest, so RSA hashes twice. */
export const digestText = (digests: Digests, signMethod: SignMethod, fields: Fields): string =>
  signMethod === '01' ? digests.sha256Hex(linkText(fields)) : digests.sm3Hex(linkText(fields));

/** Completes a message with what every message of the account carries, and signs it. Undefined and blank values are not sent. */
export async function signedMessage(
  needs: { readonly signer: Signer; readonly digests: Digests }, account: UnionPayAccount, content: Readonly<Record<string, string | undefined>>,
): Promise<Fields> {
  const { merId, signMethod, certId, keyName } = account;
  const fields = tidied({ ...content, version: protocolVersion, encoding: messageEncoding, signMethod, certId, accessType: '0', merId });
  const signature = await needs.signer.sign(keyName, schemeOf(signMethod, certId), digestText(needs.digests, signMethod, fields));
  return { ...fields, signature };
}
