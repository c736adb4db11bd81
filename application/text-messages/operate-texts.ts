import { ok, refuse, type Result } from '../../domain/kernel/result.js';
import type { Actor } from '../../domain/audit/audit-entry.js';
import { readMobile } from '../../domain/text-messages/phone.js';
import { sendAgain, type ResendRefusal } from '../../domain/text-messages/submission.js';
import type { TextMessage } from '../../domain/text-messages/text-message.js';
import type { Clock } from '../ports/clock.js';
import type { Ids } from '../ports/ids.js';
import type { UnitOfWork } from '../ports/unit-of-work.js';
import { setBlock } from './set-block.js';

/** Orders the one sending again that a text of unknown outcome may have. */
export class ResendText {
  readonly #unitOfWork: UnitOfWork;
  readonly #ids: Ids;
  readonly #clock: Clock;

  constructor(unitOfWork: UnitOfWork, ids: Ids, clock: Clock) {
    this.#unitOfWork = unitOfWork;
    this.#ids = ids;
    this.#clock = clock;
  }

  async run(messageId: string, by: Actor): Promise<Result<TextMessage, ResendRefusal | 'no-such-text'>> {
    return this.#unitOfWork.run(async ({ texts, outbox, audit }): Promise<Result<TextMessage, ResendRefusal | 'no-such-text'>> => {
      const message = await texts.byId(messageId);
      if (!message) return refuse('no-such-text');
      const now = this.#clock.now();
      const again = sendAgain(message, now);
      if (!again.ok) return again;
      await texts.put(again.value);
      await outbox.enqueue({ topic: 'send-text', key: messageId, dueAt: now });
      await audit.append({
        entryId: this.#ids.next(), at: now, actor: by, action: 'text.resent', objectKind: 'text-message', objectNo: messageId, description: '结果未知的短信重发一次',
        before: { state: message.state }, after: { state: again.value.state, phone: message.maskedPhone, template: message.template }, requestId: undefined,
      });
      return again;
    });
  }
}

/** Takes a phone out of notices by hand, or lets it in again. Codes go to it all the same: the person asks for them. */
export class BlockPhone {
  readonly #unitOfWork: UnitOfWork;
  readonly #ids: Ids;
  readonly #clock: Clock;

  constructor(unitOfWork: UnitOfWork, ids: Ids, clock: Clock) {
    this.#unitOfWork = unitOfWork;
    this.#ids = ids;
    this.#clock = clock;
  }

  async run(written: string, isBlocked: boolean, actor: Actor): Promise<Result<'changed' | 'unchanged', 'not-a-mobile'>> {
    const phone = readMobile(written);
    if (!phone.ok) return phone;
    return ok(await this.#unitOfWork.run((stores) => setBlock(stores, { phone: phone.value, isBlocked, cause: 'operator', actor, entryId: this.#ids.next(), now: this.#clock.now() })));
  }
}
