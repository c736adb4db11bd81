import type { TSchema } from '@sinclair/typebox';
import { callbackMethods, returnPage } from './callbacks.js';
import { eBillSources, eBillStates, gatewayCodes, paymentNoticeStates, orderStates, payChannels, payMethods, refundStates, subCodes } from './codes.js';
import { gatewayVersion, requestEnvelope, responseEnvelope } from './envelope.js';
import { gatewayExamples } from './examples.js';
import { gatewayMethods, type GatewayMethodName } from './methods.js';

/** A schema without the marks that only TypeBox reads; our own keywords become `x-` words. */
function published(schema: TSchema): unknown {
  const renamed = new Map([['wireLength', 'x-wire-length'], ['cleanText', 'x-clean-text'], ['calendar', 'x-calendar'], ['condition', 'x-condition']]);
  const walk = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(walk);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [renamed.get(key) ?? key, walk(inner)]));
  };
  return walk(schema);
}

/** `epay-trade-core.order.query` → `epay-trade-core.order.query.request`: a legal component name as it stands. */
const componentName = (method: string, side: 'request' | 'response' | 'callback'): string => `${method}.${side}`;
const reference = (name: string): { $ref: string } => ({ $ref: `#/components/schemas/${name}` });

function methodSchemas(): Record<string, unknown> {
  const schemas: Record<string, unknown> = {};
  for (const [name, method] of Object.entries(gatewayMethods)) {
    schemas[componentName(name, 'request')] = { ...published(method.requestSchema) as object, examples: [gatewayExamples[name as GatewayMethodName]] };
    schemas[componentName(name, 'response')] = published(method.responseSchema);
  }
  for (const [name, { schema }] of Object.entries(callbackMethods)) schemas[componentName(name, 'callback')] = published(schema);
  return schemas;
}

const methodList = (): unknown[] => Object.entries(gatewayMethods).map(([method, { title, kind, page }]) => ({
  method, title, kind, page, request: reference(componentName(method, 'request')), response: reference(componentName(method, 'response')),
}));

const callbackList = (): unknown[] => Object.entries(callbackMethods).map(([method, { title }]) => ({
  method, title, data: reference(componentName(method, 'callback')),
}));

const envelopeExamples = (): Record<string, unknown> => Object.fromEntries(Object.keys(gatewayMethods).map((method) => [method, {
  summary: gatewayMethods[method as GatewayMethodName].title,
  description: `data 解码后：${JSON.stringify(gatewayExamples[method as GatewayMethodName])}`,
  value: { version: gatewayVersion, method, timestamp: '20261101093000', devId: 'DEV0001', data: '<Base64(JSON)>', sign: '<Base64(签名)>' },
}]));

/** The gateway as an OpenAPI 3.1 document, made from the schemas that validate the requests. Pure: same input, same object. */
export function openApiDocument(serverUrl: string): object {
  const body = { schema: reference('request-envelope'), examples: envelopeExamples() };
  return {
    openapi: '3.1.0',
    info: {
      title: '通缴 统一收缴接口', version: gatewayVersion,
      description: '所有接口同一地址，按 method 区分；业务字段组成 JSON 后做 Base64 放入 data。字段见 components，接口清单见 x-methods。',
    },
    servers: [{ url: serverUrl }],
    paths: {
      '/gateway': {
        post: {
          operationId: 'gateway', summary: '统一入口', description: Object.entries(gatewayMethods).map(([name, { title }]) => `- \`${name}\` ${title}`).join('\n'),
          requestBody: { required: true, content: { 'application/json': body, 'application/x-www-form-urlencoded': body } },
          responses: {
            200: {
              description: '公共响应参数；页面跳转接口返回 HTML',
              content: { 'application/json': { schema: reference('response-envelope') }, 'text/html': { schema: { type: 'string' } } },
            },
          },
        },
      },
    },
    components: {
      schemas: {
        'request-envelope': published(requestEnvelope), 'response-envelope': published(responseEnvelope), 'return-page': published(returnPage), ...methodSchemas(),
      },
    },
    'x-methods': methodList(),
    'x-callbacks': callbackList(),
    'x-codes': { code: gatewayCodes, subCode: subCodes, orderState: orderStates, refundState: refundStates, paymentNoticeState: paymentNoticeStates, payChannel: payChannels, payMethod: payMethods, eBillState: eBillStates, eBillSource: eBillSources },
  };
}
