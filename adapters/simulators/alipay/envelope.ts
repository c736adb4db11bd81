import { parseChinaTime } from './china-time.js';
import type { AlipayApp, KeyStore } from './key-store.js';
import { refused, type Reply } from './replies.js';
import { requestText, rsa2Verify } from './signing.js';

export const pageMethods = ['alipay.trade.page.pay', 'alipay.trade.wap.pay'] as const;
export const callMethods = [
  'alipay.trade.pay', 'alipay.trade.query', 'alipay.trade.close', 'alipay.trade.cancel', 'alipay.trade.refund', 'alipay.trade.fastpay.refund.query',
  'alipay.data.dataservice.bill.downloadurl.query',
] as const;
export type PageMethod = (typeof pageMethods)[number];
export type CallMethod = (typeof callMethods)[number];

/** A request whose envelope and signature are good. */
export interface GatewayRequest {
  readonly app: AlipayApp;
  readonly method: PageMethod | CallMethod;
  readonly bizContent: Readonly<Record<string, unknown>>;
  readonly notifyUrl?: string;
  readonly returnUrl?: string;
}

/** `signed: false` means that the failure body carries no signature, as with an application that Alipay does not know. */
export interface EnvelopeRefusal { readonly reply: Reply; readonly signed: boolean; readonly root: string }

export type Envelope = { readonly ok: true; readonly request: GatewayRequest } | { readonly ok: false; readonly refusal: EnvelopeRefusal };

export interface ReceivedForm {
  readonly fields: ReadonlyMap<string, string>;
  /** Whether `charset` stood in the address: without it the gateway decodes the body as GBK (section 1). */
  readonly charsetInAddress: boolean;
}

const maximumUrlLength = 256;
const required = [
  ['app_id', 'isv.missing-app-id'], ['method', 'isv.missing-method'], ['sign', 'isv.missing-signature'], ['sign_type', 'isv.missing-signature-type'],
  ['timestamp', 'isv.missing-timestamp'], ['version', 'isv.missing-version'], ['charset', 'isv.missing-charset'], ['biz_content', 'isv.missing-biz-content'],
] as const;
const fixed = [
  ['sign_type', 'RSA2', 'isv.invalid-signature-type'], ['version', '1.0', 'isv.invalid-version'], ['charset', 'utf-8', 'isv.invalid-charset'],
  ['format', 'JSON', 'isv.invalid-format'],
] as const;

export function rootOf(method: string): string {
  return `${method.replaceAll('.', '_')}_response`;
}

function knownMethod(method: string): PageMethod | CallMethod | undefined {
  return [...pageMethods, ...callMethods].find((name) => name === method);
}

/** True for an absolute http or https address of acceptable length. */
export function isWebAddress(text: string): boolean {
  if (text.length > maximumUrlLength || !URL.canParse(text)) return false;
  return ['http:', 'https:'].includes(new URL(text).protocol);
}

function parsedObject(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value as Readonly<Record<string, unknown>> : undefined;
  } catch {
    return undefined;
  }
}

function formRefusal(fields: ReadonlyMap<string, string>, now: number, toleranceMs: number): Reply | undefined {
  for (const [name, subCode] of required) if ((fields.get(name) ?? '') === '') return refused('40001', subCode, `缺少参数 ${name}`);
  for (const [name, value, subCode] of fixed) {
    if ((fields.get(name) ?? value) !== value) return refused('40002', subCode, `参数 ${name} 无效`);
  }
  const sentAt = parseChinaTime(fields.get('timestamp'));
  // A program that prints its own zone instead of China time is hours off; the shared clock makes that visible.
  if (sentAt === undefined || Math.abs(now - sentAt) > toleranceMs) return refused('40002', 'isv.invalid-timestamp', '非法的时间戳参数');
  for (const name of ['notify_url', 'return_url']) {
    const value = fields.get(name) ?? '';
    if (value !== '' && !isWebAddress(value)) return refused('40002', `isv.invalid-${name.replace('_', '-')}`, `参数 ${name} 无效`);
  }
  return undefined;
}

function signatureHolds(form: ReceivedForm, app: AlipayApp): boolean {
  const text = requestText(form.fields);
  const garbled = !form.charsetInAddress && /[^\x00-\x7f]/.test(text);
  return !garbled && rsa2Verify(app.publicKey, text, form.fields.get('sign') ?? '');
}

/** Checks everything that does not depend on the method: parameters, application, signature, JSON. */
export function openEnvelope(form: ReceivedForm, keys: KeyStore, now: number, toleranceMs: number): Envelope {
  const { fields } = form;
  const method = knownMethod(fields.get('method') ?? '');
  const root = method === undefined ? 'error_response' : rootOf(method);
  const refuse = (reply: Reply, signed: boolean): Envelope => ({ ok: false, refusal: { reply, signed, root } });
  const malformed = formRefusal(fields, now, toleranceMs);
  if (malformed !== undefined) return refuse(malformed, false);
  if (method === undefined) return refuse(refused('40002', 'isv.invalid-method', '不存在的方法名'), false);
  const app = keys.app(fields.get('app_id') ?? '');
  if (app === undefined) return refuse(refused('40002', 'isv.invalid-app-id', '无效的AppID参数'), false);
  if (!signatureHolds(form, app)) return refuse(refused('40002', 'isv.invalid-signature', '验签出错，建议检查签名字符串或签名私钥与应用公钥是否匹配'), true);
  const bizContent = parsedObject(fields.get('biz_content') ?? '');
  if (bizContent === undefined) return refuse(refused('40002', 'isv.invalid-biz-content', 'biz_content 不是 JSON 对象'), true);
  const notifyUrl = fields.get('notify_url') ?? '';
  const returnUrl = fields.get('return_url') ?? '';
  return { ok: true, request: { app, method, bizContent, ...(notifyUrl === '' ? {} : { notifyUrl }), ...(returnUrl === '' ? {} : { returnUrl }) } };
}
