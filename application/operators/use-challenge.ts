import { ok, refuse, type Result } from '../../domain/kernel/result.js';
import { judgeChallenge, type Challenge, type ChallengePurpose } from '../../domain/operators/challenge.js';
import { accountOf } from '../../domain/operators/operator.js';
import type { OperatorParts } from './operator-parts.js';

/** Longer than any password, and the nonce around it. */
const maxWords = 2_000;

/** What a challenge is bound to before there is a session: a browser, by what its form holds, and an account. A picture that was read for one is worth nothing for another (AUTH-05). Under every key there is, that of today first. */
export const strangerMarks = ({ vault }: Pick<OperatorParts, 'vault'>, form: string, account: string): readonly string[] =>
  vault.secretMacs('sign-in-form', JSON.stringify([form, accountOf(account)])).map((mac) => mac.slice(0, 32));

/** Uses a challenge up: it is good for one answer, right or wrong, wherever that is given first. */
export async function useChallenge({ unitOfWork, clock }: Pick<OperatorParts, 'unitOfWork' | 'clock'>, challengeNo: string, purpose: ChallengePurpose, sessionNo: string | undefined | readonly string[]): Promise<Result<Challenge, 'challenge'>> {
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
