const yuanPattern = /^(0|[1-9]\d{0,8})(?:\.(\d{1,2}))?$/;
/** 0.01 to 100000000 yuan (protocol section 1). */
const largestFen = 10_000_000_000n;

/** Fen of a yuan string such as `120.00`; undefined when it is not a string, has more than two decimals or lies outside 0.01 to 100000000. */
export function fenOfYuan(value: unknown): bigint | undefined {
  if (typeof value !== 'string') return undefined;
  const match = yuanPattern.exec(value);
  if (match === null) return undefined;
  const fen = BigInt(match[1] ?? '0') * 100n + BigInt((match[2] ?? '').padEnd(2, '0'));
  return fen >= 1n && fen <= largestFen ? fen : undefined;
}

/** `12000n` becomes `120.00`. */
export function yuanOfFen(fen: bigint): string {
  return `${fen / 100n}.${String(fen % 100n).padStart(2, '0')}`;
}
