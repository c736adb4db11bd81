import { constants, createHash, createPrivateKey, createPublicKey, createSign, createVerify, randomBytes, sign, verify, type KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';
import express, { type Request } from 'express';
import { FloorStore, type RowSample } from './floor-rows.js';

/**
 * The least a signed order creation can cost on this machine: express with a raw-body route, verify, the same three rows by the bare driver in
 * one commit, sign. No schema, no replay rule, no directory, no limits, no metrics: what the product adds to this is the product's price.
 */
export interface FloorPlan {
  readonly port: number; readonly databaseFile: string; readonly sample: RowSample;
  readonly developers: readonly { readonly devId: string; readonly algorithm: 'RSA2' | 'SM2'; readonly publicKeyPem: string; readonly answerKeyPem: string }[];
}

const keepAliveMs = 65_000;

type Envelope = Readonly<Record<string, string>>;
interface Party { readonly verify: (text: string, signature: Buffer) => boolean; readonly sign: (text: string) => Promise<Buffer> }

const canonical = (envelope: Envelope): string => Object.keys(envelope).filter((name) => name !== 'sign').sort().map((name) => `${name}=${envelope[name] ?? ''}`).join('&');

function rsaParty(publicKey: KeyObject, privateKey: KeyObject): Party {
  const padding = constants.RSA_PKCS1_PADDING;
  return {
    verify: (text, signature) => verify('sha256', Buffer.from(text), { key: publicKey, padding }, signature),
    // The callback form: on two cores the other one signs while this one goes on, as in the product.
    sign: (text) => new Promise((resolve, reject) => {
      sign('sha256', Buffer.from(text), { key: privateKey, padding }, (error, made) => { if (error) reject(error); else resolve(made); });
    }),
  };
}

/** Z of GB/T 32918.2 with the usual user id: length in bits, id, curve, public point. */
function sm2Party(publicKey: KeyObject, privateKey: KeyObject): Party {
  const curve = Buffer.from('FFFFFFFEFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF00000000FFFFFFFFFFFFFFFC28E9FA9E9D9F5E344D5A9E4BCF6509A7F39789F515AB8F92DDBCBD414D940E93'
    + '32C4AE2C1F1981195F9904466A39C9948FE30BBFF2660BE1715A4589334C74C7BC3736A2F4F6779C59BDCEE36B692153D0A9877CC62A474002DF32E52139F0A0', 'hex');
  const z = (key: KeyObject): Buffer => createHash('sm3').update(Buffer.from('0080', 'hex')).update('1234567812345678').update(curve).update(key.export({ format: 'der', type: 'spki' }).subarray(-64)).digest();
  const [theirs, ours] = [z(publicKey), z(createPublicKey(privateKey))];
  return {
    verify: (text, signature) => createVerify('sm3').update(theirs).update(text).verify(publicKey, signature),
    sign: async (text) => createSign('sm3').update(ours).update(text).sign(privateKey),
  };
}

const rawBody = (request: Request): Promise<string> => new Promise((resolve, reject) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.once('end', () => resolve(Buffer.concat(chunks).toString('utf8')));
  request.once('error', reject);
});

function main(plan: FloorPlan): void {
  const store = new FloorStore(plan.databaseFile, plan.sample);
  const parties = new Map(plan.developers.map(({ devId, algorithm, publicKeyPem, answerKeyPem }) =>
    [devId, (algorithm === 'RSA2' ? rsaParty : sm2Party)(createPublicKey(publicKeyPem), createPrivateKey(answerKeyPem))]));
  let numbers = 0;
  const number = (): string => `${Date.now()}${String(++numbers).padStart(13, '0')}`;
  const app = express().disable('x-powered-by').disable('etag');
  app.get('/healthz', (_request, response) => { response.end('ok'); });
  app.post('/gateway', async (request, response) => {
    const envelope = JSON.parse(await rawBody(request)) as Envelope;
    const party = parties.get(envelope['devId'] ?? '');
    if (!party?.verify(canonical(envelope), Buffer.from(envelope['sign'] ?? '', 'base64'))) { response.writeHead(200).end('{"code":"40003"}'); return; }
    const data = JSON.parse(Buffer.from(envelope['data'] ?? '', 'base64').toString('utf8')) as Record<string, string>;
    const fresh = { platformOrderNo: number(), bizOrderNo: data['bizOrderNo'] ?? '', cashierToken: randomBytes(24).toString('base64url'), jobId: number(), entryId: number() };
    store.store(fresh);
    const said = {
      cashierUrl: `http://127.0.0.1:${plan.port}/pay/${fresh.cashierToken}`, platformOrderNo: fresh.platformOrderNo, bizOrderNo: fresh.bizOrderNo, orderDate: data['orderDate'], orderExpiredTime: '120',
    };
    const answer = { code: '10000', msg: '成功', data: Buffer.from(JSON.stringify(said)).toString('base64') };
    const body = Buffer.from(JSON.stringify({ ...answer, sign: (await party.sign(canonical(answer))).toString('base64') }));
    response.writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'content-length': body.length }).end(body);
  });
  // As the product: connections outlive the turn of the other server.
  app.listen(plan.port, '127.0.0.1').keepAliveTimeout = keepAliveMs;
}

main(JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as FloorPlan);
