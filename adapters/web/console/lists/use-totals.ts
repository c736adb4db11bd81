import { useCallback, useEffect, useState } from 'react';
import { api, wordsOf } from '../api/client.js';
import type { Totals } from './list-types.js';

export interface KnownTotals {
  /** Undefined while they are awaited, and where they were not given. */
  readonly totals: Totals | undefined;
  readonly fault: string | undefined;
  readonly refresh: () => void;
}
interface Told { readonly of: string; readonly totals?: Totals; readonly fault?: string }

/**
 * Count and sums of everything that a question finds, apart from its rows: among millions they take far longer than a page does, and turning the
 * page or another order changes nothing in them. `asked`: the filters as text; undefined where nothing is to be counted.
 */
export function useTotals(name: string, asked: string | undefined): KnownTotals {
  const [told, setTold] = useState<Told>();
  const [round, setRound] = useState(0);
  const question = asked === undefined ? undefined : `${name}?${asked}`;
  useEffect(() => {
    const leaving = new AbortController();
    const load = async (of: string): Promise<void> => {
      try {
        setTold({ of, totals: await api.totals(name, Object.fromEntries(new URLSearchParams(asked)), leaving.signal) });
      } catch (refusal) {
        if (!leaving.signal.aborted) setTold({ of, fault: wordsOf(refusal) });
      }
    };
    if (question !== undefined) void load(question);
    return () => { leaving.abort(); };
  }, [name, asked, question, round]);
  // Totals of another question are none of this one.
  const own = told?.of === question ? told : undefined;
  return { totals: own?.totals, fault: own?.fault, refresh: useCallback(() => { setRound((before) => before + 1); }, []) };
}
