import { constants, sign, type KeyObject } from 'node:crypto';
import type { SignatureScheme, Signer } from '../../../application/ports/signatures.js';
import { toBytes } from './digests.js';
import type { SigningKey } from './private-keys.js';
import { DEFAULT_USER_ID } from './sm2-curve.js';
import type { Sm2Engine } from './sm2-engine.js';
import { rawToDer } from './sm2-signature.js';

/** Where signing keys are kept; throws for a name it does not hold. */
export interface SigningKeys { signingKey(name: string): SigningKey | Promise<SigningKey> }

/** Signs with software keys. The scheme must name the key's own algorithm: a mismatch is a fault of configuration and throws. */
export class NodeSigner implements Signer {
  readonly #keys: SigningKeys;
  readonly #engine: Sm2Engine;

  constructor(keys: SigningKeys, engine: Sm2Engine) {
    this.#keys = keys;
    this.#engine = engine;
  }

  async sign(keyName: string, scheme: SignatureScheme, text: string | Uint8Array): Promise<string> {
    const key = await this.#keys.signingKey(keyName);
    if (key.algorithm !== scheme.algorithm) throw new Error(`signing key ${keyName} is ${key.algorithm}, not ${scheme.algorithm}`);
    if (key.algorithm === 'RSA2') return (await signRsa(key.key, toBytes(text))).toString('base64');
    const raw = this.#engine.sign(key.key, scheme.sm2UserId ?? DEFAULT_USER_ID, toBytes(text));
    return (scheme.sm2Encoding === 'raw' ? raw : rawToDer(raw)).toString('base64');
  }

  async publicKeyPem(keyName: string): Promise<string> {
    return (await this.#keys.signingKey(keyName)).publicKeyPem;
  }
}

/** The callback form runs in libuv's pool, so the main thread goes on serving. */
function signRsa(key: KeyObject, bytes: Uint8Array): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    sign('sha256', bytes, { key, padding: constants.RSA_PKCS1_PADDING }, (error, signature) => {
      if (error) reject(error);
      else resolve(signature);
    });
  });
}
