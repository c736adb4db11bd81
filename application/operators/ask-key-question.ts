import { refuse, ok, type Result } from '../../domain/kernel/result.js';
import { signedText, type KeyUse } from '../../domain/operators/challenge.js';
import type { AskChallenge } from './ask-challenge.js';
import type { OperatorParts } from './operator-parts.js';
import { seeStage } from './see-stage.js';
import type { Sessions } from './sessions.js';

/** The text that a UKey has to sign: bound to this session, this account and this use, good once for two minutes (AUTH-03). */
export class AskKeyQuestion {
  readonly #parts: OperatorParts;
  readonly #challenges: AskChallenge;
  readonly #sessions: Sessions;

  constructor(parts: OperatorParts, challenges: AskChallenge, sessions: Sessions) {
    [this.#parts, this.#challenges, this.#sessions] = [parts, challenges, sessions];
  }

  async run(token: string, use: KeyUse, address: string): Promise<Result<{ readonly challengeNo: string; readonly text: string }, 'not-signed-in' | 'no-ukey' | 'too-many'>> {
    const seen = await seeStage(this.#parts, this.#sessions.hashesOf(token), use === 'sign-in' ? 'factor' : 'signed-in');
    if (seen === undefined) return refuse('not-signed-in');
    if (use !== 'register' && seen.credentials.factor?.kind !== 'ukey') return refuse('no-ukey');
    const asked = await this.#challenges.run({ purpose: `ukey-${use}`, address, sessionNo: seen.session.sessionNo });
    if (!asked.ok) return asked;
    const { challengeNo, nonce } = asked.value;
    return ok({ challengeNo, text: signedText(use, seen.operator.account, nonce, this.#parts.origin) });
  }
}
