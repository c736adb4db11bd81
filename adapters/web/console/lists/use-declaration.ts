import { useEffect, useState } from 'react';
import type { ListDeclaration } from '../../../../contracts/console/lists.js';
import { api, wordsOf } from '../api/client.js';

export type Declared = { readonly kind: 'waiting' } | { readonly kind: 'ready'; readonly declaration: ListDeclaration } | { readonly kind: 'fault'; readonly words: string };

/** How a list is to be drawn. Asked for each time: rights and default days change. */
export function useDeclaration(name: string): { readonly declared: Declared; readonly retry: () => void } {
  const [declared, setDeclared] = useState<Declared>({ kind: 'waiting' });
  const [round, setRound] = useState(0);
  useEffect(() => {
    const leaving = new AbortController();
    api.declaration(name, leaving.signal).then(
      (declaration) => { setDeclared({ kind: 'ready', declaration }); },
      (refusal: unknown) => { if (!leaving.signal.aborted) setDeclared({ kind: 'fault', words: wordsOf(refusal) }); },
    );
    return () => { leaving.abort(); };
  }, [name, round]);
  return { declared, retry: () => { setRound((before) => before + 1); } };
}
