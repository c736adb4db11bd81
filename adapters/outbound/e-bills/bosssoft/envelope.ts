import { createHash, timingSafeEqual } from 'node:crypto';
import { base64Of, textOfBase64, utf8Text } from './base64-text.js';
import { ExactNumber, NotJson, readExactJson, writeExactJson, type ExactJson } from './exact-json.js';

/** `md5-upper` is the vendor's; `sm3-upper` stands over the same text where both sides have agreed on it. */
export type EnvelopeDigest = 'md5-upper' | 'sm3-upper';

/** What both sides know before they speak. */
export interface EnvelopeFace {
  readonly appid: string;
  readonly version: string;
  /** Of the standard edition, and signed there; undefined is the short form of the other editions. */
  readonly place: { readonly region: string; readonly deptcode: string } | undefined;
  readonly digest: EnvelopeDigest;
}

const algorithms: Readonly<Record<EnvelopeDigest, string>> = { 'md5-upper': 'md5', 'sm3-upper': 'sm3' };

/** The order is fixed and not alphabetical: the key stands between noise and version (ebill.md 2). */
function textToSign({ appid, version, place }: EnvelopeFace, key: string, data: string, noise: string): string {
  const short = `appid=${appid}&data=${data}&noise=${noise}&key=${key}&version=${version}`;
  return place === undefined ? short : `region=${place.region}&deptcode=${place.deptcode}&${short}`;
}

export const envelopeSign = (face: EnvelopeFace, key: string, data: string, noise: string): string =>
  createHash(algorithms[face.digest]).update(textToSign(face, key, data, noise), 'utf8').digest('hex').toUpperCase();

/** The body of a request that says `content` (JSON text). */
export function sealRequest(face: EnvelopeFace, key: string, content: string, noise: string): string {
  const data = base64Of(content);
  return writeExactJson({ ...face.place, appid: face.appid, data, noise, version: face.version, sign: envelopeSign(face, key, data, noise) });
}

export type OpenedReply =
  /** `message` is decoded: JSON where `result` is a success, else text for a person. */
  | { readonly kind: 'said'; readonly result: string; readonly message: string }
  | { readonly kind: 'unsigned' }
  | { readonly kind: 'unreadable' };

const unreadable: OpenedReply = { kind: 'unreadable' };

/** Believes nothing inside before the signature has been checked. Never throws. */
export function openReply(face: EnvelopeFace, key: string, body: Uint8Array): OpenedReply {
  const outer = objectOf(utf8Text(body));
  const [data, noise, sign] = ['data', 'noise', 'sign'].map((name) => outer?.get(name));
  if (typeof data !== 'string' || typeof noise !== 'string') return unreadable;
  if (typeof sign !== 'string' || !isEqual(sign, envelopeSign(face, key, data, noise))) return { kind: 'unsigned' };
  const inner = objectOf(textOfBase64(data));
  const [result, coded] = [textOf(inner?.get('result')), inner?.get('message')];
  if (result === undefined || typeof coded !== 'string') return unreadable;
  const message = textOfBase64(coded);
  return message === undefined ? unreadable : { kind: 'said', result, message };
}

/** Undefined where the text is no JSON object. */
export function objectOf(text: string | undefined): ReadonlyMap<string, ExactJson> | undefined {
  if (text === undefined) return undefined;
  try {
    const value = readExactJson(text);
    return value instanceof Map ? value : undefined;
  } catch (fault) {
    if (fault instanceof NotJson) return undefined;
    throw fault;
  }
}

/** Text, also where a system writes a number instead. */
export function textOf(value: ExactJson | undefined): string | undefined {
  if (value instanceof ExactNumber) return value.text;
  return typeof value === 'string' ? value : undefined;
}

/** Takes the same time wherever the texts differ. */
function isEqual(told: string, expected: string): boolean {
  const [left, right] = [Buffer.from(told, 'utf8'), Buffer.from(expected, 'utf8')];
  return left.length === right.length && timingSafeEqual(left, right);
}
