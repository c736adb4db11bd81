import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Request, Response } from 'express';

const compress = promisify(gzip);

/** Sends text compressed where the browser takes it. Safe here: no page repeats what an attacker could choose next to a secret. */
async function send(request: Request, response: Response, status: number, type: string, text: string): Promise<void> {
  const packed = /\bgzip\b/.test(request.headers['accept-encoding'] ?? '');
  const bytes = packed ? await compress(text) : Buffer.from(text, 'utf8');
  response.status(status).set({ 'Content-Type': type, 'Content-Length': String(bytes.length), Vary: 'Accept-Encoding' });
  if (packed) response.set('Content-Encoding', 'gzip');
  // Not response.send: it would add an ETag, and a payer's page is never to be kept.
  response.end(request.method === 'HEAD' ? undefined : bytes);
}

export const sendPage = (request: Request, response: Response, status: number, page: string): Promise<void> =>
  send(request, response, status, 'text/html; charset=utf-8', page);

export const sendJson = (request: Request, response: Response, status: number, value: object): Promise<void> =>
  send(request, response, status, 'application/json; charset=utf-8', JSON.stringify(value));
