import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { AlipayBills } from '../../../adapters/outbound/channels/alipay/bills/alipay-bills.js';
import { createAlipayChannel } from '../../../adapters/outbound/channels/alipay/alipay-channel.js';
import { NodeSigner } from '../../../adapters/outbound/crypto/node-signer.js';
import { NodeVerifier } from '../../../adapters/outbound/crypto/node-verifier.js';
import { generateSigningKey } from '../../../adapters/outbound/crypto/private-keys.js';
import { NativeSm2Engine } from '../../../adapters/outbound/crypto/sm2-native.js';
import { WireClient } from '../../../adapters/outbound/wire/http-client.js';
import { startAlipaySimulator, type RunningAlipaySimulator } from '../../../adapters/simulators/alipay/simulator.js';
import { SteppedClock } from '../../../adapters/simulators/shared/stepped-clock.js';
import type { AttemptToPay, MessageVerdict, PaymentChannel, RawMessage, RefundToSend } from '../../../application/ports/payment-channel.js';
import type { Signer } from '../../../application/ports/signatures.js';
import type { ChannelMerchant, PayMethod } from '../../../domain/directory/channel-merchant.js';
import { hourMs, longTime } from '../../../domain/kernel/china-time.js';
import { fen, type Fen } from '../../../domain/kernel/money.js';

export const timeoutMs = 3_000;
const engine = new NativeSm2Engine();
const verifier = new NodeVerifier(engine);
/** Signs with a fresh key under every name. */
export async function freshSigner(): Promise<Signer> {
  const key = await generateSigningKey('RSA2');
  return new NodeSigner({ signingKey: () => key }, engine);
}

interface BookedTrade { readonly outTradeNo: string; readonly state: string; readonly refundedFen: string }
export type PageAttempt = AttemptToPay & { readonly payMethod: 'pc' | 'h5' };

/** Looks again and again until something is seen; fails after two seconds. */
export async function eventually<T>(look: () => Promise<T | undefined> | T | undefined): Promise<T> {
  for (let tries = 0; tries < 200; tries += 1) {
    const seen = await look();
    if (seen !== undefined) return seen;
    await pause(10);
  }
  throw new Error('it did not happen');
}
export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** The adapter, the simulated gateway, a mailbox for its notifications and a browser, all over sockets. */
export class AlipayTown {
  readonly clock = new SteppedClock();
  readonly received: RawMessage[] = [];
  /** What the mailbox says to notifications. */
  reply = 'success';
  #serial = 0;
  #folder = '';
  #simulator: RunningAlipaySimulator | undefined;
  #mailbox: Server | undefined;
  #http: WireClient | undefined;
  #channel: PaymentChannel | undefined;
  #account: ChannelMerchant | undefined;
  #signer: Signer | undefined;
  #notifyUrl = '';

