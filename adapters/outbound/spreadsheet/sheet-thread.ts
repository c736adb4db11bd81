import { Writable } from 'node:stream';
import { parentPort, workerData } from 'node:worker_threads';
import { SheetFile } from './sheet-file.js';
import { bytesAhead, pagesAhead, type FromThread, type SheetPlan, type ToThread } from './sheet-words.js';

/** The writing thread: rows come in, bytes go out. What breaks here ends the thread, and its owner hears of it. */
const owner = parentPort;
if (!owner) throw new Error('this is the inside of a thread');

let onTheirWay = 0;
let goOn: (() => void) | undefined;

const sink = new Writable({
  highWaterMark: 64 * 1024,
  write(chunk: Buffer, _encoding, done) {
    // A copy of its own, because the buffer of a small chunk is shared and would be sent away whole.
    const bytes = new Uint8Array(chunk);
    onTheirWay += bytes.byteLength;
    owner.postMessage({ kind: 'bytes', bytes } satisfies FromThread, [bytes.buffer]);
    if (onTheirWay < bytesAhead) done();
    else goOn = done;
  },
});

function taken(size: number): void {
  onTheirWay -= size;
  if (onTheirWay >= bytesAhead || goOn === undefined) return;
  const done = goOn;
  goOn = undefined;
  done();
}

const file = new SheetFile(workerData as SheetPlan, sink);
const say = (message: FromThread): void => { owner.postMessage(message); };

/** Pages one after the other, however fast they come. */
let work: Promise<void> = Promise.resolve();
owner.on('message', (message: ToThread) => {
  if (message.kind === 'taken') {
    taken(message.size);
    return;
  }
  work = work.then(async () => {
    if (message.kind === 'rows') {
      await file.add(message.rows);
      say({ kind: 'more', written: file.written });
      return;
    }
    await file.end();
    if (!sink.writableFinished) await new Promise((finished) => { sink.once('finish', finished); });
    say({ kind: 'done', written: file.written });
  });
});
for (let page = 0; page < pagesAhead; page++) say({ kind: 'more', written: 0 });
