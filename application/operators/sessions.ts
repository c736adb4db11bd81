import { isEnrolled, type Credentials } from '../../domain/operators/credentials.js';
import type { Operator } from '../../domain/operators/operator.js';
import { isPasswordExpired } from '../../domain/operators/password-rules.js';
import { ended, type Session, type SessionEnd, type SessionStage } from '../../domain/operators/session.js';
import type { Stores } from '../ports/unit-of-work.js';
import type { Asker, OperatorParts } from './operator-parts.js';

/** What somebody who has shown a password, or a code, is to do next; `home`: nothing more. */
export type NextStep = 'totp' | 'ukey' | 'enrol' | 'change-password' | 'home';
/** `token` goes into the browser's cookie and nowhere else. */
export interface Admitted { readonly token: string; readonly next: NextStep }

/** Opens and ends sessions. A token is never used on: each step up gets a new one, so that a planted one is worth nothing (SES-01). */
export class Sessions {
  readonly #parts: Pick<OperatorParts, 'ids' | 'clock' | 'vault' | 'passwordRules'>;

  constructor(parts: Pick<OperatorParts, 'ids' | 'clock' | 'vault' | 'passwordRules'>) {
    this.#parts = parts;
  }

  /** Under every key there is, that of today first: a session began under one of them. */
  hashesOf(token: string): readonly string[] { return this.#parts.vault.secretMacs('session-token', token); }

  /** After the password: good for the second factor alone. */
  async begin({ operators }: Pick<Stores, 'operators'>, { operatorNo }: Pick<Operator, 'operatorNo'>, credentials: Credentials, { address }: Asker): Promise<Admitted> {
    const token = await this.#add(operators, { operatorNo, stage: 'factor', address, provedAt: undefined });
    return { token, next: isEnrolled(credentials.factor) ? credentials.factor.kind : 'enrol' };
  }

  /** After the second factor: the only session of its account from now on (SES-03). */
  async admit({ operators }: Pick<Stores, 'operators'>, before: Session, credentials: Credentials): Promise<Admitted> {
    const now = this.#parts.clock.now();
    const mustChange = credentials.mustChange || isPasswordExpired(credentials.passwordChangedAt ?? 0, now, this.#parts.passwordRules);
    await this.endAll({ operators }, before.operatorNo, 'kicked', before.sessionNo);
    const token = await this.replace({ operators }, before, { stage: mustChange ? 'password-change' : 'signed-in', provedAt: now, beganAt: now });
    return { token, next: mustChange ? 'change-password' : 'home' };
  }

  /** The same session under a new token. */
  async replace({ operators }: Pick<Stores, 'operators'>, before: Session, changes: Partial<Pick<Session, 'stage' | 'provedAt' | 'beganAt'>>): Promise<string> {
    await operators.putSession(ended(before, 'signed-out', this.#parts.clock.now()));
    const { operatorNo, stage, address, provedAt } = { ...before, ...changes };
    return this.#add(operators, { operatorNo, stage, address, provedAt, beganAt: changes.beganAt ?? before.beganAt });
  }

  /** The store shows the newest ones, so it is asked until it shows no other: whoever opens sessions by the hundred hides no older one behind them. */
  async endAll({ operators }: Pick<Stores, 'operators'>, operatorNo: string, end: SessionEnd, exceptNo?: string): Promise<void> {
    const others = async (): Promise<readonly Session[]> => (await operators.openSessions(operatorNo)).filter(({ sessionNo }) => sessionNo !== exceptNo);
    for (let open = await others(); open.length > 0; open = await others()) {
      for (const session of open) await operators.putSession(ended(session, end, this.#parts.clock.now()));
    }
  }

  async #add(operators: Stores['operators'], facts: { readonly operatorNo: string; readonly stage: SessionStage; readonly address: string; readonly provedAt: number | undefined; readonly beganAt?: number }): Promise<string> {
    const { ids, clock } = this.#parts;
    const [token, now] = [ids.token(), clock.now()];
    await operators.addSession({ beganAt: now, ...facts, tokenHash: this.#parts.vault.secretMac('session-token', token), sessionNo: ids.next(), seenAt: now, endedAt: undefined, end: undefined, version: 1 });
    return token;
  }
}
