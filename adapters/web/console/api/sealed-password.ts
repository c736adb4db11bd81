import type { ChallengeAnswer } from '../../../../contracts/console/sign-in.js';

const c1c3c2 = 1;

/** A password as it may travel: SM2 for the key of the challenge, with the nonce of it, so that it is good for this once (AUTH-09). */
export async function sealPassword(password: string, { nonce, publicKey }: Pick<ChallengeAnswer, 'nonce' | 'publicKey'>): Promise<string> {
  const { sm2 } = await import('sm-crypto');
  return sm2.doEncrypt(JSON.stringify({ password, nonce }), publicKey, c1c3c2);
}
