import type { PasswordRules } from '../../domain/operators/password-rules.js';
import type { SessionRules } from '../../domain/operators/session.js';
import type { Clock } from '../ports/clock.js';
import type { Ids } from '../ports/ids.js';
import type { Journal } from '../ports/journal.js';
import type { Passwords } from '../ports/passwords.js';
import type { RateLimiter } from '../ports/rate-limiter.js';
import type { Captchas, KeySignatures, OneTimeCodes, SealedWords } from '../ports/sign-in-means.js';
import type { PublicKeyReader } from '../ports/signatures.js';
import type { UnitOfWork } from '../ports/unit-of-work.js';
import type { Vault } from '../ports/vault.js';

/** What most of these use cases work with. */
export interface OperatorParts {
  readonly unitOfWork: UnitOfWork;
  readonly passwords: Passwords;
  readonly oneTimeCodes: OneTimeCodes;
  readonly captchas: Captchas;
  readonly sealedWords: SealedWords;
  readonly keySignatures: KeySignatures;
  readonly publicKeys: PublicKeyReader;
  readonly vault: Pick<Vault, 'secretMac' | 'secretMacs'>;
  readonly ids: Ids;
  /** The clock of people and their authenticators. */
  readonly clock: Clock;
  /** The platform's own, which an embedded installation can step: what happened is written down by it. */
  readonly platformClock: Clock;
  readonly journal: Journal;
  readonly rateLimiter: RateLimiter;
  readonly passwordRules: PasswordRules;
  readonly sessionRules: SessionRules;
  /** Where the console is seen, as a browser names it: part of what a UKey signs. */
  readonly origin: string;
}

/** Where a request came from. */
export interface Asker { readonly address: string; readonly requestId: string | undefined }
