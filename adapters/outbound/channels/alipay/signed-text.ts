type Fields = Iterable<readonly [string, string]>;

function inNameOrder(fields: Fields): string {
  return [...fields].sort(([left], [right]) => (left < right ? -1 : left > right ? 1 : 0)).map(([name, value]) => `${name}=${value}`).join('&');
}

/** What we sign (section 2): every non-empty parameter but `sign`, values raw. `sign_type` is signed here. */
export const requestText = (fields: Fields): string => inNameOrder([...fields].filter(([name, value]) => name !== 'sign' && value !== ''));

/** What Alipay signed in a notification (section 7): without `sign` and `sign_type`; empty values stay as `name=`. */
export const noticeText = (fields: Fields): string => inNameOrder([...fields].filter(([name]) => name !== 'sign' && name !== 'sign_type'));

/** Families other than trade notifications keep `sign_type` in the text (section 7). */
export const noticeTextWithSignType = (fields: Fields): string => inNameOrder([...fields].filter(([name]) => name !== 'sign'));
