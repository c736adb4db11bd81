import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SteppedClock } from '../../../adapters/simulators/shared/stepped-clock.js';
import { startUnionPaySimulator, type RunningUnionPaySimulator } from '../../../adapters/simulators/unionpay/unionpay-simulator.js';
import { problemOf, readAnswer, rsaPair, signed, sm2Pair, type Message, type Signer, type Trust } from './unionpay-merchant.js';

// One folder for all files of a run: the certificate chain is made once.
export const dataFolder = mkdtempSync(join(tmpdir(), 'unionpay-simulator-'));
process.once('exit', () => { rmSync(dataFolder, { recursive: true, force: true }); });

export const rsaMerchant = '777290058110048';
export const sm2Merchant = '777290058110021';

/** An instant as 14 digits of China time. */
export const chinaDigits = (atMs: number): string => new Date(atMs + 28_800_000).toISOString().replace(/\D/g, '').slice(0, 14);

export interface Book { readonly trades: readonly Message[]; readonly paidFen: string; readonly refundedFen: string }

/** A simulator, a merchant of it and the merchant's own little server that catches notifications. */
export class Scene {
  readonly clock = new SteppedClock();
  readonly caught: Message[] = [];
  /** HTTP status with which the merchant answers notifications. */
  merchantStatus = 200;
  #simulator: RunningUnionPaySimulator | undefined;
  #sequence = 0;
  readonly #signers = new Map<string, Signer>();
  readonly #trust = new Map<string, Trust>();
  readonly #catcher = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      this.caught.push(Object.fromEntries(new URLSearchParams(Buffer.concat(parts).toString('utf8'))));
      response.writeHead(this.merchantStatus).end('ok');
    });
  });

  get simulator(): RunningUnionPaySimulator {
    if (this.#simulator === undefined) throw new Error('the scene is not open');
    return this.#simulator;
  }

  get merchantUrl(): string {
    return `http://127.0.0.1:${(this.#catcher.address() as AddressInfo).port}`;
  }

  async open(): Promise<void> {
    await new Promise<void>((resolve) => { this.#catcher.listen(0, '127.0.0.1', resolve); });
    this.#simulator = await startUnionPaySimulator({ port: 0, clock: this.clock, dataFolder });
    await this.#enrol(rsaMerchant, '01', rsaPair);
    await this.#enrol(sm2Merchant, '21', sm2Pair);
  }

  /** Ends the simulator and starts another on the same folder, without enrolling again. */
  async restart(): Promise<void> {
    await this.simulator.close();
    this.#simulator = await startUnionPaySimulator({ port: 0, clock: this.clock, dataFolder });
  }

  async close(): Promise<void> {
    await this.simulator.close();
    this.#catcher.closeAllConnections();
    await new Promise((resolve) => { this.#catcher.close(resolve); });
  }

  async #enrol(merId: string, method: '01' | '21', pair: { publicKey: string; privateKey: string }): Promise<void> {
    const { certPem, certId } = await this.control<{ certPem: string; certId: string }>('POST', '/sim/merchant-certificates', { merId, publicKeyPem: pair.publicKey });
    this.#trust.set(merId, await this.control<Trust>('POST', '/sim/merchants', { merId, signMethod: method, certPem }));
    this.#signers.set(merId, { method, privateKey: pair.privateKey, certId });
  }

  signer(merId: string): Signer {
    const signer = this.#signers.get(merId);
    if (signer === undefined) throw new Error('unknown merchant');
    return signer;
  }

  async control<T = unknown>(method: string, path: string, body?: unknown): Promise<T> {
    const init = body === undefined ? { method } : { method, body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
    return await (await fetch(`${this.simulator.baseUrl}${path}`, init)).json() as T;
  }

  fault(kind: string, fault: string, settings: object = {}): Promise<unknown> {
    return this.control('POST', '/sim/faults', { kind, fault, ...settings });
  }

  books(): Promise<Book> {
    return this.control<Book>('GET', '/sim/books');
  }

  nextOrderId(): string {
    this.#sequence += 1;
    return `TJ${String(this.#sequence).padStart(20, '0')}`;
  }

  #common(merId: string): Message {
    return { version: '5.1.0', encoding: 'UTF-8', accessType: '0', merId, orderId: this.nextOrderId(), txnTime: chinaDigits(this.clock.now()) };
  }

  barcode(lastDigits: string, change: Message = {}, merId: string = rsaMerchant): Message {
    return { ...this.#common(merId), txnType: '01', txnSubType: '06', bizType: '000000', channelType: '08', txnAmt: '12345', currencyCode: '156',
      qrNo: `62000000000000000${lastDigits}`, termId: '01080209', backUrl: `${this.merchantUrl}/back`, ...change };
  }

  front(channelType: '07' | '08', change: Message = {}, merId: string = rsaMerchant): Message {
    return { ...this.#common(merId), txnType: '01', txnSubType: '01', bizType: '000201', channelType, txnAmt: '8000', currencyCode: '156',
      frontUrl: `${this.merchantUrl}/front`, backUrl: `${this.merchantUrl}/back`, payTimeout: chinaDigits(this.clock.now() + 900_000),
      riskRateInfo: '{commodityName=不动产登记费<住宅>}', reqReserved: '备注 1+1', ...change };
  }

  giveBack(txnType: '04' | '31', origQryId: string, txnAmt: string, change: Message = {}): Message {
    return { ...this.#common(rsaMerchant), txnType, txnSubType: '00', bizType: '000000', channelType: '08', txnAmt, origQryId, backUrl: `${this.merchantUrl}/back`, ...change };
  }

  reversal(original: Message): Message {
    const { merId = '', orderId = '', txnTime = '' } = original;
    return { ...this.#common(merId), orderId, txnTime, txnType: '99', txnSubType: '01', bizType: '000000', channelType: '08' };
  }

  post(url: string, fields: Message): Promise<Response> {
    return fetch(url, { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' });
  }

  /** Signs, sends to the back address and reads the answer. */
  async back(fields: Message): Promise<Message> {
    return readAnswer(await (await this.post(this.simulator.backUrl, signed(fields, this.signer(fields['merId'] ?? '')))).text());
  }

  async query({ merId = '', orderId = '', txnTime = '' }: Message): Promise<Message> {
    const fields = { ...this.#common(merId), orderId, txnTime, txnType: '00', txnSubType: '00', bizType: '000201' };
    return readAnswer(await (await this.post(this.simulator.queryUrl, signed(fields, this.signer(merId)))).text());
  }

  problem(fields: Message, merId: string = rsaMerchant): string | undefined {
    const trust = this.#trust.get(merId);
    if (trust === undefined) throw new Error('unknown merchant');
    return problemOf(fields, trust, this.signer(merId).method, this.clock.now());
  }

  /** Waits in real time until so many notifications for the order have come. */
  async notified(orderId: string | undefined, count: number): Promise<readonly Message[]> {
    const deadline = Date.now() + 3_000;
    for (;;) {
      const mine = this.caught.filter((message) => message['orderId'] === orderId);
      if (mine.length >= count || Date.now() > deadline) return mine;
      await new Promise((resolve) => { setTimeout(resolve, 5); });
    }
  }

  /** Long enough for a notification that should not come. */
  async quiet(): Promise<void> {
    await new Promise((resolve) => { setTimeout(resolve, 80); });
  }
}

/** Opens a scene for the `describe` block around it. */
export function aScene(): Scene {
  const scene = new Scene();
  before(() => scene.open());
  after(() => scene.close());
  return scene;
}
