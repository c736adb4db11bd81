import type { ServerResponse } from 'node:http';

/** A reader that takes nothing for this long has gone, whatever its connection says. */
const stallMs = 30_000;
/** Slowest reader that is served to the end, in bytes a second. */
const slowestBytesPerSecond = 16 * 1024;

export interface SendTimes { readonly stallMs: number; readonly slowestBytesPerSecond: number }
export const sendTimes: SendTimes = { stallMs, slowestBytesPerSecond };

/** `left`: the reader is gone or too slow; the connection is closed. */
export type Sent = 'sent' | 'left';

/** Sends bytes as fast as they are taken and no faster; a slow reader has a limited time in all. Real time: the reader's, not the platform's. */
export async function sendBytes(response: ServerResponse, bytes: AsyncIterable<Uint8Array>, byteSize: number, times: SendTimes = sendTimes): Promise<Sent> {
  const until = performance.now() + times.stallMs + byteSize / times.slowestBytesPerSecond * 1000;
  for await (const part of bytes) {
    if (response.destroyed || performance.now() > until) return leave(response);
    if (!response.write(part) && !await drained(response, Math.min(times.stallMs, until - performance.now()))) return leave(response);
  }
  if (response.destroyed) return leave(response);
  const isTaken = new Promise<boolean>((resolve) => {
    const timer = setTimeout(() => { resolve(false); }, Math.max(0, Math.min(times.stallMs, until - performance.now())));
    response.once('close', () => { clearTimeout(timer); resolve(response.writableFinished); });
    response.once('finish', () => { clearTimeout(timer); resolve(true); });
  });
  response.end();
  return await isTaken ? 'sent' : leave(response);
}

function leave(response: ServerResponse): 'left' {
  response.destroy();
  return 'left';
}

function drained(response: ServerResponse, waitMs: number): Promise<boolean> {
  return new Promise((resolve) => {
    const end = (isDrained: boolean): void => {
      clearTimeout(timer);
      response.off('drain', onDrain).off('close', onClose);
      resolve(isDrained);
    };
    const onDrain = (): void => { end(true); };
    const onClose = (): void => { end(false); };
    const timer = setTimeout(() => { end(false); }, Math.max(0, waitMs));
    response.once('drain', onDrain).once('close', onClose);
  });
}
