import { useEffect, useState } from 'react';
import type { HomeBody } from '../../../../contracts/console/home.js';
import { api, wordsOf } from '../api/client.js';

const renewEveryMs = 30_000;

/** The figures of the first page, again and again while it is looked at; that keeps nobody signed in. */
export function useHome(): { readonly home: HomeBody | undefined; readonly fault: string | undefined } {
  const [home, setHome] = useState<HomeBody>();
  const [fault, setFault] = useState<string>();
  useEffect(() => {
    const leaving = new AbortController();
    const load = async (): Promise<void> => {
      if (document.visibilityState === 'hidden') return;
      try {
        setHome(await api.home({ background: true, signal: leaving.signal }));
        setFault(undefined);
      } catch (refusal) {
        if (!leaving.signal.aborted) setFault(wordsOf(refusal));
      }
    };
    void load();
    const timer = setInterval(() => { void load(); }, renewEveryMs);
    return () => { clearInterval(timer); leaving.abort(); };
  }, []);
  return { home, fault };
}
