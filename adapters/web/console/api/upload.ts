import type { ConsoleErrorCode, ErrorBody } from '../../../../contracts/console/errors.js';
import type { UploadedAttachment } from '../../../../contracts/console/issues.js';
import { lostCodes, Refused, session } from './client.js';

/** What browsers do not tell the media type of is named by its ending; whether that is right the server sees. */
const byEnding: Readonly<Record<string, string>> = { png: 'image/png', jpg: 'image/jpeg', jpeg: 'image/jpeg', pdf: 'application/pdf' };
const mediaTypeOf = ({ name, type }: File): string => (type === '' ? byEnding[name.split('.').at(-1)?.toLowerCase() ?? ''] ?? 'application/octet-stream' : type);

/** Sends one file, and says how much of it has gone; `fetch` does not. */
export function uploadAttachment(file: File, onProgress: (percent: number) => void, signal: AbortSignal): Promise<UploadedAttachment> {
  session.acted();
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', '/console/api/attachments');
    request.setRequestHeader('x-console-request', '1');
    request.setRequestHeader('content-type', mediaTypeOf(file));
    request.setRequestHeader('x-file-name', encodeURIComponent(file.name));
    request.upload.onprogress = ({ loaded, total }) => { onProgress(Math.floor(loaded / Math.max(total, 1) * 100)); };
    request.onerror = () => { reject(new Refused('OFFLINE', '连接中断，请检查网络后重新上传')); };
    request.onload = () => {
      const said = readJson(request.responseText);
      if (request.status === 200) { resolve(said as UploadedAttachment); return; }
      const { code = 'FAULT', message = `服务器暂时不能回答（${request.status}），请稍后再试`, traceId, field } = (said ?? {}) as Partial<ErrorBody>;
      if (lostCodes.has(code)) session.lost(message);
      reject(new Refused(code as ConsoleErrorCode, message, traceId, field));
    };
    signal.addEventListener('abort', () => { request.abort(); }, { once: true });
    request.send(file);
  });
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
