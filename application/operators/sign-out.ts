import { ended, judgeSession } from '../../domain/operators/session.js';
import { auditOperator } from './operator-audit.js';
import type { Asker, OperatorParts } from './operator-parts.js';
import { sessionOf } from './see-stage.js';
import type { Sessions } from './sessions.js';

/** Ends a session on the server: a copied cookie is worth nothing afterwards (SES-05). */
export class SignOut {
  readonly #parts: OperatorParts;
  readonly #sessions: Sessions;

  constructor(parts: OperatorParts, sessions: Sessions) {
    [this.#parts, this.#sessions] = [parts, sessions];
  }

  async run(token: string, asker: Asker): Promise<void> {
    const { unitOfWork, clock, sessionRules } = this.#parts;
    await unitOfWork.run(async (stores) => {
      const session = await sessionOf(stores, this.#sessions.hashesOf(token));
      if (session === undefined || judgeSession(session, clock.now(), sessionRules) !== 'good') return;
      await stores.operators.putSession(ended(session, 'signed-out', clock.now()));
      await auditOperator(stores, this.#parts, asker, { by: session.operatorNo, about: session.operatorNo, action: 'operator.signed-out', description: '退出登录' });
    });
  }
}
