import smCrypto from 'sm-crypto';
import { decodeBase32 } from '../../adapters/outbound/crypto/operators/base32.js';
import { codeOf } from '../../adapters/outbound/crypto/operators/totp-codes.js';

export interface ConsoleAnswer { readonly status: number; readonly body: Readonly<Record<string, unknown>>; readonly headers: Headers }
export const totpStepMs = 30_000;

/** A browser at the console's interface, as far as one person needs it: its cookie, its origin, its way to encrypt a password. */
export class ConsoleClient {
  readonly #baseUrl: string;
  readonly #origin: string;
  cookie: string | undefined;
  secret: string | undefined;
  readonly #heard: (method: string, path: string, answer: ConsoleAnswer) => void;
  /** `heard`: is told every answer, and may object to it. */
  constructor(baseUrl: string, heard: (method: string, path: string, answer: ConsoleAnswer) => void = () => undefined) {
    this.#heard = heard;
    this.#baseUrl = `${baseUrl}/console/api`;
    this.#origin = baseUrl;
  }

  async get(path: string, headers: Readonly<Record<string, string>> = {}): Promise<ConsoleAnswer> { return this.#call('GET', path, undefined, headers); }
  async post(path: string, body: object = {}, headers: Readonly<Record<string, string>> = {}): Promise<ConsoleAnswer> {
    return this.#call('POST', path, JSON.stringify(body), { 'content-type': 'application/json', 'x-console-request': '1', origin: this.#origin, ...headers });
  }

  /** A file as the whole body. */
  upload(path: string, bytes: Uint8Array, headers: Readonly<Record<string, string>>): Promise<ConsoleAnswer> {
    return this.#call('POST', path, bytes, { 'x-console-request': '1', origin: this.#origin, ...headers });
  }
  async download(path: string): Promise<{ readonly status: number; readonly headers: Headers; readonly bytes: Buffer }> {
    const response = await fetch(`${this.#baseUrl}${path}`, { headers: { ...(this.cookie !== undefined && { cookie: this.cookie }) }, redirect: 'manual' });
    return { status: response.status, headers: response.headers, bytes: Buffer.from(await response.arrayBuffer()) };
  }

  /** A challenge with a password encrypted for it. */
  async sealed(purpose: string, account: string | undefined, ...passwords: readonly string[]): Promise<{ readonly challengeNo: string; readonly ciphers: readonly string[] }> {
    const { body } = await this.post('/challenge', { purpose, ...(account !== undefined && { account }) });
    const { challengeNo, publicKey, nonce } = body as { readonly challengeNo: string; readonly publicKey: string; readonly nonce: string };
    return { challengeNo, ciphers: passwords.map((password) => smCrypto.sm2.doEncrypt(JSON.stringify({ password, nonce }), publicKey, 1)) };
  }

  async signIn(account: string, password: string, more: object = {}): Promise<ConsoleAnswer> {
    const { challengeNo, ciphers } = await this.sealed('sign-in', account, password);
    return this.post('/sign-in', { challengeNo, account, cipher: ciphers[0], ...more });
  }

  async activate(account: string, activationCode: string, password: string): Promise<ConsoleAnswer> {
    const { challengeNo, ciphers } = await this.sealed('activate', account, password);
    return this.post('/activate', { challengeNo, account, activationCode, cipher: ciphers[0] });
  }

  /** Sets the second factor up and shows its first code. */
  async enrol(now: number): Promise<ConsoleAnswer> {
    this.secret = String((await this.post('/enrolment')).body['secret']);
    return this.post('/enrolment/confirm', { code: this.code(now) });
  }

  /** What the authenticator shows at that moment. */
  code(now: number): string {
    const key = decodeBase32(this.secret ?? '');
    if (key === undefined) throw new Error('no authenticator is set up');
    return codeOf(key, Math.floor(now / totpStepMs));
  }

  async #call(method: string, path: string, body: string | Uint8Array | undefined, headers: Readonly<Record<string, string>>): Promise<ConsoleAnswer> {
    const response = await fetch(`${this.#baseUrl}${path}`, { method, headers: { ...headers, ...(this.cookie !== undefined && { cookie: this.cookie }) }, ...(body !== undefined && { body }), redirect: 'manual' });
    const set = response.headers.getSetCookie().at(-1)?.split(';')[0];
    if (set !== undefined) this.cookie = set.endsWith('=') ? undefined : set;
    const text = await response.text();
    const answer = { status: response.status, headers: response.headers, body: response.headers.get('content-type')?.includes('json') === true ? JSON.parse(text) as Record<string, unknown> : { text } };
    this.#heard(method, path, answer);
    return answer;
  }
}
