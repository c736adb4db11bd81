import { expect } from 'chai';
import type { DeskOrder } from '../../../adapters/simulators/shared/integrator/desk-order.js';
import type { City } from '../../support/city.js';
import { postForm } from '../../support/payer.js';

/** One of the hall's orders as its machine-readable book shows it. */
export type HallOrder = DeskOrder;

/** Somebody who uses the service hall without a browser, and steers the faults planned for it. */
export class HallVisitor {
  readonly #city: City;

  constructor(city: City) { this.#city = city; }

  /** An approved matter; gives its number. */
  async approved(kind = 'passport'): Promise<string> {
    const { location } = await this.post('/matters', { kind, applicant: '测试申请人', payerType: '1' });
    const matterNo = location?.split('/').at(-1) ?? expect.fail('no matter');
    await this.post(`/matters/${matterNo}/approve`);
    return matterNo;
  }

  /** Presses 去缴费; gives the cashier's address. */
  async goToCashier(matterNo: string): Promise<string> {
    const { location } = await this.post(`/matters/${matterNo}/pay`, { mode: 'pc', eBillWanted: '1' });
    expect(location, 'the way to the cashier').to.match(/\/pay\//);
    return location ?? '';
  }

  async post(path: string, form: Record<string, string> = {}): Promise<Awaited<ReturnType<typeof postForm>>> {
    return postForm(`${this.#city.serviceHallUrl}${path}`, form);
  }

  async page(path: string): Promise<string> {
    return (await fetch(`${this.#city.serviceHallUrl}${path}`)).text();
  }

  async fault(target: string, fault: string, more: object = {}): Promise<void> {
    const answer = await fetch(`${this.#city.serviceHallUrl}/sim/faults`, { method: 'POST', body: JSON.stringify({ target, fault, ...more }) });
    expect(answer.status, await answer.text()).to.equal(200);
  }

  /** The orders of a matter, first one first. */
  async orders(matterNo: string): Promise<readonly HallOrder[]> {
    const { orders } = await (await fetch(`${this.#city.serviceHallUrl}/sim/orders`)).json() as { orders: readonly HallOrder[] };
    return orders.filter(({ request }) => request.bizOrderNo.startsWith(`${matterNo}-`)).reverse();
  }

  async order(matterNo: string): Promise<HallOrder> {
    return (await this.orders(matterNo))[0] ?? expect.fail('no order');
  }

  /** Waits until the outcome of each callback of the order is this. */
  async outcomes(matterNo: string, wanted: readonly string[]): Promise<void> {
    await this.#city.until(`callbacks ${wanted.join(', ')}`, async () => {
      const found = (await this.order(matterNo)).callbacks.map(({ outcome }) => outcome);
      return JSON.stringify(found) === JSON.stringify(wanted) ? true : undefined;
    }, 20_000);
  }
}
