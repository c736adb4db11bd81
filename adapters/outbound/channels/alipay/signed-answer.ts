import { refuse, ok, type Result } from '../../../../domain/kernel/result.js';

/** The parts of an answer whose signature is still to be checked. */
export interface SignedAnswer {
  readonly root: string;
  /** Exact text of the root member's value, braces included: what Alipay signed (section 3). */
  readonly signedText: string;
  readonly sign: string | undefined;
}

interface Member { readonly name: string; readonly value: string; readonly end: number }

/** The root name of a method's answer; older failures use `error_response`. */
export const rootOf = (method: string): string => `${method.replaceAll('.', '_')}_response`;
export const errorRoot = 'error_response';

/** Index behind the string that begins at `from`; -1 when it does not end. Escapes are stepped over. */
function endOfString(text: string, from: number): number {
  for (let at = from + 1; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === '"') return at + 1;
  }
  return -1;
}

/** Index behind the value that begins at `from`: braces and brackets are counted, those within strings are not. */
function endOfValue(text: string, from: number): number {
  if (text[from] === '"') return endOfString(text, from);
  let depth = 0;
  for (let at = from; at < text.length; at += 1) {
    const character = text[at];
    if (character === '"') {
      at = endOfString(text, at) - 1;
      if (at < 0) return -1;
    } else if (character === '{' || character === '[') depth += 1;
    else if (character === '}' || character === ']') {
      if (depth === 0) return at;
      depth -= 1;
      if (depth === 0) return at + 1;
    } else if (character === ',' && depth === 0) return at;
  }
  return -1;
}

const afterBlanks = (text: string, from: number): number => {
  let at = from;
  while (at < text.length && ' \t\r\n'.includes(text[at] ?? '-')) at += 1;
  return at;
};

/** Members of the outermost object in their order. The caller has made sure that the text is JSON. */
function outerMembers(text: string): readonly Member[] {
  const members: Member[] = [];
  let at = afterBlanks(text, afterBlanks(text, 0) + 1);
  while (text[at] === '"') {
    const nameEnd = endOfString(text, at);
    const valueStart = afterBlanks(text, afterBlanks(text, nameEnd) + 1);
    const end = endOfValue(text, valueStart);
    // An escaped spelling of a name is the same name.
    members.push({ name: JSON.parse(text.slice(at, nameEnd)) as string, value: text.slice(valueStart, end), end });
    at = afterBlanks(text, afterBlanks(text, end) + 1);
  }
  return members;
}

function isJsonObject(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}

/**
 * Cuts an answer without re-writing it. Members are found by position, so data that contain the word sign, `alipay_cert_sn` or another
 * order do not matter. Refused as unreadable: no JSON object, no root, a root or `sign` that comes twice, and a root name that occurs
 * again behind the signed part (the injection guard of section 3).
 */
export function cutAnswer(body: string, method: string): Result<SignedAnswer, 'unreadable'> {
  if (!isJsonObject(body)) return refuse('unreadable');
  const members = outerMembers(body);
  const roots = members.filter(({ name }) => name === rootOf(method) || name === errorRoot);
  const signs = members.filter(({ name }) => name === 'sign');
  const [root, ...otherRoots] = roots;
  if (!root || otherRoots.length > 0 || signs.length > 1 || !root.value.startsWith('{')) return refuse('unreadable');
  if (body.includes(root.name, root.end)) return refuse('unreadable');
  const sign: unknown = signs[0] && JSON.parse(signs[0].value);
  return ok({ root: root.name, signedText: root.value, sign: typeof sign === 'string' && sign !== '' ? sign : undefined });
}
