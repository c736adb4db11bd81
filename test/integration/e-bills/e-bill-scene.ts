import { randomUUID } from 'node:crypto';
import { createBosssoftIssuer } from '../../../adapters/outbound/e-bills/bosssoft/bosssoft-issuer.js';
import { usualSettings, type BosssoftSettings } from '../../../adapters/outbound/e-bills/bosssoft/settings.js';
import { WireClient } from '../../../adapters/outbound/wire/http-client.js';
import { startEBillSimulator, type RunningEBillSimulator } from '../../../adapters/simulators/e-bills/e-bill-simulator.js';
import { SteppedClock } from '../../../adapters/simulators/shared/stepped-clock.js';
import type { BillIssuer, EBillToIssue } from '../../../application/ports/bill-issuer.js';
import type { Journal } from '../../../application/ports/journal.js';
import { businessDay, dayMs } from '../../../domain/kernel/china-time.js';
import { fen } from '../../../domain/kernel/money.js';
import { platformNumber } from '../../../domain/kernel/numbers.js';
import { anItem, aPayer } from '../../builders/e-bills.js';
import { noon } from '../../builders/moments.js';

export const key = 'DEMOKEY-0001';
export const place = { region: '350400', deptcode: '350400001' };

export const someSettings = (changes: Partial<BosssoftSettings> = {}): BosssoftSettings => ({
  ...usualSettings, apiUrl: 'http://127.0.0.1:1', place, appid: 'SMFSTEST01', placeCode: '350400001001', kindCode: '0101', cashier: '张收费', author: '李开票',
  pageOrigins: [], ...changes,
});

/** Every line, as one text. */
export class HeardJournal implements Journal {
  readonly lines: string[] = [];
  readonly #hear = (event: string, fields: unknown): void => { this.lines.push(JSON.stringify([event, fields])); };
  info(event: string, fields?: object): void { this.#hear(event, fields); }
  warn(event: string, fields?: object): void { this.#hear(event, fields); }
  alarm(event: string, fields?: object): void { this.#hear(event, fields); }
  fault(event: string, _error: unknown, fields?: object): void { this.#hear(event, fields); }
}

export const aWireClient = (): WireClient => new WireClient({ maxConnections: 4, keepAliveMs: 1_000, connectTimeoutMs: 1_000 });
export const noise = (): string => randomUUID().replaceAll('-', '');

let sequence = 0;
export const aBusNo = (): string => platformNumber(noon, 7, ++sequence);

export const toIssue = (changes: Partial<EBillToIssue> = {}): EBillToIssue =>
  ({ busNo: aBusNo(), paidAt: noon, amount: fen(8_000), payer: aPayer(), items: [anItem()], payCode: undefined, remark: undefined, ...changes });

export type Edition = 'standard' | 'short' | 'standard with SM3';

/** The real adapter and the simulated bill system, joined by sockets. */
export class EBillScene {
  readonly journal = new HeardJournal();
  readonly clock = new SteppedClock();
  readonly #edition: Edition;
  readonly #http = aWireClient();
  #simulator: RunningEBillSimulator | undefined;
  #issuer: BillIssuer | undefined;

  constructor(edition: Edition = 'standard') { this.#edition = edition; }

  async open(): Promise<void> {
    const ownPlace = this.#edition === 'short' ? undefined : place;
    const digest = this.#edition === 'standard with SM3' ? 'sm3-upper' : 'md5-upper';
    this.#simulator = await startEBillSimulator({ port: 0, clock: this.clock, clients: [{ appid: 'SMFSTEST01', key, version: '1.0', place: ownPlace, digest }] });
    const { baseUrl, standardUrl, medicalUrl } = this.#simulator;
    this.#issuer = this.issuerWith({ apiUrl: ownPlace ? standardUrl : medicalUrl, place: ownPlace, digest, pageOrigins: [baseUrl] });
  }

  issuerWith(changes: Partial<BosssoftSettings>, secret = key): BillIssuer {
    return createBosssoftIssuer({ settings: someSettings(changes), key: secret, http: this.#http, noise, journal: this.journal });
  }

  get issuer(): BillIssuer { return this.#issuer ?? fail(); }
  get baseUrl(): string { return (this.#simulator ?? fail()).baseUrl; }
  get standardUrl(): string { return (this.#simulator ?? fail()).standardUrl; }

  nextDay(): string {
    this.clock.advance(dayMs);
    return businessDay(this.clock.now());
  }

  async control(method: 'GET' | 'POST' | 'DELETE', path: string, body?: object): Promise<unknown> {
    const answer = await fetch(`${this.baseUrl}/sim/${path}`, { method, ...(body ? { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } } : {}) });
    if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
    return answer.json();
  }

  fault(target: string, fault: string, settings: object = {}): Promise<unknown> { return this.control('POST', 'faults', { target, fault, settings }); }

  async close(): Promise<void> {
    await this.#simulator?.close();
    await this.#http.close();
  }
}

function fail(): never { throw new Error('the scene is not open'); }
