import { ok, refuse, type Result } from '../../domain/kernel/result.js';
import type { Credentials } from '../../domain/operators/credentials.js';
import { isStaff, type Operator } from '../../domain/operators/operator.js';
import { rightsOf } from '../../domain/operators/rights.js';
import { isProvedLately, judgeSession, type Session, type SessionEnd } from '../../domain/operators/session.js';
import type { OperatorParts } from './operator-parts.js';
import { sessionOf } from './see-stage.js';
import type { Sessions } from './sessions.js';

/** Who asks, with everything that decides what may be answered; read anew at every request, so that a change counts at the next one (SES-04). */
export interface SignedIn {
  readonly operator: Operator;
  readonly session: Session;
  readonly rights: ReadonlySet<string>;
  readonly factor: NonNullable<Credentials['factor']>['kind'];
  readonly passwordChangedAt: number;
  /** The second factor was shown in the last minutes (AUTH-10). */
  readonly isProvedLately: boolean;
}

/** A session is noted as seen no more often. */
const noteSeenEveryMs = 30_000;

/** Whether whoever brings this token is signed in. `isBackground`: asked by the page and not by a person, which keeps nobody signed in (SES-02). */
export class CheckSession {
  readonly #parts: OperatorParts;
  readonly #sessions: Sessions;

  constructor(parts: OperatorParts, sessions: Sessions) {
    [this.#parts, this.#sessions] = [parts, sessions];
  }

  async run(token: string, isBackground: boolean): Promise<Result<SignedIn, SessionEnd | 'not-signed-in'>> {
    const { unitOfWork, clock, sessionRules } = this.#parts;
    const now = clock.now();
    const found = await unitOfWork.read(async ({ operators }) => {
      const session = await sessionOf({ operators }, this.#sessions.hashesOf(token));
      const operator = session && await operators.byNo(session.operatorNo);
      return session && operator && { session, operator, credentials: await operators.credentials(operator.operatorNo), roles: operator.roleCodes.length === 0 ? [] : await operators.roles() };
    });
    if (found?.credentials?.factor === undefined) return refuse('not-signed-in');
    const { session, operator, credentials, roles } = found;
    const verdict = judgeSession(session, now, sessionRules);
    if (verdict !== 'good') return refuse(verdict);
    if (session.stage !== 'signed-in' || operator.state !== 'active' || !isStaff(operator)) return refuse('not-signed-in');
    if (!isBackground && now - session.seenAt >= noteSeenEveryMs) await this.#noteSeen(session);
    return ok({
      operator, session, rights: rightsOf(operator, roles), factor: found.credentials.factor.kind, passwordChangedAt: credentials.passwordChangedAt ?? 0,
      isProvedLately: isProvedLately(session, now, sessionRules),
    });
  }

  /** Two requests at once may both note it: whoever comes second has nothing to add. */
  async #noteSeen(session: Session): Promise<void> {
    await this.#parts.unitOfWork.run(async ({ operators }) => {
      const current = await operators.session(session.tokenHash);
      if (current?.end !== undefined || current?.version !== session.version) return;
      await operators.putSession({ ...current, seenAt: this.#parts.clock.now() });
    });
  }
}
