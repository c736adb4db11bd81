import { useCallback, useRef, useState } from 'react';
import { wordsOf } from '../api/client.js';

/** One thing that a form does at a time, and what went wrong with it. */
export function useSubmit() {
  const [isBusy, setBusy] = useState(false);
  const [fault, setFault] = useState<string>();
  const isUnderWay = useRef(false);
  const submit = useCallback(async (work: () => Promise<void>): Promise<void> => {
    if (isUnderWay.current) return;
    isUnderWay.current = true;
    setBusy(true);
    setFault(undefined);
    try {
      await work();
    } catch (error) {
      setFault(wordsOf(error));
    } finally {
      isUnderWay.current = false;
      setBusy(false);
    }
  }, []);
  return { isBusy, fault, setFault, submit };
}
