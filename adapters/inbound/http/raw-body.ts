import type { IncomingMessage } from 'node:http';

export type BodyRead = { readonly ok: true; readonly body: Buffer } | { readonly ok: false; readonly why: 'too-large' | 'compressed' | 'timeout' | 'aborted' };

/** Reads a request's bytes as they are: bounded in size and time, compressed bodies refused (GW-09). */
export async function readRawBody(request: IncomingMessage, maxBytes: number, timeoutMs: number): Promise<BodyRead> {
  const encoding = request.headers['content-encoding'];
  if (encoding !== undefined && encoding !== 'identity') return { ok: false, why: 'compressed' };
  if (Number(request.headers['content-length'] ?? 0) > maxBytes) return { ok: false, why: 'too-large' };
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const end = (result: BodyRead): void => {
      clearTimeout(timer);
      request.removeAllListeners('data');
      resolve(result);
    };
    const timer = setTimeout(() => end({ ok: false, why: 'timeout' }), timeoutMs);
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > maxBytes) end({ ok: false, why: 'too-large' });
      else chunks.push(chunk);
    });
    request.once('end', () => end({ ok: true, body: Buffer.concat(chunks, size) }));
    request.once('error', () => end({ ok: false, why: 'aborted' }));
    request.once('close', () => end({ ok: false, why: 'aborted' }));
  });
}
