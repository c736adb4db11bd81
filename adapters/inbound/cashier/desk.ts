import type { Request, Response } from 'express';
import type { CashierTerminal } from '../../../application/payments/cashier-view.js';
import type { CashierDeps } from './cashier-deps.js';
import { checkedOrigins } from './channel-origins.js';
import { guessesPerSecond, guessLinesPerSecond } from './limits.js';
import { page } from './pages/layout.js';
import { messagePage, messageStatus, type MessageKind } from './pages/message-pages.js';
import type { PageSetting } from './pages/page-setting.js';
import { newNonce, setSecurityHeaders } from './security-headers.js';
import { sendPage } from './send.js';
import { plainVisitor, rememberBigType, visitorOf, type Visitor } from './visitor.js';

/** What all cashier routes share. */
export interface Desk {
  readonly deps: CashierDeps;
  /** Path as the payer's browser sees it; a proxy may put something before /pay. */
  readonly basePath: string;
  readonly publicAddress: string;
  /** 「我的钱在哪」 of the same host. */
  readonly whereAddress: string;
  readonly ownOrigin: string;
  readonly overTls: boolean;
  readonly channelOrigins: readonly string[];
}

/** One request and its answer. */
export interface Visit { readonly request: Request; readonly response: Response; readonly visitor: Visitor; readonly nonce: string; readonly repeated: boolean }

/** Throws when the public address or a channel's origin is not one: seen when the product starts. */
export function openDesk(deps: CashierDeps): Desk {
  const base = new URL(deps.publicBaseUrl);
  const prefix = base.pathname.replace(/\/+$/, '');
  const basePath = `${prefix}/pay`;
  return {
    deps, basePath, whereAddress: `${prefix}/where`, publicAddress: `${base.origin}${basePath}`, ownOrigin: base.origin, overTls: base.protocol === 'https:',
    channelOrigins: checkedOrigins(deps.channelOrigins),
  };
}

/** First step of every request: headers on whatever will be answered, errors included. */
export function beginVisit(desk: Desk, request: Request, response: Response): Visit {
  const nonce = newNonce();
  setSecurityHeaders(response, nonce, desk.channelOrigins, desk.overTls);
  const visitor = visitorOf(request, desk.overTls);
  if (visitor?.bigAsked === true) rememberBigType(response, visitor.big, desk.overTls);
  return { request, response, nonce, visitor: visitor ?? plainVisitor(request), repeated: visitor === undefined };
}

export function settingOf(desk: Desk, visit: Visit, terminal: CashierTerminal = visit.visitor.terminal): PageSetting {
  const { viewAsked, app, big } = visit.visitor;
  return { terminal, viewAsked, app, big, demo: desk.deps.demo, nonce: visit.nonce, basePath: desk.basePath, publicAddress: desk.publicAddress, whereAddress: desk.whereAddress };
}

/** `cashierToken` only when it may lead back to an order; `numbered` shows the request's number for the service desk. */
export function sendMessage(desk: Desk, visit: Visit, kind: MessageKind, options: { readonly cashierToken?: string; readonly numbered?: boolean } = {}): Promise<void> {
  const number = options.numbered === true ? desk.deps.requestIdOf(visit.request) : undefined;
  const content = messagePage(settingOf(desk, visit), kind, options.cashierToken, number);
  return sendPage(visit.request, visit.response, messageStatus(kind), page(settingOf(desk, visit), content));
}

const tokenShape = /^[A-Za-z0-9_-]{32}$/;

/** The token in the path; undefined when it cannot be one. */
export function tokenOf(request: Request): string | undefined {
  const token = request.params.token;
  return typeof token === 'string' && tokenShape.test(token) ? token : undefined;
}

/** Counts a token that does not exist. False: this address has guessed too often. */
export function mayMissAgain(desk: Desk, request: Request): boolean {
  const { rateLimiter, journal, measurements } = desk.deps;
  const address = desk.deps.addressOf(request);
  if (rateLimiter.allow(`cashier-miss:${address}`, guessesPerSecond)) return true;
  measurements.count('security_events', { event: 'cashier-guessing' });
  if (rateLimiter.allow(`cashier-miss-line:${address}`, guessLinesPerSecond)) journal.warn('cashier-guessing', { address });
  return false;
}

/** One more request of this kind for this order from this address. */
export function within(desk: Desk, request: Request, kind: 'page' | 'state' | 'start' | 'ask', cashierToken: string, perSecond: number): boolean {
  return desk.deps.rateLimiter.allow(`cashier-${kind}:${cashierToken}:${desk.deps.addressOf(request)}`, perSecond);
}
