import { goodToken, type FakeCashier } from './fake-cashier.js';

export interface ReadPage { readonly status: number; readonly text: string; readonly headers: Headers }

/** Fetches a path of the cashier; redirects are shown, not followed. */
export async function read(fake: FakeCashier, path: string, init: RequestInit = {}): Promise<ReadPage> {
  const response = await fetch(`${fake.address}${path}`, { redirect: 'manual', ...init });
  return { status: response.status, text: await response.text(), headers: response.headers };
}

export const iphone = 'Mozilla/5.0 (iPhone; CPU iPhone OS 13_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/13.0 Mobile/15E148 Safari/604.1';

export const order = (fake: FakeCashier, query = '', headers: Record<string, string> = {}): Promise<ReadPage> =>
  read(fake, `/pay/${goodToken}${query}`, { headers });

/** Posts a form as the page itself would, unless the headers say otherwise. */
export function post(fake: FakeCashier, body: string, headers: Record<string, string> = {}, token = goodToken): Promise<ReadPage> {
  return read(fake, `/pay/${token}`, {
    method: 'POST', body, headers: { 'content-type': 'application/x-www-form-urlencoded', origin: fake.address, 'sec-fetch-site': 'same-origin', ...headers },
  });
}

/** What a reader sees: no style, no script, no tags, entities as characters. */
export function wordsOf(page: string): string {
  return page.replace(/<style[\s\S]*?<\/style>|<script[\s\S]*?<\/script>|<title>[\s\S]*?<\/title>/g, '').replace(/<[^>]*>/g, ' ')
    .replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&').replace(/\s+/g, ' ');
}
