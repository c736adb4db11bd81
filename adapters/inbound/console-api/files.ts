import { pipeline } from 'node:stream/promises';
import { Readable } from 'node:stream';
import type { Response } from 'express';
import type { Answer, FileAnswer } from './route.js';

export const isOwnFile = (answer: Answer | FileAnswer): answer is FileAnswer => 'file' in answer;

/** RFC 8187: some signs that an address may hold end the value here. */
const extended = (name: string): string => encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

/** UPL-03: a file is only ever saved, never shown, whatever it calls itself. */
export async function sendConsoleFile(response: Response, { file }: FileAnswer): Promise<void> {
  response.status(200).set({
    'content-type': 'application/octet-stream', ...(file.byteCount !== undefined && { 'content-length': String(file.byteCount) }), 'cache-control': 'no-store', 'content-security-policy': "default-src 'none'; sandbox",
    'content-disposition': `attachment; filename*=UTF-8''${extended(file.fileName)}`,
  });
  await pipeline(Readable.from(file.bytes), response);
}
