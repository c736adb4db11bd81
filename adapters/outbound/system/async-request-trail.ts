import { AsyncLocalStorage } from 'node:async_hooks';
import type { RequestTrail } from '../../../application/ports/request-trail.js';

/** Follows asynchronous work by Node's own context. */
export class AsyncRequestTrail implements RequestTrail {
  readonly #storage = new AsyncLocalStorage<string>();

  run<T>(requestId: string, work: () => T): T {
    return this.#storage.run(requestId, work);
  }

  current(): string | undefined {
    return this.#storage.getStore();
  }
}
