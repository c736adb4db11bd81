import { ok, refuse, type Result } from '../../domain/kernel/result.js';
import { isEnrolled } from '../../domain/operators/credentials.js';
import type { OperatorParts } from './operator-parts.js';
import { seeStage } from './see-stage.js';
import type { Sessions } from './sessions.js';

export interface GivenSecret { readonly secret: string; readonly uri: string }

/**
 * Shows a new secret to somebody who has shown the password and has no second factor yet. It counts only once a code of it was shown (prove-factor); until
 * then it may be asked for again and is another one each time.
 */
export class EnrolFactor {
  readonly #parts: OperatorParts;
  readonly #sessions: Sessions;

  constructor(parts: OperatorParts, sessions: Sessions) {
    [this.#parts, this.#sessions] = [parts, sessions];
  }

  async run(token: string): Promise<Result<GivenSecret, 'not-signed-in' | 'enrolled-already'>> {
    const { unitOfWork, oneTimeCodes } = this.#parts;
    const seen = await seeStage(this.#parts, this.#sessions.hashesOf(token), 'factor');
    if (seen === undefined) return refuse('not-signed-in');
    if (isEnrolled(seen.credentials.factor)) return refuse('enrolled-already');
    const secret = oneTimeCodes.newSecret();
    await unitOfWork.run(({ operators }) => operators.putCredentials({ ...seen.credentials, factor: { kind: 'totp', secret, lastStep: 0 } }));
    return ok({ secret, uri: oneTimeCodes.enrolmentUri(secret, seen.operator.account) });
  }
}
