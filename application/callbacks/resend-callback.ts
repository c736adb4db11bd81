import { sendAgain, type Callback } from '../../domain/callbacks/callback.js';
import { ok, refuse, type Result } from '../../domain/kernel/result.js';
import { deedEntry, type Acting } from '../../domain/operators/acting.js';
import type { Clock } from '../ports/clock.js';
import type { Directory } from '../ports/directory.js';
import type { Ids } from '../ports/ids.js';
import type { Readers, UnitOfWork } from '../ports/unit-of-work.js';
import { addressNow } from './address-now.js';

/** What somebody wants to be told again: a callback itself, or the newest one about how an order or a refund stands. */
export type ResendSubject = { readonly kind: 'callback' | 'order' | 'refund'; readonly no: string };
export type ResendRefusal =
  | 'unknown'
  /** Only that something is paid, or how a refund ended, is told (PAY-05). */
  | 'not-final'
  /** Nobody was to be told of this. */
  | 'no-news'
  /** Being sent, or about to be. */
  | 'under-way'
  /** Neither the stored address nor the payee's is registered any more. */
  | 'no-address';

export interface ResendParts { readonly unitOfWork: UnitOfWork; readonly directory: Pick<Directory, 'developer' | 'payee'>; readonly ids: Ids; readonly clock: Clock }

/** 通知收款单位 (1.1.4.4.1-d, 1.1.4.4.2-d): sends a callback once more, as it was written when it happened, to the address that is stored and still allowed, and to no other. */
export class ResendCallback {
  readonly #parts: ResendParts;

  constructor(parts: ResendParts) {
    this.#parts = parts;
  }

  /** The callback as it now waits to be sent; whoever wants to know what came of it looks whether its tries have become more. */
  async run(subject: ResendSubject, acting: Acting): Promise<Result<Callback, ResendRefusal>> {
    const { unitOfWork, directory, ids, clock } = this.#parts;
    const known = await unitOfWork.read((readers) => callbackOf(readers, subject));
    if (!known.ok) return known;
    const developer = await directory.developer(known.value.devId);
    if (!developer || await addressNow(directory, known.value, developer) === undefined) return refuse('no-address');
    return unitOfWork.run(async ({ orders, callbacks, outbox, audit }): Promise<Result<Callback, ResendRefusal>> => {
      // Brings back what was archived, and lets one of two who are quick go first.
      await orders.take(known.value.platformOrderNo);
      const current = await callbacks.byId(known.value.callbackId);
      if (!current) return refuse('unknown');
      const now = clock.now();
      const again = sendAgain(current, now);
      if (!again.ok) return again;
      await callbacks.put(again.value);
      await outbox.enqueue({ topic: 'deliver-callback', key: current.callbackId, dueAt: now });
      await audit.append(deedEntry(ids.next(), now, acting, {
        action: 'callback.resend-asked', objectKind: 'callback', objectNo: current.callbackId, description: '通知收款单位：重新发送通知',
        before: { state: current.state, tries: String(current.tries), orderNo: current.platformOrderNo }, after: { state: again.value.state },
      }));
      return again;
    });
  }
}

/** Of an order only that it was paid (1.1.4.4.1-d). That it failed or was closed is told to payees who asked for it: such a callback is sent again by its own number. */
const toldEnds: Readonly<Record<'order' | 'refund', readonly string[]>> = { order: ['paid'], refund: ['refunded', 'failed'] };

async function callbackOf({ orders, refunds, callbacks }: Readers, { kind, no }: ResendSubject): Promise<Result<Callback, ResendRefusal>> {
  if (kind === 'callback') {
    const callback = await callbacks.byId(no);
    return callback ? ok(callback) : refuse('unknown');
  }
  const subject = kind === 'order' ? await orders.byNo(no) : await refunds.byNo(no);
  if (!subject) return refuse('unknown');
  if (!toldEnds[kind].includes(subject.state)) return refuse('not-final');
  const told = await callbacks.ofOrder(subject.platformOrderNo);
  const about = kind === 'order'
    ? told.filter((callback) => callback.kind === 'payment' && callback.toldState === subject.state)
    : told.filter(({ platformRefundOrderNo }) => platformRefundOrderNo === no);
  const newest = about.at(-1);
  return newest ? ok(newest) : refuse('no-news');
}
