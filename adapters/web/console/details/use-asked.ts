import { useEffect, useState } from 'react';
import { wordsOf } from '../api/client.js';

export interface Asked<T> { readonly answer: T | undefined; readonly fault: string | undefined }

/** What the server says about one thing, asked once for each `subject`. */
export function useAsked<T>(subject: string, ask: (subject: string, signal: AbortSignal) => Promise<T>): Asked<T> {
  const [asked, setAsked] = useState<Asked<T>>({ answer: undefined, fault: undefined });
  useEffect(() => {
    const leaving = new AbortController();
    ask(subject, leaving.signal).then(
      (answer) => { setAsked({ answer, fault: undefined }); },
      (refusal: unknown) => { if (!leaving.signal.aborted) setAsked({ answer: undefined, fault: wordsOf(refusal) }); },
    );
    return () => { leaving.abort(); };
  }, [subject, ask]);
  return asked;
}
