import { setTimeout as pause } from 'node:timers/promises';
import smCrypto from 'sm-crypto';
import { decodeBase32 } from '../../adapters/outbound/crypto/operators/base32.js';
import { codeOf } from '../../adapters/outbound/crypto/operators/totp-codes.js';

export interface ConsoleAnswer { readonly status: number; readonly body: Readonly<Record<string, unknown>>; readonly headers: Headers }
export const totpStepMs = 30_000;

/** An SM2 UKey in software: its public key as 04 and the point, and what its maker's tool signs. */
export class SoftKey {
  readonly #privateKey: string;
  readonly publicKey: string;
  constructor() {
    const { privateKey, publicKey } = smCrypto.sm2.generateKeyPairHex();
    [this.#privateKey, this.publicKey] = [privateKey, publicKey];
  }
  sign(text: string): string { return smCrypto.sm2.doSignature(text, this.#privateKey, { hash: true, der: false, userId: '1234567812345678', publicKey: this.publicKey }); }
}
export interface KeyQuestion { readonly challengeNo: string; readonly text: string }
/** Where a UKey is asked, and where its signature goes. */
const keyPaths = { 'sign-in': ['/prove/key-question', '/prove/key'], 'step-up': ['/step-up/key-question', '/step-up/key'], register: ['/keys/question', '/keys/register'] } as const;
export type KeyUse = keyof typeof keyPaths;

/** A browser at the console's interface, as far as one person needs it: its cookie, its origin, its way to encrypt a password. */
export class ConsoleClient {
  readonly #baseUrl: string;
  readonly #origin: string;
  cookie: string | undefined;
  /** What it holds before it is signed in. */
  formCookie: string | undefined;
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
    const { body } = await this.#inTime('/challenge', { purpose, ...(account !== undefined && { account }) });
    const { challengeNo, publicKey, nonce } = body as { readonly challengeNo: string; readonly publicKey: string; readonly nonce: string };
    return { challengeNo, ciphers: passwords.map((password) => smCrypto.sm2.doEncrypt(JSON.stringify({ password, nonce }), publicKey, 1)) };
  }

  async signIn(account: string, password: string, more: object = {}): Promise<ConsoleAnswer> {
    const { challengeNo, ciphers } = await this.sealed('sign-in', account, password);
    return this.#inTime('/sign-in', { challengeNo, account, cipher: ciphers[0], ...more });
  }

  async activate(account: string, activationCode: string, password: string): Promise<ConsoleAnswer> {
    const { challengeNo, ciphers } = await this.sealed('activate', account, password);
    return this.#inTime('/activate', { challengeNo, account, activationCode, cipher: ciphers[0] });
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

  /** The question that a UKey is to answer. */
  async keyQuestion(use: KeyUse): Promise<KeyQuestion> {
    const { status, body } = await this.#inTime(keyPaths[use][0]);
    if (status !== 200) throw new Error(`${use}: ${status} ${JSON.stringify(body)}`);
    return body as unknown as KeyQuestion;
  }

  /** Answers a question of the platform, or a given one, with that key. */
  async byKey(use: KeyUse, key: SoftKey, asked?: KeyQuestion): Promise<ConsoleAnswer> {
    const { challengeNo, text } = asked ?? await this.keyQuestion(use);
    return this.post(keyPaths[use][1], { challengeNo, signature: key.sign(text), ...(use === 'register' && { publicKey: key.publicKey, remark: '' }) });
  }

  /** People are slower than tests: where a question came too fast, it is put again. */
  async #inTime(path: string, body: object = {}): Promise<ConsoleAnswer> {
    for (let left = 20; ; left -= 1) {
      const answer = await this.post(path, body);
      if (answer.status !== 429 || left === 0) return answer;
      await pause(250);
    }
  }

  async #call(method: string, path: string, body: string | Uint8Array | undefined, headers: Readonly<Record<string, string>>): Promise<ConsoleAnswer> {
    const cookie = [this.cookie, this.formCookie].filter((one) => one !== undefined).join('; ');
    const response = await fetch(`${this.#baseUrl}${path}`, { method, headers: { ...headers, ...(cookie !== '' && { cookie }) }, ...(body !== undefined && { body }), redirect: 'manual' });
    for (const [set = ''] of response.headers.getSetCookie().map((line) => line.split(';'))) {
      if (/-form=/.test(set)) this.formCookie = set;
      else this.cookie = set.endsWith('=') ? undefined : set;
    }
    const text = await response.text();
    const answer = { status: response.status, headers: response.headers, body: response.headers.get('content-type')?.includes('json') === true ? JSON.parse(text) as Record<string, unknown> : { text } };
    this.#heard(method, path, answer);
    return answer;
  }
}
