import { createCipheriv, pbkdf2Sync } from 'node:crypto';
import { hmacSm3, sm3Hex } from './digests.js';
import { DEFAULT_USER_ID } from './sm2-curve.js';
import type { Sm2Engine, Sm2PrivateKey } from './sm2-engine.js';
import { NativeSm2Engine } from './sm2-native.js';
import { SmCryptoSm2Engine } from './sm2-sm-crypto.js';

const bytes = (hex: string): Buffer => Buffer.from(hex, 'hex');

/** Signature example of GB/T 32918.5 annex A.2: a published vector, not a key in use. */
const example = {
  key: {
    d: bytes('3945208f7b2144b13f36e38ac6d39f95889393692860b51a42fb81ef4df7c5b8'),
    pointHex: '0409f9df311e5421a150dd7d161e4bc5c672179fad1833fc076bb08ff356f35020ccea490ce26775a52dc6ea718cc1aa600aed05fbf35e084a6632f6072da9ad13',
  } satisfies Sm2PrivateKey,
  message: Buffer.from('message digest'),
  signature: bytes('f5a03b0648d2c4630eeac513e1bb81a15944da3827d5b74143ac7eaceee720b3b1b6aa29df212fd8763182bc0d421ca1bb9038fd1f7f42d4840b69c485bbc1aa'),
};

const sm4Key = bytes('0123456789abcdeffedcba9876543210');

function sm4(mode: 'sm4-ecb' | 'sm4-cbc', iv: Buffer | null, plain: Buffer): string {
  const cipher = createCipheriv(mode, sm4Key, iv).setAutoPadding(false);
  return Buffer.concat([cipher.update(plain), cipher.final()]).toString('hex');
}

export type KnownAnswer = readonly [name: string, compute: () => string, expected: string];

/** Known answers of GB/T 32905, GB/T 32907, HMAC-SM3 and PBKDF2-HMAC-SM3; each is computed at start, in some six milliseconds all together. */
export const knownAnswers: readonly KnownAnswer[] = [
  ['SM3', () => sm3Hex('abc'), '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0'],
  ['SM4', () => sm4('sm4-ecb', null, sm4Key), '681edf34d206965e86b3e94f536e4246'],
  ['SM4-CBC', () => sm4('sm4-cbc', bytes('000102030405060708090a0b0c0d0e0f'), bytes('aaaaaaaabbbbbbbbccccccccddddddddeeeeeeeeffffffffaaaaaaaabbbbbbbb')),
    '78ebb11cc40b0a48312aaeb2040244cb4cb7016951909226979b0d15dc6a8f6d'],
  ['HMAC-SM3', () => hmacSm3(Buffer.alloc(32, 0x0b), 'Hi There').toString('hex'), 'c0ba18c68b90c88bc07de794bfc7d2c8d19ec31ed8773bc2b390c9604e0be11e'],
  ['PBKDF2-HMAC-SM3', () => pbkdf2Sync('Sm@2026口令', bytes('00112233445566778899aabbccddeeff'), 10_000, 32, 'sm3').toString('hex'),
    '685e2a0a2719c7d1915ea14a847ca119dae9c52c5982c4f9906530981b2b3f08'],
];

/** True when the engine knows the standard's example, refuses it for another message, and verifies what it signs. */
export function passesSm2Test(engine: Sm2Engine): boolean {
  const { key, message, signature } = example;
  try {
    const own = engine.sign(key, DEFAULT_USER_ID, message);
    return engine.verify(key.pointHex, DEFAULT_USER_ID, message, signature)
      && !engine.verify(key.pointHex, DEFAULT_USER_ID, Buffer.from('message digesT'), signature)
      && !engine.verify(key.pointHex, '', message, signature)
      && engine.verify(key.pointHex, DEFAULT_USER_ID, message, own);
  } catch {
    return false;
  }
}

const defaultEngines = (): readonly Sm2Engine[] => [new NativeSm2Engine(), new SmCryptoSm2Engine()];

/** The first engine that passes its self-test: native SM2, else sm-crypto. Callers alarm when `name` is not 'native'. Throws if none works. */
export function createSm2Engine(candidates: readonly Sm2Engine[] = defaultEngines()): Sm2Engine {
  const engine = candidates.find(passesSm2Test);
  if (!engine) throw new Error('密码自检未通过：SM2 签名或验签结果不正确，系统拒绝启动');
  return engine;
}

/**
 * Start-up self-test (security note 4.6). SM3, SM4, HMAC-SM3 and PBKDF2-HMAC-SM3 have no fallback: in plain JavaScript neither
 * the key store could be opened nor a password checked in reasonable time. Throws with the name of the algorithm that failed.
 */
export function selfTestCrypto(candidates: readonly Sm2Engine[] = defaultEngines(), answers: readonly KnownAnswer[] = knownAnswers): { readonly engine: 'native' | 'sm-crypto' } {
  for (const [name, compute, expected] of answers) {
    if (attempt(compute) !== expected) throw new Error(`密码自检未通过：${name} 结果不正确，系统拒绝启动`);
  }
  return { engine: createSm2Engine(candidates).name };
}

function attempt(compute: () => string): string | undefined {
  try {
    return compute();
  } catch {
    return undefined; // an algorithm that OpenSSL was built without
  }
}
