import { createHash, createPrivateKey, generateKeyPairSync, sign, verify } from 'node:crypto';
import smCrypto from 'sm-crypto';

/** UnionPay's side of the protocol, written a second time for these tests: nothing here comes from the adapter. */
export type Message = Readonly<Record<string, string>>;
const { sm2, sm3 } = smCrypto;

const newRsa = (): { readonly publicKey: string; readonly privateKey: string } => generateKeyPairSync('rsa', {
  modulusLength: 2048, publicKeyEncoding: { type: 'spki', format: 'pem' }, privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
});
export const gatewayRsa = newRsa();
export const merchantRsa = newRsa();
const spkiPrefix = '3059301306072a8648ce3d020106082a811ccf5501822d034200';

/** A key pair of sm-crypto with its public half as SPKI PEM. */
export function newSm2(): { readonly privateHex: string; readonly publicHex: string; readonly publicKey: string } {
  const { privateKey, publicKey } = sm2.generateKeyPairHex();
  const der = Buffer.from(spkiPrefix + publicKey, 'hex').toString('base64');
  return { privateHex: privateKey, publicHex: publicKey, publicKey: `-----BEGIN PUBLIC KEY-----\n${der}\n-----END PUBLIC KEY-----\n` };
}
export const gatewaySm2 = newSm2();
export const merchantSm2 = newSm2();

/** Beyond 2^53, as the genuine serial numbers are. */
export const gatewaySerial = '68759663125';
export const merchantCertId = '40220995861346480087';
/** What stands in signPubKeyCert: line ends CR LF, and `+` and `=` inside. */
export const gatewayCertificate = '-----BEGIN CERTIFICATE-----\r\nMIIEQzCC+Ayug/wIBAgIFEkkz+T0wDQ==\r\n-----END CERTIFICATE-----';

export const link = (fields: Message): string => Object.keys(fields).filter((name) => name !== 'signature' && fields[name] !== '').sort()
  .map((name) => `${name}=${fields[name] ?? ''}`).join('&');
const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

export function signedByGateway(content: Message, signMethod: '01' | '21' = '01', privateKey = gatewayRsa.privateKey): Message {
  const fields = { version: '5.1.0', encoding: 'UTF-8', signMethod, signPubKeyCert: gatewayCertificate, ...content };
  if (signMethod === '21') {
    const raw = sm2.doSignature(sm3(link(fields)), gatewaySm2.privateHex, { hash: true, userId: gatewaySerial });
    return { ...fields, signature: Buffer.from(raw, 'hex').toString('base64') };
  }
  return { ...fields, signature: sign('sha256', Buffer.from(sha256(link(fields))), createPrivateKey(privateKey)).toString('base64') };
}

export function merchantSigned(fields: Message): boolean {
  const signature = Buffer.from(fields['signature'] ?? '', 'base64');
  if (fields['signMethod'] === '01') return verify('sha256', Buffer.from(sha256(link(fields))), merchantRsa.publicKey, signature);
  return signature.length === 64
    && sm2.doVerifySignature(sm3(link(fields)), signature.toString('hex'), merchantSm2.publicHex, { hash: true, userId: fields['certId'] ?? '' });
}

/** The body of an answer: not URL-encoded at all. */
export const plainBody = (fields: Message): string => Object.entries(fields).map(([name, value]) => `${name}=${value}`).join('&');
export const formText = (fields: Message): string => new URLSearchParams(fields).toString();
