import type { EpochMs } from '../../domain/kernel/china-time.js';
import { withoutReport } from '../../domain/text-messages/delivery.js';
import { judgeLimits, longestLimitMs } from '../../domain/text-messages/limits.js';
import { earliestSendAt } from '../../domain/text-messages/night.js';
import { nextLookAt } from '../../domain/text-messages/next-look.js';
import { isBlocked } from '../../domain/text-messages/opt-out.js';
import { renderText, type RenderedText } from '../../domain/text-messages/render.js';
import { afterInterruption, afterSubmission, beginSending } from '../../domain/text-messages/submission.js';
import { kindOf } from '../../domain/text-messages/templates.js';
import type { TextMessage } from '../../domain/text-messages/text-message.js';
import { afterRestore, postpone, withhold, type Withheld } from '../../domain/text-messages/withholding.js';
import type { Clock } from '../ports/clock.js';
import type { JobOutcome, SettleJob } from '../ports/jobs.js';
import type { Journal } from '../ports/journal.js';
import type { Measurements } from '../ports/measurements.js';
import type { TextMessages } from '../ports/text-messages.js';
import type { Stores, UnitOfWork } from '../ports/unit-of-work.js';
import type { ApplyDelivery } from './apply-delivery.js';
import { valuesOf } from './keep-text.js';
import { submitText } from './submit-text.js';
import type { TextPace } from './text-pace.js';
import type { TextRules } from './text-rules.js';

export interface SendTextParts {
  readonly unitOfWork: UnitOfWork; readonly apply: ApplyDelivery; readonly pace: TextPace; readonly clock: Clock; readonly journal: Journal; readonly measurements: Measurements;
  /** Undefined where the installation sends no texts (any more): what is there waits. */
  readonly line: { readonly platform: TextMessages; readonly rules: TextRules } | undefined;
}

type Line = NonNullable<SendTextParts['line']>;
const unconfiguredLookMs = 10 * 60_000;

/**
 * Job `send-text`: whatever a message needs next. It is sent at most once by itself where the outcome may be that it went out; the begin of a sending
 * is stored before the platform is called, so that a crash leaves an unknown message and never a second text.
 */
export class SendText {
  readonly #parts: SendTextParts;

  constructor(parts: SendTextParts) {
    this.#parts = parts;
  }

  async run(messageId: string, settle?: SettleJob): Promise<JobOutcome> {
    const { unitOfWork, clock, journal, line } = this.#parts;
    const { message, mark } = await unitOfWork.read(async ({ texts, recovery }) => ({ message: await texts.byId(messageId), mark: await recovery.mark() }));
    if (!message) throw new Error(`no text message ${messageId}`);
    if (message.endedAt !== undefined) return { kind: 'done' };
    if (!line) return { kind: 'again', dueAt: clock.now() + unconfiguredLookMs };
    const now = clock.now();
    const restored = afterRestore(message, mark?.restoredAt);
    if (restored) {
      journal.warn('text-held-after-restore', { messageId });
      return this.#keep(message, restored, settle);
    }
    if (message.isBeingSent) {
      const cutOff = afterInterruption(message, now);
      if (cutOff) journal.warn('text-sending-cut-off', { messageId });
      return cutOff ? this.#keep(message, cutOff, settle) : this.#again(message);
    }
    return message.state === 'queued' ? this.#send(message, line, settle) : this.#look(message, line, settle);
  }

