import { ok, refuse, type Result } from '../../domain/kernel/result.js';
import { isCaptchaRight } from '../../domain/operators/challenge.js';
import { judgeActivation, withPassword } from '../../domain/operators/credentials.js';
import { accountOf, isStaff } from '../../domain/operators/operator.js';
import { chosenHash, type ChoiceRefusal } from './choose-password.js';
import { auditOperator } from './operator-audit.js';
import type { Asker, OperatorParts } from './operator-parts.js';
import type { Admitted, Sessions } from './sessions.js';
import type { SignInGate } from './sign-in-gate.js';
import { passwordFor, strangerMarks, useChallenge } from './use-challenge.js';

export interface ActivationRequest extends Asker { readonly form: string; readonly challengeNo: string; readonly account: string; readonly activationCode: string; readonly cipher: string; readonly captcha: string | undefined }
export type ActivationRefusal = { readonly code: 'failed' | 'captcha' | 'challenge' | 'too-many' } | { readonly code: 'password'; readonly why: ChoiceRefusal };

/** Whoever was given a one-time code chooses a password with it: a new account, or one that was reset (AUTH-01, AUTH-08). */
export class ActivateOperator {
  readonly #parts: OperatorParts;
  readonly #gate: SignInGate;
  readonly #sessions: Sessions;

  constructor(parts: OperatorParts, gate: SignInGate, sessions: Sessions) {
    [this.#parts, this.#gate, this.#sessions] = [parts, gate, sessions];
  }

  async run(request: ActivationRequest): Promise<Result<Admitted, ActivationRefusal>> {
    const { unitOfWork, vault, clock } = this.#parts;
    const account = accountOf(request.account);
    if (this.#gate.isTooFast(request.address)) return refuse({ code: 'too-many' });
    const challenge = await useChallenge(this.#parts, request.challengeNo, 'activate', strangerMarks(this.#parts, request.form, account));
    if (!challenge.ok) return refuse({ code: 'challenge' });
    const { captcha } = challenge.value;
    if (captcha === undefined ? await this.#gate.wantsCaptcha(account, request.address) : !isCaptchaRight(captcha, request.captcha)) return refuse({ code: 'captcha' });
    if (await this.#gate.enter(account, request.address) === 'locked') return this.#failed(request, account, '登录被锁定期间再次尝试');
    const codeHashes = vault.secretMacs('activation-code', request.activationCode);
    const found = await unitOfWork.read(async ({ operators }) => {
      const operator = await operators.byAccount(account);
      return operator && { operator, credentials: await operators.credentials(operator.operatorNo) };
    });
    if (found?.credentials === undefined || found.operator.state !== 'invited' || !isStaff(found.operator) || judgeActivation(found.credentials, codeHashes, clock.now()) !== 'right') return this.#failed(request, account, '激活码不正确或已过期');
    const { operator, credentials } = found;
    const typed = passwordFor(this.#parts, challenge.value, request.cipher);
    if (typed === undefined) return refuse({ code: 'challenge' });
    const chosen = await chosenHash(this.#parts, account, credentials, typed);
    return unitOfWork.run(async (stores): Promise<Result<Admitted, ActivationRefusal>> => {
      // The code was right: what is wrong with the password is no guess at the account.
      await this.#gate.takeBack(stores, account, request.address);
      if (!chosen.ok) return refuse({ code: 'password', why: chosen.refusal });
      const after = withPassword(credentials, chosen.value, clock.now());
      await stores.operators.putCredentials(after);
      await stores.operators.put({ ...operator, state: 'active' });
      await auditOperator(stores, this.#parts, request, { by: operator.operatorNo, about: operator.operatorNo, action: 'operator.activated', description: '凭一次性激活码设置口令' });
      return ok(await this.#sessions.begin(stores, operator, after, request));
    });
  }

  /** Of a name that nobody has, nothing is kept but that somebody tried. */
  async #failed(request: ActivationRequest, account: string, why: string): Promise<Result<never, ActivationRefusal>> {
    const { unitOfWork, journal } = this.#parts;
    await unitOfWork.run(async (stores) => {
      const about = (await stores.operators.byAccount(account))?.operatorNo ?? 'unknown';
      await auditOperator(stores, this.#parts, request, { by: about, about, action: 'operator.activation-failed', description: `激活失败：${why}` });
    });
    journal.warn('operator-activation-failed', { address: request.address });
    return refuse({ code: 'failed' });
  }
}
