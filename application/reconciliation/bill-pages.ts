import type { BillPiece } from '../../domain/reconciliation/bill-line.js';
import type { Page } from './book-page.js';

/** What one unit books at a time, in the order of the bill; `refused` ends it. */
export type BillPages = AsyncGenerator<Page | { readonly refused: string }, void, undefined>;

/** Whole pieces as the reader gives them, put together until there are `linesOfUnit` lines, behind those that are booked. */
export async function* billPages(pieces: AsyncIterable<BillPiece>, linesDone: number, linesOfUnit: number): BillPages {
  let [passed, held]: [number, Page] = [0, { lines: [], odd: [] }];
  for await (const piece of pieces) {
    if (piece.kind === 'end') break;
    if (piece.kind === 'refused') {
      yield { refused: piece.detail };
      return;
    }
    passed += piece.lines.length + piece.odd.length;
    if (passed <= linesDone) continue;
    held = { lines: [...held.lines, ...piece.lines], odd: [...held.odd, ...piece.odd] };
    if (held.lines.length + held.odd.length < linesOfUnit) continue;
    yield held;
    held = { lines: [], odd: [] };
  }
  if (held.lines.length + held.odd.length > 0) yield held;
}

interface Reading { readonly linesDone: number; readonly pages: BillPages }

/**
 * Readings that stopped because the time of a stretch was over, for the next stretch of the same run in this process: beginning anew each time
 * would make a large bill cost its square. Whoever finds none reads from the beginning.
 */
export class StoppedReadings {
  readonly #byRun = new Map<string, Reading>();
  readonly #most: number;

  /** `most`: each holds an open temporary file. */
  constructor(most = 4) { this.#most = most; }

  async keep(runNo: string, reading: Reading): Promise<void> {
    this.#byRun.set(runNo, reading);
    for (const [oldest, { pages }] of this.#byRun) {
      if (this.#byRun.size <= this.#most) return;
      this.#byRun.delete(oldest);
      await pages.return();
    }
  }

  /** The rest of the bill where it stopped exactly there; one that stopped elsewhere is given up, because somebody else has gone on. */
  async take(runNo: string, linesDone: number): Promise<BillPages | undefined> {
    const reading = this.#byRun.get(runNo);
    this.#byRun.delete(runNo);
    if (reading === undefined || reading.linesDone === linesDone) return reading?.pages;
    await reading.pages.return();
    return undefined;
  }
}
