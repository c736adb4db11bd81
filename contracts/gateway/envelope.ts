import { Type, type Static } from '@sinclair/typebox';
import { wireText } from './fields.js';

/** The only version of the interface (table 7-2). */
export const gatewayVersion = '1.0.0';
/** Largest request body in bytes (GW-09). */
export const maxBodyBytes = 64 * 1024;
/** Largest decoded `data` in bytes (GW-09). */
export const maxDataBytes = 32 * 1024;
/** Deepest nesting and most keys of decoded `data` (GW-08). */
export const maxDataDepth = 8;
export const maxDataKeys = 200;
/** `data` of an answer that has none: Base64 of `{}`. */
export const emptyData = 'e30=';

/** Strict Base64: standard alphabet, right padding, nothing between. */
export const base64Pattern = '^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$';
const maxDataCharacters = Math.ceil(maxDataBytes / 3) * 4;
/** Room for an RSA signature of 8192 bits. */
const maxSignCharacters = 1368;

/**
 * Envelope of every request and callback (table 7-2). Each parameter has a closed alphabet without `&` and `=` before its end, so
 * content cannot be moved from one name to another in the signed text (GW-03).
 */
export const requestEnvelope = Type.Object({
  version: Type.String({ title: '接口版本号', description: '固定 1.0.0', pattern: '^[0-9.]{1,50}$', wireLength: 50 }),
  method: Type.String({ title: '接口名称', pattern: '^[A-Za-z.\\-]{1,100}$', wireLength: 100 }),
  timestamp: Type.String({ title: '时间戳', description: 'yyyyMMddHHmmss，北京时间，与平台时钟相差不超过 10 分钟', pattern: '^[0-9]{14}$', wireLength: 14 }),
  devId: Type.String({ title: '开发者编码', pattern: '^[A-Za-z0-9_\\-]{1,64}$', wireLength: 64 }),
  data: Type.String({ title: '业务数据', description: '业务字段组成 JSON（UTF-8），再做 Base64', minLength: 4, maxLength: maxDataCharacters, pattern: base64Pattern }),
  sign: Type.String({ title: '签名信息', description: '签名值的 Base64，不参与签名', minLength: 4, maxLength: maxSignCharacters, pattern: base64Pattern }),
}, { title: '公共请求参数', additionalProperties: false });
export type RequestEnvelope = Static<typeof requestEnvelope>;

/** Names of the request parameters; anything else is refused (GW-03). */
export const requestParameterNames = Object.keys(requestEnvelope.properties) as readonly (keyof RequestEnvelope)[];

/** Envelope of every answer (table 7-3). `sign` is empty only before the developer is known. */
export const responseEnvelope = Type.Object({
  code: Type.String({ title: '网关返回码', pattern: '^[0-9]{5}$', wireLength: 50 }),
  msg: wireText({ title: '网关返回码描述', max: 100 }),
  subCode: Type.Optional(Type.String({ title: '业务返回码', condition: '业务拒绝或字段有误时', pattern: '^[A-Z0-9_]{1,14}$', wireLength: 14 })),
  subMsg: Type.Optional(wireText({ title: '业务返回码描述', condition: '有 subCode 时', max: 64 })),
  data: Type.String({ title: '业务数据', description: '业务字段组成 JSON（UTF-8），再做 Base64；无内容时为 e30=', pattern: base64Pattern }),
  sign: Type.String({ title: '签名信息', description: '平台签名；开发者尚未识别时为空', maxLength: maxSignCharacters, pattern: base64Pattern }),
}, { title: '公共响应参数', additionalProperties: false });
export type ResponseEnvelope = Static<typeof responseEnvelope>;

/** What `data` of a 40003 answer holds in the embedded profile, so that a newcomer sees where the two texts differ. */
export const signatureExplanation = Type.Object({
  canonicalText: Type.String({ title: '平台计算的待签名文本' }),
  digest: Type.String({ title: '待签名文本的摘要', description: '十六进制，RSA2 为 SHA-256，SM2 为含 Z 值的 SM3' }),
}, { title: '验签失败说明（仅嵌入式环境）', additionalProperties: true });
export type SignatureExplanation = Static<typeof signatureExplanation>;
