import type { BlockList } from 'node:net';
import type { Request } from 'express';
import type { Owned, WithinScope } from '../../../application/access/within-scope.js';
import type { CheckSession, SignedIn } from '../../../application/operators/check-session.js';
import type { SessionEnd } from '../../../domain/operators/session.js';
import { addressOf, requestIdOf } from '../http/request-context.js';
import { bodyOf } from './body.js';
import { refused, type About, type Answer, type Call, type ConsoleRoute, type FileAnswer, type OwnCall, type Refusal } from './route.js';
import { formOf, tokenOf } from './token-cookie.js';

export interface ConsoleDoor {
  readonly routes: readonly ConsoleRoute[];
  readonly checkSession: Pick<CheckSession, 'run'>;
  readonly proxies: BlockList;
  readonly isSecure: boolean;
  /** Origins by which browsers see the console. */
  readonly origins: readonly string[];
  readonly withinScope: Pick<WithinScope, 'run'>;
  /** Writes down that somebody asked for what is not for them. */
  readonly noteDenied: (who: SignedIn, route: ConsoleRoute, call: Pick<Call<never>, 'asker'>) => Promise<void>;
}

const ends: Readonly<Record<SessionEnd | 'not-signed-in', Refusal>> = {
  'not-signed-in': refused('NOT_SIGNED_IN'), kicked: refused('KICKED'), 'signed-out': refused('NOT_SIGNED_IN'), idle: refused('SESSION_ENDED'), 'too-old': refused('SESSION_ENDED'),
  'ended-by-officer': refused('SESSION_ENDED', { message: '本次登录已被安全管理员结束' }), 'rights-changed': refused('SESSION_ENDED', { message: '账号信息已变更，请重新登录' }),
};

/** One request to one route: where it comes from, who asks, whether they may, what they say; then what the route answers. */
export async function answerTo(door: ConsoleDoor, route: ConsoleRoute, request: Request): Promise<Answer | FileAnswer | Refusal> {
  if (!isOurPage(door, route, request)) return refused('FORBIDDEN', { message: '请求来源不正确' });
  const asker = { address: addressOf(request, door.proxies), requestId: requestIdOf(request) };
  const token = tokenOf(request, door.isSecure);
  const who = await whoAsks(door, route, token, request);
  if (who !== undefined && 'refused' in who) return who;
  const closed = who && closedTo(route, who);
  if (who !== undefined && closed !== undefined) {
    await door.noteDenied(who, route, { asker });
    return closed;
  }
  if (who !== undefined && 'stepUp' in route && !who.isProvedLately) return refused('STEP_UP');
  const body = route.method === 'GET' ? {} : await bodyOf(route, request);
  if ('refused' in body) return body as Refusal;
  const call: Call<never> = { body: body as never, query: request.query, params: paramsOf(request), token, form: formOf(request, door.isSecure) ?? '', asker };
  if (!isOwn(route)) return route.handle(call);
  const outside = await outsideOf(door, route, who as SignedIn, call);
  return outside ?? route.handle({ ...call, who: who as SignedIn });
}

const isOwn = (route: ConsoleRoute): route is Extract<ConsoleRoute, { handle(call: OwnCall<never>): unknown }> & { readonly access: 'signed-in' | { readonly permission: string } } =>
  route.access !== 'anyone' && route.access !== 'half-signed-in';

/** Why a route is not for somebody, whatever the call says: the right is missing, or an account that is limited to a part of the rows asks for what concerns more than a part. */
function closedTo({ access, about }: ConsoleRoute, { rights, operator: { scope } }: SignedIn): Refusal | undefined {
  if (typeof access !== 'object') return undefined;
  if (!rights.has(access.permission)) return refused('FORBIDDEN');
  return scope.kind === 'all' || about !== undefined ? undefined : refused('FORBIDDEN', { message: '账号的数据范围不能这样做' });
}

/** Why an account that is limited to a part of the rows may not make this call; what is not its own is not there. */
async function outsideOf(door: ConsoleDoor, { access, about, method }: ConsoleRoute, { operator: { scope } }: SignedIn, call: Call<never>): Promise<Refusal | undefined> {
  if (scope.kind === 'all' || typeof access !== 'object' || about === undefined || about === 'own') return undefined;
  const named = namedIn(about, method === 'GET' ? call.params : call.body);
  for (const owned of named) if (!await door.withinScope.run(scope, owned)) return notTheirs;
  return named.length === 0 ? notTheirs : undefined;
}

/** Of another's and of what there is not: the same words. */
const notTheirs = refused('NOT_FOUND', { message: '没有找到，或不在账号的数据范围内' });

/** All that a call names of what it may be about. From where the route itself reads it and from nowhere else: a number of its own beside it must not open the way to another's. */
function namedIn(about: readonly About[], said: Readonly<Record<string, unknown>>): readonly Owned[] {
  const wordOf = (field: string): unknown => (Object.hasOwn(said, field) ? said[field] : undefined);
  return about.filter(({ when }) => when === undefined || wordOf(when[0]) === when[1])
    .flatMap(({ kind, field }) => { const no = wordOf(field); return typeof no === 'string' ? [{ kind, no }] : []; });
}

async function whoAsks(door: ConsoleDoor, route: ConsoleRoute, token: string | undefined, request: Request): Promise<SignedIn | Refusal | undefined> {
  if (!isOwn(route)) return route.access === 'half-signed-in' && token === undefined ? refused('NOT_SIGNED_IN') : undefined;
  if (token === undefined) return refused('NOT_SIGNED_IN');
  const checked = await door.checkSession.run(token, request.headers['x-console-background'] !== undefined);
  return checked.ok ? checked.value : ends[checked.refusal];
}

/** WEB-03: a page of others can neither set our header nor send from our origin. */
function isOurPage({ origins }: ConsoleDoor, { method }: ConsoleRoute, request: Request): boolean {
  const { origin } = request.headers;
  if (method === 'GET') return origin === undefined || origins.includes(origin);
  return request.headers['x-console-request'] === '1' && origin !== undefined && origins.includes(origin);
}

const paramsOf = (request: Request): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(request.params).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])));
