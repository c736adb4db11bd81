import type { IncomingMessage } from 'node:http';
import { UploadCutOff } from '../../../application/ports/attachment-checks.js';
import type { Bytes } from '../../../application/ports/channel-bills.js';
import type { IncomingFile } from '../../../application/service-desk/upload-attachment.js';
import { refused, type FileBody, type Refusal } from './route.js';

/** Real time: the sender's, not the platform's. */
export interface FileTimes { readonly stallMs: number; readonly wholeMs: number }
export const fileTimes: FileTimes = { stallMs: 20_000, wholeMs: 120_000 };
const maxNameChars = 3_000;

/** The file that a request consists of; its bytes are not read yet. */
export function fileOf({ maxBytes, mediaTypes }: FileBody, request: IncomingMessage, times: FileTimes = fileTimes): IncomingFile | Refusal {
  const { headers } = request;
  const mediaType = (headers['content-type'] ?? '').trim().toLowerCase();
  if (headers['content-encoding'] !== undefined && headers['content-encoding'] !== 'identity') return refused('BAD_REQUEST', { message: '文件不能压缩后上传' });
  // Without it nobody knows whether all of the file has come.
  if (headers['content-length'] === undefined || headers['transfer-encoding'] !== undefined) return refused('BAD_REQUEST', { message: '请求须说明文件大小' });
  const byteSize = Number(headers['content-length']);
  if (byteSize > maxBytes) return refused('TOO_LARGE', { field: 'attachments', message: `每个文件不能超过 ${maxBytes / 1024 / 1024} MB` });
  if (!mediaTypes.includes(mediaType)) return refused('BAD_REQUEST', { field: 'attachments', message: '文件类型不在允许的范围内' });
  const fileName = nameOf(headers['x-file-name']);
  if (fileName === undefined) return refused('BAD_REQUEST', { field: 'attachments', message: '文件名不正确' });
  return { fileName, mediaType, byteSize, bytes: bytesOf(request, times) };
}

function nameOf(header: string | string[] | undefined): string | undefined {
  if (typeof header !== 'string' || header.length > maxNameChars || !/^[A-Za-z0-9%._~!*'()-]+$/.test(header)) return undefined;
  try {
    return decodeURIComponent(header);
  } catch {
    return undefined;
  }
}

/** As they come. Whoever stops reading leaves the connection as it is, so that there can still be an answer. */
async function* bytesOf(request: IncomingMessage, { stallMs, wholeMs }: FileTimes): Bytes {
  const until = performance.now() + wholeMs;
  const late = (): void => { request.destroy(new UploadCutOff('the bytes came too slowly')); };
  let timer = setTimeout(late, stallMs);
  try {
    for await (const piece of request.iterator({ destroyOnReturn: false })) {
      clearTimeout(timer);
      yield piece as Uint8Array;
      timer = setTimeout(late, Math.max(0, Math.min(stallMs, until - performance.now())));
    }
  } catch (error) {
    // Whatever became of the connection, the file is not whole.
    throw new UploadCutOff('the connection broke off', { cause: error });
  } finally {
    clearTimeout(timer);
  }
}
