/** Fen as text, as they arrive, to yuan with two decimals and grouped thousands. What is no whole number of fen is shown as it came. */
export function yuanText(fen: string): string {
  const [, sign = '', digits] = /^([+-]?)(\d+)$/.exec(fen) ?? [];
  if (digits === undefined) return fen;
  const padded = digits.padStart(3, '0');
  return `${sign === '-' ? '-' : ''}${grouped(padded.slice(0, -2))}.${padded.slice(-2)}`;
}

/** 12345 → 12,345. */
export const countText = (count: number | string): string => {
  const text = String(count);
  return /^-?\d+$/.test(text) ? grouped(text) : text;
};

const grouped = (digits: string): string => digits.replace(/^(-?)0+(?=\d)/, '$1').replaceAll(/\B(?=(\d{3})+$)/g, ',');
