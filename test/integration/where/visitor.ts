import type { City } from '../../support/city.js';

export interface Seen { readonly status: number; readonly text: string; readonly headers: Headers; readonly tookMs: number; readonly setCookies: readonly string[] }

let visitors = 0;

/** Somebody with a browser of their own, at an address of their own, who asks where the money is. */
export class Visitor {
  readonly #city: Pick<City, 'baseUrl'>;
  readonly address: string;
  readonly cookies = new Map<string, string>();

  constructor(city: Pick<City, 'baseUrl'>, address = `198.51.100.${++visitors}`) {
    this.#city = city;
    this.address = address;
  }

  async fetch(path: string, init: RequestInit = {}, headers: Readonly<Record<string, string>> = {}): Promise<Seen> {
    const began = performance.now();
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(`${this.#city.baseUrl}${path}`, { redirect: 'manual', ...init, headers: { 'x-forwarded-for': this.address, ...(cookie === '' ? {} : { cookie }), ...headers } });
    const text = await answer.text();
    const setCookies = answer.headers.getSetCookie();
    for (const line of setCookies) {
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split('=');
      if (value === '') this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    return { status: answer.status, text, headers: answer.headers, tookMs: performance.now() - began, setCookies };
  }

  get(path: string): Promise<Seen> { return this.fetch(path); }

  /** As our own page posts it, unless the headers say otherwise. */
  post(path: string, fields: Readonly<Record<string, string>> | string, headers: Readonly<Record<string, string>> = {}): Promise<Seen> {
    const body = typeof fields === 'string' ? fields : new URLSearchParams(fields).toString();
    return this.fetch(path, { method: 'POST', body }, { 'content-type': 'application/x-www-form-urlencoded', origin: this.#city.baseUrl, ...headers });
  }

  ask(number: string, phone: string): Promise<Seen> { return this.post('/where', { number, phone }); }
  type(code: string): Promise<Seen> { return this.post('/where/code', { code }); }
}

/** The codes that a phone has received, newest first, as its owner reads them in the simulator's viewer. */
export async function codesOf(city: Pick<City, 'textMessageUrl'>, phone: string): Promise<readonly string[]> {
  const { texts } = (await (await fetch(`${city.textMessageUrl}/sim/texts`)).json()) as { texts: readonly { readonly mobile: string; readonly text: string }[] };
  return texts.flatMap(({ mobile, text }) => (mobile === phone ? /查询缴费记录,验证码([0-9]{6})/.exec(text)?.[1] ?? [] : []));
}

export const withoutNonce = (text: string): string => text.replace(/nonce="[^"]*"/g, '');
