import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { NodeDigests } from '../../../adapters/outbound/crypto/digests.js';
import { NodeSigner } from '../../../adapters/outbound/crypto/node-signer.js';
import { NodeVerifier } from '../../../adapters/outbound/crypto/node-verifier.js';
import { generateSigningKey } from '../../../adapters/outbound/crypto/private-keys.js';
import { NativeSm2Engine } from '../../../adapters/outbound/crypto/sm2-native.js';
import { createBosssoftProvince } from '../../../adapters/outbound/province/bosssoft/bosssoft-province.js';
import type { BosssoftNeeds } from '../../../adapters/outbound/province/bosssoft/needs.js';
import { SpentHere } from '../../../adapters/outbound/province/bosssoft/spent-here.js';
import { WireClient } from '../../../adapters/outbound/wire/http-client.js';
import { startProvinceSimulator, type RunningProvinceSimulator } from '../../../adapters/simulators/province/province-simulator.js';
import { SteppedClock } from '../../../adapters/simulators/shared/stepped-clock.js';
import type { PaidMessageVerdict, Province } from '../../../application/ports/province.js';
import { businessDay, dayMs } from '../../../domain/kernel/china-time.js';
import type { NoticeContent } from '../../../domain/payment-notices/payment-notice.js';
import { noon } from '../../builders/moments.js';
import { aNoticeContent } from '../../builders/payment-notices.js';

export type Form = 'md5-upper' | 'sm3-upper' | 'sm2';
export const connection = { region: '350400', deptCode: '350400001', appId: 'SMFSTEST01' };
const [callKey, messageKey] = ['DEMOKEY-0001', 'DEMOKEY-0002'];
const deliveryWaitMs = 5_000;

/** The real adapter, the simulated province and our address for its messages, joined by sockets. */
export class ProvinceTown {
  readonly clock = new SteppedClock();
  readonly heard: PaidMessageVerdict[] = [];
  /** What the platform says to a genuine message. */
  stored = true;
  readonly #form: Form;
  readonly #http = new WireClient({ maxConnections: 4, keepAliveMs: 1_000, connectTimeoutMs: 1_000 });
  readonly #ear = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => { void this.#hear(Buffer.concat(parts)).then((body) => response.end(body)); });
  });
  #simulator: RunningProvinceSimulator | undefined;
  #province: Province | undefined;
  #settings: Readonly<Record<string, unknown>> = {};
  #needs: BosssoftNeeds | undefined;
  #sequence = 0;

  constructor(form: Form) { this.#form = form; }

  get province(): Province { return this.#province ?? notOpen(); }
  get earUrl(): string { return `http://127.0.0.1:${(this.#ear.address() as AddressInfo).port}/openapi/nontax/paid-notice`; }

  async open(): Promise<void> {
    // Stories begin at noon in China, so that none of them meets a midnight on its way.
    this.clock.advance(dayMs - ((this.clock.now() - noon) % dayMs));
    await new Promise<void>((resolve) => { this.#ear.listen(0, '127.0.0.1', resolve); });
    const key = await generateSigningKey('SM2');
    const engine = new NativeSm2Engine();
    const signing = this.#form === 'sm2' ? { form: this.#form, partnerKeyPem: key.publicKeyPem } : { form: this.#form, callKey, messageKey };
    this.#simulator = await startProvinceSimulator({ port: 0, clock: this.clock, partner: { region: connection.region, deptcode: connection.deptCode, appid: connection.appId, signing } });
    const ours = this.#form === 'sm2' ? { form: this.#form, keyName: 'province', provinceKeyPem: this.#simulator.publicKeyPem } : { form: this.#form };
    this.#settings = { ...connection, environment: 'simulator', baseUrl: this.#simulator.baseUrl, signing: ours };
    this.#needs = {
      http: this.#http, digests: new NodeDigests(), clock: this.clock, verifier: new NodeVerifier(engine), signer: new NodeSigner({ signingKey: () => key }, engine),
      spent: { answers: new SpentHere(), messages: new SpentHere() }, secrets: { ours: async () => callKey, province: async () => messageKey },
    };
    this.#province = this.provinceWith({});
  }

  async close(): Promise<void> {
    await this.#simulator?.close();
    await this.#http.close();
    await new Promise((resolve) => { this.#ear.close(resolve); this.#ear.closeAllConnections(); });
  }

  /** The adapter with other settings than usual. */
  provinceWith(changes: Readonly<Record<string, unknown>>): Province {
    return createBosssoftProvince(this.#needs ?? notOpen(), { ...this.#settings, ...changes });
  }

  /** A fresh order's notice, filled in today. */
  content(changes: Partial<NoticeContent> = {}): NoticeContent {
    this.#sequence += 1;
    const now = this.clock.now();
    return aNoticeContent({ busNo: `T${String(this.#sequence).padStart(8, '0')}`, fillDay: businessDay(now), validUntil: businessDay(now + 30 * dayMs), ...changes });
  }

  async control(path: string, body: object = {}, method = 'POST'): Promise<Readonly<Record<string, unknown>>> {
    const answer = await fetch(`${this.#simulator?.baseUrl}/sim/${path}`, { method, ...(method === 'GET' ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }) });
    const said = await answer.json() as Readonly<Record<string, unknown>>;
    if (answer.status !== 200) throw new Error(`the simulator refused ${path}: ${JSON.stringify(said)}`);
    return said;
  }

  fault(target: string, fault: string, settings: object = {}): Promise<unknown> {
    return this.control('faults', { target, fault, ...settings });
  }

  async page(): Promise<string> {
    return (await fetch(`${this.#simulator?.baseUrl}/`)).text();
  }

  /** What our address heard and what the province took our answers for, once `count` messages came. */
  async deliveries(count: number): Promise<readonly string[]> {
    const deadline = performance.now() + deliveryWaitMs;
    for (;;) {
      const { deliveries } = await this.control('slips', {}, 'GET') as unknown as { readonly deliveries: readonly { readonly result: string }[] };
      if (deliveries.length >= count || performance.now() > deadline) return deliveries.map(({ result }) => result);
      await new Promise((resolve) => { setTimeout(resolve, 20); });
    }
  }

  async #hear(body: Uint8Array): Promise<string> {
    const messages = this.province.paidMessages ?? notOpen();
    const verdict = await messages.read(body, this.clock.now());
    this.heard.push(verdict);
    return (await (verdict.genuine && this.stored ? messages.accepted() : messages.refused('未处理'))).body;
  }
}

const notOpen = (): never => { throw new Error('the town is not open'); };
