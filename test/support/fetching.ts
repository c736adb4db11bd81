import { fetch as undiciFetch, type Dispatcher } from 'undici';

/** `fetch` over the connections of one agent: the global one keeps connections, and with them the process that answers. */
export const fetchingBy = (dispatcher: Dispatcher): typeof fetch =>
  ((url: string, init: object) => undiciFetch(url, { ...init, dispatcher })) as unknown as typeof fetch;
