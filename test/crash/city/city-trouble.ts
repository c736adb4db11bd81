import { askJson } from '../../../bootstrap/profiles/embedded/outside-link.js';
import { pause, type Chance } from '../chance.js';
import type { CityPremises } from './city-premises.js';

/** What is ordered of a simulator's control, and where. */
export interface Order { readonly system: keyof Pick<CityPremises, 'provinceUrl' | 'eBillUrl' | 'cityAppUrl' | 'dataSharingUrl'>; readonly path: string; readonly body: Readonly<Record<string, unknown>> }

const provinceCalls = ['issue', 'query', 'void', 'confirm'];
/** Those on the line alone strike where frames are sent; elsewhere they wait until the calm takes them back. */
const provinceFaults = [
  'timeout-before', 'timeout-after', 'timeout-after', 'bad-signature', 'error-code', 'garbage', 'message-first', 'gbk-names', 'half-frame', 'split-frame', 'two-frames', 'wrong-length', 'other-reference',
];
const paidMessageFaults = ['duplicate', 'replay', 'bad-signature', 'garbage', 'half-frame', 'two-frames'];
const billCalls = ['invoiceEBill', 'getEBillByBusNo', 'writeOffEBill'];
const billFaults = ['timeout-after', 'drop-after', 'drop-after', 'http-500', 'bad-sign'];
const appFaults = ['error-500', 'refuse', 'slow', 'wrong-text'];

/** How often something odd is ordered. Real time. */
const oddEveryMs = 250;
/** A burst: so many calls in a row go wrong. */
const burst = 12;

/** Makes every system around the payments unreliable until it is ended. What only a person could heal is not among it, but for refused e-bills, which the calm presses on. */
export class CityTrouble {
  readonly #premises: CityPremises;
  readonly #chance: Chance;
  #on = false;
  #work: Promise<unknown> = Promise.resolve();
  faults = 0;

  constructor(premises: CityPremises, chance: Chance) {
    this.#premises = premises;
    this.#chance = chance;
  }

  begin(): void {
    this.#on = true;
    this.#work = this.#oddities();
  }

  /** From now on every system behaves. May be said twice. */
  async end(): Promise<void> {
    this.#on = false;
    await this.#work;
    const { provinceUrl, eBillUrl, cityAppUrl, dataSharingUrl } = this.#premises;
    await Promise.all([provinceUrl, eBillUrl, cityAppUrl].map((url) => askJson('DELETE', `${url}/sim/faults`)));
    await this.#untilTaken({ system: 'dataSharingUrl', path: 'switches', body: { refuse: false } }, dataSharingUrl);
  }

  async #oddities(): Promise<void> {
    const chance = this.#chance.part('city');
    while (this.#on) {
      const order = anOrder(chance);
      // The front database may be held by a writer just then.
      const isTaken = await askJson('POST', `${this.#premises[order.system]}/sim/${order.path}`, order.body).then(() => true, () => false);
      if (isTaken) this.faults += 1;
      await pause(chance.between(0, 2 * oddEveryMs));
    }
  }

  async #untilTaken({ path, body }: Order, url: string): Promise<void> {
    for (let tries = 0; ; tries += 1) {
      const fault = await askJson('POST', `${url}/sim/${path}`, body).then(() => undefined, (error: unknown) => (error instanceof Error ? error : new Error(String(error))));
      if (fault === undefined) return;
      if (tries > 20) throw fault;
      await pause(250);
    }
  }
}

function anOrder(chance: Chance): Order {
  switch (chance.pick(['province', 'province', 'province', 'bill', 'bill', 'app', 'share'] as const)) {
    case 'province': return provinceOrder(chance);
    case 'bill': return billOrder(chance);
    case 'app': return { system: 'cityAppUrl', path: 'faults', body: { target: 'push', fault: chance.pick(appFaults), times: chance.happens(0.1) ? burst : 1, settings: { ms: chance.between(500, 12_000) } } };
    case 'share': return { system: 'dataSharingUrl', path: 'switches', body: chance.pick([{ refuse: true }, { refuse: false }, { refuse: false }, { slowDownMs: 1_500 }]) };
  }
}

function provinceOrder(chance: Chance): Order {
  if (chance.happens(0.1)) return { system: 'provinceUrl', path: 'switches', body: { repeatedConfirm: chance.pick(['same-answer', 'error']) } };
  if (chance.happens(0.15)) return { system: 'provinceUrl', path: 'faults', body: { target: 'paid-message', fault: chance.pick(paidMessageFaults) } };
  const target = chance.pick(provinceCalls);
  // With another slip's number an issue would be believed: that is no fault that heals.
  const fault = chance.pick(target === 'issue' ? provinceFaults : [...provinceFaults, 'other-slip']);
  return { system: 'provinceUrl', path: 'faults', body: { target, fault, times: chance.happens(0.05) ? burst : 1 } };
}

function billOrder(chance: Chance): Order {
  const target = chance.pick(billCalls);
  const special = target === 'getEBillByBusNo' ? 'other-amount' : target === 'invoiceEBill' ? chance.pick(['e-code', 'stock-exhausted', 'other-amount']) : 'e-code';
  const fault = chance.happens(0.2) ? special : chance.pick(billFaults);
  return { system: 'eBillUrl', path: 'faults', body: { target, fault, times: fault !== 'e-code' && chance.happens(0.05) ? burst : 1 } };
}
