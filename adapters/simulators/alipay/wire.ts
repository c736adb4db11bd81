import type { ServerResponse } from 'node:http';
import type { WireAnswer } from './call-faults.js';

/** A hung call ends after this real time at the latest. */
const longestHangMs = 60_000;

/** Puts answers on the wire, also the bad ones; all waits end at `end()`. */
export class Wire {
  readonly #waits = new Set<() => void>();
  #ended = false;

  async answer(response: ServerResponse, answer: WireAnswer): Promise<void> {
    if (answer.kind === 'hang') await this.wait(longestHangMs);
    if (answer.kind !== 'send') { response.destroy(); return; }
    if (answer.delayMs > 0) await this.wait(answer.delayMs);
    const bytes = Buffer.from(answer.text, 'utf8');
    // The real gateway says text/html although it sends JSON.
    response.writeHead(answer.status, { 'content-type': 'text/html;charset=utf-8', 'content-length': bytes.length });
    response.end(bytes);
  }

  /** Real time, because it stands for a slow network. */
  async wait(ms: number): Promise<void> {
    if (ms <= 0 || this.#ended) return;
    await new Promise<void>((resolve) => {
      const finish = (): void => { clearTimeout(timer); this.#waits.delete(finish); resolve(); };
      const timer = setTimeout(finish, ms);
      this.#waits.add(finish);
    });
  }

  end(): void {
    this.#ended = true;
    for (const finish of this.#waits) finish();
  }
}
