import { randomBytes } from 'node:crypto';
import type { Response } from 'express';
import { messageOf, type Refusal } from './refusal.js';

/**
 * Page variants answer the browser with a script that opens the cashier (1.1.7.1.2-b). Only a server-made address reaches the page: nothing of
 * the request is in it (GW-14).
 */
export function pageAnswer(response: Response, answer: object): void {
  const url = 'cashierUrl' in answer && typeof answer.cashierUrl === 'string' ? answer.cashierUrl : '';
  const nonce = randomBytes(16).toString('base64');
  const attribute = escaped(url);
  send(response, 200, nonce, '正在前往收银台', `<p>正在前往收银台……</p><p><a href="${attribute}">没有跳转请点此处</a></p>`
    + `<noscript><meta http-equiv="refresh" content="0;url=${attribute}"></noscript><script nonce="${nonce}">location.replace(${scriptString(url)})</script>`);
}

/** A plain page with the reason in words: the caller is a payer's browser. */
export function pageRefusal(response: Response, refused: Refusal): void {
  const reason = refused.subMsg ?? messageOf(refused.code);
  if (refused.retryAfterSeconds !== undefined) response.set('retry-after', String(refused.retryAfterSeconds));
  send(response, refused.status === 200 ? 400 : refused.status, randomBytes(16).toString('base64'), '无法发起缴费', `<h1>无法发起缴费</h1><p>${escaped(reason)}</p>`
    + `<p class="small">返回码 ${refused.code}${refused.subCode === undefined ? '' : ` / ${refused.subCode}`}，请返回业务系统重试，或联系业务系统客服。</p>`);
}

const style = 'body{margin:0;background:#eef1f6;color:#1c2733;font:16px/1.6 sans-serif}main{max-width:30em;margin:12vh auto 0;padding:24px;background:#fff;border:1px solid #dbe1ea;border-radius:12px}'
  + 'h1{margin:0 0 8px;font-size:22px}p{margin:8px 0}a{color:#0b4a8f}.small{color:#53606e;font-size:14px}';

function send(response: Response, status: number, nonce: string, title: string, content: string): void {
  response.writeHead(status, {
    'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store', 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer',
    'content-security-policy': `default-src 'none'; script-src 'nonce-${nonce}'; style-src 'nonce-${nonce}'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
  });
  response.end(`<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${title}</title>`
    + `<link rel="icon" href="data:,"><style nonce="${nonce}">${style}</style></head><body><main>${content}</main></body></html>`);
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => entities[character] ?? '');
/** A JSON string that cannot end a script element or a line. */
const scriptString = (text: string): string => JSON.stringify(text).replace(/[<\u2028\u2029]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
