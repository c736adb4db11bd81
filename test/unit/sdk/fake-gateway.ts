import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createSigner, createVerifier, type SigningScheme } from '../../../contracts/sdk/signing.js';
import { newKeyPair } from './demo-keys.js';

export interface Answer { readonly code: string; readonly subCode?: string; readonly data?: object; readonly sign?: 'none' | 'wrong' }
export interface Seen { readonly envelope: Record<string, string>; readonly data: Record<string, unknown>; readonly verified: boolean }

export interface FakeGateway {
  readonly url: string;
  readonly developer: { readonly devId: string; readonly privateKeyPem: string; readonly platformPublicKeyPem: string };
  /** The platform's key, for callbacks. */
  readonly platformPrivateKeyPem: string;
  readonly seen: Seen[];
  close(): Promise<void>;
}

/** Written apart from the product's: the names in order, joined. */
export const joined = (parameters: Readonly<Record<string, string>>): string =>
  Object.keys(parameters).filter((name) => name !== 'sign' && parameters[name] !== '').sort().map((name) => `${name}=${parameters[name] ?? ''}`).join('&');

const base64 = (data: object): string => Buffer.from(JSON.stringify(data)).toString('base64');

async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const part of request.setEncoding('utf8')) text += String(part);
  return text;
}

/** A gateway that checks the caller's signature, remembers what it saw and gives the answer it is told, signed. */
export async function startFakeGateway(scheme: SigningScheme, answer: (seen: Seen) => Answer): Promise<FakeGateway> {
  const [developer, platform] = [newKeyPair(scheme.algorithm), newKeyPair(scheme.algorithm)];
  const [verify, sign] = [createVerifier(developer.publicKeyPem, scheme), createSigner(platform.privateKeyPem, scheme)];
  const seen: Seen[] = [];
  const server = createServer((request, response) => {
    void (async () => {
      const envelope = JSON.parse(await bodyOf(request)) as Record<string, string>;
      const data = JSON.parse(Buffer.from(envelope['data'] ?? '', 'base64').toString('utf8')) as Record<string, unknown>;
      const one = { envelope, data, verified: verify(joined(envelope), envelope['sign'] ?? '') };
      seen.push(one);
      const told: Answer = one.verified ? answer(one) : { code: '40003' };
      const unsigned = { code: told.code, msg: '应答', ...(told.subCode === undefined ? {} : { subCode: told.subCode, subMsg: '原因' }), data: base64(told.data ?? {}) };
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify({ ...unsigned, sign: told.sign === 'none' ? '' : sign(told.sign === 'wrong' ? 'another text' : joined(unsigned)) }));
    })();
  });
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/gateway`,
    developer: { devId: 'DEV0001', privateKeyPem: developer.privateKeyPem, platformPublicKeyPem: platform.publicKeyPem },
    platformPrivateKeyPem: platform.privateKeyPem,
    seen,
    close: () => new Promise((resolve) => { server.closeAllConnections(); server.close(() => { resolve(); }); }),
  };
}
