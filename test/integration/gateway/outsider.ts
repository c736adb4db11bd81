import { constants, createHash, createPrivateKey, createPublicKey, createSign, createVerify, generateKeyPairSync, randomInt, sign as signBytes, verify as verifyBytes, type KeyObject } from 'node:crypto';
import { request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { expect } from 'chai';
import type { Developer, DeveloperKey } from '../../../domain/directory/developer.js';
import { gatewayMethods } from '../../../contracts/gateway/methods.js';
import type { City } from '../../support/city.js';

/** A business system with hands of its own: it signs by node:crypto and writes HTTP itself, so that it shares no mistake with product or SDK. */
export interface Party {
  readonly devId: string;
  readonly algorithm: 'RSA2' | 'SM2';
  readonly encoding: 'der' | 'raw';
  readonly userId: string;
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
}

export type Fields = Readonly<Record<string, unknown>>;
export type Parameters = Record<string, string>;
export const order = 'epay-trade-core.wap.order.create';
export const barcode = 'epay-trade-core.bar.order.create';
export const orderQuery = 'epay-trade-core.order.query';
export const defaultUserId = '1234567812345678';
const allMethods: readonly string[] = Object.keys(gatewayMethods);
export const allMerchants = ['M35040000001', 'M35040000002', 'M35040000003', 'M35040000004', 'M35040000005'] as const;

export function newParty(devId: string, algorithm: 'RSA2' | 'SM2' = 'RSA2', sm2: { readonly encoding?: 'der' | 'raw'; readonly userId?: string } = {}): Party {
  const pair = algorithm === 'RSA2' ? generateKeyPairSync('rsa', { modulusLength: 2048 }) : generateKeyPairSync('ec', { namedCurve: 'SM2' });
  // Read again from PEM: a freshly generated SM2 key would sign by ECDSA, an imported one signs by SM2.
  const privateKey = createPrivateKey(pair.privateKey.export({ type: 'pkcs8', format: 'pem' }));
  return { devId, algorithm, encoding: sm2.encoding ?? 'der', userId: sm2.userId ?? defaultUserId, privateKey, publicKey: createPublicKey(privateKey) };
}

export const pemOf = (key: KeyObject): string => key.export({ type: 'spki', format: 'pem' }).toString();

export const keyOf = ({ publicKey }: Pick<Party, 'publicKey'>): DeveloperKey => ({ pem: pemOf(publicKey), since: undefined, until: undefined });

/** Makes the platform know a party; `changes` are the special settings of a test. Saving again replaces. */
export async function enrol(city: City, party: Party, changes: Partial<Developer> = {}): Promise<Party> {
  const known = await city.resources.directory.developer(party.devId);
  const scheme = party.algorithm === 'RSA2' ? { algorithm: 'RSA2' as const } : { algorithm: 'SM2' as const, sm2Encoding: party.encoding, sm2UserId: party.userId };
  await city.resources.directoryEditor.saveDeveloper({
    devId: party.devId, developerName: '测试业务系统', scheme, keys: [keyOf(party)], enabled: true, allowedOrigins: [city.businessUrl], allowedAddresses: [],
    allowedMethods: allMethods, merchantNos: allMerchants, requestsPerSecond: 5_000, textsPayers: true, personalBillUrl: undefined, roleCodes: [], contactName: '',
    contactMobile: undefined, createdAt: undefined, version: known?.version ?? 1, ...changes,
  }, { kind: 'system', code: 'test', address: undefined });
  return party;
}

/** The text to sign (requirement 1.1.7.1.1-e), written anew: bytes of the names decide the order. */
export function textToSign(parameters: Readonly<Parameters>): string {
  const names = Object.keys(parameters).filter((name) => name !== 'sign' && parameters[name] !== '').sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
  return names.map((name) => `${name}=${parameters[name] ?? ''}`).join('&');
}

const curve = Buffer.from('FFFFFFFEFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF00000000FFFFFFFFFFFFFFFC28E9FA9E9D9F5E344D5A9E4BCF6509A7F39789F515AB8F92DDBCBD414D940E93'
  + '32C4AE2C1F1981195F9904466A39C9948FE30BBFF2660BE1715A4589334C74C7BC3736A2F4F6779C59BDCEE36B692153D0A9877CC62A474002DF32E52139F0A0', 'hex');

/** Z of GB/T 32918.2 for a user id. */
export function zOf(publicKey: KeyObject, userId: string): Buffer {
  const id = Buffer.from(userId, 'utf8');
  const point = publicKey.export({ type: 'spki', format: 'der' }).subarray(-64);
  return createHash('sm3').update(Buffer.from([id.length * 8 >> 8, id.length * 8 & 255])).update(id).update(curve).update(point).digest();
}

export const sm2Der = (party: Party, text: string | Buffer, userId = party.userId): Buffer => createSign('sm3').update(zOf(party.publicKey, userId)).update(text).sign(party.privateKey);

/** DER SEQUENCE{r, s} as 64 bytes. */
export function rawOf(der: Buffer): Buffer {
  const rEnd = 4 + (der[3] ?? 0);
  const wide = (part: Buffer): Buffer => Buffer.from(part.toString('hex').replace(/^00(?=.{64}$)/, '').padStart(64, '0'), 'hex');
  return Buffer.concat([wide(der.subarray(4, rEnd)), wide(der.subarray(rEnd + 2))]);
}

export function signatureOf(party: Party, text: string | Buffer): string {
  if (party.algorithm === 'RSA2') return signBytes('sha256', Buffer.from(text), { key: party.privateKey, padding: constants.RSA_PKCS1_PADDING }).toString('base64');
  const der = sm2Der(party, text);
  return (party.encoding === 'raw' ? rawOf(der) : der).toString('base64');
}

/** Whether the platform's answer was signed by its own key in the developer's algorithm and encoding (GW-12). */
export async function isSignedByPlatform(city: City, party: Party, answer: Readonly<Parameters>): Promise<boolean> {
  const key = createPublicKey(await city.resources.signer.publicKeyPem(`platform.${party.algorithm}`));
  const [text, signature] = [textToSign(answer), Buffer.from(answer['sign'] ?? '', 'base64')];
  if (party.algorithm === 'RSA2') return verifyBytes('sha256', Buffer.from(text), { key, padding: constants.RSA_PKCS1_PADDING }, signature);
  if (party.encoding === 'raw' && signature.length !== 64) return false;
  return createVerify('sm3').update(zOf(key, party.userId)).update(text).verify(key, party.encoding === 'raw' ? derOf(signature) : signature);
}

export function derOf(raw: Buffer): Buffer {
  const integer = (part: Buffer): Buffer => {
    const hex = part.toString('hex').replace(/^(00)+(?=..)/, '');
    const body = Buffer.from(Number.parseInt(hex.slice(0, 2), 16) > 127 ? `00${hex}` : hex, 'hex');
    return Buffer.concat([Buffer.from([2, body.length]), body]);
  };
  const body = Buffer.concat([integer(raw.subarray(0, 32)), integer(raw.subarray(32))]);
  return Buffer.concat([Buffer.from([0x30, body.length]), body]);
}

/** China time as the wire writes it. */
export const timeText = (ms: number): string => new Date(ms + 8 * 3_600_000).toISOString().replace(/[^0-9]/g, '').slice(0, 14);
export const base64 = (value: unknown): string => Buffer.from(typeof value === 'string' ? value : JSON.stringify(value), 'utf8').toString('base64');

let numbers = 0;
export const freshNumber = (): string => `H${process.pid}${Date.now().toString(36)}${(numbers += 1)}`;
export const freshCode = (ending: string): string => `28${Array.from({ length: 14 }, () => randomInt(10)).join('')}${ending}`;

/** Business data of an order that is fine. */
export function orderData(city: City, changes: Fields = {}): Fields {
  const time = timeText(city.now());
  return { merchantNo: 'M35040000001', bizOrderNo: freshNumber(), orderDate: time.slice(0, 8), orderTime: time, orderAmount: '8000', orderTitle: '不动产登记费', ...changes };
}

/** The six parameters, signed. `data` may be text that is no object, for attacks on it. */
export function envelope(city: City, party: Party, method: string, data: Fields | string, changes: Readonly<Parameters> = {}): Parameters {
  const parameters: Parameters = { version: '1.0.0', method, timestamp: timeText(city.now()), devId: party.devId, data: base64(data), ...changes };
  return { ...parameters, sign: changes['sign'] ?? signatureOf(party, textToSign(parameters)) };
}

export interface Reply { readonly status: number; readonly headers: Readonly<Record<string, string | string[] | undefined>>; readonly text: string }
export interface Sent { readonly verb?: string; readonly path?: string; readonly headers?: Readonly<Record<string, string>>; readonly body?: string | Buffer }

/** One request, byte for byte as given. */
export async function send(baseUrl: string, sent: Sent): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const body = Buffer.from(sent.body ?? '');
    const url = new URL(baseUrl);
    const request = httpRequest({
      host: url.hostname, port: url.port, path: sent.path ?? '/gateway', method: sent.verb ?? 'POST', agent: false,
      headers: { 'content-type': 'application/json', 'content-length': body.length, ...sent.headers },
    }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, text: Buffer.concat(chunks).toString('utf8') }));
    });
    request.on('error', reject);
    request.end(body);
  });
}

