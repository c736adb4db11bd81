/** Hashes of passwords (AUTH-07): PBKDF2-HMAC-SM3 with a pepper from the key store; slow on purpose, off the serving thread. */
export interface Passwords {
  /** Text with algorithm, cost and salt, at its end the name of the key of the pepper unless that is the first; the same password never gives the same text twice. */
  hash(password: string): Promise<string>;
  /** Compared in constant time. `isStale`: right, and to be hashed anew, because the cost has been raised since or the key of the pepper is another one. */
  verify(password: string, stored: string): Promise<{ readonly isRight: boolean; readonly isStale: boolean }>;
  /** Takes as long as `verify`, for an account that is not there (AUTH-06). */
  spend(password: string): Promise<void>;
}

/** So many passwords wait to be checked that another one would not be answered in time; nothing was said about this one. */
export class PasswordsBusyError extends Error {
  override readonly name = 'PasswordsBusyError';
}
