import type { IncomingMessage } from 'node:http';
import type { Response } from 'express';
import type { CashierTerminal } from '../../../application/payments/cashier-view.js';
import { bigTypeCookieSeconds } from './limits.js';

/** Apps whose built-in browser changes what works: WeChat opens no Alipay page, the wallets are chosen beforehand in their own. */
export type HostApp = 'alipay' | 'unionpay' | 'wechat';

/** What a request tells about the person in front of the page. */
export interface Visitor {
  readonly terminal: CashierTerminal;
  /** The payer asked for this view by `?view=`, so links keep it. */
  readonly viewAsked: boolean;
  readonly app: HostApp | undefined;
  /** 大字版. */
  readonly big: boolean;
  /** `?big=` was given: the answer stores it. */
  readonly bigAsked: boolean;
  /** `?change=1`: choose another channel although one is still being asked. */
  readonly change: boolean;
  /** `?stop=1`: 停止支付. */
  readonly stop: boolean;
}

const knownNames = ['view', 'big', 'change', 'stop'] as const;
export const bigTypeCookie = (overTls: boolean): string => (overTls ? '__Host-bigType' : 'bigType');

export function terminalOf(userAgent: string): CashierTerminal {
  return /Mobile|Android|iPhone|iPod|HarmonyOS|OpenHarmony|Windows Phone/i.test(userAgent) ? 'h5' : 'pc';
}

function appOf(userAgent: string): HostApp | undefined {
  if (/AlipayClient/i.test(userAgent)) return 'alipay';
  if (/\bUnionPay\//i.test(userAgent)) return 'unionpay';
  return /MicroMessenger/i.test(userAgent) ? 'wechat' : undefined;
}

export function cookieOf(header: string | undefined, name: string): string | undefined {
  const pair = (header ?? '').split(';').map((part) => part.trim()).find((part) => part.startsWith(`${name}=`));
  return pair?.slice(name.length + 1);
}

/** Undefined when one of our own parameters is repeated. Foreign parameters (channels add their own) are ignored. */
export function visitorOf(request: IncomingMessage, overTls: boolean): Visitor | undefined {
  const cut = (request.url ?? '').indexOf('?');
  const query = new URLSearchParams(cut < 0 ? '' : (request.url ?? '').slice(cut + 1));
  if (knownNames.some((name) => query.getAll(name).length > 1)) return undefined;
  const userAgent = request.headers['user-agent'] ?? '';
  const view = query.get('view');
  const viewAsked = view === 'pc' || view === 'h5';
  const bigAsked = query.get('big') === '1' || query.get('big') === '0';
  const big = bigAsked ? query.get('big') === '1' : cookieOf(request.headers.cookie, bigTypeCookie(overTls)) === '1';
  return {
    terminal: viewAsked ? view : terminalOf(userAgent), viewAsked, app: appOf(userAgent), big, bigAsked,
    change: query.get('change') === '1', stop: query.get('stop') === '1',
  };
}

/** Somebody whose parameters are not to be read. */
export const plainVisitor = (request: IncomingMessage): Visitor =>
  ({ terminal: terminalOf(request.headers['user-agent'] ?? ''), viewAsked: false, app: undefined, big: false, bigAsked: false, change: false, stop: false });

/** Only a preference. Lax and not Strict: the payer comes back from the channel's site and must still find large type. */
export function rememberBigType(response: Response, big: boolean, overTls: boolean): void {
  const value = `${bigTypeCookie(overTls)}=${big ? '1' : ''}; Path=/; Max-Age=${String(big ? bigTypeCookieSeconds : 0)}; HttpOnly; SameSite=Lax`;
  response.append('Set-Cookie', overTls ? `${value}; Secure` : value);
}
