const digits = ['零', '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖'];
const places = ['仟', '佰', '拾', ''];
const groupNames = ['亿', '万', ''];

/** Four digits; `text` may begin with zeros, which are not told here. */
function groupInWords(text: string): string {
  let words = '';
  let isZeroOwed = false;
  [...text].forEach((digit, index) => {
    if (digit === '0') { isZeroOwed = words !== ''; return; }
    words += `${isZeroOwed ? '零' : ''}${digits[Number(digit)] ?? ''}${places[index] ?? ''}`;
    isZeroOwed = false;
  });
  return words;
}

function yuanInWords(yuan: bigint): string {
  const padded = yuan.toString().padStart(12, '0');
  let words = '';
  let isZeroOwed = false;
  groupNames.forEach((name, index) => {
    const group = padded.slice(index * 4, index * 4 + 4);
    if (group === '0000') { isZeroOwed = words !== ''; return; }
    const isGap = words !== '' && (isZeroOwed || group.startsWith('0'));
    words += `${isGap ? '零' : ''}${groupInWords(group)}${name}`;
    isZeroOwed = false;
  });
  return words;
}

/** An amount of at most 12 digits of yuan in the capital characters of a bill: 8000 fen → 捌拾元整. */
export function capitalYuan(fen: bigint): string {
  const yuan = yuanInWords(fen / 100n);
  const [jiao, rest] = [Number((fen / 10n) % 10n), Number(fen % 10n)];
  if (jiao === 0 && rest === 0) return `${yuan === '' ? '零' : yuan}元整`;
  const front = yuan === '' ? '' : `${yuan}元`;
  const jiaoWords = jiao === 0 ? (front === '' ? '' : '零') : `${digits[jiao] ?? ''}角`;
  return `${front}${jiaoWords}${rest === 0 ? '整' : `${digits[rest] ?? ''}分`}`;
}
