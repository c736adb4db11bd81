import type { TObject, TSchema } from '@sinclair/typebox';
import { callbackMethods, returnPage } from './callbacks.js';
import { eBillSources, eBillStates, gatewayCodes, paymentNoticeStates, orderStates, payChannels, payMethods, refundStates, subCodes } from './codes.js';
import { requestEnvelope, responseEnvelope } from './envelope.js';
import { gatewayMethods } from './methods.js';
import { personalBillMethod, personalBillPush, personalBillStates } from './personal-bill.js';

const row = (...cells: readonly string[]): string => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
const table = (head: readonly string[], rows: readonly string[]): string => [row(...head), row(...head.map(() => '---')), ...rows].join('\n');

/** M, C or O of table 7-1. */
function requirementOf(parent: TObject, name: string): string {
  if (parent.required?.includes(name)) return 'M';
  return parent.properties[name]?.['condition'] === undefined ? 'O' : 'C';
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

function lengthOf(schema: TSchema): string {
  if (typeof schema['wireLength'] === 'number') return String(schema['wireLength']);
  if (schema['calendar'] === 'day') return '8';
  if (schema['calendar'] === 'moment') return '14';
  if (Array.isArray(schema['enum'])) return String(Math.max(...schema['enum'].map((code: unknown) => String(code).length)));
  if (typeof schema['maxItems'] === 'number') return `${schema['maxItems']} 行`;
  return typeof schema['maxLength'] === 'number' ? String(schema['maxLength']) : '–';
}

const typeOf = (schema: TSchema): string => ({ array: '列表', object: '对象' }[textOf(schema['type'])] ?? '字符串');

/** The rows of an object, with the fields of a list line or of an inner object indented below it. */
function rowsOf(object: TObject, prefix = ''): string[] {
  return Object.entries(object.properties).flatMap(([name, schema]) => {
    const inner = (schema['type'] === 'array' ? schema['items'] : schema) as TSchema;
    const note = [schema.description, schema['condition'] === undefined ? undefined : `条件：${textOf(schema['condition'])}`].filter(Boolean).join('；');
    const pattern = textOf(schema['pattern']);
    return [
      row(`\`${prefix}${name}\``, textOf(schema.title), requirementOf(object, name), typeOf(schema), lengthOf(schema), note || '–', pattern ? `\`${pattern}\`` : '–'),
      ...(inner['type'] === 'object' ? rowsOf(inner as TObject, `${prefix}${name}${schema['type'] === 'array' ? '[]' : ''}.`) : []),
    ];
  });
}

const fieldTable = (object: TObject): string => table(['字段', '名称', '要求', '类型', '长度', '说明', '格式（正则）'], rowsOf(object));

/** Methods with the same schema share one table. */
function bySchema(side: 'requestSchema' | 'responseSchema'): Map<TObject, string[]> {
  const groups = new Map<TObject, string[]>();
  for (const [name, method] of Object.entries(gatewayMethods)) groups.set(method[side], [...(groups.get(method[side]) ?? []), name]);
  return groups;
}

function methodSections(): string[] {
  const requests = [...bySchema('requestSchema')].map(([schema, names]) => section(schema.title ?? '', names, schema));
  const responses = [...bySchema('responseSchema')].map(([schema, names]) => section(schema.title ?? '', names, schema));
  return ['## 请求业务字段', ...requests, '## 响应业务字段', ...responses];
}

const section = (title: string, names: readonly string[], schema: TObject): string =>
  [`### ${title}`, names.map((name) => `\`${name}\``).join('、'), fieldTable(schema)].join('\n\n');

const codeTable = (title: string, codes: Readonly<Record<string, string>>): string =>
  [`### ${title}`, table(['代码', '含义'], Object.entries(codes).map(([code, text]) => row(`\`${code}\``, text)))].join('\n\n');

/** Every field and code of the gateway as Markdown, made from the schemas: the text of `docs/integrate/fields.md`. */
export function fieldTablesMarkdown(): string {
  return `${[
    '# 字段与代码表',
    '本页由接口定义（`contracts/gateway`）生成，请勿手工修改。',
    '要求：M 必填，C 满足条件时必填或出现，O 可选。长度：ASCII 字符计 1，其他字符计 2。所有值为字符串；不允许表外字段；值不得为空字符串（注明者除外），没有值的字段不要传。',
    '## 接口清单',
    table(['method', '名称', '类别'], Object.entries(gatewayMethods).map(([name, { title, kind, page }]) =>
      row(`\`${name}\``, title, page ? '页面' : kind === 'write' ? '写' : '查询'))),
    '## 公共参数',
    `### ${requestEnvelope.title ?? ''}`, fieldTable(requestEnvelope),
    `### ${responseEnvelope.title ?? ''}`, fieldTable(responseEnvelope),
    ...methodSections(),
    '## 通知与页面跳转',
    ...Object.entries(callbackMethods).map(([name, { title, schema }]) => section(title, [name], schema)),
    section(returnPage.title ?? '', ['GET returnUrl'], returnPage),
    section(personalBillPush.title ?? '', [personalBillMethod], personalBillPush),
    '## 代码',
    '### 网关返回码 code',
    table(['代码', '描述', '怎么办'], Object.entries(gatewayCodes).map(([code, { msg, advice }]) => row(`\`${code}\``, msg, advice))),
    codeTable('业务返回码 subCode', subCodes),
    codeTable('订单状态 orderState', orderStates),
    codeTable('退款状态 refundState', refundStates),
    codeTable('个人账单状态 state', personalBillStates),
    codeTable('缴款书状态 paymentNoticeState', paymentNoticeStates),
    codeTable('支付渠道 payChannel', payChannels),
    codeTable('支付方式 payMethod', payMethods),
    codeTable('开票状态 eBillState', eBillStates),
    codeTable('票据来源 eBillSource', eBillSources),
  ].join('\n\n')}\n`;
}
