import { attemptNoOf, formIn, postForm, type PageForm } from '../support/payer.js';
import { pause, type Chance } from './chance.js';
import type { Premises } from './premises.js';

export type Channel = 'alipay' | 'unionpay';
export interface Handover { readonly channel: Channel; readonly attemptNo: string; readonly form: PageForm }

const patienceMs = 30_000;

/** A payer with a browser and a phone. What does not work is tried again or given up, as people do. */
export class Wallet {
  readonly #premises: Premises;

  constructor(premises: Premises) {
    this.#premises = premises;
  }

  /** Chooses a channel on the cashier; undefined when the cashier says that it cannot be done now. */
  async choose(cashierUrl: string, channel: Channel, view: 'pc' | 'h5'): Promise<Handover | undefined> {
    const deadline = performance.now() + patienceMs;
    while (performance.now() < deadline) {
      const answer = await postForm(cashierUrl, { payChannel: channel, view }, this.#premises.baseUrl).catch(() => undefined);
      if (answer?.status === 200) {
        const form = formIn(answer.html, 'type="hidden"');
        return { channel, form, attemptNo: attemptNoOf(form) };
      }
      if (answer?.status === 409 || answer?.status === 404) return undefined;
      await pause(300);
    }
    return undefined;
  }

  /** The browser goes to the channel's page. For Alipay that is no trade yet: the payer signs in when paying. */
  async visit({ form }: Handover): Promise<void> {
    await postForm(form.action, form.fields).catch(() => undefined);
  }

  /** Pays on the channel's page; `late` insists after the time limit, which UnionPay's page may let pass (42). */
  async pay(handover: Handover, late = false): Promise<boolean> {
    return this.#act(handover, 'pay', late ? { late: true } : {});
  }

  /** UnionPay: the card is refused. Alipay: the payer ends the trade. */
  async fail(handover: Handover): Promise<void> {
    await this.#act(handover, handover.channel === 'alipay' ? 'cancel' : 'fail', {});
  }

  /** A code on the phone whose last two digits choose what happens. */
  code(channel: Channel, ending: string, chance: Chance): string {
    const digits = (count: number): string => Array.from({ length: count }, () => String(chance.between(0, 9))).join('');
    return channel === 'alipay' ? `28${digits(14)}${ending}` : `62${digits(15)}${ending}`;
  }

  /** The payer's word on a scanned payment that waits for it. */
  async confirmOnPhone(channel: Channel, attemptNo: string): Promise<void> {
    await this.#act({ channel, attemptNo }, 'pay', {});
  }

  async #act({ channel, attemptNo }: Pick<Handover, 'channel' | 'attemptNo'>, step: string, body: object): Promise<boolean> {
    const url = channel === 'alipay' ? `${this.#premises.alipayUrl}/sim/trades/${attemptNo}/${step}` : `${this.#premises.unionpayUrl}/sim/orders/${attemptNo}/${step}`;
    const answer = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
    await answer.body?.cancel();
    return answer.ok;
  }
}
