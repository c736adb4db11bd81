export type JsonRefusal = 'not-utf8' | 'not-json' | 'duplicate-name' | 'too-deep' | 'too-many-names' | 'forbidden-name';
export interface JsonLimits { readonly maxDepth: number; readonly maxNames: number }

const blanks: ReadonlySet<string> = new Set([' ', '\t', '\n', '\r']);
const forbiddenNames: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/** UTF-8 without tolerance: wrong bytes and a byte order mark are refused (GW-08). */
export function strictUtf8(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/**
 * JSON as the gateway accepts it (GW-08): no name twice in one object at any depth (JSON.parse would keep the last), bounded depth and number
 * of names, none that reach into prototypes. The scan is iterative and comes before JSON.parse, so depth cannot exhaust the stack.
 */
export function readStrictJson(text: string, limits: JsonLimits): { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly why: JsonRefusal } {
  const refusal = scan(text, limits);
  if (refusal) return { ok: false, why: refusal };
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch {
    return { ok: false, why: 'not-json' };
  }
}

function scan(text: string, limits: JsonLimits): JsonRefusal | undefined {
  const open: (Set<string> | undefined)[] = [];
  let names = 0;
  for (let index = 0; index < text.length; index++) {
    const character = text[index];
    if (character === '{' || character === '[') {
      open.push(character === '{' ? new Set() : undefined);
      if (open.length > limits.maxDepth) return 'too-deep';
    } else if (character === '}' || character === ']') {
      open.pop();
    } else if (character === '"') {
      const end = endOfString(text, index);
      if (end < 0) return 'not-json';
      const inside = open.at(-1);
      if (inside && isName(text, end + 1)) {
        const name = decoded(text.slice(index, end + 1));
        if (name === undefined) return 'not-json';
        if (forbiddenNames.has(name)) return 'forbidden-name';
        if (inside.has(name)) return 'duplicate-name';
        inside.add(name);
        if (++names > limits.maxNames) return 'too-many-names';
      }
      index = end;
    }
  }
  return undefined;
}

/** Whether a string that ended before `start` is a name. Any number of blanks may lie before the colon: a window would let a name hide behind them. */
function isName(text: string, start: number): boolean {
  let index = start;
  while (blanks.has(text[index] ?? '')) index++;
  return text[index] === ':';
}

function endOfString(text: string, start: number): number {
  for (let index = start + 1; index < text.length; index++) {
    if (text[index] === '\\') index++;
    else if (text[index] === '"') return index;
  }
  return -1;
}

/** Two spellings of one name ("a" and "\u0061") are the same name. */
function decoded(literal: string): string | undefined {
  try {
    const name: unknown = JSON.parse(literal);
    return typeof name === 'string' ? name : undefined;
  } catch {
    return undefined;
  }
}
