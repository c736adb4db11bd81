import { readMobile } from '../../domain/text-messages/phone.js';
import { templateOf, type CodeTemplateName } from '../../domain/text-messages/templates.js';
import { codeHolder, tryCode } from '../../domain/text-messages/verification-code.js';
import { askerOf } from '../../domain/kernel/asker.js';
import type { Clock } from '../ports/clock.js';
import type { RateLimiter } from '../ports/rate-limiter.js';
import type { UnitOfWork } from '../ports/unit-of-work.js';
import type { Vault } from '../ports/vault.js';
import { codeHashes } from './send-code.js';

/** `isWanted`: as when the code was asked for; false tries no code that somebody was sent. */
export interface CodeTry { readonly template: CodeTemplateName; readonly phone: string; readonly code: string; readonly address: string; readonly isWanted: boolean }

/** `ask-again`: used, too old, tried too often, or there is none; which of them is nobody's business. */
export type CodeAnswer = 'right' | 'wrong' | 'ask-again' | 'too-fast';

/** Tries of one place, on average. */
const triesPerSecond = 1;

/** Checks a code that somebody typed. It is right once; five wrong tries end it. */
export class TryCode {
  readonly #unitOfWork: UnitOfWork;
  readonly #vault: Vault;
  readonly #clock: Clock;
  readonly #rateLimiter: RateLimiter;

  constructor(unitOfWork: UnitOfWork, vault: Vault, clock: Clock, rateLimiter: RateLimiter) {
    this.#unitOfWork = unitOfWork;
    this.#vault = vault;
    this.#clock = clock;
    this.#rateLimiter = rateLimiter;
  }

  async run({ template, phone: written, code, address, isWanted }: CodeTry): Promise<CodeAnswer> {
    if (!this.#rateLimiter.allow(`text-code-tries:${askerOf(address)}`, triesPerSecond)) return 'too-fast';
    const phone = readMobile(written);
    if (!phone.ok || !/^[0-9]{6}$/.test(code)) return 'wrong';
    const hashes = codeHashes(this.#vault, template, phone.value, code);
    const holder = codeHolder(phone.value, isWanted);
    return this.#unitOfWork.run(async ({ texts }): Promise<CodeAnswer> => {
      const known = await texts.code(templateOf(template).scene, holder);
      if (!known) return 'ask-again';
      const { verdict, code: after } = tryCode(known, hashes, this.#clock.now());
      // Two tries at once: the second finds the version changed and is judged anew.
      if (after !== known) await texts.putCode(holder, { ...known, ...after });
      return verdict === 'right' || verdict === 'wrong' ? verdict : 'ask-again';
    });
  }
}
