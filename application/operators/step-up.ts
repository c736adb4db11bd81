import { ok, refuse, type Result } from '../../domain/kernel/result.js';
import type { FactorCheck, Proof } from './factor-check.js';
import { auditOperator } from './operator-audit.js';
import type { Asker, OperatorParts } from './operator-parts.js';
import { seeStage } from './see-stage.js';
import type { Sessions } from './sessions.js';
import type { SignInGate } from './sign-in-gate.js';

export interface StepUpRequest extends Asker { readonly token: string; readonly proof: Proof }

/** The second factor shown once more, for what needs it anew (AUTH-10). The session goes on under a new token (SES-01). */
export class StepUp {
  readonly #parts: OperatorParts;
  readonly #gate: SignInGate;
  readonly #sessions: Sessions;
  readonly #check: FactorCheck;

  constructor(parts: OperatorParts, gate: SignInGate, sessions: Sessions, check: FactorCheck) {
    [this.#parts, this.#gate, this.#sessions, this.#check] = [parts, gate, sessions, check];
  }

  async run(request: StepUpRequest): Promise<Result<{ readonly token: string }, 'not-signed-in' | 'wrong' | 'challenge'>> {
    const { unitOfWork, clock } = this.#parts;
    const seen = await seeStage(this.#parts, this.#sessions.hashesOf(request.token), 'signed-in');
    if (seen === undefined) return refuse('not-signed-in');
    const { session, operator, credentials } = seen;
    if (await this.#gate.enter(operator.account, request.address) === 'locked') return refuse('wrong');
    const judged = await this.#check.judge('step-up', session, operator, credentials, request.proof);
    const entry = { by: operator.operatorNo, about: operator.operatorNo };
    if (!judged.ok) {
      await unitOfWork.run((stores) => auditOperator(stores, this.#parts, request, { ...entry, action: 'operator.step-up-failed', description: '再次验证身份未通过' }));
      return judged;
    }
    return unitOfWork.run(async (stores) => {
      await this.#gate.forgive(stores, operator.account, request.address);
      await stores.operators.putCredentials(judged.value);
      const token = await this.#sessions.replace(stores, session, { provedAt: clock.now() });
      await auditOperator(stores, this.#parts, request, { ...entry, action: 'operator.stepped-up', description: '再次验证身份' });
      return ok({ token });
    });
  }
}
