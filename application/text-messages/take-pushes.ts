import { isOptOut } from '../../domain/text-messages/opt-out.js';
import { saidAgainKey } from '../../domain/text-messages/inbound.js';
import { maskMobile } from '../../domain/kernel/personal-data.js';
import type { InboundText } from '../../domain/text-messages/reports.js';
import type { Clock } from '../ports/clock.js';
import type { Ids } from '../ports/ids.js';
import type { HttpReply } from '../ports/payment-channel.js';
import type { PushedText, PushRefused, PushSource, TextPushes } from '../ports/text-messages.js';
import type { Stores, UnitOfWork } from '../ports/unit-of-work.js';
import type { ApplyDelivery } from './apply-delivery.js';
import { setBlock } from './set-block.js';

export interface TakePushesParts { readonly pushes: TextPushes; readonly apply: ApplyDelivery; readonly unitOfWork: UnitOfWork; readonly ids: Ids; readonly clock: Clock }

const system = { kind: 'system', code: 'text-inbound', address: undefined } as const;
const notYet: HttpReply = { status: 503, body: '' };

/** What the platform pushes: reports of delivery and texts from phones. Accepted once everything is stored; the same again changes nothing. */
export class TakePushes {
  readonly #parts: TakePushesParts;

  constructor(parts: TakePushesParts) {
    this.#parts = parts;
  }

  /** Before the body is read: nobody keeps a place by sending nothing. */
  refusalOf(source: PushSource): PushRefused | undefined {
    return this.#parts.pushes.refusalOf(source);
  }

  async reports(push: PushedText): Promise<HttpReply> {
    const { pushes, apply } = this.#parts;
    const read = pushes.readReports(push);
    if (read.kind === 'refused') return pushes.refused;
    const { early } = await apply.run(read.reports);
    // Not accepted, so that it comes again when we know the batch.
    return early > 0 ? notYet : pushes.accepted;
  }

  async inbound(push: PushedText): Promise<HttpReply> {
    const { pushes, unitOfWork } = this.#parts;
    const read = pushes.readInbound(push);
    if (read.kind === 'refused') return pushes.refused;
    for (const text of read.texts) await unitOfWork.run((stores) => this.#keep(stores, text));
    return pushes.accepted;
  }

  async #keep(stores: Stores, text: InboundText): Promise<void> {
    const { ids, clock } = this.#parts;
    const now = clock.now();
    const { phone, content, sentAt, extension } = text;
    const meaning = isOptOut(content) ? 'opt-out' : 'other';
    const kept = await stores.texts.addInbound({ inboundNo: ids.next(), maskedPhone: maskMobile(phone), content, extension, sentAt, receivedAt: now, meaning }, phone, saidAgainKey(text, now));
    if (kept === 'added' && meaning === 'opt-out') await setBlock(stores, { phone, isBlocked: true, cause: 'opt-out', actor: system, entryId: ids.next(), now });
  }
}
