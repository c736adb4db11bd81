import { readYuan, yuan, type Fen } from '../../../../domain/kernel/money.js';

/** What a request may hold: a bigint is an amount in fen and goes out as a number of yuan; undefined is left out. */
export type WireValue = string | bigint | undefined | readonly WireValue[] | { readonly [name: string]: WireValue };
/** A JSON object whose numbers are the text they were written as. */
export type WireObject = Readonly<Record<string, unknown>>;

/** JSON with the names in the order given. */
export function wireText(value: WireValue): string {
  if (typeof value === 'bigint') return yuan(value as Fen);
  if (typeof value === 'string' || value === undefined) return JSON.stringify(value ?? null);
  if (Array.isArray(value)) return `[${(value as readonly WireValue[]).map((entry) => wireText(entry)).join(',')}]`;
  const entries = Object.entries(value as Readonly<Record<string, WireValue>>).filter(([, entry]) => entry !== undefined);
  return `{${entries.map(([name, entry]) => `${JSON.stringify(name)}:${wireText(entry)}`).join(',')}}`;
}

/** Undefined for anything but one JSON object. An amount never becomes a float on the way (PAY-01). */
export function readWireObject(text: string | undefined): WireObject | undefined {
  if (text === undefined) return undefined;
  try {
    const value: unknown = JSON.parse(numbersAsText(text));
    return isWireObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

export const isWireObject = (value: unknown): value is WireObject => typeof value === 'object' && value !== null && !Array.isArray(value);

/** A number as JSON writes it, and not where a name belongs: what is no JSON must not become some. */
const numberForm = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?(?!\s*:)/g;

/** JSON with quotes put round every number. */
function numbersAsText(json: string): string {
  const parts: string[] = [];
  let from = 0;
  while (from < json.length) {
    const quote = json.indexOf('"', from);
    const outside = quote < 0 ? json.slice(from) : json.slice(from, quote);
    parts.push(outside.replace(numberForm, '"$&"'));
    if (quote < 0) break;
    const end = endOfString(json, quote + 1);
    parts.push(json.slice(quote, end));
    from = end;
  }
  return parts.join('');
}

/** Index behind the closing quote of the string that begins at `from`. */
function endOfString(json: string, from: number): number {
  for (let at = json.indexOf('"', from); at >= 0; at = json.indexOf('"', at + 1)) {
    let slashes = 0;
    while (json[at - 1 - slashes] === '\\') slashes += 1;
    if (slashes % 2 === 0) return at + 1;
  }
  return json.length;
}

export const base64Of = (text: string): string => Buffer.from(text, 'utf8').toString('base64');

/** Bytes of standard Base64 in its one right spelling (GW-05). */
export function base64Bytes(text: unknown): Buffer | undefined {
  if (typeof text !== 'string') return undefined;
  const bytes = Buffer.from(text, 'base64');
  return bytes.toString('base64') === text ? bytes : undefined;
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

export function utf8Text(bytes: Uint8Array | undefined): string | undefined {
  try {
    return bytes === undefined ? undefined : utf8.decode(bytes);
  } catch {
    return undefined;
  }
}

/** Text of a field: numbers count as their text. Undefined for what is missing, empty, too long or no text. */
export function textField(fields: WireObject, name: string, maxChars = 200): string | undefined {
  const value = fields[name];
  return typeof value === 'string' && value !== '' && value.length <= maxChars ? value : undefined;
}

/** An amount of yuan as number or text. */
export function yuanField(fields: WireObject, name: string): Fen | undefined {
  const amount = readYuan(fields[name]);
  return amount.ok ? amount.value : undefined;
}
