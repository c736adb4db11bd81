import type { EBillState } from '../../domain/e-bills/e-bill.js';
import type { EpochMs } from '../../domain/kernel/china-time.js';
import type { Fen } from '../../domain/kernel/money.js';
import { chargedAmount } from '../../domain/payments/order.js';
import { forPayer, type Timeline } from '../../domain/timeline/timeline.js';
import type { Directory } from '../ports/directory.js';
import type { UnitOfWork } from '../ports/unit-of-work.js';

/** What tells one payment from another in a list. */
export interface PaymentLine { readonly platformOrderNo: string; readonly orderTitle: string; readonly chargedAmount: Fen; readonly createdAt: EpochMs; readonly stateMsg: string }

/** One payment as its payer sees it. Nothing of the payer's own data: whoever looks has proved to hold the phone, no more. */
export interface ShownPayment extends PaymentLine {
  readonly bizOrderNo: string;
  readonly payeeName: string;
  readonly timeline: Timeline;
  /** E-bills that have been issued, by the token of their page. */
  readonly bills: readonly { readonly pageToken: string; readonly state: EBillState }[];
}

/** The whole story of an order, as operators see it. */
interface OrderStory { run(platformOrderNo: string): Promise<Timeline | undefined> }

/** Third step: the payments that a session opened. Reads only. */
export class ShowPayment {
  readonly #unitOfWork: UnitOfWork;
  readonly #timeline: OrderStory;
  readonly #directory: Pick<Directory, 'payee'>;

  constructor(unitOfWork: UnitOfWork, timeline: OrderStory, directory: Pick<Directory, 'payee'>) {
    this.#unitOfWork = unitOfWork;
    this.#timeline = timeline;
    this.#directory = directory;
  }

  /** Those of the numbers that are there, in the order given. */
  list(platformOrderNos: readonly string[]): Promise<readonly PaymentLine[]> {
    return this.#unitOfWork.read(async ({ orders }) => {
      const found = await Promise.all(platformOrderNos.map((no) => orders.byNo(no)));
      return found.flatMap((order) => (order === undefined ? []
        : [{ platformOrderNo: order.platformOrderNo, orderTitle: order.orderTitle, chargedAmount: chargedAmount(order), createdAt: order.createdAt, stateMsg: order.stateMsg }]));
    });
  }

  async run(platformOrderNo: string): Promise<ShownPayment | undefined> {
    const found = await this.#unitOfWork.read(async ({ orders, eBills }) => ({ order: await orders.byNo(platformOrderNo), bills: await eBills.ofOrder(platformOrderNo) }));
    const timeline = await this.#timeline.run(platformOrderNo);
    if (!found.order || !timeline) return undefined;
    const { orderTitle, bizOrderNo, createdAt, stateMsg, merchantNo } = found.order;
    const payeeName = (await this.#directory.payee(merchantNo))?.payeeName ?? merchantNo;
    const bills = found.bills.filter(({ issued }) => issued !== undefined).map(({ pageToken, state }) => ({ pageToken, state }));
    return { platformOrderNo, orderTitle, bizOrderNo, createdAt, stateMsg, payeeName, chargedAmount: chargedAmount(found.order), bills, timeline: forPayer(timeline) };
  }
}