  async #send(message: TextMessage, line: Line, settle: SettleJob | undefined): Promise<JobOutcome> {
    const { pace, clock, journal, unitOfWork } = this.#parts;
    const now = clock.now();
    if (message.sendAt > now) return { kind: 'again', dueAt: message.sendAt };
    const morning = earliestSendAt(kindOf(message.template), now, line.rules.night);
    if (morning > now) return this.#keep(message, postpone(message, morning), settle);
    const phone = await unitOfWork.read(({ texts }) => texts.phoneOf(message.messageId));
    const text = rendered(message, line.rules);
    if (phone === undefined || text === undefined) {
      journal.alarm('text-not-renderable', { messageId: message.messageId, template: message.template });
      return this.#keep(message, withhold(message, 'not-renderable', now), settle);
    }
    const wait = pace.enter();
    if (wait > 0) return { kind: 'again', dueAt: now + wait };
    const begun = await this.#begin(message, phone, line.rules, now).catch((error: unknown) => { pace.leave(undefined); throw error; });
    if (begun === undefined || typeof begun === 'string') {
      pace.leave(undefined);
      return begun === undefined ? { kind: 'again', dueAt: now } : this.#keep(message, withhold(message, begun, now), settle);
    }
    const report = await submitText({ ...line, pace, measurements: this.#parts.measurements }, message.template, text, phone);
    const sent = afterSubmission(begun, report, clock.now());
    if (sent.state === 'failed') journal.warn('text-failed', { messageId: message.messageId, template: message.template, code: sent.code });
    return this.#keep(begun, sent, settle);
  }

  /** The message with its sending begun, as the store has it now, or why it must not begin; undefined where somebody changed it meanwhile. */
  async #begin(message: TextMessage, phone: string, rules: TextRules, now: EpochMs): Promise<TextMessage | Withheld | undefined> {
    return this.#parts.unitOfWork.run(async (stores): Promise<TextMessage | Withheld | undefined> => {
      const { texts } = stores;
      const current = await texts.byId(message.messageId);
      const begun = current?.version === message.version ? beginSending(current, now) : undefined;
      if (!begun?.ok) return undefined;
      const why = await this.#withheld(stores, message, phone, rules, now);
      if (why !== undefined) return why;
      await texts.put(begun.value);
      return { ...begun.value, version: begun.value.version + 1 };
    });
  }

  /** Judged in the unit that begins the sending: of many texts to one phone at once each sees those before it. */
  async #withheld({ texts }: Stores, message: TextMessage, phone: string, { limits }: TextRules, now: EpochMs): Promise<Withheld | undefined> {
    const kind = kindOf(message.template);
    if (isBlocked(kind, (await texts.block(phone))?.isBlocked === true)) return 'opted-out';
    const others = await texts.toPhone(phone, now - longestLimitMs(limits[kind]));
    const sent = others.flatMap(({ messageId, scene, lastTriedAt }) => (messageId === message.messageId || lastTriedAt === undefined ? [] : [{ scene, at: lastTriedAt }]));
    // A sending again was ordered by a person, who has seen the log.
    return message.resent || judgeLimits(message.scene, sent, now, limits).ok ? undefined : 'too-many';
  }

  /** Asks the platform about a text of which no report has come; after three days nobody waits any longer. */
  async #look(message: TextMessage, { platform, rules }: Line, settle: SettleJob | undefined): Promise<JobOutcome> {
    const { unitOfWork, apply, clock } = this.#parts;
    if (message.groupNo !== undefined && platform.queries) {
      const phone = await unitOfWork.read(({ texts }) => texts.phoneOf(message.messageId));
      const answer = phone === undefined ? undefined : await platform.queries.query(message.groupNo, [phone], rules.timeoutMs);
      if (answer?.kind === 'answered') await apply.run(answer.reports);
    }
    const current = await unitOfWork.read(({ texts }) => texts.byId(message.messageId));
    const closed = current && withoutReport(current, clock.now());
    return current && closed ? this.#keep(current, closed, settle) : this.#again(current ?? message);
  }

  /** Stores the message as changed, and the end of the job with it; whoever was faster is looked at again. */
  async #keep(before: TextMessage, after: TextMessage, settle: SettleJob | undefined): Promise<JobOutcome> {
    return this.#parts.unitOfWork.run(async ({ texts }) => {
      const current = await texts.byId(before.messageId);
      if (current?.version !== before.version) return { kind: 'again', dueAt: this.#parts.clock.now() };
      await texts.put({ ...after, version: before.version });
      const outcome = this.#again(after);
      await settle?.(outcome);
      return outcome;
    });
  }

  #again(message: TextMessage): JobOutcome {
    const dueAt = nextLookAt(message, this.#parts.clock.now(), this.#parts.line?.platform.queries !== undefined);
    return dueAt === undefined ? { kind: 'done' } : { kind: 'again', dueAt };
  }
}

function rendered(message: TextMessage, { texts }: TextRules): RenderedText | undefined {
  const values = valuesOf(message.template, message.params);
  const text = values && renderText(message.template, values, texts[message.template]);
  return text?.ok === true ? text.value : undefined;
}
