import { html, page, type Html, type PageLook } from '../../shared/page.js';

export const look: PageLook = { brand: '银联在线支付', colour: '#b3121d' };

export const yuanText = (amountFen: bigint): string => {
  const digits = amountFen.toString().padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
};

/** A page that only says something, for errors and for the payer who left. */
export function messagePage(title: string, ...lines: readonly string[]): string {
  const paragraphs: readonly Html[] = lines.map((line) => html`<p>${line}</p>`);
  return page(look, { title, body: html`<section class="card"><h1>${title}</h1>${paragraphs}</section>` });
}
