import { ok, refuse, type Result } from '../../domain/kernel/result.js';
import { judgeChallenge, type Challenge, type ChallengePurpose } from '../../domain/operators/challenge.js';
import type { OperatorParts } from './operator-parts.js';

/** Longer than any password, and the nonce around it. */
const maxWords = 2_000;

/** Uses a challenge up: it is good for one answer, right or wrong, wherever that is given first. */
export async function useChallenge({ unitOfWork, clock }: Pick<OperatorParts, 'unitOfWork' | 'clock'>, challengeNo: string, purpose: ChallengePurpose, sessionNo: string | undefined): Promise<Result<Challenge, 'challenge'>> {
  return unitOfWork.run(async ({ operators }): Promise<Result<Challenge, 'challenge'>> => {
    const challenge = await operators.challenge(challengeNo);
    if (challenge === undefined || judgeChallenge(challenge, purpose, sessionNo, clock.now()) !== 'good') return refuse('challenge');
    await operators.putChallenge({ ...challenge, usedAt: clock.now() });
    return ok(challenge);
  });
}

/** The password that was encrypted for this challenge; undefined where it was for another one, or is no such thing (AUTH-09). */
export function passwordFor({ sealedWords }: Pick<OperatorParts, 'sealedWords'>, { privateKey, nonce }: Challenge, cipher: string): string | undefined {
  const words = sealedWords.open(privateKey, cipher);
  if (words === undefined || words.length > maxWords) return undefined;
  try {
    const said: unknown = JSON.parse(words);
    if (typeof said !== 'object' || said === null || !('password' in said) || !('nonce' in said)) return undefined;
    return said.nonce === nonce && typeof said.password === 'string' ? said.password : undefined;
  } catch {
    return undefined;
  }
}
