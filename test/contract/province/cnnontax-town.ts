import type { MacRule } from '../../../adapters/outbound/province/cnnontax/mac.js';
import { createCnnontaxProvince } from '../../../adapters/outbound/province/cnnontax/cnnontax-province.js';
import type { CnnontaxNeeds } from '../../../adapters/outbound/province/cnnontax/needs.js';
import { MemoryPayCodes } from '../../../adapters/outbound/persistence/memory/memory-pay-codes.js';
import { ProvinceEar } from '../../../adapters/inbound/province-messages/province-ear.js';
import { startProvinceSimulator, type RunningProvinceSimulator } from '../../../adapters/simulators/province/province-simulator.js';
import type { Journal } from '../../../application/ports/journal.js';
import type { Province } from '../../../application/ports/province.js';
import type { NoticeContent, NoticeItem } from '../../../domain/payment-notices/payment-notice.js';
import { notOpen, ProvinceTown, type Dialect } from './province-town.js';

const [callToken, messageToken] = ['DEMOTOKEN-1', 'DEMOTOKEN-2'];
export const receiver = { name: '三明市财政局', account: '35001234567890', bank: '中国银行三明分行', bankNo: '104395000018' };

/** `agreed`: the province has named a number for confirmations, asks for states by 8997 and tells more than 99999. */
export interface Agreement { readonly mac: MacRule['rule']; readonly issue: '8994' | '4601'; readonly agreed: boolean }

/** The norm has no place for a payer's kind, and one column for an item's code. */
const carried = ({ items, payer }: NoticeContent): Partial<NoticeContent> => ({
  payer: { ...payer, kind: 'person' },
  items: items.map((item): NoticeItem => { const code = item.nationalCode ?? item.itemCode; return { ...item, itemCode: code, nationalCode: code }; }),
});

/** Dialect `cnnontax-xml`, with a port of ours for its frames. */
export class CnnontaxTown extends ProvinceTown {
  readonly dialect: Dialect;
  readonly #agreement: Agreement;
  readonly #needs: CnnontaxNeeds = { clock: this.clock, payCodes: (region, system) => new MemoryPayCodes(region, system), tokens: { ours: async () => callToken, province: async () => messageToken } };
  #settings: Readonly<Record<string, unknown>> = {};
  #ear: ProvinceEar | undefined;

  constructor(agreement: Agreement) {
    super();
    const { agreed } = this.#agreement = agreement;
    this.dialect = {
      capabilities: ['issuing', 'pushing', ...(agreed ? ['confirming'] as const : []), 'voiding', 'paidFrames'], hardName: '镕鑫<&>"\'\\公司', carried,
      notThere: agreed ? { kind: 'not-found' } : { kind: 'unknown', why: 'unheard-word', code: '99999' }, overdueCode: '10005', itemWord: '103043211',
      answers: { accepted: '00000', refused: '99999' }, sourceSystem: 'F350400', replayHeard: [],
    };
  }

  get earUrl(): string { return 'https://tongjiao.example.com/unused'; }
  get earPort(): number { return (this.#ear ?? notOpen()).port; }
  hearing(): Promise<unknown> { return this.control('switches', { notifyPort: this.earPort }); }
  override get switches(): object { return { ...super.switches, normResults: this.#agreement.agreed ? 'detailed' : 'seen' }; }

  protected startSimulator(): Promise<RunningProvinceSimulator> {
    const { mac, agreed } = this.#agreement;
    return startProvinceSimulator({
      port: 0, clock: this.clock, partner: { region: '350400', deptcode: '1', appid: 'unused', signing: { form: 'md5-upper', callKey: 'unused-1', messageKey: 'unused-2' } },
      line: { port: 0, nodes: { own: 'F350400', partner: 'K3504000001' }, mac: { rule: mac, callToken, messageToken }, ...(agreed ? { confirmMsgNo: '2602' } : {}) },
    });
  }

  protected async startAdapter(): Promise<Province> {
    const { mac, issue, agreed } = this.#agreement;
    this.#settings = {
      environment: 'simulator', region: '350400', line: { host: '127.0.0.1', port: this.simulator.linePort }, nodes: { ours: 'K3504000001', province: 'F350400' }, mac, receiver, ownCodes: { system: '35' }, listen: { host: '127.0.0.1', port: 1 },
      msgNo: { issue, ...(agreed ? { state: '8997', confirm: '2602' } : {}) },
      codes: { '00000': 'ok', 99999: 'refused', 18012: 'refused', E0007: 'busy', ...(agreed ? { 10001: 'not-found', 10002: 'void', 10003: 'confirmed-before', 10005: 'refused', 10010: 'refused' } : {}) },
    };
    const province = this.provinceWith({});
    this.#ear = new ProvinceEar({ region: province.region, frames: province.paidFrames ?? notOpen(), clock: this.clock, journal: this.#journal, receive: { run: async (_region, paid) => {
      this.heard.push({ paid });
      return this.stored ? { kind: 'taken' } : { kind: 'unknown-notice' };
    } } }, { host: '127.0.0.1', port: 0, sources: undefined });
    await this.#ear.listen();
    return province;
  }

  protected async stopAdapter(): Promise<void> { await this.#ear?.close(); }

  provinceWith(changes: Readonly<Record<string, unknown>>): Province {
    return createCnnontaxProvince(this.#needs, { ...this.#settings, ...changes });
  }

  readonly #journal: Journal = { info: () => undefined, alarm: () => undefined, fault: () => undefined, warn: (_event, fields) => { this.heard.push({ why: String(fields?.['why']) }); } };
}
