import type { Credentials } from '../../domain/operators/credentials.js';
import type { Operator } from '../../domain/operators/operator.js';
import { judgeSession, type Session, type SessionStage } from '../../domain/operators/session.js';
import type { OperatorParts } from './operator-parts.js';

export interface SeenStage { readonly session: Session; readonly operator: Operator; readonly credentials: Credentials }

/** Whose session it is, where it holds and is at one of these stages. */
export async function seeStage({ unitOfWork, clock, sessionRules }: Pick<OperatorParts, 'unitOfWork' | 'clock' | 'sessionRules'>, tokenHash: string, ...stages: readonly SessionStage[]): Promise<SeenStage | undefined> {
  return unitOfWork.read(async ({ operators }) => {
    const session = await operators.session(tokenHash);
    if (session === undefined || !stages.includes(session.stage) || judgeSession(session, clock.now(), sessionRules) !== 'good') return undefined;
    const [operator, credentials] = [await operators.byNo(session.operatorNo), await operators.credentials(session.operatorNo)];
    return operator?.state === 'active' && credentials !== undefined ? { session, operator, credentials } : undefined;
  });
}
