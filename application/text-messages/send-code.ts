import { refuse, ok, type Result } from '../../domain/kernel/result.js';
import { askerOf } from '../../domain/kernel/asker.js';
import { judgeAsker, judgeLimits, longestLimitMs, type TooMany } from '../../domain/text-messages/limits.js';
import { newTextMessage } from '../../domain/text-messages/new-message.js';
import { readMobile } from '../../domain/text-messages/phone.js';
import { renderText } from '../../domain/text-messages/render.js';
import { afterSubmission, beginSending, sendingTakesMs } from '../../domain/text-messages/submission.js';
import { templateOf, type CodeTemplateName } from '../../domain/text-messages/templates.js';
import type { TextMessage } from '../../domain/text-messages/text-message.js';
import { codeFrom, codeHolder, hashedText, newCode } from '../../domain/text-messages/verification-code.js';
import { isNotWanted, withhold } from '../../domain/text-messages/withholding.js';
import type { Clock } from '../ports/clock.js';
import type { Ids } from '../ports/ids.js';
import type { Journal } from '../ports/journal.js';
import type { Measurements } from '../ports/measurements.js';
import type { TextMessages } from '../ports/text-messages.js';
import type { Stores, UnitOfWork } from '../ports/unit-of-work.js';
import type { Vault } from '../ports/vault.js';
import { submitText } from './submit-text.js';
import type { TextPace } from './text-pace.js';
import type { TextRules } from './text-rules.js';

export interface SendCodeParts {
  readonly unitOfWork: UnitOfWork; readonly vault: Vault; readonly pace: TextPace; readonly ids: Ids; readonly clock: Clock; readonly journal: Journal; readonly measurements: Measurements;
  /** An even random whole number below the bound, fit for secrets. */
  readonly chance: (below: number) => number;
  readonly line: { readonly platform: TextMessages; readonly rules: TextRules } | undefined;
}

export interface CodeRequest {
  readonly template: CodeTemplateName;
  /** As somebody wrote it. */
  readonly phone: string;
  /** Of whoever asks. */
  readonly address: string;
  /** False where the phone has no right to a code: everything happens as otherwise, but no text goes out, and neither the phone's own code nor its share is touched. */
  readonly isWanted: boolean;
}

/** `unavailable`: the installation sends no texts, or too many are on their way. It does not depend on the phone. */
export type CodeRefusal = { readonly code: 'not-a-mobile' | 'unavailable' } | TooMany;

/** Codes of this process on their way to the platform. */
const mostUnderWay = 200;

/** Of a code, under every key there is, that of today first. */
export const codeHashes = (vault: Vault, template: CodeTemplateName, phone: string, code: string): readonly string[] => vault.blindIndexes('text_code.code', hashedText(templateOf(template).scene, phone, code));

/**
 * Sends a verification code. Whoever asks learns the same, as fast, whether the phone is known or not: the answer is given once everything is stored, and
 * the text goes out behind it. The code is in the text alone; what is kept is a keyed hash.
 */
export class SendCode {
  readonly #parts: SendCodeParts;
  readonly #underWay = new Set<Promise<void>>();

  constructor(parts: SendCodeParts) {
    this.#parts = parts;
  }

  async run({ template, phone: written, address, isWanted }: CodeRequest): Promise<Result<'sent', CodeRefusal>> {
    const { unitOfWork, vault, ids, clock, chance, line } = this.#parts;
    const phone = readMobile(written);
    if (!phone.ok) return refuse({ code: 'not-a-mobile' });
    if (!line || this.#underWay.size >= mostUnderWay) return refuse({ code: 'unavailable' });
    const code = codeFrom(chance(1_000_000));
    const now = clock.now();
    const messageId = ids.next();
    const queued = newTextMessage({ messageId, template, bizKey: messageId, phone: phone.value, params: undefined, now, night: line.rules.night });
    const begun = beginSending(queued, now);
    if (!begun.ok) throw new Error('a new code must be ready to be sent');
    const message = isWanted ? begun.value : withhold(queued, 'not-wanted', now);
    // A code that nobody was sent has the hash of a token that nobody knows.
    const [hash = ''] = codeHashes(vault, template, phone.value, isWanted ? code : ids.token());
    const holder = codeHolder(phone.value, isWanted);
    const made = await unitOfWork.run(async (stores): Promise<Result<'sent', CodeRefusal>> => {
      const allowed = await this.#judge(stores, message, phone.value, address, line.rules);
      if (!allowed.ok) return allowed;
      await stores.texts.add(message, phone.value, askerOf(address));
      const known = await stores.texts.code(message.scene, holder);
      if (known) await stores.texts.putCode(holder, { ...known, ...newCode(hash, now) });
      else if (await stores.texts.addCode(holder, { scene: message.scene, version: 1, ...newCode(hash, now) }) === 'exists') throw new Error('a code appeared under our eyes');
      // Looks later what became of it, also when this process ends before the platform has answered.
      await stores.outbox.enqueue({ topic: 'send-text', key: messageId, dueAt: now + sendingTakesMs, fresh: true });
      return ok('sent');
    });
    if (made.ok && isWanted) this.#send(message, template, phone.value, code, line);
    return made;
  }

  /** Ends when every code that was on its way has been answered or given up. */
  async settled(): Promise<void> {
    while (this.#underWay.size > 0) await Promise.all(this.#underWay);
  }

  async #judge({ texts }: Stores, message: TextMessage, phone: string, address: string, { limits, askerLimits }: TextRules): Promise<Result<'allowed', TooMany>> {
    const { scene, createdAt: now } = message;
    const asked = judgeAsker(await texts.askedFrom(askerOf(address), now - longestLimitMs(askerLimits)), now, askerLimits);
    if (!asked.ok) return asked;
    // Who has no right to a code uses up nothing of the phone's share, and is held to one of the same size.
    const got = (await texts.toPhone(phone, now - longestLimitMs(limits.code))).filter((text) => isNotWanted(text) === isNotWanted(message));
    return judgeLimits(scene, got.map((text) => ({ scene: text.scene, at: text.createdAt })), now, limits);
  }

  /** Behind the answer. A code is never sent twice: who does not get it asks for another. */
  #send(message: TextMessage, template: CodeTemplateName, phone: string, code: string, line: NonNullable<SendCodeParts['line']>): void {
    const { pace, measurements, clock, unitOfWork, journal } = this.#parts;
    const work = (async () => {
      const text = renderText(template, { code }, line.rules.texts[template]);
      if (!text.ok) throw new Error(`the text ${template} takes no code`);
      pace.enterFirst();
      const report = await submitText({ ...line, pace, measurements }, template, text.value, phone);
      await unitOfWork.run(async ({ texts }) => {
        const current = await texts.byId(message.messageId);
        if (current?.isBeingSent === true) await texts.put(afterSubmission(current, report, clock.now()));
      });
      if (report.kind !== 'submitted') journal.warn('text-code-not-sent', { messageId: message.messageId, outcome: report.kind });
    })().catch((error: unknown) => { journal.fault('text-code', error, { messageId: message.messageId }); }).finally(() => { this.#underWay.delete(work); });
    this.#underWay.add(work);
  }
}
