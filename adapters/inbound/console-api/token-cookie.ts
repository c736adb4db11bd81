import type { IncomingMessage } from 'node:http';
import type { Response } from 'express';

/** WEB-02. A `__Host-` cookie needs https, which an embedded installation on one machine does not have. */
const nameOf = (isSecure: boolean): string => (isSecure ? '__Host-console' : 'console');
const attributes = (isSecure: boolean) => ({ httpOnly: true, sameSite: 'strict', secure: isSecure, path: '/' } as const);

/** Text of a token: 32 characters that need no quoting. */
const tokenForm = /^[A-Za-z0-9_-]{32}$/;

/** The token that the browser sent; a second cookie of the name is a planted one, and then there is none. */
export function tokenOf(request: IncomingMessage, isSecure: boolean): string | undefined {
  const name = nameOf(isSecure);
  const values = (request.headers.cookie ?? '').split(';').map((part) => part.trim().split('=')).filter(([key]) => key === name).map(([, value = '']) => value);
  const [value] = values;
  return values.length === 1 && value !== undefined && tokenForm.test(value) ? value : undefined;
}

export function giveToken(response: Response, token: string, isSecure: boolean): void { response.cookie(nameOf(isSecure), token, attributes(isSecure)); }

/** SES-05: nothing of the session stays in the browser. */
export function forgetToken(response: Response, isSecure: boolean): void {
  response.clearCookie(nameOf(isSecure), attributes(isSecure)).set('clear-site-data', '"cache", "storage"');
}
