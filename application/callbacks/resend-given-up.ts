import { sendAgain, type Callback } from '../../domain/callbacks/callback.js';
import { batchAskedAt, batchKey, batchLookMs, maxBatchCallbacks, maxBatchMs, nextBatchStep, readBatchKey, type BatchStanding } from '../../domain/callbacks/resend-batch.js';
import type { EpochMs } from '../../domain/kernel/china-time.js';
import { ok, refuse, type Result } from '../../domain/kernel/result.js';
import { deedEntry, type Acting } from '../../domain/operators/acting.js';
import type { Clock } from '../ports/clock.js';
import type { Directory } from '../ports/directory.js';
import type { Ids } from '../ports/ids.js';
import type { JobOutcome, JobReader } from '../ports/jobs.js';
import type { UnitOfWork } from '../ports/unit-of-work.js';

export type BatchRefusal = { readonly code: 'unknown' | 'range' | 'nothing-given-up' } | { readonly code: 'too-many'; readonly most: number };
export interface BatchAsked { readonly key: string; readonly count: number }
export interface ShownBatch extends BatchStanding { readonly state: 'running' | 'over' | 'stopped' }
export interface BatchParts { readonly unitOfWork: UnitOfWork; readonly directory: Pick<Directory, 'developer'>; readonly ids: Ids; readonly clock: Clock }

/** Sends a business system that was down what it has missed: job `resend-callbacks`, behind the answer, a few at a time as it takes them. */
export class ResendGivenUp {
  readonly #parts: BatchParts;

  constructor(parts: BatchParts) {
    this.#parts = parts;
  }

  /** Of what was made from `fromAt` until before `toAt`. Asking twice begins nothing twice. */
  async ask(devId: string, fromAt: EpochMs, toAt: EpochMs, acting: Acting): Promise<Result<BatchAsked, BatchRefusal>> {
    const { unitOfWork, directory, ids, clock } = this.#parts;
    if (fromAt >= toAt || toAt - fromAt > maxBatchMs) return refuse({ code: 'range' });
    if (!await directory.developer(devId)) return refuse({ code: 'unknown' });
    const now = clock.now();
    // What was tried within this very minute has just failed: it is left alone.
    const batch = { devId, fromAt, toAt, askedAt: batchAskedAt(now) };
    const key = batchKey(batch);
    const [{ left }, isUnderWay] = await unitOfWork.read(async ({ callbacks, jobs }) => [await callbacks.batchStanding(batch, now), await isWorkedOn(jobs, key)] as const);
    if (isUnderWay) return ok({ key, count: left });
    if (left === 0) return refuse({ code: 'nothing-given-up' });
    if (left > maxBatchCallbacks) return refuse({ code: 'too-many', most: maxBatchCallbacks });
    await unitOfWork.run(async ({ outbox, audit }) => {
      await outbox.enqueue({ topic: 'resend-callbacks', key, dueAt: now });
      await audit.append(deedEntry(ids.next(), now, acting, {
        action: 'callbacks.resend-asked', objectKind: 'developer', objectNo: devId, description: '批量重新发送通知', after: { batch: key, count: String(left) },
      }));
    });
    return ok({ key, count: left });
  }

  /** Undefined: no such batch can have been asked for. */
  async show(key: string): Promise<ShownBatch | undefined> {
    const batch = readBatchKey(key);
    if (!batch) return undefined;
    const { unitOfWork, clock } = this.#parts;
    const [standing, isUnderWay] = await unitOfWork.read(async ({ callbacks, jobs }) => [await callbacks.batchStanding(batch, clock.now()), await isWorkedOn(jobs, key)] as const);
    return { ...standing, state: isUnderWay ? 'running' : standing.left === 0 ? 'over' : 'stopped' };
  }

  async run(key: string): Promise<JobOutcome> {
    const { unitOfWork, clock } = this.#parts;
    const batch = readBatchKey(key);
    if (!batch) throw new Error(`no batch ${key}`);
    const step = nextBatchStep(await unitOfWork.read(({ callbacks }) => callbacks.batchStanding(batch, clock.now())));
    if (step === 'over' || step === 'stopped') return { kind: 'done' };
    if (step !== 'wait') {
      const page = await unitOfWork.read(({ callbacks }) => callbacks.leftOf(batch, step.send));
      for (const callback of page) await this.#send(callback, key);
    }
    return { kind: 'again', dueAt: clock.now() + batchLookMs };
  }

  /** Each in a unit of its own; one that somebody else has sent again meanwhile is left to them. */
  async #send({ callbackId, platformOrderNo }: Callback, key: string): Promise<void> {
    const { unitOfWork, ids, clock } = this.#parts;
    await unitOfWork.run(async ({ orders, callbacks, outbox, audit }) => {
      await orders.take(platformOrderNo);
      const current = await callbacks.byId(callbackId);
      const now = clock.now();
      const again = current?.state === 'failed' ? sendAgain(current, now) : undefined;
      if (!current || !again?.ok) return;
      await callbacks.put(again.value);
      await outbox.enqueue({ topic: 'deliver-callback', key: callbackId, dueAt: now });
      await audit.append({
        entryId: ids.next(), at: now, actor: { kind: 'system', code: 'resend-callbacks', address: undefined }, action: 'callback.resent', objectKind: 'callback', objectNo: callbackId,
        description: '批量重新发送通知', before: { state: current.state, tries: String(current.tries), orderNo: platformOrderNo }, after: { state: again.value.state, batch: key }, requestId: undefined,
      });
    });
  }
}

const isWorkedOn = async (jobs: JobReader, key: string): Promise<boolean> => (await jobs.waitingFor([key])).some(({ topic }) => topic === 'resend-callbacks');
