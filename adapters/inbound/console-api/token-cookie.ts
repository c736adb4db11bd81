import type { IncomingMessage } from 'node:http';
import type { Response } from 'express';

/** WEB-02. A `__Host-` cookie needs https, which an embedded installation on one machine does not have. */
const nameOf = (isSecure: boolean): string => (isSecure ? '__Host-console' : 'console');
/** Of a browser before there is a session. */
const formNameOf = (isSecure: boolean): string => `${nameOf(isSecure)}-form`;
const attributes = (isSecure: boolean) => ({ httpOnly: true, sameSite: 'strict', secure: isSecure, path: '/' } as const);

/** Text of a token: 32 characters that need no quoting. */
const tokenForm = /^[A-Za-z0-9_-]{32}$/;

/** The token that the browser sent. */
export const tokenOf = (request: IncomingMessage, isSecure: boolean): string | undefined => valueOf(request, nameOf(isSecure));
export const formOf = (request: IncomingMessage, isSecure: boolean): string | undefined => valueOf(request, formNameOf(isSecure));

/** A second cookie of the name is a planted one, and then there is none. */
function valueOf(request: IncomingMessage, name: string): string | undefined {
  const values = (request.headers.cookie ?? '').split(';').map((part) => part.trim().split('=')).filter(([key]) => key === name).map(([, value = '']) => value);
  const [value] = values;
  return values.length === 1 && value !== undefined && tokenForm.test(value) ? value : undefined;
}

export function giveToken(response: Response, token: string, isSecure: boolean): void { response.cookie(nameOf(isSecure), token, attributes(isSecure)); }
export function giveForm(response: Response, form: string, isSecure: boolean): void { response.cookie(formNameOf(isSecure), form, attributes(isSecure)); }

/** SES-05: nothing of the session stays in the browser. */
export function forgetToken(response: Response, isSecure: boolean): void {
  response.clearCookie(nameOf(isSecure), attributes(isSecure)).set('clear-site-data', '"cache", "storage"');
}
