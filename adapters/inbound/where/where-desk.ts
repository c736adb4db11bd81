import type { Request, Response } from 'express';
import { longestPassChars, passLivesMs, type PassKind } from '../../../application/where/where-passes.js';
import { askerOf } from '../../../domain/kernel/asker.js';
import { newNonce, setSecurityHeaders } from '../cashier/security-headers.js';
import { sendPage } from '../cashier/send.js';
import { cookieOf, plainVisitor, rememberBigType, visitorOf, type Visitor } from '../cashier/visitor.js';
import { messagePage, messageStatus, type WhereMessage } from './pages/message-pages.js';
import type { WherePageSetting } from './pages/where-layout.js';
import type { WhereDeps } from './where-deps.js';
import { linesPerSecond } from './where-limits.js';

/** What all routes share. */
export interface WhereDesk { readonly deps: WhereDeps; readonly prefix: string; readonly basePath: string; readonly ownOrigin: string; readonly overTls: boolean }

/** One request and its answer. */
export interface WhereVisit { readonly request: Request; readonly response: Response; readonly visitor: Visitor; readonly nonce: string; readonly repeated: boolean }

export function openWhereDesk(deps: WhereDeps): WhereDesk {
  const base = new URL(deps.publicBaseUrl);
  const prefix = base.pathname.replace(/\/+$/, '');
  return { deps, prefix, basePath: `${prefix}/where`, ownOrigin: base.origin, overTls: base.protocol === 'https:' };
}

/** First step of every request: headers on whatever will be answered, errors included. */
export function beginWhereVisit(desk: WhereDesk, request: Request, response: Response): WhereVisit {
  const nonce = newNonce();
  setSecurityHeaders(response, nonce, [], desk.overTls);
  const visitor = visitorOf(request, desk.overTls);
  if (visitor?.bigAsked === true) rememberBigType(response, visitor.big, desk.overTls);
  return { request, response, nonce, visitor: visitor ?? plainVisitor(request), repeated: visitor === undefined };
}

/** `path`: where the page that is shown can be fetched again, for the link to the other size. */
export const whereSettingOf = ({ deps, basePath, prefix }: WhereDesk, { visitor, nonce }: WhereVisit, path = ''): WherePageSetting =>
  ({ terminal: visitor.terminal, big: visitor.big, demo: deps.demo, nonce, basePath, billsPath: `${prefix}/bills`, self: `${basePath}${path}` });

export function say(desk: WhereDesk, visit: WhereVisit, message: WhereMessage): Promise<void> {
  const number = message === 'fault' ? desk.deps.requestIdOf(visit.request) : undefined;
  if (message === 'too-many') visit.response.set('Retry-After', '20');
  return sendPage(visit.request, visit.response, messageStatus(message), messagePage(whereSettingOf(desk, visit), message, number));
}

export const show = (visit: WhereVisit, status: number, page: string): Promise<void> => sendPage(visit.request, visit.response, status, page);

/** Nothing in an address: what a visitor asked stands in a sealed cookie alone. */
export const goTo = ({ basePath }: WhereDesk, { response }: WhereVisit, path: string): void => { response.status(303).set('Location', `${basePath}${path}`).end(); };

/** One more request of this kind from this place. What goes beyond is one line in the journal now and then. */
export function withinLimit({ deps }: WhereDesk, { request }: WhereVisit, kind: 'ask' | 'page', perSecond: number): boolean {
  const address = deps.addressOf(request);
  const place = askerOf(address);
  if (deps.rateLimiter.allow(`where-${kind}:${place}`, perSecond)) return true;
  deps.measurements.count('security_events', { event: 'where-too-fast' });
  if (mayWriteLine(deps, address)) deps.journal.warn('where-too-fast', { address, kind });
  return false;
}

/** No request of a stranger is a line of the journal each time. */
export const mayWriteLine = ({ rateLimiter }: WhereDeps, address: string): boolean => rateLimiter.allow(`where-line:${askerOf(address)}`, linesPerSecond);

const cookieNames: Readonly<Record<PassKind, string>> = { asked: 'whereAsked', session: 'whereSession' };
const cookieName = ({ overTls }: WhereDesk, kind: PassKind): string => `${overTls ? '__Host-' : ''}${cookieNames[kind]}`;

/** The pass of a step that the browser brings; undefined where there is none that counts. */
export function broughtPass<K extends PassKind>(desk: WhereDesk, { request }: WhereVisit, kind: K) {
  const pass = cookieOf(request.headers.cookie, cookieName(desk, kind));
  return pass === undefined || pass === '' || pass.length > longestPassChars ? undefined : desk.deps.passes.read(kind, pass);
}

/** `pass` undefined: the browser forgets it. Strict: no other site can make a browser show somebody's payments. */
export function givePass(desk: WhereDesk, { response }: WhereVisit, kind: PassKind, pass: string | undefined): void {
  const place = desk.overTls ? '/; Secure' : desk.basePath;
  const seconds = pass === undefined ? 0 : passLivesMs[kind] / 1000;
  response.append('Set-Cookie', `${cookieName(desk, kind)}=${pass ?? ''}; Path=${place}; Max-Age=${String(seconds)}; HttpOnly; SameSite=Strict`);
}
