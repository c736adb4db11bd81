import type { Credentials } from '../../domain/operators/credentials.js';
import type { Operator } from '../../domain/operators/operator.js';
import { judgeSession, type Session, type SessionStage } from '../../domain/operators/session.js';
import type { Readers } from '../ports/unit-of-work.js';
import type { OperatorParts } from './operator-parts.js';

export interface SeenStage { readonly session: Session; readonly operator: Operator; readonly credentials: Credentials }

/** The session of a token, by its digests under every key. */
export async function sessionOf({ operators }: Pick<Readers, 'operators'>, tokenHashes: readonly string[]): Promise<Session | undefined> {
  for (const tokenHash of tokenHashes) {
    const session = await operators.session(tokenHash);
    if (session !== undefined) return session;
  }
  return undefined;
}

/** Whose session it is, where it holds and is at one of these stages. */
export async function seeStage({ unitOfWork, clock, sessionRules }: Pick<OperatorParts, 'unitOfWork' | 'clock' | 'sessionRules'>, tokenHashes: readonly string[], ...stages: readonly SessionStage[]): Promise<SeenStage | undefined> {
  return unitOfWork.read(async ({ operators }) => {
    const session = await sessionOf({ operators }, tokenHashes);
    if (session === undefined || !stages.includes(session.stage) || judgeSession(session, clock.now(), sessionRules) !== 'good') return undefined;
    const [operator, credentials] = [await operators.byNo(session.operatorNo), await operators.credentials(session.operatorNo)];
    return operator?.state === 'active' && credentials !== undefined ? { session, operator, credentials } : undefined;
  });
}
