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
  const body = `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>正在前往收银台</title><meta name="viewport" content="width=device-width,initial-scale=1">`
    + `<noscript><meta http-equiv="refresh" content="0;url=${attribute}"></noscript></head><body>`
    + `<p>正在前往收银台…… <a href="${attribute}">没有跳转请点此处</a></p><script nonce="${nonce}">location.replace(${scriptString(url)})</script></body></html>`;
  send(response, 200, body, `script-src 'nonce-${nonce}'`);
}

/** A plain page with the reason in words: the caller is a payer's browser. */
export function pageRefusal(response: Response, refused: Refusal): void {
  const reason = refused.subMsg ?? messageOf(refused.code);
  const body = `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>无法发起缴费</title><meta name="viewport" content="width=device-width,initial-scale=1"></head>`
    + `<body><h1>无法发起缴费</h1><p>${escaped(reason)}</p><p>返回码 ${refused.code}${refused.subCode === undefined ? '' : ` / ${refused.subCode}`}，请返回业务系统重试或联系业务系统客服。</p></body></html>`;
  if (refused.retryAfterSeconds !== undefined) response.set('retry-after', String(refused.retryAfterSeconds));
  send(response, refused.status === 200 ? 400 : refused.status, body, "script-src 'none'");
}

function send(response: Response, status: number, body: string, scripts: string): void {
  response.writeHead(status, {
    'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store', 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer',
    'content-security-policy': `default-src 'none'; ${scripts}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
  });
  response.end(body);
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => entities[character] ?? '');
/** A JSON string that cannot end a script element or a line. */
const scriptString = (text: string): string => JSON.stringify(text).replace(/[<\u2028\u2029]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
