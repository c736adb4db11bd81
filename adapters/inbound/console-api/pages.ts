import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { Router, type Request, type Response } from 'express';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8', '.svg': 'image/svg+xml', '.png': 'image/png', '.woff2': 'font/woff2', '.json': 'application/json',
};
/** Names that the build gives: no folder, no dot at the beginning. */
const assetName = /^[A-Za-z0-9_-][A-Za-z0-9_.-]{0,99}$/;

interface Page { readonly bytes: Buffer; readonly packed: Buffer; readonly type: string }

/** The built pages of the console, packed once and kept: there are some forty files, and whoever opens the console reads most of them. */
export function pagesRouter(folder: string): Router {
  const kept = new Map<string, Promise<Page | undefined>>();
  const load = async (file: string): Promise<Page | undefined> => {
    const bytes = await readFile(join(folder, file)).catch(() => undefined);
    return bytes && { bytes, packed: await promisify(gzip)(bytes), type: types[extname(file)] ?? 'application/octet-stream' };
  };
  const page = async (file: string): Promise<Page | undefined> => {
    const known = kept.get(file) ?? load(file);
    // What is not there is looked for again: nobody fills the memory with names.
    if (await known === undefined) return undefined;
    kept.set(file, known);
    return known;
  };
  const send = async (request: Request, response: Response, file: string, caching: string, next: () => void): Promise<void> => {
    const found = await page(file);
    if (found === undefined) { next(); return; }
    const isPacked = /\bgzip\b/.test(request.headers['accept-encoding'] ?? '');
    response.status(200).set({ 'content-type': found.type, 'cache-control': caching, vary: 'accept-encoding', ...(isPacked && { 'content-encoding': 'gzip' }) });
    response.end(request.method === 'HEAD' ? undefined : isPacked ? found.packed : found.bytes);
  };
  const router = Router();
  router.get('/assets/:name', async (request, response, next) => {
    const { name } = request.params;
    if (assetName.test(name)) await send(request, response, join('assets', name), 'public, max-age=31536000, immutable', next);
    else next();
  });
  router.get('/assets/*rest', (_request, _response, next) => { next('router'); });
  // Every other address is a place within the page.
  router.get('/{*rest}', async (request, response, next) => send(request, response, 'index.html', 'no-store', next));
  return router;
}
