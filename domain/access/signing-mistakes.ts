/** What integrators usually do to the text that they sign. */
export type TextMistake =
  | 'as-sent' | 'document-order' | 'descending' | 'empty-included' | 'empty-sign-included' | 'url-encoded' | 'plus-for-space' | 'space-for-plus' | 'line-end' | 'separator-at-end' | 'data-in-clear'
  | 'data-alone' | 'clear-alone' | 'no-separators' | 'values-alone' | 'base64-in-lines' | 'base64-in-one-line' | 'json';
/** A text as somebody may have signed it, in the bytes of a character set. */
export interface MistakenText { readonly mistake: TextMistake | undefined; readonly charset: 'utf-8' | 'gbk' | 'utf-16'; readonly text: string }

type Entry = readonly [name: string, value: string];
const joined = (entries: readonly Entry[], between = '&'): string => entries.map(([name, value]) => `${name}=${value}`).join(between);
const mapped = (entries: readonly Entry[], change: (value: string) => string): readonly Entry[] => entries.map(([name, value]) => [name, change(value)]);
/** Halves of characters have no encoding. */
const urlEncoded = (value: string): string => encodeURIComponent(value.toWellFormed());
const byName = (entries: readonly Entry[]): readonly Entry[] => [...entries].sort(([a], [b]) => (a < b ? -1 : 1));
/** Order in which the document lists the parameters. */
const documentOrder = ['version', 'method', 'timestamp', 'devId', 'data'] as const;
const lineChars = 76;
const lines = (value: string, end: string): string => (value.match(new RegExp(`.{1,${lineChars}}`, 'g')) ?? []).join(end);

/**
 * The texts that come out when the rule of `canonicalText` is missed in one of the usual ways, each once; `canonical` is what comes out of the rule.
 * `clear`: what stands in `data`, decoded; undefined where it is no Base64 of UTF-8.
 */
export function mistakenTexts(parameters: Readonly<Record<string, string>>, canonical: string, clear: string | undefined): readonly MistakenText[] {
  const all: readonly Entry[] = Object.entries(parameters).filter(([name]) => name !== 'sign');
  const sent = all.filter(([, value]) => value !== '');
  const right = byName(sent);
  const withData = (data: string): string => joined(right.map(([name, value]) => [name, name === 'data' ? data : value]));
  const data = parameters['data'] ?? '';
  const tries: readonly (readonly [TextMistake, string | undefined])[] = [
    ['as-sent', joined(sent)], ['document-order', joined(documentOrder.flatMap((name): readonly Entry[] => (parameters[name] ? [[name, parameters[name]]] : [])))], ['descending', joined([...right].reverse())],
    ['empty-included', joined(byName(all))], ['empty-sign-included', joined(byName([...sent, ['sign', '']]))],
    ['url-encoded', joined(mapped(right, urlEncoded))], ['url-encoded', joined(mapped(right, (value) => urlEncoded(value).replace(/%[0-9A-F]{2}/g, (hex) => hex.toLowerCase())))],
    ['url-encoded', urlEncoded(canonical)], ['plus-for-space', canonical.replaceAll(' ', '+')], ['space-for-plus', canonical.replaceAll('+', ' ')],
    ['line-end', `${canonical}\n`], ['line-end', `${canonical}\r\n`], ['line-end', `${canonical} `], ['separator-at-end', `${canonical}&`],
    ['data-in-clear', clear === undefined ? undefined : withData(clear)], ['data-alone', data], ['clear-alone', clear], ['no-separators', joined(right, '')],
    ['values-alone', right.map(([, value]) => value).join('')], ['values-alone', right.map(([, value]) => value).join('&')],
    ['base64-in-lines', withData(lines(data, '\r\n'))], ['base64-in-lines', withData(lines(data, '\n'))], ['base64-in-lines', withData(`${data}\n`)], ['base64-in-one-line', withData(data.replace(/\s/g, ''))],
    ['json', JSON.stringify(Object.fromEntries(sent))], ['json', JSON.stringify(Object.fromEntries(right))],
  ];
  const seen = new Set([canonical, '']);
  const texts: MistakenText[] = [];
  for (const [mistake, text] of tries) {
    if (text === undefined || seen.has(text)) continue;
    seen.add(text);
    texts.push({ mistake, charset: 'utf-8', text });
  }
  texts.push({ mistake: undefined, charset: 'utf-16', text: canonical });
  return [...texts, ...texts.filter(({ text, charset }) => charset === 'utf-8' && /[^\0-\x7f]/.test(text)).map(({ mistake, text }): MistakenText => ({ mistake, charset: 'gbk', text }))];
}

/** What integrators usually do to the signature when they write it down. */
export type SignatureMistake = 'plus-for-space' | 'line-breaks' | 'url-safe' | 'url-encoded' | 'no-padding' | 'hex' | 'hex-in-base64' | 'quoted';
export interface WrittenSignature { readonly mistake: SignatureMistake | undefined; readonly base64: string }

const padded = (text: string): string => text + '='.repeat((4 - (text.length % 4)) % 4);
const bytesToBase64 = (bytes: readonly number[]): string => btoa(String.fromCharCode(...bytes));
const hexToBase64 = (hex: string): string | undefined => (/^(?:[0-9a-f]{2})+$/i.test(hex) ? bytesToBase64((hex.match(/../g) ?? []).map((byte) => Number.parseInt(byte, 16))) : undefined);

function hexInside(base64: string): string | undefined {
  try {
    return hexToBase64(atob(base64));
  } catch {
    return undefined;
  }
}

function urlDecoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

/** The signature as it was given first, then what it may have been meant to be, each once. */
export function writtenSignatures(given: string): readonly WrittenSignature[] {
  const tries: readonly (readonly [SignatureMistake | undefined, string | undefined])[] = [
    [undefined, given], ['quoted', given.replace(/^["']|["']$/g, '')], ['plus-for-space', given.trim().replaceAll(' ', '+')], ['line-breaks', given.replace(/\s|\\[nr]/g, '')], ['url-safe', padded(given.replaceAll('-', '+').replaceAll('_', '/').replace(/=+$/, ''))],
    ['url-encoded', urlDecoded(given)], ['hex', hexToBase64(given)], ['no-padding', padded(given)], ['hex-in-base64', hexInside(given)],
  ];
  const seen = new Set<string>();
  return tries.flatMap(([mistake, base64]) => {
    if (base64 === undefined || base64 === '' || seen.has(base64)) return [];
    seen.add(base64);
    return [{ mistake: base64 === padded(given) && mistake === 'url-safe' ? 'no-padding' as const : mistake, base64 }];
  });
}
