declare const htmlBrand: unique symbol;

/** Text that may stand in a page as it is. Only `html` and `trusted` make it, so nothing unescaped can slip in (CSH-03). */
export interface Html { readonly text: string; readonly [htmlBrand]: true }

export type HtmlValue = Html | string | number | undefined | readonly Html[];

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** All five characters, in text and in attributes alike: a value that itself contains `&quot;` must arrive unchanged (alipay.md 5.1). */
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (character) => escapes[character] ?? '');

const isParts = (value: HtmlValue): value is readonly Html[] => Array.isArray(value);

function rendered(value: HtmlValue): string {
  if (value === undefined) return '';
  if (isParts(value)) return value.map((part) => part.text).join('');
  return typeof value === 'object' ? value.text : escapeHtml(String(value));
}

/** Template tag: every value is escaped unless it is `Html` already. Attribute values must stand in double quotes. */
export function html(strings: TemplateStringsArray, ...values: readonly HtmlValue[]): Html {
  const text = strings.reduce((sum, part, index) => sum + rendered(values[index - 1]) + part);
  return { text } as Html;
}

/** Text written by us (style, script, drawings). Never for anything that came from outside. */
export const trusted = (text: string): Html => ({ text }) as Html;

export const nothing: Html = trusted('');
