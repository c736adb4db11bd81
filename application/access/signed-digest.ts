import { defaultUserId, type SignatureScheme } from '../../domain/access/signature-scheme.js';
import type { Digests } from '../ports/digests.js';

/** a, b and the base point of the recommended curve (GB/T 32918.5): the constant part of Z. */
const curveConstants = Buffer.from(
  'FFFFFFFEFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF00000000FFFFFFFFFFFFFFFC28E9FA9E9D9F5E344D5A9E4BCF6509A7F39789F515AB8F92DDBCBD414D940E93'
  + '32C4AE2C1F1981195F9904466A39C9948FE30BBFF2660BE1715A4589334C74C7BC3736A2F4F6779C59BDCEE36B692153D0A9877CC62A474002DF32E52139F0A0', 'hex');
const pointBytes = 64;

/**
 * The digest that a signature over a text is made of, hex: SHA-256, or for SM2 the e of the standard, SM3(Z ‖ text) with the Z of the key (GB/T 32918.2
 * sections 5.5 and 6.1). For showing it; nothing here decides about a signature.
 */
export function signedDigest(text: string, scheme: SignatureScheme, publicKeyPem: string, digests: Digests): string {
  if (scheme.algorithm === 'RSA2') return digests.sha256Hex(text);
  const spki = Buffer.from(publicKeyPem.replace(/-----[A-Z ]+-----|\s/g, ''), 'base64');
  const id = Buffer.from(scheme.sm2UserId ?? defaultUserId, 'utf8');
  const bits = Buffer.alloc(2);
  bits.writeUInt16BE(id.length * 8);
  const z = digests.sm3Hex(Buffer.concat([bits, id, curveConstants, spki.subarray(-pointBytes)]));
  return digests.sm3Hex(Buffer.concat([Buffer.from(z, 'hex'), Buffer.from(text, 'utf8')]));
}
