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
import type { Province } from '../../../application/ports/province.js';
import { notOpen, ProvinceTown, type Dialect } from './province-town.js';

export type Form = 'md5-upper' | 'sm3-upper' | 'sm2';
const connection = { region: '350400', deptCode: '350400001', appId: 'SMFSTEST01' };
const [callKey, messageKey] = ['DEMOKEY-0001', 'DEMOKEY-0002'];

/** Dialect `bosssoft-json`, with an HTTP address of ours. */
export class BosssoftTown extends ProvinceTown {
  readonly dialect: Dialect = {
    capabilities: ['issuing', 'pushing', 'confirming', 'voiding', 'statements', 'paidMessages'], hardName: '镕𠮷鑫"\\公司', carried: (content) => content, notThere: { kind: 'not-found' }, overdueCode: 'E0005',
    itemWord: 'D350400001', answers: { accepted: 'S0000', refused: 'E9999' }, sourceSystem: 'PROVINCE-SIM', replayHeard: ['replayed'],
  };
  readonly #form: Form;
  readonly #http = new WireClient({ maxConnections: 4, keepAliveMs: 1_000, connectTimeoutMs: 1_000 });
  readonly #ear = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => { void this.#hear(Buffer.concat(parts)).then((body) => response.end(body)); });
  });
  #key: Awaited<ReturnType<typeof generateSigningKey>> | undefined;
  #settings: Readonly<Record<string, unknown>> = {};
  #needs: BosssoftNeeds | undefined;

  constructor(form: Form) { super(); this.#form = form; }

  get earUrl(): string { return `http://127.0.0.1:${(this.#ear.address() as AddressInfo).port}/openapi/nontax/paid-notice`; }
  hearing(): Promise<unknown> { return this.control('switches', { notifyUrl: this.earUrl }); }

  protected async startSimulator(): Promise<RunningProvinceSimulator> {
    this.#key = await generateSigningKey('SM2');
    const signing = this.#form === 'sm2' ? { form: this.#form, partnerKeyPem: this.#key.publicKeyPem } : { form: this.#form, callKey, messageKey };
    return startProvinceSimulator({ port: 0, clock: this.clock, partner: { region: connection.region, deptcode: connection.deptCode, appid: connection.appId, signing } });
  }

  protected async startAdapter(): Promise<Province> {
    await new Promise<void>((resolve) => { this.#ear.listen(0, '127.0.0.1', resolve); });
    const [key, engine] = [this.#key ?? notOpen(), new NativeSm2Engine()];
    const ours = this.#form === 'sm2' ? { form: this.#form, keyName: 'province', provinceKeyPem: this.simulator.publicKeyPem } : { form: this.#form };
    this.#settings = { ...connection, environment: 'simulator', baseUrl: this.simulator.baseUrl, signing: ours };
    this.#needs = {
      http: this.#http, digests: new NodeDigests(), clock: this.clock, verifier: new NodeVerifier(engine), signer: new NodeSigner({ signingKey: () => key }, engine),
      spent: { answers: new SpentHere(), messages: new SpentHere() }, secrets: { ours: async () => callKey, province: async () => messageKey },
    };
    return this.provinceWith({});
  }

  protected async stopAdapter(): Promise<void> {
    await this.#http.close();
    await new Promise((resolve) => { this.#ear.close(resolve); this.#ear.closeAllConnections(); });
  }

  provinceWith(changes: Readonly<Record<string, unknown>>): Province {
    return createBosssoftProvince(this.#needs ?? notOpen(), { ...this.#settings, ...changes });
  }

  async #hear(body: Uint8Array): Promise<string> {
    const messages = this.province.paidMessages ?? notOpen();
    const verdict = await messages.read(body, this.clock.now());
    this.heard.push(verdict.genuine ? { paid: verdict.paid } : { why: verdict.why });
    return (await (verdict.genuine && this.stored ? messages.accepted() : messages.refused('未处理'))).body;
  }
}
