import { randomBytes } from 'node:crypto';
import type { Response } from 'express';

/** Fresh for every answer: it allows our own style and script and nothing that was smuggled in. */
export const newNonce = (): string => randomBytes(16).toString('base64');

function contentSecurityPolicy(nonce: string, channelOrigins: readonly string[]): string {
  return [
    "default-src 'none'", `style-src 'nonce-${nonce}'`, `script-src 'nonce-${nonce}'`, 'img-src data:', "connect-src 'self'",
    ["form-action 'self'", ...channelOrigins].join(' '), "frame-ancestors 'none'", "base-uri 'none'", "object-src 'none'",
  ].join('; ');
}

/**
 * Headers of every cashier answer, pages, JSON and errors alike (WEB-01, CSH-04). `same-origin` and not `no-referrer`: under the latter our
 * own form would be posted with `Origin: null`. Browsers too old for nonces show the plain page, which works.
 */
export function setSecurityHeaders(response: Response, nonce: string, channelOrigins: readonly string[], overTls: boolean): void {
  response.removeHeader('X-Powered-By');
  response.set({
    'Content-Security-Policy': contentSecurityPolicy(nonce, channelOrigins),
    'Referrer-Policy': 'same-origin',
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=()',
    'X-Robots-Tag': 'noindex, nofollow',
  });
  if (overTls) response.set('Strict-Transport-Security', 'max-age=31536000; includeSubDomains');
}