export const postJson = async (city: City, parameters: Readonly<Parameters>, headers: Readonly<Record<string, string>> = {}): Promise<Reply> =>
  send(city.baseUrl, { headers, body: JSON.stringify(parameters) });
export const postForm = async (city: City, parameters: Readonly<Parameters>): Promise<Reply> => send(city.baseUrl, {
  headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: Object.entries(parameters).map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`).join('&'),
});

export const answerOf = (reply: Reply): Parameters => JSON.parse(reply.text) as Parameters;
export const dataOf = (answer: Readonly<Parameters>): Record<string, string> => JSON.parse(Buffer.from(answer['data'] ?? '', 'base64').toString('utf8')) as Record<string, string>;

/** Calls a method and gives the whole answer. */
export const call = async (city: City, party: Party, method: string, data: Fields | string, changes: Readonly<Parameters> = {}): Promise<Parameters> =>
  answerOf(await postJson(city, envelope(city, party, method, data, changes)));

export interface Expected { readonly code: string; readonly subCode?: string | undefined; readonly subMsg?: string | undefined; readonly status?: number | undefined }

/** The answer is exactly this refusal and carries no business data. */
export function expectRefusal(reply: Reply, expected: Expected): void {
  const { code, subCode, subMsg } = answerOf(reply);
  expect({ code, subCode, subMsg, status: reply.status }).to.deep.equal({ code: expected.code, subCode: expected.subCode, subMsg: expected.subMsg, status: expected.status ?? 200 });
}

export async function countOf(city: City, table: string): Promise<number> {
  const rows: readonly { readonly n: number }[] = await city.resources.engine.reader(table).count({ n: '*' });
  return Number(rows[0]?.n);
}
export const countOrders = async (city: City): Promise<number> => countOf(city, 'pay_order');

/** Writes bytes to the public port and reads what comes back until the other side closes or `waitMs` are over. */
export async function speak(city: City, pieces: readonly (string | Buffer)[], waitMs = 2_000): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(city.baseUrl).port), '127.0.0.1');
    const chunks: Buffer[] = [];
    const end = (): void => { clearTimeout(timer); socket.destroy(); resolve(Buffer.concat(chunks).toString('utf8')); };
    const timer = setTimeout(end, waitMs);
    socket.on('data', (chunk: Buffer) => chunks.push(chunk));
    socket.on('close', end);
    socket.on('error', (error: NodeJS.ErrnoException) => { if (error.code === 'ECONNREFUSED') reject(error); else end(); });
    for (const piece of pieces) socket.write(piece);
  });
}

/** Reads the body of a raw HTTP answer as the gateway's JSON. */
export function spokenAnswer(raw: string): { readonly status: number; readonly answer: Parameters } {
  const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(raw)?.[1]);
  return { status, answer: JSON.parse(/\{.*\}/s.exec(raw.slice(raw.indexOf('\r\n\r\n')))?.[0] ?? '{}') as Parameters };
}
