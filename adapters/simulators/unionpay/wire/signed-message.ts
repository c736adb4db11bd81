import { X509Certificate } from 'node:crypto';
import type { Authority, CredentialRole } from '../crypto/authority.js';
import { decimalSerial, linkText, sha256Hex, signatureOf, type Fields, type SignMethod } from '../crypto/signing.js';

/** What is wrong with a message of ours on purpose; `undefined` is a genuine one. */
export const dressings = ['unsigned', 'bad-signature', 'wrong-cn', 'expired-leaf', 'self-signed', 'foreign-chain', 'other-merchant', 'tampered-amount', 'version-5.0.0', 'sign-method-11'] as const;
export type Dressing = (typeof dressings)[number];

export const strangerMerId = '777290058110097';

function certificateText(pem: string): string {
  return pem.trim().replace(/\r?\n/g, '\r\n');
}

function credentialRole(dressing: Dressing | undefined): CredentialRole {
  return dressing === 'wrong-cn' || dressing === 'expired-leaf' || dressing === 'self-signed' || dressing === 'foreign-chain' ? dressing : 'leaf';
}

const oneMore = (amount: string | undefined): string => (amount === undefined ? '' : (BigInt(amount) + 1n).toString());

/** Changes that are signed with the genuine key: only comparing with the order can find them. */
function changed(fields: Fields, dressing: Dressing | undefined): Fields {
  if (dressing === 'other-merchant') return { ...fields, merId: strangerMerId };
  if (dressing === 'version-5.0.0') return { ...fields, version: '5.0.0' };
  if (dressing === 'tampered-amount') return { ...fields, txnAmt: oneMore(fields['txnAmt']), settleAmt: oneMore(fields['settleAmt']) };
  return fields;
}

/** One changed character, still base64 of the right length. */
const spoiled = (signature: string): string => `${signature.startsWith('A') ? 'B' : 'A'}${signature.slice(1)}`;

/** Signs answers and notifications with the leaf of the chain that belongs to the merchant's signMethod. */
export class MessageSigner {
  readonly #authorities: Readonly<Record<SignMethod, Authority>>;

  constructor(authorities: Readonly<Record<SignMethod, Authority>>) {
    this.#authorities = authorities;
  }

  /** Adds version, encoding, signMethod, signPubKeyCert and signature. Field order is not alphabetic, on purpose. */
  sign(content: Fields, method: SignMethod, dressing?: Dressing): Fields {
    const { keyPem, certPem } = this.#authorities[method].credentials[credentialRole(dressing)];
    const plain: Fields = { ...changed({ version: '5.1.0', encoding: 'UTF-8', ...content }, dressing), signMethod: dressing === 'sign-method-11' ? '11' : method, signPubKeyCert: certificateText(certPem) };
    const filled = Object.fromEntries(Object.entries(plain).filter(([, value]) => value !== ''));
    if (dressing === 'unsigned') return filled;
    if (dressing === 'sign-method-11') return { ...filled, signature: sha256Hex(`${linkText(filled)}&${sha256Hex('88888888')}`) };
    const certId = decimalSerial(new X509Certificate(certPem));
    const signature = signatureOf(filled, { method, keyPem, certId });
    return { ...filled, signature: dressing === 'bad-signature' ? spoiled(signature) : signature };
  }
}
