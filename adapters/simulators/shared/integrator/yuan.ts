/** '80' or '80.5' or '80.00' → fen as text; undefined for anything that is no amount above zero of at most 11 digits. */
export function fenOfYuan(text: string): string | undefined {
  const match = /^(0|[1-9][0-9]{0,8})(?:\.([0-9]{1,2}))?$/.exec(text.trim());
  if (!match) return undefined;
  const fen = BigInt(match[1] ?? '0') * 100n + BigInt((match[2] ?? '').padEnd(2, '0'));
  return fen > 0n ? fen.toString() : undefined;
}

/** '8000' → '80.00' */
export function yuanOfFen(fen: string | bigint): string {
  const digits = fen.toString().padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
