import { askJson } from '../../bootstrap/profiles/embedded/outside-link.js';
import { pause, type Chance } from './chance.js';
import type { OutsideProcess } from './outside-process.js';
import type { Premises } from './premises.js';

type Fault = Readonly<Record<string, unknown>>;

const alipayCalls = ['pay', 'query', 'close', 'cancel', 'refund', 'fastpay.refund.query'].map((name) => `alipay.trade.${name}`);
const alipayAnswers = [
  '20000', '20000-after', 'SYSTEM_ERROR', 'SYSTEM_ERROR-after', 'timeout-after', 'drop-before', 'drop-after', 'http-500', 'not-json', 'unsigned', 'bad-signature', 'tampered-amount', 'root-twice',
];
const alipayNotices: readonly Fault[] = [
  { fault: 'twice' }, { fault: 'late', ms: 90_000 }, { fault: 'out-of-order' }, { fault: 'never' }, { fault: 'tampered-amount' }, { fault: 'bad-signature' }, { fault: 'unknown-status' },
].map((fault) => ({ method: 'notify', ...fault }));
const unionpayCalls = ['query', 'refund', 'consume', 'reversal'];
const unionpayAnswers = ['hang', 'drop-before', 'drop-after', 'http-500', 'empty-body', '05', '06'];
const unionpaySpecials: readonly Fault[] = [
  { kind: 'refund', fault: 'accepted-then-failed' }, { kind: 'refund', fault: 'stays-05', queries: 2 }, { kind: 'refund', fault: '04' }, { kind: 'query', fault: '34' },
  { kind: 'notify', fault: 'duplicate' }, { kind: 'notify', fault: 'late', ms: 90_000 }, { kind: 'notify', fault: 'count', count: 0 }, { kind: 'notify', fault: 'count', count: 3 },
];

/** How often the outside does something odd beside its chaos, and how often the clock jumps. Real time. */
const oddEveryMs = 400;
const jumpEveryMs = 1_500;
const jumpsMs = [2_000, 5_000, 11_000, 20_000, 31_000, 46_000, 61_000, 61_000, 185_000];

/** Makes both channels unreliable, and time uneven, until it is ended. */
export class Trouble {
  readonly #premises: Premises;
  readonly #outside: OutsideProcess;
  readonly #chance: Chance;
  #on = false;
  #work: Promise<unknown> = Promise.resolve();
  faults = 0;

  constructor(premises: Premises, outside: OutsideProcess, chance: Chance) {
    this.#premises = premises;
    this.#outside = outside;
    this.#chance = chance;
  }

  async begin(): Promise<void> {
    this.#on = true;
    const chaos = { seed: this.#chance.between(1, 1_000_000), dropRate: 0.08, delayMsMax: 250, repeatRate: 0.3, notifyLossRate: 0.3 };
    await Promise.all(this.#both().map((url) => askJson('POST', `${url}/sim/chaos`, chaos)));
    this.#work = Promise.all([this.#oddities(), this.#jumps()]);
  }

  /** From now on both channels behave, and time passes as it does. May be said twice. */
  async end(): Promise<void> {
    this.#on = false;
    await this.#work;
    await Promise.all(this.#both().flatMap((url) => [askJson('POST', `${url}/sim/chaos`, { seed: 0 }), askJson('DELETE', `${url}/sim/faults`)]));
  }

  async #oddities(): Promise<void> {
    const chance = this.#chance.part('oddities');
    while (this.#on) {
      const [url, fault] = chance.happens(0.5) ? [this.#premises.alipayUrl, alipayFault(chance)] : [this.#premises.unionpayUrl, unionpayFault(chance)];
      await askJson('POST', `${url}/sim/faults`, fault);
      this.faults += 1;
      await pause(chance.between(0, 2 * oddEveryMs));
    }
  }

  async #jumps(): Promise<void> {
    const chance = this.#chance.part('jumps');
    while (this.#on) {
      await pause(chance.between(0, 2 * jumpEveryMs));
      await this.#outside.advance(chance.pick(jumpsMs));
    }
  }

  #both(): readonly string[] {
    return [this.#premises.alipayUrl, this.#premises.unionpayUrl];
  }
}

const alipayFault = (chance: Chance): Fault => (chance.happens(0.4) ? chance.pick(alipayNotices) : { method: chance.pick(alipayCalls), fault: chance.pick(alipayAnswers) });

const unionpayFault = (chance: Chance): Fault => (chance.happens(0.5) ? chance.pick(unionpaySpecials) : { kind: chance.pick(unionpayCalls), fault: chance.pick(unionpayAnswers) });
