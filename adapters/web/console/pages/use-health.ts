import { useCallback, useEffect, useState } from 'react';
import type { CallbackHealthBody } from '../../../../contracts/console/service-desk.js';
import { api, wordsOf } from '../api/client.js';

export type DeveloperHealth = CallbackHealthBody['developers'][number];

/** How telling the business systems went in the last hours. */
export function useHealth(hours: number): { readonly developers: readonly DeveloperHealth[] | undefined; readonly fault: string | undefined; readonly isWaiting: boolean; readonly refresh: () => void } {
  const [developers, setDevelopers] = useState<readonly DeveloperHealth[]>();
  const [fault, setFault] = useState<string>();
  const [isWaiting, setWaiting] = useState(true);
  const [round, setRound] = useState(0);
  useEffect(() => {
    const leaving = new AbortController();
    const load = async (): Promise<void> => {
      setWaiting(true);
      try {
        const answer = await api.callbackHealth(hours, leaving.signal);
        setDevelopers(answer.developers);
        setFault(undefined);
      } catch (refusal) {
        if (leaving.signal.aborted) return;
        setFault(wordsOf(refusal));
      }
      setWaiting(false);
    };
    void load();
    return () => { leaving.abort(); };
  }, [hours, round]);
  return { developers, fault, isWaiting, refresh: useCallback(() => { setRound((before) => before + 1); }, []) };
}
