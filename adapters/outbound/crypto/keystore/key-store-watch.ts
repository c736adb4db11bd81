import { stat } from 'node:fs/promises';
import type { Journal } from '../../../../application/ports/journal.js';
import type { KeyStore } from './key-store.js';

/** How old another process' change may get before it is seen. Looked for, because not every file system tells of changes. */
export const keyStoreLookMs = 1_000;

/** Has a running process see keys that another one saved. Gives the way to end it. */
export function watchKeyStore(store: KeyStore, file: string, journal: Journal): () => void {
  let seen: string | undefined;
  const look = async (): Promise<void> => {
    const { mtimeMs, ino, size } = await stat(file);
    const now = `${mtimeMs} ${ino} ${size}`;
    if (now === seen) return;
    // Before the reading: a file that cannot be taken over is told once and not with every look.
    seen = now;
    if (await store.refresh()) journal.info('key-store-changed', { signingKeys: store.names().length });
  };
  let isMissing = false;
  const timer = setInterval(() => {
    look().then(() => { isMissing = false; }, (error: unknown) => {
      if (!isMissing) journal.fault('key-store', error);
      isMissing = true;
    });
  }, keyStoreLookMs);
  timer.unref();
  return () => { clearInterval(timer); };
}
