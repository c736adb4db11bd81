import { useEffect, useState } from 'react';
import { wordsOf } from '../api/client.js';
import type { FormSpec } from './action-types.js';
import type { Task } from './task.js';

const noForm: FormSpec = { fields: [], initial: {} };
export type Spec = { readonly kind: 'waiting' } | { readonly kind: 'ready'; readonly spec: FormSpec } | { readonly kind: 'fault'; readonly words: string };

/** What a task asks for; some of it may have to be fetched first. */
export function useFormSpec({ form }: Task): Spec {
  const [spec, setSpec] = useState<Spec>({ kind: 'waiting' });
  useEffect(() => {
    const leaving = new AbortController();
    const load = async (): Promise<void> => {
      try {
        const loaded = await (form?.(leaving.signal) ?? noForm);
        if (!leaving.signal.aborted) setSpec({ kind: 'ready', spec: loaded });
      } catch (refusal) {
        if (!leaving.signal.aborted) setSpec({ kind: 'fault', words: wordsOf(refusal) });
      }
    };
    void load();
    return () => { leaving.abort(); };
  }, [form]);
  return spec;
}
