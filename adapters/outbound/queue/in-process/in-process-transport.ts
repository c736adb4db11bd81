import type { JobListener, JobTransport } from '../../../../application/ports/job-transport.js';

/** One process, or several that hear of each other's jobs at their next look: the workers here look at the board at once. */
export class InProcessTransport implements JobTransport {
  readonly #listeners = new Set<JobListener>();

  announce(): void {
    for (const listener of this.#listeners) listener.look();
  }

  listen(listener: JobListener): () => void {
    this.#listeners.add(listener);
    return () => { this.#listeners.delete(listener); };
  }

  async close(): Promise<void> {
    this.#listeners.clear();
  }
}
