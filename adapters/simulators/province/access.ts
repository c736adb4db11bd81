import { createPublicKey, randomUUID } from 'node:crypto';
import { signSm2Der, verifySm2Der, certificateUserId } from '../unionpay/crypto/sm2.js';
import { base64, hexDigest, objectOf, textOf, type Fields } from './wire.js';

/** What this province knows of its one partner. */
export interface PartnerAccess {
  readonly region: string;
  readonly deptcode: string;
  readonly appid: string;
  /** Shared keys for both directions, or the partner's SM2 key. */
  readonly signing:
    | { readonly form: 'md5-upper' | 'sm3-upper'; readonly callKey: string; readonly messageKey: string }
    | { readonly form: 'sm2'; readonly partnerKeyPem: string };
}

const version = '1.0';
const noiseKeptMs = 600_000;

/** Signs and checks envelopes (protocol section 3; e-bill sheet, section 2). */
export class Access {
  readonly #partner: PartnerAccess;
  readonly #privateKeyPem: string;
  readonly #noises = new Map<string, number>();

  constructor(partner: PartnerAccess, privateKeyPem: string) { [this.#partner, this.#privateKeyPem] = [partner, privateKeyPem]; }

  get region(): string { return this.#partner.region; }

  /** With which the partner checks what we sign by SM2. */
  get publicKeyPem(): string {
    return createPublicKey(this.#privateKeyPem).export({ type: 'spki', format: 'pem' }).toString();
  }

  /** The business data of a call; undefined when the envelope is not by our partner, or not new. */
  open(body: Buffer, nowMs: number): Fields | undefined {
    const outer = objectOf(body.toString('utf8'));
    const [data, noise, sign] = [outer?.['data'], textOf(outer?.['noise'], 64), textOf(outer?.['sign'])];
    const { region, deptcode, appid } = this.#partner;
    if (outer?.['region'] !== region || outer['deptcode'] !== deptcode || outer['appid'] !== appid || outer['version'] !== version) return undefined;
    if (typeof data !== 'string' || noise === '' || !this.#holds(data, noise, sign) || !this.#isNew(noise, nowMs)) return undefined;
    return objectOf(Buffer.from(data, 'base64').toString('utf8'));
  }

  /** `data, noise, sign` of an answer. */
  answer(result: string, message: string): Fields {
    return this.#sealed(JSON.stringify({ result, message: base64(message) }), 'callKey');
  }

  /** A whole envelope of our own, for messages. */
  message(content: Fields): Fields {
    const { region, deptcode, appid } = this.#partner;
    const { data, noise, sign } = this.#sealed(JSON.stringify(content), 'messageKey');
    return { region, deptcode, appid, data, noise, version, sign };
  }

  /** Result code of the partner's answer to a message; undefined when it is not signed by it. */
  resultOf(body: string): string | undefined {
    const outer = objectOf(body);
    const [data, noise, sign] = [textOf(outer?.['data'], 10_000), textOf(outer?.['noise'], 64), textOf(outer?.['sign'])];
    if (!this.#holds(data, noise, sign, 'messageKey')) return undefined;
    return textOf(objectOf(Buffer.from(data, 'base64').toString('utf8'))?.['result'], 16);
  }

  #sealed(text: string, key: 'callKey' | 'messageKey'): Fields {
    const [data, noise] = [base64(text), randomUUID().replaceAll('-', '')];
    const { signing } = this.#partner;
    const sign = signing.form === 'sm2' ? signSm2Der(this.#privateKeyPem, certificateUserId, Buffer.from(this.#text(data, noise, ''))).toString('base64') : this.#mac(data, noise, key);
    return { data, noise, sign };
  }

  #holds(data: string, noise: string, sign: string, key: 'callKey' | 'messageKey' = 'callKey'): boolean {
    const { signing } = this.#partner;
    if (signing.form !== 'sm2') return sign === this.#mac(data, noise, key);
    const spki = createPublicKey(signing.partnerKeyPem).export({ type: 'spki', format: 'der' });
    return verifySm2Der(spki, certificateUserId, Buffer.from(this.#text(data, noise, '')), Buffer.from(sign, 'base64'));
  }

  #mac(data: string, noise: string, key: 'callKey' | 'messageKey'): string {
    const { signing } = this.#partner;
    if (signing.form === 'sm2') return '';
    return hexDigest(signing.form === 'md5-upper' ? 'md5' : 'sm3', this.#text(data, noise, `&key=${signing[key]}`)).toUpperCase();
  }

  #text(data: string, noise: string, keyPart: string): string {
    const { region, deptcode, appid } = this.#partner;
    return `region=${region}&deptcode=${deptcode}&appid=${appid}&data=${data}&noise=${noise}${keyPart}&version=${version}`;
  }

  #isNew(noise: string, nowMs: number): boolean {
    for (const [old, until] of this.#noises) if (until <= nowMs) this.#noises.delete(old);
    if (this.#noises.has(noise)) return false;
    this.#noises.set(noise, nowMs + noiseKeptMs);
    return true;
  }
}
