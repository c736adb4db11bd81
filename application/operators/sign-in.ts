import { ok, refuse, type Result } from '../../domain/kernel/result.js';
import { isCaptchaRight } from '../../domain/operators/challenge.js';
import type { Credentials } from '../../domain/operators/credentials.js';
import { accountOf, isStaff, type Operator } from '../../domain/operators/operator.js';
import { normalisedPassword } from '../../domain/operators/password-rules.js';
import { auditOperator } from './operator-audit.js';
import type { Asker, OperatorParts } from './operator-parts.js';
import type { Admitted, Sessions } from './sessions.js';
import type { SignInGate } from './sign-in-gate.js';
import { passwordFor, strangerMarks, useChallenge } from './use-challenge.js';

/** `form`: what the browser holds from the challenge; a challenge of another one is not its own. */
export interface SignInRequest extends Asker { readonly form: string; readonly challengeNo: string; readonly account: string; readonly cipher: string; readonly captcha: string | undefined }
/** `failed`: unknown, locked, disabled or wrong; which of them is nobody's business (AUTH-06). */
export type SignInRefusal = 'failed' | 'captcha' | 'challenge' | 'too-many';

interface Found { readonly operator: Operator; readonly credentials: Credentials & { readonly password: string } }

/** 操作员登录平台 (1.1.6.3.2-f): account and password; afterwards nothing but the second factor may be asked for (AUTH-03). */
export class SignIn {
  readonly #parts: OperatorParts;
  readonly #gate: SignInGate;
  readonly #sessions: Sessions;

  constructor(parts: OperatorParts, gate: SignInGate, sessions: Sessions) {
    [this.#parts, this.#gate, this.#sessions] = [parts, gate, sessions];
  }

  async run(request: SignInRequest): Promise<Result<Admitted, SignInRefusal>> {
    const { passwords } = this.#parts;
    const account = accountOf(request.account);
    if (this.#gate.isTooFast(request.address)) return refuse('too-many');
    const challenge = await useChallenge(this.#parts, request.challengeNo, 'sign-in', strangerMarks(this.#parts, request.form, account));
    if (!challenge.ok) return challenge;
    const { captcha } = challenge.value;
    if (captcha === undefined ? await this.#gate.wantsCaptcha(account, request.address) : !isCaptchaRight(captcha, request.captcha)) return refuse('captcha');
    const password = normalisedPassword(passwordFor(this.#parts, challenge.value, request.cipher) ?? '');
    const admission = await this.#gate.enter(account, request.address);
    const found = admission === 'locked' ? undefined : await this.#find(account);
    if (found === undefined) {
      await passwords.spend(password);
      return this.#failed(request, account, admission === 'locked' ? '登录被锁定期间再次尝试' : '账号不存在或不能登录');
    }
    const { isRight, isStale } = await passwords.verify(password, found.credentials.password);
    if (!isRight) return this.#failed(request, account, '口令不正确');
    const begun = await this.#begin(request, found, isStale ? await passwords.hash(password) : undefined);
    return begun === undefined ? this.#failed(request, account, '口令在验证期间已变更') : ok(begun);
  }

  async #find(account: string): Promise<Found | undefined> {
    return this.#parts.unitOfWork.read(async ({ operators }) => {
      const operator = await operators.byAccount(account);
      const credentials = operator && await operators.credentials(operator.operatorNo);
      return operator?.state === 'active' && isStaff(operator) && credentials?.password !== undefined ? { operator, credentials: { ...credentials, password: credentials.password } } : undefined;
    });
  }

  /** Nobody gets in by a password that was changed, or taken away, while it was looked at. */
  async #begin(request: SignInRequest, { operator, credentials }: Found, rehashed: string | undefined): Promise<Admitted | undefined> {
    return this.#parts.unitOfWork.run(async (stores) => {
      const current = await stores.operators.credentials(operator.operatorNo);
      if (current?.password !== credentials.password) return undefined;
      await this.#gate.takeBack(stores, operator.account, request.address);
      if (rehashed !== undefined) await stores.operators.putCredentials({ ...current, password: rehashed });
      return this.#sessions.begin(stores, operator, current, request);
    });
  }

  /** Of a name that nobody has, nothing is kept but that somebody tried: people type their password there by mistake. */
  async #failed(request: SignInRequest, account: string, why: string): Promise<Result<never, SignInRefusal>> {
    const { unitOfWork, journal } = this.#parts;
    await unitOfWork.run(async (stores) => {
      const operator = await stores.operators.byAccount(account);
      await auditOperator(stores, this.#parts, request, { by: operator?.operatorNo ?? 'unknown', about: operator?.operatorNo ?? 'unknown', action: 'operator.sign-in-failed', description: `登录失败：${why}` });
    });
    journal.warn('operator-sign-in-failed', { address: request.address });
    return refuse('failed');
  }
}
