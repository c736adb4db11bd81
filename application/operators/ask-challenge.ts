import { askerOf } from '../../domain/kernel/asker.js';
import { ok, refuse, type Result } from '../../domain/kernel/result.js';
import type { ChallengePurpose } from '../../domain/operators/challenge.js';
import { accountOf } from '../../domain/operators/operator.js';
import type { OperatorParts } from './operator-parts.js';
import { seeStage } from './see-stage.js';
import type { Sessions } from './sessions.js';
import type { SignInGate } from './sign-in-gate.js';
import { strangerMarks } from './use-challenge.js';

/** `picturedFor`: account of which a picture has to be read, if there were wrong tries. */
export interface ChallengeWish { readonly purpose: ChallengePurpose; readonly address: string; readonly sessionNo: string; readonly picturedFor?: string }
/** `form`: what the browser holds from an earlier challenge. */
export interface StrangerWish { readonly purpose: 'sign-in' | 'activate'; readonly account: string | undefined; readonly form: string | undefined; readonly address: string }
export interface GivenChallenge { readonly challengeNo: string; readonly publicKey: string; readonly nonce: string; readonly captcha: string | undefined }

/** Challenges from one place, on average. */
const challengesPerSecond = 2;

/** What whoever wants to sign in has to answer: a key to encrypt the password with and, after wrong tries, a picture to read. */
export class AskChallenge {
  readonly #parts: OperatorParts;
  readonly #gate: SignInGate;
  readonly #sessions: Sessions;

  constructor(parts: OperatorParts, gate: SignInGate, sessions: Sessions) {
    [this.#parts, this.#gate, this.#sessions] = [parts, gate, sessions];
  }

  /** For whoever changes the own password, at the sign-in or later. */
  async forPasswordChange(token: string, address: string): Promise<Result<GivenChallenge, 'too-many' | 'not-signed-in'>> {
    const seen = await seeStage(this.#parts, this.#sessions.hashesOf(token), 'password-change', 'signed-in');
    return seen === undefined ? refuse('not-signed-in') : this.run({ purpose: 'change-password', address, sessionNo: seen.session.sessionNo });
  }

  /** For whoever is not signed in: good in this browser alone, for this account alone. */
  async forStranger({ purpose, account = '', form: shown, address }: StrangerWish): Promise<Result<GivenChallenge & { readonly form: string }, 'too-many'>> {
    const form = shown ?? this.#parts.ids.token();
    const given = await this.run({ purpose, address, sessionNo: strangerMarks(this.#parts, form, account)[0] ?? '', picturedFor: accountOf(account) });
    return given.ok ? ok({ ...given.value, form }) : given;
  }

  async run({ purpose, address, sessionNo, picturedFor }: ChallengeWish): Promise<Result<GivenChallenge, 'too-many'>> {
    const { rateLimiter, sealedWords, captchas, ids, clock, unitOfWork } = this.#parts;
    if (!rateLimiter.allow(`console-challenge:${askerOf(address)}`, challengesPerSecond)) return refuse('too-many');
    const picture = picturedFor !== undefined && await this.#gate.wantsCaptcha(picturedFor, address) ? captchas.make() : undefined;
    const { privateKey, publicKey } = sealedWords.newKey();
    const [challengeNo, nonce] = [ids.next(), ids.token()];
    await unitOfWork.run(({ operators }) => operators.addChallenge({ challengeNo, purpose, nonce, privateKey, captcha: picture?.text, sessionNo, madeAt: clock.now(), usedAt: undefined, version: 1 }));
    return ok({ challengeNo, publicKey, nonce, captcha: picture?.svg });
  }
}
