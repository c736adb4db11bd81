import { pbkdf2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import type { Passwords } from '../../../../application/ports/passwords.js';
import type { Vault } from '../../../../application/ports/vault.js';
import { type DerivationGate, gateOfThisProcess } from './derivation-gate.js';
import { HASH_BYTES, MAX_ROUNDS, readStored, SALT_BYTES, UnreadablePasswordError, writeStored } from './stored-password.js';

/** AUTH-07. */
export const DEFAULT_ROUNDS = 600_000;

/** `rounds`: what a hash costs from now on; older ones stay good and are told to be stale. */
export interface PasswordCost { readonly rounds?: number; readonly gate?: DerivationGate }

type Pepper = Pick<Vault, 'pepper' | 'pepperName'>;
const derive = promisify(pbkdf2);

/** PBKDF2-HMAC-SM3 on libuv's threads: the serving thread answers others meanwhile. */
export class Pbkdf2Passwords implements Passwords {
  readonly #vault: Pepper;
  readonly #rounds: number;
  readonly #gate: DerivationGate;
  readonly #saltOfNobody = randomBytes(SALT_BYTES);

  constructor(vault: Pepper, { rounds = DEFAULT_ROUNDS, gate = gateOfThisProcess }: PasswordCost = {}) {
    if (!Number.isSafeInteger(rounds) || rounds < 1 || rounds > MAX_ROUNDS) throw new RangeError(`rounds of a password hash must be 1 to ${MAX_ROUNDS}`);
    this.#vault = vault;
    this.#rounds = rounds;
    this.#gate = gate;
  }

  async hash(password: string): Promise<string> {
    // Half a character pair becomes the same replacement character as every other: two passwords would be one.
    if (!password.isWellFormed()) throw new RangeError('the password is not well-formed text');
    const [salt, rounds, pepperName] = [randomBytes(SALT_BYTES), this.#rounds, this.#vault.pepperName()];
    return this.#gate.pass(async () => writeStored({ rounds, salt, pepperName, hash: await this.#derive(password, salt, rounds, pepperName) }));
  }

  async verify(password: string, stored: string): Promise<{ readonly isRight: boolean; readonly isStale: boolean }> {
    const { rounds, salt, hash, pepperName } = readStored(stored);
    return this.#gate.pass(async () => {
      const isRight = timingSafeEqual(await this.#derive(password, salt, rounds, pepperName), hash) && password.isWellFormed();
      const missing = this.#rounds - rounds;
      // A cheap old hash would answer sooner than `spend` does, which tells that the account exists (AUTH-06).
      if (missing > 0) await this.#derive(password, salt, missing, pepperName);
      return { isRight, isStale: isRight && (missing > 0 || pepperName !== this.#vault.pepperName()) };
    });
  }

  async spend(password: string): Promise<void> {
    await this.#gate.pass(() => this.#derive(password, this.#saltOfNobody, this.#rounds, this.#vault.pepperName()));
  }

  /** The pepper is a keyed digest, so the derivation also costs the same for every length of password. */
  async #derive(password: string, salt: Buffer, rounds: number, pepperName: string | undefined): Promise<Buffer> {
    const peppered = this.#vault.pepper(password, pepperName);
    if (peppered === undefined) throw new UnreadablePasswordError('the hash of a password names a key that the key store has not');
    return derive(peppered, salt, rounds, HASH_BYTES, 'sm3');
  }
}