  get channel(): PaymentChannel { return built(this.#channel); }
  get bills(): AlipayBills { return new AlipayBills({ signer: this.signer, verifier, http: built(this.#http), clock: this.clock }); }
  get signer(): Signer { return built(this.#signer); }
  get account(): ChannelMerchant { return built(this.#account); }

  async open(): Promise<void> {
    this.#signer = await freshSigner();
    this.#folder = await mkdtemp(join(tmpdir(), 'alipay-'));
    this.#simulator = await startAlipaySimulator({ port: 0, clock: this.clock, dataFolder: this.#folder });
    await this.#openMailbox();
    const [appId, sellerId] = ['2021009900000001', '2088009900000001'];
    const registered = await this.control('/sim/apps', { appId, sellerId, appPublicKeyPem: await this.signer.publicKeyPem('app') });
    const { alipayPublicKeyPem } = registered as { alipayPublicKeyPem: string };
    this.#account = {
      channelMerchantId: 'CM1', payChannel: 'alipay', channelMerchantName: '市财政局', channelMerchantNo: sellerId, channelAppId: appId, environment: 'simulator',
      keyName: 'app', settings: { gatewayUrl: this.#simulator.gatewayUrl, alipayPublicKeyPem }, enabled: true, remark: '', createdAt: undefined, version: 1,
    };
    this.#http = new WireClient({ maxConnections: 4, keepAliveMs: 1_000, connectTimeoutMs: 1_000 });
    this.#channel = this.channelSigningWith(this.signer);
  }

  async close(): Promise<void> {
    await this.#http?.close();
    await this.#simulator?.close();
    await new Promise<void>((resolve) => { this.#mailbox?.close(() => resolve()).closeAllConnections(); });
    await rm(this.#folder, { recursive: true, force: true });
  }

  channelSigningWith(signer: Signer): PaymentChannel {
    return createAlipayChannel({ signer, verifier, http: built(this.#http), clock: this.clock });
  }

  async control(path: string, body?: unknown, method = body === undefined ? 'GET' : 'POST'): Promise<unknown> {
    const request = { method, ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }) };
    const answer = await fetch(`${built(this.#simulator).baseUrl}${path}`, request);
    expect(answer.status, `${path}: ${await answer.clone().text()}`).to.equal(200);
    return answer.json();
  }

  fault(method: string, name: string, settings: Readonly<Record<string, unknown>> = {}): Promise<unknown> {
    return this.control('/sim/faults', { method, fault: name, times: 1, ...settings });
  }

  async booked(attemptNo: string): Promise<BookedTrade | undefined> {
    const { trades } = (await this.control('/sim/books')) as { trades: readonly BookedTrade[] };
    return trades.find(({ outTradeNo }) => outTradeNo === attemptNo);
  }

  attempt<M extends PayMethod>(payMethod: M): AttemptToPay & { readonly payMethod: M } {
    const now = this.clock.now();
    return {
      attemptNo: this.#number('000001'), payMethod, amount: fen(12000), channelTime: longTime(now), limitAt: now + 2 * hourMs, channelOrderNo: undefined,
      title: '不动产登记费 A/B=1&2,"x"', description: '100% + 税 &amp;', notifyUrl: this.#notifyUrl, now,
    };
  }

  refundOf(payment: AttemptToPay, amount: Fen): RefundToSend {
    return { payment, refundTradeNo: this.#number('000002'), refundTradeTime: longTime(this.clock.now()), amount, reason: '误缴 & 退款', notifyUrl: this.#notifyUrl };
  }

  /** A payer's code; its ending chooses what happens. */
  code(ending: string): string { return `28${this.#number('').slice(-16)}${ending}`; }

  /** A browser sent to pay; the address of its cashier page. */
  async openPage(paying: PageAttempt): Promise<string> {
    const { action, fields } = await this.channel.pages.start(this.account, paying, `${this.#notifyUrl}/return`, `${this.#notifyUrl}/quit`);
    const answer = await fetch(action, { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' });
    expect(answer.status, await answer.clone().text()).to.equal(302);
    return `${built(this.#simulator).baseUrl}${answer.headers.get('location') ?? ''}`;
  }

  async press(cashier: string, step: 'sign-in' | 'confirm'): Promise<void> {
    const answer = await fetch(`${cashier}/${step}`, { method: 'POST', redirect: 'manual', body: '' });
    expect(answer.status).to.equal(303);
  }

  async payOnPage(paying: PageAttempt): Promise<string> {
    const cashier = await this.openPage(paying);
    await this.press(cashier, 'sign-in');
    await this.press(cashier, 'confirm');
    return cashier;
  }

  messagesAbout(attemptNo: string, refundTradeNo?: string): readonly RawMessage[] {
    return this.received.filter((message) => {
      const subject = this.channel.messages.subject(message);
      return subject?.attemptNo === attemptNo && (refundTradeNo === undefined || subject.refundTradeNo === refundTradeNo);
    });
  }

  /** Verdict on the next notification about a payment (or one refund of it). */
  async verdictOn(paying: AttemptToPay, refundTradeNo?: string): Promise<MessageVerdict> {
    const message = await eventually(() => this.messagesAbout(paying.attemptNo, refundTradeNo)[0]);
    return this.channel.messages.read(this.account, message, paying, this.clock.now());
  }

  async #openMailbox(): Promise<void> {
    const mailbox = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk)).on('end', () => {
        this.received.push({ method: 'POST', contentType: request.headers['content-type'] ?? '', query: '', body: Buffer.concat(chunks) });
        response.end(this.reply);
      });
    });
    this.#mailbox = mailbox;
    await new Promise<void>((resolve) => { mailbox.listen(0, '127.0.0.1', resolve); });
    const address = mailbox.address();
    this.#notifyUrl = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/channel-messages/alipay`;
  }

  #number(kind: string): string {
    this.#serial += 1;
    return `${longTime(this.clock.now())}${kind}${String(this.#serial).padStart(6, '0')}`;
  }
}

function built<T>(part: T | undefined): T {
  if (part === undefined) throw new Error('the town is not open');
  return part;
}
