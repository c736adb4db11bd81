import { useCallback, useEffect, useRef, useState } from 'react';
import { api, Refused, wordsOf } from '../api/client.js';
import { saveFile } from './save-file.js';

/** A short list is there in a moment; a long one is asked after each second. */
const [firstLookMs, lookEveryMs] = [200, 1000];

export type Exporting =
  | { readonly kind: 'none' } | { readonly kind: 'running'; readonly written: number } | { readonly kind: 'done'; readonly fileName: string } | { readonly kind: 'failed'; readonly words: string };

const pause = (ms: number, signal: AbortSignal): Promise<void> => new Promise((resolve) => {
  const timer = window.setTimeout(resolve, ms);
  signal.addEventListener('abort', () => { window.clearTimeout(timer); resolve(); }, { once: true });
});

/** One export at a time of the list on this page. Leaving the page gives it up. */
export function useExport(list: string) {
  const [exporting, setExporting] = useState<Exporting>({ kind: 'none' });
  const current = useRef<AbortController | undefined>(undefined);
  const cancel = useCallback((): void => {
    current.current?.abort();
    setExporting({ kind: 'none' });
  }, []);
  useEffect(() => () => { current.current?.abort(); }, []);

  const start = useCallback(async (parameters: Readonly<Record<string, string>>): Promise<void> => {
    current.current?.abort();
    const leaving = new AbortController();
    current.current = leaving;
    const { signal } = leaving;
    setExporting({ kind: 'running', written: 0 });
    try {
      const { exportNo } = await api.startExport(list, parameters, signal);
      let state = await api.exportState(exportNo, signal);
      for (let waitMs = firstLookMs; state.state === 'running'; waitMs = Math.min(waitMs * 2, lookEveryMs)) {
        setExporting({ kind: 'running', written: state.written });
        await pause(waitMs, signal);
        state = await api.exportState(exportNo, signal);
      }
      if (state.state === 'failed' || state.fileNo === undefined) throw new Refused('REFUSED', state.message ?? '导出没有完成，请重试');
      const fileName = state.fileName ?? `${list}.xlsx`;
      saveFile(await api.file(state.fileNo, signal), fileName);
      setExporting({ kind: 'done', fileName });
    } catch (refusal) {
      if (!signal.aborted) setExporting({ kind: 'failed', words: wordsOf(refusal) });
    }
  }, [list]);
  return { exporting, start, cancel };
}
