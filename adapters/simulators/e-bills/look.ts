import { html, page, type Html, type PageLook } from '../shared/page.js';

const look: PageLook = { brand: '财政电子票据', colour: '#9b1c1c' };

export const eBillPage = (title: string, body: Html): string => page(look, { title, body });

export const messagePage = (title: string, text: string): string => eBillPage(title, html`<section class="card"><h1>${title}</h1><p>${text}</p></section>`);
