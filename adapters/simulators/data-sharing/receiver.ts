import { createHash, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { rsa2Sign, rsa2Verify } from '../alipay/signing.js';
import { certificateUserId, newSm2PrivateKeyPem, signSm2Der, verifySm2Der } from '../unionpay/crypto/sm2.js';
import type { FrontBase, FrontRow } from './front-base.js';
import { frontTable } from './front-columns.js';

export interface ReceiverReply {
  readonly code: string; readonly msg: string; readonly batchNo: string; readonly accepted: number;
  readonly rejected: readonly { readonly key: string; readonly reason: string }[];
}
interface OwnKeys { readonly rsa: { readonly publicKey: KeyObject; readonly privateKey: KeyObject }; readonly sm2Pem: string }
export interface Caller { readonly appId: string; readonly publicKeyPem: string }

const mostRows = 1000;
const no = (batchNo: string, code: string, msg: string): ReceiverReply => ({ code, msg, batchNo, accepted: 0, rejected: [] });
const keyOf: Readonly<Record<string, string>> = { pay_order_info: 'Ddh' };

type Body = Readonly<Record<string, unknown>>;
const text = (value: unknown): string => (typeof value === 'string' ? value : '');

function canonical(fields: Readonly<Record<string, string>>): string {
  const given = Object.entries(fields).filter(([name, value]) => name !== 'sign' && value !== '');
  return given.sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, value]) => `${name}=${value}`).join('&');
}

function isSigned(key: KeyObject, fields: Readonly<Record<string, string>>, sign: string): boolean {
  if (key.asymmetricKeyType === 'rsa') return rsa2Verify(key, canonical(fields), sign);
  return verifySm2Der(key.export({ type: 'spki', format: 'der' }), certificateUserId, Buffer.from(canonical(fields)), Buffer.from(sign, 'base64'));
}

/** The interface of the sharing platform: checks the signature over the fields and the digest of the rows as they stand in the body, then each row. */
export class Receiver {
  readonly #base: FrontBase;
  readonly #callers = new Map<string, KeyObject>();
  #keys: OwnKeys | undefined;

  constructor(base: FrontBase) { this.#base = base; }

  register({ appId, publicKeyPem }: Caller): void { this.#callers.set(appId, createPublicKey(publicKeyPem)); }

  /** Keys of the platform by which its replies can be checked. */
  get publicKeys(): { readonly RSA2: string; readonly SM2: string } {
    const pem = (key: KeyObject): string => key.export({ type: 'spki', format: 'pem' }).toString();
    const { rsa, sm2Pem } = this.#own();
    return { RSA2: pem(rsa.publicKey), SM2: pem(createPublicKey(sm2Pem)) };
  }

  /** The reply under the platform's key of the algorithm that the caller uses. */
  signed(appId: string, reply: ReceiverReply): ReceiverReply & { readonly sign: string } {
    const { rejected, ...words } = reply;
    const rejectedDigest = createHash('sm3').update(JSON.stringify(rejected)).digest('hex');
    const text = canonical({ ...Object.fromEntries(Object.entries(words).map(([name, value]) => [name, String(value)])), rejectedDigest });
    const isRsa = this.#callers.get(appId)?.asymmetricKeyType === 'rsa';
    const { rsa, sm2Pem } = this.#own();
    return { ...reply, sign: isRsa ? rsa2Sign(rsa.privateKey, text) : signSm2Der(sm2Pem, certificateUserId, Buffer.from(text)).toString('base64') };
  }

  /** Whose message it says it is, and its number. */
  headOf(raw: Buffer): { readonly caller: string; readonly batchNo: string } {
    const body = objectOf(raw.toString('utf8'));
    return { caller: text(body?.['appId']), batchNo: text(body?.['batchNo']) };
  }

  receive(tableName: string, raw: Buffer): ReceiverReply {
    const whole = raw.toString('utf8');
    const body = objectOf(whole);
    const batchNo = text(body?.['batchNo']);
    const key = this.#callers.get(text(body?.['appId']));
    const rowsAt = whole.indexOf(',"rows":');
    if (body === undefined || rowsAt < 0 || key === undefined) return no(batchNo, '4001', '报文不符');
    const fields = Object.fromEntries(['appId', 'batchNo', 'table', 'mode', 'rowCount', 'rowsDigest'].map((name) => [name, text(body[name])]));
    const digest = createHash('sm3').update(whole.slice(rowsAt + ',"rows":'.length, -1)).digest('hex');
    if (digest !== fields['rowsDigest'] || !isSigned(key, fields, text(body['sign']))) return no(batchNo, '4003', '验签失败');
    const table = frontTable(tableName);
    const rows = body['rows'];
    if (table === undefined || fields['table'] !== tableName || !Array.isArray(rows) || rows.length > mostRows) return no(batchNo, '4004', '表或行数不符');
    return this.#take(tableName, batchNo, rows as readonly FrontRow[]);
  }

  /** Made when they are first needed: a start does not wait for them. */
  #own(): OwnKeys {
    return this.#keys ??= { rsa: generateKeyPairSync('rsa', { modulusLength: 2048 }), sm2Pem: newSm2PrivateKeyPem() };
  }

  #take(tableName: string, batchNo: string, rows: readonly FrontRow[]): ReceiverReply {
    const table = frontTable(tableName);
    const key = keyOf[tableName] ?? 'id';
    const rejected = rows.flatMap((row) => {
      const reason = table === undefined ? 'no table' : this.#base.upsert(table, key, row);
      return reason === undefined ? [] : [{ key: String(row[key]), reason }];
    });
    return { code: '0', msg: 'ok', batchNo, accepted: rows.length - rejected.length, rejected };
  }
}

function objectOf(whole: string): Body | undefined {
  try {
    const value: unknown = JSON.parse(whole);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value as Body : undefined;
  } catch {
    return undefined;
  }
}
