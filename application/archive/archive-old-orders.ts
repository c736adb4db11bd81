import { mayBeArchived, minArchiveAgeMs, type OrderRecords } from '../../domain/archive/old-orders.js';
import { dayMs, dashedTime, minuteMs, type EpochMs } from '../../domain/kernel/china-time.js';
import type { ArchiveReader } from '../ports/archive.js';
import { maxArchivePage } from '../ports/archive.js';
import type { Clock } from '../ports/clock.js';
import type { Ids } from '../ports/ids.js';
import type { Stores, UnitOfWork } from '../ports/unit-of-work.js';

/** Between saying that archiving begins and the first move: every process has heard of it then (they ask every two seconds). */
export const noticeMs = minuteMs;
/** How long an archiver that died keeps others waiting. */
const turnMs = 5 * minuteMs;

export type ArchivedPage =
  | { readonly kind: 'page'; readonly moved: number; readonly stayed: number; /** Where the next page begins; undefined: that was the last. */ readonly next: string | undefined }
  /** Another process archives. */
  | { readonly kind: 'not-our-turn' }
  /** The very first time: come again after `waitMs`. */
  | { readonly kind: 'too-early'; readonly waitMs: number };

export interface ArchiveParts { readonly unitOfWork: UnitOfWork; readonly ids: Ids; readonly clock: Clock; readonly afterDays: number }

/** Moves finished orders of which nothing has been heard for `afterDays` out of the tables of daily work (databases.md 10), a page at a time. */
export class ArchiveOldOrders {
  readonly #parts: ArchiveParts;
  readonly #ageMs: number;

  constructor(parts: ArchiveParts) {
    this.#parts = parts;
    this.#ageMs = Math.max(parts.afterDays * dayMs, minArchiveAgeMs);
  }

  async page(owner: string, after: string | undefined): Promise<ArchivedPage> {
    const { unitOfWork, clock } = this.#parts;
    // Where nothing may go, nobody's orders are locked: on a young platform these are the ones being paid.
    const look = await this.wouldMove(after);
    if (look.moved === 0) return look;
    const now = clock.now();
    return unitOfWork.run(async (stores): Promise<ArchivedPage> => {
      const begunAt = await stores.archive.begunAt();
      if (begunAt !== undefined && !await stores.archive.takeTurn(owner, now, turnMs)) return { kind: 'not-our-turn' };
      const page = await this.#sorted(stores.archive.lockedPage(after, maxArchivePage), now);
      if (page.going.length === 0) return ended(page);
      if (begunAt === undefined) await stores.archive.begin(now);
      const waitMs = noticeMs - (now - (begunAt ?? now));
      if (waitMs > 0) return { kind: 'too-early', waitMs };
      await stores.archive.move(page.going);
      await this.#audit(stores, page.going, now);
      return ended(page);
    });
  }

  /** What a page would do; changes nothing. */
  async wouldMove(after: string | undefined): Promise<Extract<ArchivedPage, { readonly kind: 'page' }>> {
    const { unitOfWork, clock } = this.#parts;
    return ended(await unitOfWork.read(({ archive }: { readonly archive: ArchiveReader }) => this.#sorted(archive.page(after, maxArchivePage), clock.now())));
  }

  /** Lets the next one begin at once. */
  async endTurn(owner: string): Promise<void> {
    await this.#parts.unitOfWork.run(({ archive }) => archive.endTurn(owner));
  }

  async #sorted(asked: Promise<readonly OrderRecords[]>, now: EpochMs): Promise<SortedPage> {
    const before = now - this.#ageMs;
    const page = await asked;
    // Numbers grow with time: behind the first order that is too young nothing is old enough.
    const old = page.filter(({ order }) => order.createdAt < before);
    const going = old.filter((records) => mayBeArchived(records, before)).map(({ order }) => order.platformOrderNo);
    return { going, stayed: old.length - going.length, next: old.length < page.length ? undefined : page.at(-1)?.order.platformOrderNo };
  }

  async #audit({ audit }: Stores, moved: readonly string[], now: EpochMs): Promise<void> {
    const [first = '', last = ''] = [moved[0], moved.at(-1)];
    await audit.append({
      entryId: this.#parts.ids.next(), at: now, actor: { kind: 'system', code: 'archive', address: undefined }, action: 'archive.orders-moved', objectKind: 'archive', objectNo: first,
      description: '旧订单归档', before: undefined, after: { orders: String(moved.length), first, last, before: dashedTime(now - this.#ageMs) }, requestId: undefined,
    });
  }
}

interface SortedPage { readonly going: readonly string[]; readonly stayed: number; readonly next: string | undefined }

const ended = ({ going, stayed, next }: SortedPage) => ({ kind: 'page', moved: going.length, stayed, next }) as const;
