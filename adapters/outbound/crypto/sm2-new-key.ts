import { generateKeyPairSync, getCurves, randomBytes } from 'node:crypto';
import { isPrivateValue } from './sm2-curve.js';
import type { Sm2PrivateKey } from './sm2-engine.js';
import { readSm2PrivateDer } from './sm2-keys.js';
import { pointOf } from './sm2-sm-crypto.js';

/** A fresh key pair: from OpenSSL in less than a millisecond, else a random value whose point sm-crypto computes. */
export function newSm2Key(): Sm2PrivateKey {
  if (getCurves().includes('SM2')) {
    // The fresh object is a plain EC key; only its PKCS#8 form is taken, and read again as an SM2 key.
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'SM2' });
    const value = readSm2PrivateDer(privateKey.export({ format: 'der', type: 'pkcs8' }));
    if (value) return { d: value.d, pointHex: value.pointHex ?? pointOf(value.d) };
  }
  let d = randomBytes(32);
  while (!isPrivateValue(d)) d = randomBytes(32);
  return { d, pointHex: pointOf(d) };
}
