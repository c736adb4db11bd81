import { Type } from '@sinclair/typebox';
import { consoleErrors, errorBody, type ConsoleErrorCode } from '../../../contracts/console/errors.js';
import { allLists } from '../../../contracts/lists/all-lists.js';
import { querySchema } from '../../../contracts/lists/query-schema.js';
import type { Access, ConsoleRoute } from './route.js';

type Components = Map<string, unknown>;
const reference = (name: string): { readonly $ref: string } => ({ $ref: `#/components/schemas/${name}` });

/** A schema without the marks that only TypeBox reads. One that has a name is a component, because it speaks of itself. */
function published(schema: unknown, components: Components): unknown {
  if (Array.isArray(schema)) return schema.map((one) => published(one, components));
  if (typeof schema !== 'object' || schema === null) return schema;
  const { $id, $ref, ...rest } = schema as Readonly<Record<string, unknown>>;
  if (typeof $ref === 'string') return reference($ref);
  const inner = Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, published(value, components)]));
  if (typeof $id !== 'string') return inner;
  components.set($id, inner);
  return reference($id);
}

const accessWords = (access: Access): string =>
  access === 'anyone' ? '任何人' : access === 'half-signed-in' ? '已通过口令、登录尚未完成的账号' : access === 'signed-in' ? '已登录的账号' : `有权限 ${access.permission} 的账号`;

const pathParameters = (path: string): readonly string[] => [...path.matchAll(/:(\w+)/g)].map(([, name = '']) => name);

/** Refusals that a route may answer: those that follow from who may call it and how, and its own. */
export function refusalsOf({ method, path, access, about, refuses = [], ...more }: ConsoleRoute): readonly ConsoleErrorCode[] {
  const isOwn = access !== 'anyone' && access !== 'half-signed-in';
  const codes: ReadonlySet<ConsoleErrorCode> = new Set<ConsoleErrorCode>([
    // A page of others may send nothing, whatever the access.
    'FORBIDDEN', 'BUSY', 'FAULT', ...refuses,
    ...(access === 'anyone' ? [] : ['NOT_SIGNED_IN'] as const), ...(isOwn ? ['KICKED', 'SESSION_ENDED'] as const : []), ...('stepUp' in more ? ['STEP_UP'] as const : []),
    ...(method === 'POST' ? ['BAD_REQUEST', 'TOO_LARGE'] as const : []), ...((about !== undefined && about !== 'own') || pathParameters(path).length > 0 ? ['NOT_FOUND'] as const : []),
  ]);
  return (Object.keys(consoleErrors) as ConsoleErrorCode[]).filter((code) => codes.has(code));
}

function refusalResponses(route: ConsoleRoute): Readonly<Record<string, unknown>> {
  const byStatus = new Map<number, ConsoleErrorCode[]>();
  for (const code of refusalsOf(route)) byStatus.set(consoleErrors[code][0], [...(byStatus.get(consoleErrors[code][0]) ?? []), code]);
  return Object.fromEntries([...byStatus].map(([status, codes]) => [status, {
    description: codes.map((code) => `${code}：${consoleErrors[code][1]}`).join('；'), 'x-codes': codes, content: { 'application/json': { schema: reference('error') } },
  }]));
}

const bytes = { 'application/octet-stream': { schema: { type: 'string', contentEncoding: 'binary' } } };

function answerContent({ name, answer }: ConsoleRoute, components: Components): object {
  if (answer === 'file') return bytes;
  components.set(`${name}.answer`, published(answer, components));
  return { 'application/json': { schema: reference(`${name}.answer`) } };
}

function parametersOf({ name, method, path }: ConsoleRoute): readonly object[] {
  const texts = pathParameters(path).map((parameter) => ({ name: parameter, in: 'path', required: true, schema: { type: 'string' } }));
  if (method === 'POST') return [...texts, { name: 'x-console-request', in: 'header', required: true, description: '本站页面的请求都带；另须带本站的 Origin', schema: { type: 'string', const: '1' } }];
  if (name !== 'list-page' && name !== 'list-totals') return texts;
  return [...texts, { name: 'parameters', in: 'query', style: 'form', explode: true, description: '该列表的查询参数，见 x-lists', schema: { type: 'object', additionalProperties: { type: 'string' } } }];
}

function operationOf(route: ConsoleRoute, components: Components): object {
  const { name, summary, access, body, requirements } = route;
  const isSteppedUp = 'stepUp' in route;
  if (body !== undefined) components.set(`${name}.request`, published(body, components));
  return {
    operationId: name, summary, description: `${accessWords(access)}可以调用${isSteppedUp ? '；须在几分钟内再次验证过身份' : ''}。`,
    'x-access': typeof access === 'object' ? 'permission' : access, ...(typeof access === 'object' && { 'x-permission': access.permission }), 'x-step-up': isSteppedUp,
    ...(requirements !== undefined && { 'x-requirements': [...requirements] }), security: access === 'anyone' ? [] : [{ session: [] }], parameters: parametersOf(route),
    ...(body !== undefined && { requestBody: { required: true, content: { 'application/json': { schema: reference(`${name}.request`) } } } }),
    responses: { 200: { description: '已办理', content: answerContent(route, components) }, ...refusalResponses(route) },
  };
}

/** The lists behind the addresses that name one, each with its query and its columns; those of institutions are none here. */
const describedLists = (components: Components): readonly object[] => allLists.filter(({ rowScope }) => rowScope === 'all').map((view) => {
  const component = `list.${view.name}.query`;
  components.set(component, published(querySchema(view), components));
  return {
    name: view.name, title: view.title, kind: view.kind, permission: view.permission, requirements: [...view.requirements], query: reference(component),
    columns: Object.entries(view.columns).map(([name, { label, type }]) => ({ name, label, type })),
  };
});

/** The console's interface as an OpenAPI 3.1 document, made from the routes that answer it and the schemas that check their bodies. Pure: same routes, same object. */
export function consoleOpenApi(routes: readonly ConsoleRoute[]): object {
  const components: Components = new Map([['error', published(errorBody, new Map())]]);
  const paths: Record<string, Record<string, object>> = {};
  for (const route of routes) {
    const path = route.path.replaceAll(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operationOf(route, components) };
  }
  const lists = describedLists(components);
  return {
    openapi: '3.1.0',
    info: { title: '通缴 运营后台接口', version: '1', description: '运营后台的页面使用的接口。金额为分（文本），时间为毫秒时间戳，日期为 yyyyMMdd。拒绝都是同一种内容，code 见各接口。' },
    servers: [{ url: '/console/api' }],
    paths,
    components: {
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: '__Host-console', description: '登录后得到，脚本读不到；演示环境为 console' } },
      schemas: Object.fromEntries([...components].sort(([one], [other]) => (one < other ? -1 : 1))),
    },
    'x-lists': lists,
  };
}

/** The description of `others` and of itself. Nothing in it is secret; whoever has no account has no use for it either. */
export function openApiRoute(others: readonly ConsoleRoute[]): ConsoleRoute {
  let document: object | undefined;
  const route: ConsoleRoute = {
    name: 'openapi', method: 'GET', path: '/openapi.json', access: 'signed-in', summary: '本接口的 OpenAPI 描述', answer: Type.Object({ openapi: Type.String() }, { additionalProperties: true }),
    handle: () => {
      document ??= consoleOpenApi([...others, route]);
      return Promise.resolve({ body: document });
    },
  };
  return route;
}
