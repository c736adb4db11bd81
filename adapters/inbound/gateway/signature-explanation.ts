import type { SignatureExplanation } from '../../../contracts/gateway/envelope.js';
import type { Developer } from '../../../domain/directory/developer.js';
import type { Digests } from '../../../application/ports/digests.js';

/** a, b and the base point of the recommended curve (GB/T 32918.5): the constant part of Z. */
const curveConstants = Buffer.from(
  'FFFFFFFEFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF00000000FFFFFFFFFFFFFFFC28E9FA9E9D9F5E344D5A9E4BCF6509A7F39789F515AB8F92DDBCBD414D940E93'
  + '32C4AE2C1F1981195F9904466A39C9948FE30BBFF2660BE1715A4589334C74C7BC3736A2F4F6779C59BDCEE36B692153D0A9877CC62A474002DF32E52139F0A0', 'hex');
const defaultUserId = '1234567812345678';
const pointBytes = 64;

/**
 * What a 40003 answer says in the embedded profile, so that a newcomer sees where the two texts differ (design section 5). An SM2 digest is
 * the e of the standard, with the Z of the developer's first key; nothing here decides about a signature.
 */
export function explainSignature(text: string, developer: Developer | undefined, digests: Digests): SignatureExplanation & { readonly algorithm: string } {
  const sm2 = developer?.scheme.algorithm === 'SM2';
  return { canonicalText: text, digest: sm2 ? sm2Digest(text, developer, digests) : digests.sha256Hex(text), algorithm: developer?.scheme.algorithm ?? '' };
}

/** e = SM3(Z ‖ text), GB/T 32918.2 sections 5.5 and 6.1. */
function sm2Digest(text: string, developer: Developer, digests: Digests): string {
  const spki = Buffer.from((developer.publicKeyPems[0] ?? '').replace(/-----[A-Z ]+-----|\s/g, ''), 'base64');
  const id = Buffer.from(developer.scheme.sm2UserId ?? defaultUserId, 'utf8');
  const bits = Buffer.alloc(2);
  bits.writeUInt16BE(id.length * 8);
  const z = digests.sm3Hex(Buffer.concat([bits, id, curveConstants, spki.subarray(-pointBytes)]));
  return digests.sm3Hex(Buffer.concat([Buffer.from(z, 'hex'), Buffer.from(text, 'utf8')]));
}
