import { ok, refuse, type Result } from '../../domain/kernel/result.js';
import { withPassword } from '../../domain/operators/credentials.js';
import type { Operator } from '../../domain/operators/operator.js';
import { normalisedPassword } from '../../domain/operators/password-rules.js';
import { chosenHash, type ChoiceRefusal } from './choose-password.js';
import { auditOperator } from './operator-audit.js';
import type { Asker, OperatorParts } from './operator-parts.js';
import { seeStage } from './see-stage.js';
import type { Admitted, Sessions } from './sessions.js';
import type { SignInGate } from './sign-in-gate.js';
import { passwordFor, useChallenge } from './use-challenge.js';

export interface PasswordChange extends Asker { readonly token: string; readonly challengeNo: string; readonly cipher: string; readonly newCipher: string }
export type ChangeRefusal = { readonly code: 'not-signed-in' | 'failed' | 'challenge' } | { readonly code: 'password'; readonly why: ChoiceRefusal };

/** Somebody who is signed in chooses another password; whoever else was signed in to the account is so no more (SES-04). */
export class ChangePassword {
  readonly #parts: OperatorParts;
  readonly #gate: SignInGate;
  readonly #sessions: Sessions;

  constructor(parts: OperatorParts, gate: SignInGate, sessions: Sessions) {
    [this.#parts, this.#gate, this.#sessions] = [parts, gate, sessions];
  }

  async run(request: PasswordChange): Promise<Result<Admitted, ChangeRefusal>> {
    const { unitOfWork, passwords, clock } = this.#parts;
    const seen = await seeStage(this.#parts, this.#sessions.hashesOf(request.token), 'password-change', 'signed-in');
    if (seen === undefined) return refuse({ code: 'not-signed-in' });
    const { operator, credentials, session } = seen;
    const challenge = await useChallenge(this.#parts, request.challengeNo, 'change-password', session.sessionNo);
    if (!challenge.ok) return refuse({ code: 'challenge' });
    const [old, next] = [request.cipher, request.newCipher].map((cipher) => passwordFor(this.#parts, challenge.value, cipher));
    if (old === undefined || next === undefined) return refuse({ code: 'challenge' });
    if (await this.#gate.enter(operator.account, request.address) === 'locked') return this.#failed(request, operator, '登录被锁定期间再次尝试');
    if (credentials.password === undefined || !(await passwords.verify(normalisedPassword(old), credentials.password)).isRight) return this.#failed(request, operator, '原口令不正确');
    const chosen = await chosenHash(this.#parts, operator.account, credentials, next);
    return unitOfWork.run(async (stores): Promise<Result<Admitted, ChangeRefusal>> => {
      await this.#gate.takeBack(stores, operator.account, request.address);
      if (!chosen.ok) return refuse({ code: 'password', why: chosen.refusal });
      await stores.operators.putCredentials(withPassword(credentials, chosen.value, clock.now()));
      await this.#sessions.endAll(stores, operator.operatorNo, 'rights-changed', session.sessionNo);
      const token = await this.#sessions.replace(stores, session, { stage: 'signed-in' });
      await auditOperator(stores, this.#parts, request, { by: operator.operatorNo, about: operator.operatorNo, action: 'operator.password-changed', description: '修改口令' });
      return ok({ token, next: 'home' });
    });
  }

  /** Whoever found a session open and tries passwords is seen in the log. */
  async #failed(request: PasswordChange, { operatorNo }: Pick<Operator, 'operatorNo'>, why: string): Promise<Result<never, ChangeRefusal>> {
    await this.#parts.unitOfWork.run((stores) => auditOperator(stores, this.#parts, request, { by: operatorNo, about: operatorNo, action: 'operator.password-change-failed', description: `修改口令失败：${why}` }));
    return refuse({ code: 'failed' });
  }
}
