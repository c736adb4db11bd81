import { askerOf } from '../../domain/kernel/asker.js';
import { accountHolder, afterWrongTry, forgiven, holderOf, isLocked, needsCaptcha, noTries, withoutNewest, type SignInTries, type TriesOf } from '../../domain/operators/sign-in-tries.js';
import type { Stores } from '../ports/unit-of-work.js';
import type { OperatorParts } from './operator-parts.js';

/** `tried`: this try is counted as wrong until `forgive` takes it back. `locked`: nothing is looked at any more. */
export type Admission = 'tried' | 'locked';

/** Sign-ins and activations from one place together, on average. */
const triesPerSecond = 1;

type Holders = readonly (readonly [of: TriesOf, holder: string])[];
const holdersOf = (account: string, address: string): Holders => [['address', holderOf('address', askerOf(address))], ['account', accountHolder(account)]];

/**
 * Counts tries before they are looked at, so that many at the same moment do not pass the counter together (AUTH-04). Names that nobody has are counted like
 * all others: the counter tells nothing about who is there (AUTH-06).
 */
export class SignInGate {
  readonly #parts: Pick<OperatorParts, 'unitOfWork' | 'clock' | 'rateLimiter'>;

  constructor(parts: Pick<OperatorParts, 'unitOfWork' | 'clock' | 'rateLimiter'>) {
    this.#parts = parts;
  }

  /** One pace for everything that somebody tries without being signed in. */
  isTooFast(address: string): boolean { return !this.#parts.rateLimiter.allow(`console-sign-in:${askerOf(address)}`, triesPerSecond); }

  async enter(account: string, address: string): Promise<Admission> {
    return this.#parts.unitOfWork.run(async (stores): Promise<Admission> => {
      const now = this.#parts.clock.now();
      const holders = holdersOf(account, address);
      // Looked at before anything is stored: a place that is locked leaves no further names behind.
      for (const [, holder] of holders) {
        const tries = await stores.operators.tries(holder);
        if (tries !== undefined && isLocked(tries, now)) return 'locked';
      }
      const known = await triesOf(stores, holders);
      // Looked at again as it will be changed: between the two looks another try may have brought the lock about.
      if (known.some(({ tries }) => isLocked(tries, now))) return 'locked';
      for (const { of, tries } of known) await stores.operators.putTries(afterWrongTry(tries, of, now));
      return 'tried';
    });
  }

  /**
   * The password, or the code, was right: this try is none of the wrong ones. Those before it stay, else whoever knows the password could guess at the
   * second factor for ever, showing the password again before each lock (AUTH-04).
   */
  async takeBack(stores: Stores, account: string, address: string): Promise<void> {
    for (const { tries } of await triesOf(stores, holdersOf(account, address))) await stores.operators.putTries(withoutNewest(tries));
  }

  /** The second factor was right: all wrong ones of the account are forgotten, and of those of its place this one. */
  async forgive(stores: Stores, account: string, address: string): Promise<void> {
    for (const { of, tries } of await triesOf(stores, holdersOf(account, address))) await stores.operators.putTries(of === 'account' ? forgiven(tries) : withoutNewest(tries));
  }

  /** Whether a picture has to be read before this account is tried again from there (AUTH-05). */
  async wantsCaptcha(account: string, address: string): Promise<boolean> {
    const now = this.#parts.clock.now();
    return this.#parts.unitOfWork.read(async ({ operators }) => {
      for (const [, holder] of holdersOf(account, address)) {
        const tries = await operators.tries(holder);
        if (tries !== undefined && needsCaptcha(tries, now)) return true;
      }
      return false;
    });
  }
}

async function triesOf({ operators }: Pick<Stores, 'operators'>, holders: Holders): Promise<readonly { readonly of: TriesOf; readonly tries: SignInTries }[]> {
  const found: { readonly of: TriesOf; readonly tries: SignInTries }[] = [];
  for (const [of, holder] of holders) {
    if (await operators.tries(holder) === undefined) await operators.addTries(noTries(holder));
    const tries = await operators.tries(holder);
    if (tries === undefined) throw new Error('sign-in tries that were just stored are not there');
    found.push({ of, tries });
  }
  return found;
}
