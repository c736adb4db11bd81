import { createPublicKey, generateKeyPairSync, sign, verify, type KeyObject } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startAlipaySimulator, type RunningAlipaySimulator } from '../../../adapters/simulators/alipay/simulator.js';
import { SteppedClock } from '../../../adapters/simulators/shared/stepped-clock.js';

export type Content = Readonly<Record<string, unknown>>;
export type Parameters = Record<string, string>;
export const appId = '2021000111222333';
export const sellerId = '2088111122223333';

// Made once per run: the key is not what these tests are about.
const merchantKeys = generateKeyPairSync('rsa', { modulusLength: 2048 });

function sortedText(fields: Iterable<readonly [string, string]>): string {
  return [...fields].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, value]) => `${name}=${value}`).join('&');
}

export function chinaTime(epochMs: number): string {
  return new Date(epochMs + 28_800_000).toISOString().slice(0, 19).replace('T', ' ');
}

export interface CallAnswer {
  readonly status: number;
  readonly text: string;
  readonly body: Record<string, string>;
  /** undefined: no signature came. */
  readonly signatureGood: boolean | undefined;
}

/** A little merchant of our own: signs by node:crypto alone and trusts nothing of the simulator's code. */
export class Merchant {
  readonly clock = new SteppedClock();
  readonly folder = mkdtempSync(join(tmpdir(), 'alipay-sim-'));
  simulator!: RunningAlipaySimulator;
  alipayKey!: KeyObject;
  #number = 0;

  async start(): Promise<void> {
    this.simulator = await startAlipaySimulator({ port: 0, clock: this.clock, dataFolder: this.folder });
    const answer = await this.control('apps', { appId, sellerId, appPublicKeyPem: merchantKeys.publicKey.export({ type: 'spki', format: 'pem' }).toString() });
    this.alipayKey = createPublicKey(String(answer['alipayPublicKeyPem']));
  }

  async end(): Promise<void> {
    await this.simulator.close();
    rmSync(this.folder, { recursive: true, force: true });
  }

  nextNo(): string {
    this.#number += 1;
    return `T${this.#number}`;
  }

  /** All public parameters with a good signature; `overrides` are put in before signing. */
  signed(method: string, content: Content, overrides: Parameters = {}): Parameters {
    const fields: Parameters = {
      app_id: appId, method, format: 'JSON', charset: 'utf-8', sign_type: 'RSA2', version: '1.0', timestamp: chinaTime(this.clock.now()),
      biz_content: JSON.stringify(content), ...overrides,
    };
    const text = sortedText(Object.entries(fields).filter(([, value]) => value !== ''));
    return { ...fields, sign: sign('sha256', Buffer.from(text), merchantKeys.privateKey).toString('base64') };
  }

  async post(fields: Parameters): Promise<Response> {
    const { biz_content: content = '', ...address } = fields;
    return fetch(`${this.simulator.gatewayUrl}?${new URLSearchParams(address)}`, { method: 'POST', body: new URLSearchParams({ biz_content: content }), redirect: 'manual' });
  }

  async send(fields: Parameters): Promise<CallAnswer> {
    const response = await this.post(fields);
    const text = await response.text();
    const root = `${fields['method']?.replaceAll('.', '_')}_response`;
    const exact = new RegExp(`^\\{"(${root}|error_response)":(.*?\\})(?:,"sign":"([^"]*)")?\\}$`).exec(text);
    const signatureGood = exact?.[3] === undefined ? undefined : verify('sha256', Buffer.from(exact[2] ?? ''), this.alipayKey, Buffer.from(exact[3], 'base64'));
    return { status: response.status, text, body: exact === null ? {} : JSON.parse(exact[2] ?? '{}') as Record<string, string>, signatureGood };
  }

  /** The bare text of an answer, for answers that are not as they should be. */
  async rawCall(method: string, content: Content): Promise<string> {
    return (await this.post(this.signed(method, content))).text();
  }

  async call(method: string, content: Content, overrides: Parameters = {}): Promise<CallAnswer> {
    return this.send(this.signed(method, content, overrides));
  }

  pageContent(outTradeNo: string, amount = '120.00', more: Content = {}): Content {
    return { out_trade_no: outTradeNo, total_amount: amount, subject: '不动产登记费', product_code: 'FAST_INSTANT_TRADE_PAY', time_expire: chinaTime(this.clock.now() + 7_200_000), ...more };
  }

  /** Opens the cashier page like a browser and returns its address. */
  async openPage(content: Content, overrides: Parameters = {}, method = 'alipay.trade.page.pay'): Promise<string> {
    const response = await this.post(this.signed(method, content, overrides));
    if (response.status !== 302) throw new Error(`no cashier page: ${await response.text()}`);
    return `${this.simulator.baseUrl}${response.headers.get('location')}`;
  }

  async click(pageUrl: string, step: string): Promise<{ status: number; location: string | null; text: string }> {
    const response = await fetch(`${pageUrl}/${step}`, { method: 'POST', redirect: 'manual' });
    return { status: response.status, location: response.headers.get('location'), text: await response.text() };
  }

  /** A paid page trade; returns its number. */
  async paidTrade(amount = '120.00', overrides: Parameters = {}): Promise<string> {
    const outTradeNo = this.nextNo();
    await this.openPage(this.pageContent(outTradeNo, amount), overrides);
    await this.control(`trades/${outTradeNo}/pay`, {});
    return outTradeNo;
  }

  async control(path: string, body?: Content, method = body === undefined ? 'GET' : 'POST'): Promise<Record<string, unknown>> {
    const response = await fetch(`${this.simulator.baseUrl}/sim/${path}`, { method, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
    return { httpStatus: response.status, ...await response.json() as object };
  }

  /** Verifies a notification or the query of a return address: everything that came, without sign and sign_type. */
  vouchesFor(fields: URLSearchParams): boolean {
    const text = sortedText([...fields].filter(([name]) => name !== 'sign' && name !== 'sign_type'));
    return verify('sha256', Buffer.from(text), this.alipayKey, Buffer.from(fields.get('sign') ?? '', 'base64'));
  }
}

export interface Received { readonly fields: URLSearchParams; readonly contentType: string }

/** The merchant's notify address: keeps what comes and answers what it is told to. */
export class Mailbox {
  readonly letters: Received[] = [];
  answer = 'success';
  #server!: Server;

  async open(): Promise<void> {
    this.#server = createServer((request, response) => {
      const parts: Buffer[] = [];
      request.on('data', (part: Buffer) => parts.push(part));
      request.on('end', () => {
        this.letters.push({ fields: new URLSearchParams(Buffer.concat(parts).toString('utf8')), contentType: request.headers['content-type'] ?? '' });
        response.end(this.answer);
      });
    });
    await new Promise<void>((resolve) => { this.#server.listen(0, '127.0.0.1', resolve); });
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/notify`;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}

/** Waits in real time until the condition holds; fails after two seconds. */
export async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    if (await condition()) return;
    await new Promise((resolve) => { setTimeout(resolve, 10); });
  }
  throw new Error('the awaited condition never came true');
}

/** Long enough for a wrong extra message to arrive. */
export async function aMoment(): Promise<void> {
  await new Promise((resolve) => { setTimeout(resolve, 80); });
}
