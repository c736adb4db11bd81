import { createHash, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto';
import { authentication, int32, zeroEnded } from './fake-postgres-wire.js';

/**
 * How a server of the family lets somebody in. `sm3` offers only a login with SM3, which no client of ours speaks; `opengauss-sha256` is
 * openGauss's own message under the number that PostgreSQL gives to SASL; a number is a request that nobody knows.
 */
export type FakeLogin = 'ok' | 'cleartext' | 'md5' | 'scram-sha-256' | 'sm3' | 'opengauss-sha256' | number;

export interface Account { readonly user: string; readonly password: string }

/** One login: the first message of the server, then an answer to each of the client's, until it is let in or turned away. */
export interface Login { readonly first: Buffer; answer(body: Buffer): Buffer | 'in' | 'out' }

const [cleartext, md5, sasl, saslContinue, saslFinal] = [3, 5, 10, 11, 12];
const iterations = 4096;

const md5Hex = (...parts: readonly (string | Buffer)[]): string => {
  const hash = createHash('md5');
  for (const part of parts) hash.update(part);
  return hash.digest('hex');
};

const judge = (fits: boolean): 'in' | 'out' => (fits ? 'in' : 'out');
const given = (body: Buffer): string => body.toString('utf8', 0, body.length - 1);

export function startLogin(kind: FakeLogin, { user, password }: Account): Login | 'in' {
  if (kind === 'ok') return 'in';
  if (kind === 'cleartext') return { first: authentication(cleartext), answer: (body) => judge(given(body) === password) };
  if (kind === 'md5') {
    const salt = randomBytes(4);
    const wanted = `md5${md5Hex(md5Hex(password, user), salt)}`;
    return { first: authentication(md5, salt), answer: (body) => judge(given(body) === wanted) };
  }
  if (kind === 'scram-sha-256') return scram(password);
  if (kind === 'sm3') return { first: authentication(sasl, zeroEnded('SCRAM-SM3'), Buffer.from([0])), answer: () => 'out' };
  if (kind === 'opengauss-sha256') return { first: authentication(sasl, openGaussChallenge()), answer: () => 'out' };
  return { first: authentication(kind), answer: () => 'out' };
}

/** Storing method 2 (SHA-256), 64 hexadecimal digits of salt, 8 of token, the count of iterations. */
const openGaussChallenge = (): Buffer =>
  Buffer.concat([int32(2), Buffer.from(randomBytes(32).toString('hex')), Buffer.from(randomBytes(4).toString('hex')), int32(iterations)]);

/** SCRAM-SHA-256 (RFC 5802, 7677) from the server's side: client-first, server-first, client-final, server-final. */
function scram(password: string): Login {
  const salt = randomBytes(16);
  let clientFirst: string | undefined;
  let serverFirst = '';
  const answer = (body: Buffer): Buffer | 'in' | 'out' => {
    if (clientFirst === undefined) {
      // Mechanism, its end, four bytes of length, then `n,,n=*,r=nonce`.
      const text = body.toString('utf8', body.indexOf(0) + 5);
      clientFirst = text.replace(/^[nyp][^,]*,[^,]*,/, '');
      serverFirst = `r=${attribute(clientFirst, 'r')}${randomBytes(12).toString('base64')},s=${salt.toString('base64')},i=${iterations}`;
      return authentication(saslContinue, Buffer.from(serverFirst));
    }
    return serverFinal(body.toString('utf8'), [clientFirst, serverFirst], pbkdf2Sync(password, salt, iterations, 32, 'sha256'));
  };
  return { first: authentication(sasl, zeroEnded('SCRAM-SHA-256'), Buffer.from([0])), answer };
}

const hmac = (key: Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();

function serverFinal(clientFinal: string, before: readonly string[], salted: Buffer): Buffer | 'out' {
  const signed = [...before, clientFinal.slice(0, clientFinal.lastIndexOf(',p='))].join(',');
  const clientKey = hmac(salted, 'Client Key');
  const mask = hmac(createHash('sha256').update(clientKey).digest(), signed);
  const proof = Buffer.from(clientKey.map((byte, index) => byte ^ (mask[index] ?? 0)));
  if (attribute(clientFinal, 'p') !== proof.toString('base64')) return 'out';
  return authentication(saslFinal, Buffer.from(`v=${hmac(hmac(salted, 'Server Key'), signed).toString('base64')}`));
}

const attribute = (text: string, name: string): string =>
  text.split(',').find((part) => part.startsWith(`${name}=`))?.slice(name.length + 1) ?? '';

/** After the last SCRAM message the client sends nothing more: the server lets it in at once. */
export const endsLogin = (answer: Buffer): boolean => answer.readInt32BE(5) === saslFinal;
