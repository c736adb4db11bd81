import { constants, createPublicKey, createVerify, verify, type KeyObject } from 'node:crypto';
import type { SignAlgorithm, StrangeAlgorithm, StrangeSignatures } from '../../../application/ports/signatures.js';
import { loadPublicKey } from './public-keys.js';
import { RAW_SIGNATURE_BYTES, rawToDer } from './sm2-signature.js';
import { decodeBase64 } from './strict-base64.js';

const maxSignatureBytes = 1024;
type Try = readonly [StrangeAlgorithm, (key: KeyObject, text: Uint8Array, signature: Uint8Array) => boolean];

const rsaHash = (name: string) => (key: KeyObject, text: Uint8Array, signature: Uint8Array): boolean => verify(name, text, { key, padding: constants.RSA_PKCS1_PADDING }, signature);
const rsaTries: readonly Try[] = [
  ['rsa-sha1', rsaHash('sha1')], ['rsa-md5', rsaHash('md5')], ['rsa-sha512', rsaHash('sha512')],
  ['rsa-pss', (key, text, signature) => verify('sha256', text, { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_AUTO }, signature)],
];
/** The bare primitive over what is hashed: with Z before the text it would be the standard. */
const sm2Hash = (name: string) => (key: KeyObject, text: Uint8Array, signature: Uint8Array): boolean =>
  createVerify(name).update(text).verify(key, signature.length === RAW_SIGNATURE_BYTES ? rawToDer(signature) : signature);
const sm2Tries: readonly Try[] = [['sm2-without-z', sm2Hash('sm3')], ['sm2-sha256', sm2Hash('sha256')]];

/** Signatures by what is usually mistaken for the agreed algorithm (strange-signatures port). */
export class NodeStrangeSignatures implements StrangeSignatures {
  recognise(publicKeyPem: string, algorithm: SignAlgorithm, text: Uint8Array, signatureBase64: string): StrangeAlgorithm | undefined {
    const loaded = loadPublicKey(algorithm, publicKeyPem);
    const signature = decodeBase64(signatureBase64, maxSignatureBytes);
    if (!loaded.ok || signature === undefined) return undefined;
    const key = createPublicKey({ key: loaded.key.spki, format: 'der', type: 'spki' });
    return (algorithm === 'RSA2' ? rsaTries : sm2Tries).find(([, isBy]) => isTrue(() => isBy(key, text, signature)))?.[0];
  }
}

function isTrue(ask: () => boolean): boolean {
  try {
    return ask();
  } catch {
    return false;
  }
}
