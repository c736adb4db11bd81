import { createHash, createPrivateKey, generateKeyPairSync, sign, verify, X509Certificate, type KeyPairKeyObjectResult } from 'node:crypto';
import smCrypto from 'sm-crypto';

const { sm2, sm3 } = smCrypto;

/** A merchant's side of the protocol, written a second time for the tests: nothing here comes from the simulator. */
export type Message = Record<string, string>;

const linked = (fields: Message): string => Object.entries(fields).filter(([name, value]) => name !== 'signature' && value !== '')
  .sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, value]) => `${name}=${value}`).join('&');

interface PemPair { readonly publicKey: string; readonly privateKey: string }

function pemPair({ publicKey, privateKey }: KeyPairKeyObjectResult): PemPair {
  return { publicKey: publicKey.export({ type: 'spki', format: 'pem' }).toString(), privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString() };
}

export const rsaPair = pemPair(generateKeyPairSync('rsa', { modulusLength: 2048 }));
export const sm2Pair = pemPair(generateKeyPairSync('ec', { namedCurve: 'SM2' }));

const derOf = (armoured: string): Buffer => Buffer.from(armoured.replace(/-----[^-]+-----|\s/g, ''), 'base64');
const sm2PrivateHex = (armoured: string): string => derOf(armoured).toString('hex').split('0201010420')[1]?.slice(0, 64) ?? '';
const sm2PublicHex = (spki: Buffer): string => spki.toString('hex').slice(-130);

export interface Signer { readonly method: '01' | '21'; readonly privateKey: string; readonly certId: string }

/** Signs as section 4 says, SM2 by sm-crypto so that a mistake in one SM2 recipe cannot hide in both sides. */
export function signed(fields: Message, { method, privateKey, certId }: Signer): Message {
  const complete: Message = { ...fields, signMethod: method, certId };
  const link = linked(complete);
  if (method === '21') {
    const signature = sm2.doSignature(sm3(link), sm2PrivateHex(privateKey), { hash: true, userId: certId });
    return { ...complete, signature: Buffer.from(signature, 'hex').toString('base64') };
  }
  const digest = createHash('sha256').update(link).digest('hex');
  return { ...complete, signature: sign('sha256', Buffer.from(digest), createPrivateKey(privateKey)).toString('base64') };
}

/** Section 2: split at the first `=`; an `&` inside braces or brackets belongs to the value. */
export function readAnswer(text: string): Message {
  const fields: Message = {};
  let depth = 0;
  let start = 0;
  for (let at = 0; at <= text.length; at += 1) {
    const character = text[at];
    if (character === '{' || character === '[') depth += 1;
    if (character === '}' || character === ']') depth -= 1;
    if (at < text.length && (character !== '&' || depth > 0)) continue;
    const pair = text.slice(start, at);
    fields[pair.slice(0, pair.indexOf('='))] = pair.slice(pair.indexOf('=') + 1);
    start = at + 1;
  }
  return fields;
}

function readDer(bytes: Buffer): { content: Buffer; whole: Buffer; rest: Buffer } {
  const long = (bytes[1] ?? 0) & 0x80 ? (bytes[1] ?? 0) & 0x7f : 0;
  const length = long === 0 ? bytes[1] ?? 0 : bytes.readUIntBE(2, long);
  const end = 2 + long + length;
  return { content: bytes.subarray(2 + long, end), whole: bytes.subarray(0, end), rest: bytes.subarray(end) };
}

/** node:crypto cannot verify the signature of an SM2 certificate; sm-crypto over the TBS bytes can. */
function sm2Issued(child: X509Certificate, issuer: X509Certificate): boolean {
  const toBeSigned = readDer(readDer(child.raw).content);
  const signature = readDer(readDer(toBeSigned.rest).rest).content.subarray(1);
  const issuerKey = sm2PublicHex(issuer.publicKey.export({ type: 'spki', format: 'der' }));
  return sm2.doVerifySignature([...toBeSigned.whole], signature.toString('hex'), issuerKey, { hash: true, der: true, userId: '1234567812345678' });
}

const issuedBy = (child: X509Certificate, issuer: X509Certificate, method: string): boolean => child.issuer === issuer.subject
  && (method === '21' ? sm2Issued(child, issuer) : child.verify(issuer.publicKey));

export interface Trust { readonly rootPem: string; readonly middlePem: string; readonly allowedName: string }

/** What a careful merchant finds wrong with an answer or a notification; undefined when it is genuine. */
export function problemOf(fields: Message, trust: Trust, method: '01' | '21', nowMs: number): string | undefined {
  if (fields['signature'] === undefined || fields['signPubKeyCert'] === undefined) return 'unsigned';
  if (fields['version'] !== '5.1.0' || fields['signMethod'] !== method) return 'downgrade';
  const leaf = new X509Certificate(fields['signPubKeyCert']);
  const middle = new X509Certificate(trust.middlePem);
  if (!issuedBy(leaf, middle, method) || !issuedBy(middle, new X509Certificate(trust.rootPem), method)) return 'chain';
  if (nowMs < Date.parse(leaf.validFrom) || nowMs > Date.parse(leaf.validTo)) return 'expired';
  const commonName = /(?:^|\n)CN=(.*)$/m.exec(leaf.subject)?.[1] ?? '';
  if (commonName.split('@')[2] !== trust.allowedName) return 'name';
  const spki = leaf.publicKey.export({ type: 'spki', format: 'der' });
  const signature = Buffer.from(fields['signature'], 'base64');
  const holds = method === '21'
    ? sm2.doVerifySignature(sm3(linked(fields)), signature.toString('hex'), sm2PublicHex(spki), { hash: true, userId: BigInt(`0x${leaf.serialNumber}`).toString() })
    : verify('sha256', Buffer.from(createHash('sha256').update(linked(fields)).digest('hex')), leaf.publicKey, signature);
  return holds ? undefined : 'signature';
}
