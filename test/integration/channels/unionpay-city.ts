import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { UnionPayNeeds } from '../../../adapters/outbound/channels/unionpay/needs.js';
import { createUnionPayChannel } from '../../../adapters/outbound/channels/unionpay/unionpay-channel.js';
import { NodeDigests } from '../../../adapters/outbound/crypto/digests.js';
import { NodeSigner } from '../../../adapters/outbound/crypto/node-signer.js';
import { NodeVerifier } from '../../../adapters/outbound/crypto/node-verifier.js';
import { generateSigningKey, type SigningKey } from '../../../adapters/outbound/crypto/private-keys.js';
import { NativeSm2Engine } from '../../../adapters/outbound/crypto/sm2-native.js';
import { X509Certificates } from '../../../adapters/outbound/crypto/x509-certificates.js';
import { WireClient } from '../../../adapters/outbound/wire/http-client.js';
import { SteppedClock } from '../../../adapters/simulators/shared/stepped-clock.js';
import { startUnionPaySimulator, type RunningUnionPaySimulator } from '../../../adapters/simulators/unionpay/unionpay-simulator.js';
import type { AttemptToPay, CancelReport, MessageVerdict, PaymentChannel, RawMessage, RefundToSend } from '../../../application/ports/payment-channel.js';
import type { ChannelMerchant } from '../../../domain/directory/channel-merchant.js';
import { hourMs, longTime } from '../../../domain/kernel/china-time.js';
import { fen } from '../../../domain/kernel/money.js';
import { platformNumber } from '../../../domain/kernel/numbers.js';
import type { ChannelReport } from '../../../domain/payments/channel-report.js';
import type { RefundReport } from '../../../domain/refunds/refund-report.js';

export type SignMethod = '01' | '21';
const merIds: Readonly<Record<SignMethod, string>> = { '01': '777290058110048', '21': '777290058110021' };
/** The longest that a test waits for a notification over the loopback. */
const messageWaitMs = 5_000;
/** Given to every call of the adapter. */
const timeoutMs = 5_000;
export const returnUrl = 'http://127.0.0.1:1/cashier/back?t=abc';

/** Declares the same tests for both signing methods, each with a city of its own. */
export function withBothMethods(title: string, body: (city: City) => void): void {
  for (const [signMethod, name] of [['01', 'RSA'], ['21', 'SM2']] as const) {
    describe(`${title}, ${name}`, function () {
      this.timeout(30_000);
      const city = new City(signMethod);
      before(() => city.open());
      after(() => city.close());
      afterEach(async () => {
        await city.control('DELETE', 'faults');
        city.journal.length = 0;
      });
      body(city);
    });
  }
}

