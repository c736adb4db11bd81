import { useCallback, useEffect, useState } from 'react';
import type { ListPageBody } from '../../../../contracts/console/lists.js';
import { api, wordsOf } from '../api/client.js';

export interface Rows {
  /** Of the last answer; stays while the next one is awaited. */
  readonly page: ListPageBody | undefined;
  readonly isWaiting: boolean;
  readonly fault: string | undefined;
  readonly refresh: () => void;
}

/** One page of a list. `asked`: the parameters as text, so that the same question is not sent twice; undefined while a required filter is missing. */
export function useRows(name: string, asked: string | undefined): Rows {
  const [page, setPage] = useState<ListPageBody>();
  const [isWaiting, setWaiting] = useState(asked !== undefined);
  const [fault, setFault] = useState<string>();
  const [round, setRound] = useState(0);
  useEffect(() => {
    const leaving = new AbortController();
    const load = async (): Promise<void> => {
      if (asked === undefined) {
        setPage(undefined);
        setWaiting(false);
        return;
      }
      setWaiting(true);
      setFault(undefined);
      try {
        setPage(await api.list(name, Object.fromEntries(new URLSearchParams(asked)), leaving.signal));
      } catch (refusal) {
        if (leaving.signal.aborted) return;
        setPage(undefined);
        setFault(wordsOf(refusal));
      }
      setWaiting(false);
    };
    void load();
    return () => { leaving.abort(); };
  }, [name, asked, round]);
  return { page, isWaiting, fault, refresh: useCallback(() => { setRound((before) => before + 1); }, []) };
}
