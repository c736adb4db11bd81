import { isPrivateValue } from './sm2-curve.js';
import type { Sm2PrivateKey } from './sm2-engine.js';
import { derTag, expectTag, oid, readDer, readDerList } from './der.js';

const spkiPrefix = Buffer.from('3059301306072a8648ce3d020106082a811ccf5501822d034200', 'hex');
const pkcs8Prefix = Buffer.from('308187020100301306072a8648ce3d020106082a811ccf5501822d046d306b0201010420', 'hex');
const pkcs8Middle = Buffer.from('a144034200', 'hex');

/** SubjectPublicKeyInfo DER of a point 04‖x‖y. */
export const sm2Spki = (pointHex: string): Buffer => Buffer.concat([spkiPrefix, Buffer.from(pointHex, 'hex')]);

/** PKCS#8 DER with the public part, the form OpenSSL writes. */
export const sm2Pkcs8 = (key: Sm2PrivateKey): Buffer =>
  Buffer.concat([pkcs8Prefix, key.d, pkcs8Middle, Buffer.from(key.pointHex, 'hex')]);

/** Hex of the point inside an SM2 SubjectPublicKeyInfo, in whatever form it is written there. Throws DerError. */
export function pointInSpki(spki: Buffer): string {
  const [algorithm, bits] = readDerList(expectTag(readDer(spki), derTag.sequence).body);
  const [kind, curve] = readDerList(expectTag(algorithm, derTag.sequence).body);
  if (kind?.body.toString('hex') !== oid.ecPublicKey || curve?.body.toString('hex') !== oid.sm2Curve) return '';
  const content = expectTag(bits, derTag.bitString).body;
  return content[0] === 0 ? content.subarray(1).toString('hex') : '';
}

/** What an SM2 private key file says: the value and, where it is written, the point (hex, unchecked). */
export interface Sm2KeyFile { readonly d: Buffer; readonly pointHex: string | undefined }

/** Reads PKCS#8 or SEC1 DER; undefined where it is a key of another kind or the value is not 1..n-2. Throws DerError. */
export function readSm2PrivateDer(der: Buffer): Sm2KeyFile | undefined {
  const parts = readDerList(expectTag(readDer(der), derTag.sequence).body);
  if (parts[1]?.tag === derTag.octetString) return readSec1(der, true);
  const [kind, curve] = readDerList(expectTag(parts[1], derTag.sequence).body);
  if (kind?.body.toString('hex') !== oid.ecPublicKey || curve?.body.toString('hex') !== oid.sm2Curve) return undefined;
  return readSec1(expectTag(parts[2], derTag.octetString).body, false);
}

function readSec1(der: Buffer, namesCurve: boolean): Sm2KeyFile | undefined {
  const [, value, ...rest] = readDerList(expectTag(readDer(der), derTag.sequence).body);
  const d = expectTag(value, derTag.octetString).body;
  const curve = rest.find(({ tag }) => tag === 0xa0);
  const rightCurve = curve === undefined ? !namesCurve : readDer(curve.body).body.toString('hex') === oid.sm2Curve;
  if (!rightCurve || !isPrivateValue(d)) return undefined;
  const point = rest.find(({ tag }) => tag === 0xa1);
  return { d: Buffer.from(d), pointHex: point && readDer(point.body).body.subarray(1).toString('hex') };
}
