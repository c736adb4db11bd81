import { ok, refuse, type Result } from '../../domain/kernel/result.js';
import { signedText, type KeyUse } from '../../domain/operators/challenge.js';
import type { Credentials } from '../../domain/operators/credentials.js';
import type { Operator } from '../../domain/operators/operator.js';
import type { Session } from '../../domain/operators/session.js';
import type { OperatorParts } from './operator-parts.js';
import { useChallenge } from './use-challenge.js';

/** What somebody shows as the second factor. */
export type Proof = { readonly kind: 'totp'; readonly code: string } | { readonly kind: 'ukey'; readonly challengeNo: string; readonly signature: string };
export type ProofUse = Exclude<KeyUse, 'register'>;

/** Judges a second factor. A right code is used up with the credentials as they come back: whoever stores them first has it, the other finds them changed. */
export class FactorCheck {
  readonly #parts: OperatorParts;

  constructor(parts: OperatorParts) {
    this.#parts = parts;
  }

  /** The credentials as they must be stored with what the proof allows. */
  async judge(use: ProofUse, { sessionNo }: Pick<Session, 'sessionNo'>, { account }: Pick<Operator, 'account'>, credentials: Credentials, proof: Proof): Promise<Result<Credentials, 'wrong' | 'challenge'>> {
    const { factor } = credentials;
    if (factor?.kind === 'totp' && proof.kind === 'totp') {
      const step = this.#parts.oneTimeCodes.stepOf(factor.secret, proof.code, this.#parts.clock.now(), factor.lastStep);
      return step === undefined ? refuse('wrong') : ok({ ...credentials, factor: { ...factor, lastStep: step } });
    }
    if (factor?.kind !== 'ukey' || proof.kind !== 'ukey') return refuse('wrong');
    const challenge = await useChallenge(this.#parts, proof.challengeNo, `ukey-${use}`, sessionNo);
    if (!challenge.ok) return challenge;
    if (!await this.#isInUse(credentials.operatorNo, factor.publicKey)) return refuse('wrong');
    const text = signedText(use, account, challenge.value.nonce, this.#parts.origin);
    return this.#parts.keySignatures.isSigned(factor.publicKey, text, proof.signature) ? ok(credentials) : refuse('wrong');
  }

  /** A key that was reported lost proves nothing, though it is still the factor of its account until somebody has decided. */
  #isInUse(operatorNo: string, publicKey: string): Promise<boolean> {
    return this.#parts.unitOfWork.read(async ({ operators }) => (await operators.keysOf(operatorNo)).some((key) => key.publicKey === publicKey && key.state === 'in-use'));
  }
}
