import { ok, refuse, type Result } from '../../domain/kernel/result.js';
import { deedEntry, type Acting } from '../../domain/operators/acting.js';
import type { Clock } from '../ports/clock.js';
import type { Directory } from '../ports/directory.js';
import type { Ids } from '../ports/ids.js';
import type { AddressProbe, Knock } from '../ports/merchant-callbacks.js';
import type { RateLimiter } from '../ports/rate-limiter.js';
import type { UnitOfWork } from '../ports/unit-of-work.js';

/** Tests of one business system's addresses, by all operators together, a second. */
const testsPerSecond = 0.5;

export type TestRefusal = 'unknown' | 'not-registered' | 'too-often';
export interface TestParts { readonly unitOfWork: UnitOfWork; readonly directory: Pick<Directory, 'developer'>; readonly probe: AddressProbe; readonly rateLimiter: RateLimiter; readonly ids: Ids; readonly clock: Clock }

/**
 * 测试此地址: knocks at an origin that a business system has registered, and at no other, whatever is asked for (URL-01). The protocol has no message
 * that means nothing, so none is sent: the head of the origin alone is asked for.
 */
export class TestAddress {
  readonly #parts: TestParts;

  constructor(parts: TestParts) {
    this.#parts = parts;
  }

  async run(devId: string, origin: string, acting: Acting): Promise<Result<Knock, TestRefusal>> {
    const { unitOfWork, directory, probe, rateLimiter, ids, clock } = this.#parts;
    const developer = await directory.developer(devId);
    if (!developer) return refuse('unknown');
    const registered = developer.allowedOrigins.find((one) => one === origin);
    if (registered === undefined) return refuse('not-registered');
    if (!rateLimiter.allow(`test-address:${devId}`, testsPerSecond)) return refuse('too-often');
    const came = await probe.knock(`${registered}/`);
    await unitOfWork.run(({ audit }) => audit.append(deedEntry(ids.next(), clock.now(), acting, {
      action: 'callback.address-tested', objectKind: 'developer', objectNo: devId, description: '测试业务系统通知地址',
      after: { origin: registered, outcome: came.kind, ...(came.kind === 'answered' && { status: String(came.status) }) },
    })));
    return ok(came);
  }
}
