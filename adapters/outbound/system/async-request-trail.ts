import { AsyncLocalStorage } from 'node:async_hooks';
import type { RequestTrail } from '../../../application/ports/request-trail.js';

/** One for the process: every further storage costs each promise a step. */
const storage = new AsyncLocalStorage<string>();

/** Follows asynchronous work by Node's own context. */
export class AsyncRequestTrail implements RequestTrail {
  run<T>(requestId: string, work: () => T): T {
    return storage.run(requestId, work);
  }

  current(): string | undefined {
    return storage.getStore();
  }
}
