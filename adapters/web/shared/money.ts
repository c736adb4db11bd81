/** Fen as text, as they arrive, to yuan with two decimals and grouped thousands. What is no whole number of fen is shown as it came. */
export function yuanText(fen: string): string {
  const [, sign = '', digits] = /^([+-]?)(\d+)$/.exec(fen) ?? [];
  if (digits === undefined) return fen;
  const padded = digits.padStart(3, '0');
  return `${sign === '-' ? '-' : ''}${grouped(padded.slice(0, -2))}.${padded.slice(-2)}`;
}

/** Yuan as people type them, to whole fen as text: `1,234.5` → `123450`. Undefined where it is no amount; no number in between, so that nothing is rounded. */
export function fenOf(yuan: string): string | undefined {
  const [, whole, , parts = ''] = /^((?:\d{1,3}(?:[,，]\d{3})+)|\d{1,9})(\.(\d{1,2}))?$/.exec(yuan.normalize('NFKC').trim()) ?? [];
  if (whole === undefined) return undefined;
  return `${whole.replaceAll(/[,，]/g, '')}${parts.padEnd(2, '0')}`.replace(/^0+(?=\d)/, '');
}

/** 12345 → 12,345. */
export const countText = (count: number | string): string => {
  const text = String(count);
  return /^-?\d+$/.test(text) ? grouped(text) : text;
};

const grouped = (digits: string): string => digits.replace(/^(-?)0+(?=\d)/, '$1').replaceAll(/\B(?=(\d{3})+$)/g, ',');
