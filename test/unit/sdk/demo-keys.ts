import { generateKeyPairSync } from 'node:crypto';

export interface KeyPair { readonly privateKeyPem: string; readonly publicKeyPem: string }

/** A fresh key pair as PEM (PKCS#8 and SPKI); never kept. */
export function newKeyPair(algorithm: 'RSA2' | 'SM2'): KeyPair {
  const pair = algorithm === 'RSA2' ? generateKeyPairSync('rsa', { modulusLength: 2048 }) : generateKeyPairSync('ec', { namedCurve: 'SM2' });
  return {
    privateKeyPem: pair.privateKey.export({ format: 'pem', type: 'pkcs8' }).toString(),
    publicKeyPem: pair.publicKey.export({ format: 'pem', type: 'spki' }).toString(),
  };
}
