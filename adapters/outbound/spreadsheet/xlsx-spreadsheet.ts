import { Worker } from 'node:worker_threads';
import type { ListRow } from '../../../application/ports/list-reader.js';
import type { SheetWatch, Spreadsheet } from '../../../application/ports/spreadsheet.js';
import { shownColumns, type ListView } from '../../../contracts/lists/list-view.js';
import { Mailbox } from './mailbox.js';
import { mostRowsPerSheet, planOf, type ToThread } from './sheet-words.js';

/** Memory of one writing thread; a file of any length needs a fraction of it. */
const threadMemoryMb = 256;

/** Excel files by exceljs' streaming writer in a thread per file: compressing half a million rows must not hold up who is being served. */
export class XlsxSpreadsheet implements Spreadsheet {
  readonly ending = 'xlsx';
  readonly #rowsPerSheet: number;
  constructor(rowsPerSheet = mostRowsPerSheet) { this.#rowsPerSheet = rowsPerSheet; }

  async *write(view: ListView, pages: AsyncIterable<readonly ListRow[]>, { signal, onRows }: SheetWatch = {}): AsyncIterable<Uint8Array> {
    signal?.throwIfAborted();
    const names = shownColumns(view).map(([name]) => name);
    const worker = new Worker(new URL('./sheet-thread.js', import.meta.url), {
      workerData: planOf(view, this.#rowsPerSheet), resourceLimits: { maxOldGenerationSizeMb: threadMemoryMb },
    });
    const mailbox = new Mailbox(worker, signal);
    const say = (message: ToThread): void => { worker.postMessage(message); };
    const rows = pages[Symbol.asyncIterator]();
    let ended = false;
    try {
      for (;;) {
        const message = await mailbox.next();
        if (message.kind === 'bytes') {
          const { bytes } = message;
          yield bytes;
          say({ kind: 'taken', size: bytes.byteLength });
          continue;
        }
        onRows?.(message.written);
        if (message.kind === 'done') return;
        if (ended) continue;
        const page = await rows.next();
        ended = page.done === true;
        say(page.done === true ? { kind: 'end' } : { kind: 'rows', rows: page.value.map((row) => names.map((name) => row[name])) });
      }
    } finally {
      mailbox.close();
      if (!ended) await rows.return?.();
      await worker.terminate();
    }
  }
}
