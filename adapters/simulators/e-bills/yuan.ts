/** A number of our own JSON that is written in yuan with two decimals, as the real system writes it. */
export class Yuan {
  readonly fen: bigint;
  constructor(fen: bigint) { this.fen = fen; }
  get text(): string {
    const digits = this.fen.toString().padStart(3, '0');
    return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
  }
}

/** Fen of a parsed JSON number; undefined for what is no amount. Eleven digits are exact in a double, and its shortest text is what was written. */
export function fenOfNumber(value: unknown): bigint | undefined {
  const match = typeof value === 'number' ? /^([0-9]{1,9})(?:\.([0-9]{1,2}))?$/.exec(String(value)) : null;
  return match ? BigInt(match[1] ?? '0') * 100n + BigInt((match[2] ?? '').padEnd(2, '0')) : undefined;
}

export type ReplyValue = string | number | Yuan | readonly ReplyValue[] | { readonly [name: string]: ReplyValue };

export function replyJson(value: ReplyValue): string {
  if (value instanceof Yuan) return value.text;
  if (typeof value === 'string' || typeof value === 'number') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${(value as readonly ReplyValue[]).map(replyJson).join(',')}]`;
  return `{${Object.entries(value).map(([name, entry]) => `${JSON.stringify(name)}:${replyJson(entry)}`).join(',')}}`;
}
