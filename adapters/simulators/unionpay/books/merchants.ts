import { X509Certificate, type KeyObject } from 'node:crypto';
import { join } from 'node:path';
import { readPrivateJson, writePrivateJson } from '../crypto/private-file.js';
import { decimalSerial, isSignMethod, type SignMethod } from '../crypto/signing.js';
import { isSm2Spki } from '../crypto/sm2.js';

/** One merchant and the certificate with which it signs. */
export interface Merchant {
  readonly merId: string;
  readonly signMethod: SignMethod;
  readonly certPem: string;
  /** Serial in decimal. */
  readonly certId: string;
  /** SubjectPublicKeyInfo, DER. */
  readonly spki: Buffer;
  readonly validFromMs: number;
  readonly validToMs: number;
}

export const maximumMerchants = 1_000;
const leastRsaBits = 2048;
const longestCertificate = 10_000;

/** Throws RangeError unless it is an RSA key of today's least size. */
export function checkRsa(key: KeyObject): void {
  if (key.asymmetricKeyType !== 'rsa') throw new RangeError('the key is neither RSA nor SM2');
  if ((key.asymmetricKeyDetails?.modulusLength ?? 0) < leastRsaBits) throw new RangeError(`an RSA key needs at least ${leastRsaBits} bits`);
}

function readKey(certificate: X509Certificate, signMethod: SignMethod): Buffer {
  const spki = certificate.publicKey.export({ type: 'spki', format: 'der' });
  if (isSm2Spki(spki) !== (signMethod === '21')) throw new RangeError('the key of the certificate does not fit signMethod');
  if (signMethod === '01') checkRsa(certificate.publicKey);
  return spki;
}

/** Reads what a merchant hands in. Throws RangeError in words for the person who registers it. */
export function readMerchant(merId: unknown, signMethod: unknown, certPem: unknown): Merchant {
  if (typeof merId !== 'string' || !/^[0-9A-Za-z]{15}$/.test(merId)) throw new RangeError('merId is 15 letters or digits');
  if (!isSignMethod(signMethod)) throw new RangeError('signMethod is 01 or 21');
  if (typeof certPem !== 'string' || certPem.length > longestCertificate) throw new RangeError('certPem is a PEM certificate');
  let certificate: X509Certificate;
  try { certificate = new X509Certificate(certPem); } catch { throw new RangeError('certPem is no certificate'); }
  const spki = readKey(certificate, signMethod);
  return {
    merId, signMethod, certPem, spki, certId: decimalSerial(certificate),
    validFromMs: Date.parse(certificate.validFrom), validToMs: Date.parse(certificate.validTo),
  };
}

/** The merchants known to the gateway, kept in a file so that a restart still knows them. */
export class MerchantRegister {
  readonly #path: string;
  readonly #merchants = new Map<string, Merchant>();

  constructor(dataFolder: string) {
    this.#path = join(dataFolder, 'unionpay-merchants.json');
    const kept = readPrivateJson(this.#path) ?? [];
    if (!Array.isArray(kept)) throw new Error('the register of simulated UnionPay merchants is damaged');
    for (const { merId, signMethod, certPem } of kept as readonly Partial<Merchant>[]) {
      const merchant = readMerchant(merId, signMethod, certPem);
      this.#merchants.set(merchant.merId, merchant);
    }
  }

  /** A second registration replaces the first: that is how a merchant renews its certificate. */
  register(merchant: Merchant): void {
    if (!this.#merchants.has(merchant.merId) && this.#merchants.size >= maximumMerchants) throw new RangeError('too many merchants');
    this.#merchants.set(merchant.merId, merchant);
    writePrivateJson(this.#path, [...this.#merchants.values()].map(({ merId, signMethod, certPem }) => ({ merId, signMethod, certPem })));
  }

  find(merId: string): Merchant | undefined {
    return this.#merchants.get(merId);
  }
}
