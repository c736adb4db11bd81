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
    const isNew = await store.refresh();
    // Behind the reading: what cannot be taken over may be put right by a mere chmod, of which none of the three tells.
    seen = now;
    if (isNew) journal.info('key-store-changed', { signingKeys: store.names().length });
  };
  let isTold = false;
  const timer = setInterval(() => {
    look().then(() => { isTold = false; }, (error: unknown) => {
      if (!isTold) journal.fault('key-store', error);
      isTold = true;
    });
  }, keyStoreLookMs);
  timer.unref();
  return () => { clearInterval(timer); };
}
