import { createPrivateKey, createPublicKey, createSign, createVerify, type KeyObject } from 'node:crypto';
import { BoundedCache } from './bounded-cache.js';
import { isPoint } from './sm2-curve.js';
import { type Sm2Engine, type Sm2PrivateKey, sm2Z } from './sm2-engine.js';
import { sm2Pkcs8, sm2Spki } from './sm2-keys.js';
import { derToRaw, isPlausibleSignature, rawToDer } from './sm2-signature.js';

/** Parties and their user ids remembered at once; building a key object costs half a verification. */
const MAX_CACHED_PARTIES = 2000;

interface Party { readonly key: KeyObject; readonly z: Buffer }

/**
 * SM2 by OpenSSL through node:crypto. Node cannot be told the user id: its one-shot functions use an empty one. The streaming classes
 * hash what they are given and call the bare primitive, so feeding Z first gives the standard signature for any id.
 */
export class NativeSm2Engine implements Sm2Engine {
  readonly name = 'native';
  readonly #parties = new BoundedCache<Party>(MAX_CACHED_PARTIES);
  readonly #ids = new BoundedCache<Buffer>(MAX_CACHED_PARTIES);
  readonly #privateKeys = new WeakMap<Sm2PrivateKey, KeyObject>();

  sign(key: Sm2PrivateKey, userId: string, message: Uint8Array): Buffer {
    const der = createSign('sm3').update(this.#z(key.pointHex, userId)).update(message).sign(this.#privateKey(key));
    const raw = derToRaw(der);
    if (!raw || !isPlausibleSignature(raw)) throw new Error('the native SM2 signature is not a standard one');
    return raw;
  }

  verify(pointHex: string, userId: string, message: Uint8Array, raw: Uint8Array): boolean {
    if (!isPlausibleSignature(raw)) return false;
    try {
      const party = this.#party(pointHex, userId);
      return party !== undefined && createVerify('sm3').update(party.z).update(message).verify(party.key, rawToDer(raw));
    } catch {
      return false;
    }
  }

  #party(pointHex: string, userId: string): Party | undefined {
    const name = `${pointHex}|${userId}`;
    const known = this.#parties.get(name);
    if (known) return known;
    if (!isPoint(pointHex)) return undefined;
    // Only a key read from DER becomes an SM2 key; one straight from generateKeyPair would do plain ECDSA.
    const key = createPublicKey({ key: sm2Spki(pointHex), format: 'der', type: 'spki' });
    const party = { key, z: sm2Z(pointHex, userId) };
    this.#parties.set(name, party);
    return party;
  }

  #z(pointHex: string, userId: string): Buffer {
    const name = `${pointHex}|${userId}`;
    const known = this.#ids.get(name);
    if (known) return known;
    const z = sm2Z(pointHex, userId);
    this.#ids.set(name, z);
    return z;
  }

  #privateKey(key: Sm2PrivateKey): KeyObject {
    const known = this.#privateKeys.get(key);
    if (known) return known;
    const loaded = createPrivateKey({ key: sm2Pkcs8(key), format: 'der', type: 'pkcs8' });
    this.#privateKeys.set(key, loaded);
    return loaded;
  }
}
