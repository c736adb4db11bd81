import type { PayChannel } from '../../domain/directory/channel-merchant.js';
import { chargedAmount, mayStartPayment, stateMessages, type Order } from '../../domain/payments/order.js';
import type { Clock } from '../ports/clock.js';
import type { Directory } from '../ports/directory.js';
import type { ReturnAddresses } from '../ports/merchant-callbacks.js';
import type { UnitOfWork } from '../ports/unit-of-work.js';
import type { CashierPage, CashierTerminal, CashierView } from './cashier-view.js';
import { openLinks } from './open-links.js';

/** What the payer sees of an order (1.1.1.1.4, 1.1.1.1.5, 1.1.1.2-a). Reads only. */
export class OpenCashier {
  readonly #unitOfWork: UnitOfWork;
  readonly #directory: Directory;
  readonly #returnAddresses: ReturnAddresses;
  readonly #clock: Clock;

  constructor(unitOfWork: UnitOfWork, directory: Directory, returnAddresses: ReturnAddresses, clock: Clock) {
    this.#unitOfWork = unitOfWork;
    this.#directory = directory;
    this.#returnAddresses = returnAddresses;
    this.#clock = clock;
  }

  async run(cashierToken: string, terminal: CashierTerminal): Promise<CashierView | undefined> {
    const seen = await this.#unitOfWork.read(async ({ orders, attempts }) => {
      const found = await orders.byCashierToken(cashierToken);
      return found && { order: found, newest: found.payChannel === undefined ? (await attempts.ofOrder(found.platformOrderNo)).at(-1) : undefined };
    });
    if (!seen || seen.order.terminal === 'bar') return undefined;
    const { order, newest } = seen;
    const now = this.#clock.now();
    const page = pageOf(order, now);
    const payee = await this.#directory.payee(order.merchantNo);
    const developer = await this.#directory.developer(order.devId);
    const mayStart = mayStartPayment(order, now).ok;
    return {
      page, bizOrderNo: order.bizOrderNo, platformOrderNo: order.platformOrderNo, orderTitle: order.orderTitle, orderDescription: order.orderDescription,
      payeeName: payee?.payeeName ?? order.merchantNo, orderAmount: order.orderAmount, bizDiscountAmount: order.bizDiscountAmount, chargedAmount: chargedAmount(order),
      stateMsg: order.stateMsg, channels: mayStart ? await this.#channels(order, terminal) : [], mayStart, pcOnly: order.terminal === 'pc',
      createdAt: order.createdAt, expiresAt: order.expiresAt, now, paidAt: order.paidAt, payChannel: order.payChannel ?? newest?.payChannel, channelOrderNo: order.channelOrderNo,
      backUrl: developer ? await this.#returnAddresses.of(order, developer) : undefined,
    };
  }

  async #channels(order: Order, terminal: CashierTerminal): Promise<readonly PayChannel[]> {
    const links = await openLinks(this.#directory, order.merchantNo, order.subOrders.length > 0);
    return links.filter((link) => link.payMethods.includes(terminal)).map((link) => link.payChannel);
  }
}

function pageOf(order: Order, now: number): CashierPage {
  switch (order.state) {
    case 'paid': return 'paid';
    case 'closed': return order.stateMsg === stateMessages.expired ? 'expired' : 'closed';
    // The channel is still being asked: an answer "paid" may yet arrive, so nothing final is shown.
    case 'paying': return 'asking';
    case 'failed': return now >= order.expiresAt ? 'expired' : 'failed';
    case 'awaiting': return now >= order.expiresAt ? 'expired' : 'payable';
  }
}