/** The real adapter, the simulated UnionPay and our address for messages, joined by sockets. */
export class City {
  readonly clock = new SteppedClock();
  readonly received: RawMessage[] = [];
  readonly journal: string[] = [];
  readonly #signMethod: SignMethod;
  readonly #folder = mkdtempSync(join(tmpdir(), 'unionpay-channel-'));
  readonly #http = new WireClient({ maxConnections: 4, keepAliveMs: 1_000, connectTimeoutMs: 1_000 });
  readonly #ear = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const [, query = ''] = (request.url ?? '').split('?');
      this.received.push({ method: 'POST', contentType: request.headers['content-type'] ?? '', query, body: Buffer.concat(parts) });
      response.writeHead(200).end('ok');
    });
  });
  #simulator: RunningUnionPaySimulator | undefined;
  #account: ChannelMerchant | undefined;
  #needs: UnionPayNeeds | undefined;
  #channel: PaymentChannel | undefined;
  #sequence = 0;

  constructor(signMethod: SignMethod) { this.#signMethod = signMethod; }

  get account(): ChannelMerchant { return this.#account ?? notOpen(); }
  get needs(): UnionPayNeeds { return this.#needs ?? notOpen(); }
  get channel(): PaymentChannel { return this.#channel ?? notOpen(); }

  async open(): Promise<void> {
    await new Promise<void>((resolve) => { this.#ear.listen(0, '127.0.0.1', resolve); });
    this.#simulator = await startUnionPaySimulator({ port: 0, clock: this.clock, dataFolder: this.#folder });
    const key = await generateSigningKey(this.#signMethod === '21' ? 'SM2' : 'RSA2');
    this.#account = await this.#enrol(key.publicKeyPem);
    this.#needs = this.#parts(key);
    this.#channel = createUnionPayChannel(this.#needs);
  }

  async close(): Promise<void> {
    await this.#http.close();
    await this.#simulator?.close();
    this.#ear.closeAllConnections();
    await new Promise((resolve) => { this.#ear.close(resolve); });
    rmSync(this.#folder, { recursive: true, force: true });
  }

  async control<T = unknown>(method: 'GET' | 'POST' | 'DELETE', path: string, body?: object): Promise<T> {
    const init = body === undefined ? { method } : { method, body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
    const answer = await fetch(`${(this.#simulator ?? notOpen()).baseUrl}/sim/${path}`, init);
    if (!answer.ok) throw new Error(`the simulator refused ${path}: ${await answer.text()}`);
    return await answer.json() as T;
  }

  /** The next call of this kind meets this fault. */
  fault(kind: string, fault: string, settings: object = {}): Promise<unknown> { return this.control('POST', 'faults', { kind, fault, ...settings }); }

  newAttempt(payMethod: AttemptToPay['payMethod'], change: Partial<AttemptToPay> = {}): AttemptToPay {
    const now = this.clock.now();
    return {
      attemptNo: this.#number(), payMethod, amount: fen(12_345n), channelTime: longTime(now), limitAt: now + 2 * hourMs, channelOrderNo: undefined,
      title: '不动产登记费 & "工本费"', description: undefined, notifyUrl: `http://127.0.0.1:${(this.#ear.address() as AddressInfo).port}/unionpay?orderId=evil`, now, ...change,
    };
  }

  newRefund(payment: RefundToSend['payment'], amount: bigint): RefundToSend {
    const { notifyUrl } = this.newAttempt('bar');
    return { payment, refundTradeNo: this.#number(), refundTradeTime: longTime(this.clock.now()), amount: fen(amount), reason: '重复缴费', notifyUrl };
  }

  query(attempt: AttemptToPay): Promise<ChannelReport> { return this.channel.queries.query(this.account, attempt, timeoutMs); }
  charge(attempt: AttemptToPay, outcome: string): Promise<ChannelReport> {
    return this.channel.barcodes.charge(this.account, attempt, `62123456789012345${outcome}`, timeoutMs);
  }
  cancel(attempt: AttemptToPay): Promise<CancelReport> { return this.channel.cancelling.cancel(this.account, attempt, timeoutMs); }
  refund(refund: RefundToSend): Promise<RefundReport> { return this.channel.refunds.refund(this.account, refund, timeoutMs); }
  queryRefund(refund: RefundToSend): Promise<RefundReport> { return this.channel.refunds.queryRefund(this.account, refund, timeoutMs); }
  async undo(refund: RefundToSend): Promise<RefundReport | undefined> { return this.channel.undoing?.undo(this.account, refund, timeoutMs); }
  /** Waits for the message about an order of this attempt and reads it. */
  async hear(attempt: AttemptToPay, orderId = attempt.attemptNo): Promise<MessageVerdict> {
    return this.channel.messages.read(this.account, await this.message(orderId), attempt, this.clock.now());
  }

  /** A page payment whose page the payer has opened; `page` is its address. */
  async opened(payMethod: 'pc' | 'h5'): Promise<{ readonly attempt: AttemptToPay; readonly page: string }> {
    const attempt = this.newAttempt(payMethod);
    const { action, fields } = await this.channel.pages.start(this.account, { ...attempt, payMethod }, returnUrl, returnUrl);
    const { status, page } = await this.browse(action, fields);
    if (status !== 200) throw new Error(`the payer sees ${status}`);
    return { attempt, page };
  }

  /** A scanned code that was paid, with UnionPay's number, its message heard already. */
  async paidBarcode(): Promise<AttemptToPay> {
    const attempt = this.newAttempt('bar');
    await this.charge(attempt, '00');
    const report = await this.query(attempt);
    if (report.kind !== 'paid') throw new Error(`the code was not paid but ${report.kind}`);
    await this.message(attempt.attemptNo);
    return { ...attempt, channelOrderNo: report.channelOrderNo };
  }

  /** What the payer's browser does with the signed form; `page` is the address at which it ends up. */
  async browse(action: string, fields: Readonly<Record<string, string>>): Promise<{ readonly status: number; readonly page: string }> {
    const answer = await fetch(action, { method: 'POST', body: new URLSearchParams(fields) });
    await answer.body?.cancel();
    return { status: answer.status, page: answer.url };
  }

  /** Waits for the next message about this order. */
  async message(orderId: string): Promise<RawMessage> {
    const until = performance.now() + messageWaitMs;
    while (performance.now() < until) {
      const at = this.received.findIndex(({ body }) => Buffer.from(body).includes(`orderId=${orderId}`));
      const [found] = at < 0 ? [] : this.received.splice(at, 1);
      if (found !== undefined) return found;
      await new Promise((resolve) => { setTimeout(resolve, 5); });
    }
    throw new Error(`no message about ${orderId}`);
  }

  #number(): string { return platformNumber(this.clock.now(), 1, ++this.#sequence); }

  async #enrol(publicKeyPem: string): Promise<ChannelMerchant> {
    const merId = merIds[this.#signMethod];
    const { frontUrl, backUrl, queryUrl, fileUrl } = this.#simulator ?? notOpen();
    const { certPem, certId } = await this.control<{ certPem: string; certId: string }>('POST', 'merchant-certificates', { merId, publicKeyPem });
    const trust = await this.control<{ rootPem: string; middlePem: string; allowedName: string }>('POST', 'merchants', { merId, signMethod: this.#signMethod, certPem });
    return {
      channelMerchantId: 'CM1', payChannel: 'unionpay', channelMerchantName: '模拟', channelMerchantNo: merId, channelAppId: undefined, environment: 'simulator', keyName: 'k', enabled: true, remark: '', createdAt: undefined, version: 1,
      settings: {
        frontUrl, backUrl, queryUrl, fileUrl, signMethod: this.#signMethod, certId, rootPems: JSON.stringify([trust.rootPem]), middlePems: JSON.stringify([trust.middlePem]), allowedNames: JSON.stringify([trust.allowedName]),
      },
    };
  }

  #parts(key: SigningKey): UnionPayNeeds {
    const engine = new NativeSm2Engine();
    const note = (event: string, fields?: object): void => { this.journal.push(`${event} ${JSON.stringify(fields)}`); };
    return {
      signer: new NodeSigner({ signingKey: () => key }, engine), verifier: new NodeVerifier(engine), certificates: new X509Certificates(engine), digests: new NodeDigests(), http: this.#http,
      clock: { now: () => this.clock.now(), sleep: () => Promise.resolve() }, journal: { info: note, warn: note, alarm: note, fault: note },
    };
  }
}

function notOpen(): never {
  throw new Error('the city is not open');
}
