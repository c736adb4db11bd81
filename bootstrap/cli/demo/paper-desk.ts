import { askJson } from '../../profiles/embedded/outside-link.js';
import type { Config } from '../../config.js';
import type { DeskOrder } from './demo-city.js';
import { postForm } from './page-forms.js';

interface Slip { readonly payCode: string; readonly busNo: string; readonly state: string; readonly serialNo?: string; readonly confirmCode?: string }
interface Bill { readonly busNo: string; readonly code: string; readonly no: string; readonly fen: string; readonly state: string; readonly red?: { readonly no: string } | null }
interface Text { readonly mobile: string; readonly text: string; readonly atMs: number }
interface AppRecord { readonly bill: Readonly<Record<string, string>> }
interface AppOrder { readonly request: { readonly bizOrderNo: string }; readonly state: string; readonly stateMsg: string; readonly platformOrderNo?: string; readonly cashierUrl?: string; readonly callbacks: number }

/** The outside systems around a payment as the story sees them: their viewer pages' data and their faults; and the city app, whose user pays. */
export class PaperDesk {
  readonly #config: Config;

  constructor(config: Config) {
    this.#config = config;
  }

  /** The user of the city app taps a fee in a business app inside it (mode 1). */
  async tapFee(): Promise<DeskOrder> {
    const { location } = await postForm(`${this.#app}/business/orders`, { paper: 'passport' });
    const order = await this.#appOrder((one) => one.cashierUrl === location);
    if (!order?.platformOrderNo) throw new Error(`the city app placed no order: ${order?.stateMsg ?? location ?? 'no answer'}`);
    return order;
  }

  async appOrder(placed: DeskOrder): Promise<DeskOrder> {
    const found = await this.#appOrder((one) => one.request.bizOrderNo === placed.request.bizOrderNo);
    if (!found) throw new Error('the city app has lost an order');
    return found;
  }

  async refundInApp(placed: DeskOrder, yuan: string): Promise<void> { await postForm(`${this.#app}/business/orders/${placed.request.bizOrderNo}/refunds`, { amount: yuan }); }

  /** What the province has of an order's payment notice; the platform order number is its number there. */
  async slip(platformOrderNo: string): Promise<Slip | undefined> {
    const { slips } = await askJson<{ slips: Slip[] }>('GET', `${this.#province}/sim/slips`);
    return slips.find(({ busNo }) => busNo === platformOrderNo);
  }

  /** E-bills of an order at the bill system, oldest first. */
  async bills(platformOrderNo: string): Promise<readonly Bill[]> {
    return (await askJson<Bill[]>('GET', `${this.#eBills}/sim/bills`)).filter(({ busNo }) => busNo.startsWith(platformOrderNo));
  }

  async textsSince(atMs: number): Promise<readonly Text[]> {
    return (await askJson<{ texts: Text[] }>('GET', `${this.#texts}/sim/texts`)).texts.filter((text) => text.atMs >= atMs);
  }

  /** The record among the personal bills of the app's user. */
  async personalBill(platformOrderNo: string): Promise<Readonly<Record<string, string>> | undefined> {
    const { bills } = await askJson<{ bills: AppRecord[] }>('GET', `${this.#app}/sim/bills`);
    return bills.find(({ bill }) => bill['platformOrderNo'] === platformOrderNo)?.bill;
  }

  /** The province cuts every connection, and the bill system answers late: its bill is issued, the answer is lost. */
  async trouble(): Promise<void> {
    for (const target of ['issue', 'query', 'confirm', 'void']) await askJson('POST', `${this.#province}/sim/faults`, { target, fault: 'down', times: 1_000 });
    await askJson('POST', `${this.#eBills}/sim/faults`, { target: 'invoiceEBill', fault: 'drop-after', times: 1 });
    await askJson('POST', `${this.#eBills}/sim/faults`, { target: 'getEBillByBusNo', fault: 'http-500', times: 3 });
  }

  async calm(): Promise<void> { for (const system of [this.#province, this.#eBills]) await askJson('DELETE', `${system}/sim/faults`); }

  async #appOrder(isIt: (order: AppOrder) => boolean): Promise<DeskOrder | undefined> {
    const { business } = await askJson<{ business: AppOrder[] }>('GET', `${this.#app}/sim/orders`);
    const found = business.find(isIt);
    return found && { ...found, callbacks: Array.from({ length: found.callbacks }, () => ({ at: 0, kind: 'payment', outcome: 'taken' })) };
  }

  get #app(): string { return `http://127.0.0.1:${this.#config.cityAppPort}`; }
  get #province(): string { return `http://127.0.0.1:${this.#config.provincePort}`; }
  get #eBills(): string { return `http://127.0.0.1:${this.#config.eBillPort}`; }
  get #texts(): string { return `http://127.0.0.1:${this.#config.textMessagePort}`; }
}
