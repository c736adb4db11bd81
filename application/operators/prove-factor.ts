import { ok, refuse, type Result } from '../../domain/kernel/result.js';
import { isEnrolled } from '../../domain/operators/credentials.js';
import type { FactorCheck, Proof } from './factor-check.js';
import { auditOperator } from './operator-audit.js';
import type { Asker, OperatorParts } from './operator-parts.js';
import type { Admitted, Sessions } from './sessions.js';
import type { SignInGate } from './sign-in-gate.js';
import { seeStage, type SeenStage } from './see-stage.js';

export interface ProofRequest extends Asker { readonly token: string; readonly proof: Proof }
export type ProofRefusal = 'not-signed-in' | 'wrong' | 'challenge';

/** The second factor at sign-in, and the first code of a factor that is being set up (AUTH-03). Wrong ones count like wrong passwords (AUTH-04). */
export class ProveFactor {
  readonly #parts: OperatorParts;
  readonly #gate: SignInGate;
  readonly #sessions: Sessions;
  readonly #check: FactorCheck;

  constructor(parts: OperatorParts, gate: SignInGate, sessions: Sessions, check: FactorCheck) {
    [this.#parts, this.#gate, this.#sessions, this.#check] = [parts, gate, sessions, check];
  }

  async run(request: ProofRequest): Promise<Result<Admitted, ProofRefusal>> {
    const seen = await seeStage(this.#parts, this.#sessions.hashesOf(request.token), 'factor');
    if (seen === undefined) return refuse('not-signed-in');
    const { session, operator, credentials } = seen;
    if (await this.#gate.enter(operator.account, request.address) === 'locked') return refuse('wrong');
    const judged = await this.#check.judge('sign-in', session, operator, credentials, request.proof);
    if (judged.ok) return ok(await this.#admit(request, seen, judged.value));
    await this.#parts.unitOfWork.run((stores) => auditOperator(stores, this.#parts, request, {
      by: operator.operatorNo, about: operator.operatorNo, action: 'operator.factor-failed', description: '登录失败：动态口令或 UKey 验证不通过',
    }));
    return judged;
  }

  async #admit(request: ProofRequest, { session, operator, credentials: before }: SeenStage, after: SeenStage['credentials']): Promise<Admitted> {
    return this.#parts.unitOfWork.run(async (stores) => {
      await this.#gate.forgive(stores, operator.account, request.address);
      await stores.operators.putCredentials(after);
      const admitted = await this.#sessions.admit(stores, session, after);
      const isFirst = !isEnrolled(before.factor);
      await auditOperator(stores, this.#parts, request, {
        by: operator.operatorNo, about: operator.operatorNo, action: isFirst ? 'operator.factor-enrolled' : 'operator.signed-in', description: isFirst ? '绑定第二因素并登录' : '登录',
      });
      return admitted;
    });
  }
}
