/** A number as it was written: an amount must never pass through a float. */
export class ExactNumber {
  readonly text: string;
  constructor(text: string) { this.text = text; }
}

export type ExactJson = string | boolean | null | ExactNumber | readonly ExactJson[] | ExactObject;
export type ExactObject = ReadonlyMap<string, ExactJson>;

/** No answer of a bill system is deeper. */
const deepest = 8;

export class NotJson extends Error {
  override readonly name = 'NotJson';
}

const token = /[\t\n\r ]*(?:([{}[\],:])|("[^"\\\x00-\x1f]*(?:\\.[^"\\\x00-\x1f]*)*")|(-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?)(?![0-9.eE+-])|(true|false|null))/y;

/** Reads JSON and keeps its numbers as text. Throws `NotJson` also for names that occur twice, of which two readers would take different ones. */
export function readExactJson(text: string): ExactJson {
  const reader = new Reader(text);
  const value = reader.value(0);
  reader.end();
  return value;
}

class Reader {
  readonly #text: string;
  #at = 0;
  #match: RegExpExecArray | undefined;

  constructor(text: string) { this.#text = text; }

  value(depth: number): ExactJson {
    if (depth > deepest) throw new NotJson('too deep');
    const [, sign, string, number, word] = this.#next();
    if (string !== undefined) return textOf(string);
    if (number !== undefined) return new ExactNumber(number);
    if (word !== undefined) return word === 'null' ? null : word === 'true';
    if (sign === '{') return this.#object(depth);
    if (sign === '[') return this.#list(depth);
    throw new NotJson('a sign out of place');
  }

  end(): void {
    if (/[^\t\n\r ]/.test(this.#text.slice(this.#at))) throw new NotJson('something after the end');
  }

  #object(depth: number): ExactObject {
    const entries = new Map<string, ExactJson>();
    if (this.#sees('}')) return entries;
    for (;;) {
      const [, , string] = this.#next();
      if (string === undefined) throw new NotJson('no name');
      const name = textOf(string);
      if (entries.has(name)) throw new NotJson('a name occurs twice');
      if (this.#next()[1] !== ':') throw new NotJson('no colon');
      entries.set(name, this.value(depth + 1));
      if (this.#isLast('}')) return entries;
    }
  }

  #list(depth: number): readonly ExactJson[] {
    const entries: ExactJson[] = [];
    if (this.#sees(']')) return entries;
    for (;;) {
      entries.push(this.value(depth + 1));
      if (this.#isLast(']')) return entries;
    }
  }

  #isLast(closer: string): boolean {
    const [, sign] = this.#next();
    if (sign !== closer && sign !== ',') throw new NotJson('no comma');
    return sign === closer;
  }

  /** Takes the sign if it comes next. */
  #sees(sign: string): boolean {
    const match = this.#next();
    if (match[1] === sign) return true;
    this.#match = match;
    return false;
  }

  #next(): RegExpExecArray {
    const waiting = this.#match;
    this.#match = undefined;
    if (waiting !== undefined) return waiting;
    token.lastIndex = this.#at;
    const match = token.exec(this.#text);
    if (match === null) throw new NotJson('no value');
    this.#at = token.lastIndex;
    return match;
  }
}

function textOf(literal: string): string {
  try {
    return JSON.parse(literal) as string;
  } catch {
    throw new NotJson('a bad escape');
  }
}

export type ToWrite = string | ExactNumber | readonly ToWrite[] | { readonly [name: string]: ToWrite | undefined };

/** Writes JSON with numbers exactly as they are given; what is undefined is left out. */
export function writeExactJson(value: ToWrite): string {
  if (typeof value === 'string') return JSON.stringify(value);
  if (value instanceof ExactNumber) return value.text;
  if (isList(value)) return `[${value.map(writeExactJson).join(',')}]`;
  const entries = Object.entries(value).flatMap(([name, entry]) => (entry === undefined ? [] : [`${JSON.stringify(name)}:${writeExactJson(entry)}`]));
  return `{${entries.join(',')}}`;
}

const isList = (value: ToWrite): value is readonly ToWrite[] => Array.isArray(value);
