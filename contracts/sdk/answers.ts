import type { SignatureExplanation } from '../gateway/envelope.js';
import { gatewayMethods, type GatewayMethodName, type RequestOf, type ResponseOf } from '../gateway/methods.js';
import { canonicalText } from './canonical-text.js';
import { GatewayFault, GatewayRefusal } from './errors.js';
import type { VerifyText } from './signing.js';
import { readFields, readJsonObject, stringParameters, unpackData } from './wire-data.js';

const success = '10000';
/** Codes that the platform may have to send before it knows whose key to answer with (GW-12). All others must be signed. */
const mayBeUnsigned = new Set(['20000', '40001', '40002', '40003', '40005', '40007', '42900']);
/** Numbers that, where both sides name them, must be the same: else the answer belongs to another question. */
const numbers = ['bizOrderNo', 'platformOrderNo', 'bizRefundOrderNo', 'platformRefundOrderNo', 'payCode', 'bizNoticeNo'] as const;

/** The two texts to compare after a wrong signature; nothing of it is trusted. */
function explanationOf(code: string, data: string): { explanation: SignatureExplanation } | undefined {
  if (code !== '40003') return undefined;
  try {
    const { canonicalText: text, digest } = unpackData(data);
    return typeof text === 'string' && typeof digest === 'string' ? { explanation: { canonicalText: text, digest } } : undefined;
  } catch {
    return undefined; // An explanation is a courtesy: the refusal itself is what counts.
  }
}

function sameQuestion(asked: Readonly<Record<string, unknown>>, told: Readonly<Record<string, unknown>>): boolean {
  return numbers.every((name) => asked[name] === undefined || told[name] === undefined || asked[name] === told[name]);
}

/** Verifies an answer before anything in it is used. Throws GatewayFault (not to be believed) or GatewayRefusal (the platform said no). */
export function readAnswer<M extends GatewayMethodName>(method: M, asked: RequestOf<M>, body: string, verify: VerifyText): ResponseOf<M> {
  const answer = stringParameters(readJsonObject(body));
  const { code, msg = '', subCode, subMsg, sign = '', data = '' } = answer;
  if (code === undefined) throw new GatewayFault('unreadable', '应答没有返回码');
  const verified = sign !== '' && verify(canonicalText(answer), sign);
  if (!verified && (sign !== '' || !mayBeUnsigned.has(code))) throw new GatewayFault('untrusted', `应答未通过验签（返回码 ${code}）`);
  if (code !== success) {
    throw new GatewayRefusal({ code, msg, verified, ...(subCode ? { subCode } : {}), ...(subMsg ? { subMsg } : {}), ...explanationOf(code, data) });
  }
  const told = unpackData(data);
  if (!sameQuestion(asked, told)) throw new GatewayFault('untrusted', '应答的单号与请求不一致');
  return readFields(gatewayMethods[method].responseSchema, told);
}
