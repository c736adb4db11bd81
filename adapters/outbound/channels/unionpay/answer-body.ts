import { fieldsOf, type Fields } from './fields.js';

const closers: Readonly<Record<string, string>> = { '{': '}', '[': ']' };

/**
 * Reads `key=value&key=value` as the back and query calls answer it: not URL-encoded, so `+`, `=` and line breaks in a value are meant
 * literally, and an `&` inside an open brace or bracket belongs to the value (unionpay.md 2). Undefined when it cannot be read.
 */
export function readAnswerBody(text: string): Fields | undefined {
  const entries = splitPairs(text).map((pair) => {
    const at = pair.indexOf('=');
    return [pair.slice(0, Math.max(at, 0)), pair.slice(at + 1)] as const;
  });
  return fieldsOf(entries);
}

function splitPairs(text: string): readonly string[] {
  const pairs: string[] = [];
  const open: string[] = [];
  let start = 0;
  // By regular expression, because a clearing file in base64 has millions of signs that mean nothing.
  for (const { 0: sign, index } of text.matchAll(/[&{}[\]]/g)) {
    const closer = closers[sign];
    if (closer !== undefined) open.push(closer);
    else if (sign === '}' || sign === ']') closeUpTo(open, sign);
    else if (open.length === 0) {
      pairs.push(text.slice(start, index));
      start = index + 1;
    }
  }
  return [...pairs, text.slice(start)];
}

/** A closer also ends what was opened inside it and forgotten, as in `{a[b}`; without an opener it is an ordinary sign. */
function closeUpTo(open: string[], closer: string): void {
  const at = open.lastIndexOf(closer);
  if (at >= 0) open.length = at;
}
