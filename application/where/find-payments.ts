import type { Order } from '../../domain/payments/order.js';
import { readMobile } from '../../domain/text-messages/phone.js';
import { maxOrdersOfPayer, type Readers, type UnitOfWork } from '../ports/unit-of-work.js';
import type { AskedPayment } from './asked-payment.js';

/** Numbers of the platform. */
const platformNumber = /^[0-9]{26}$/;

/**
 * The orders that a payer may see who has the phone: named by our number, by the business system's, or by the pay code of the notice that they pay. The
 * phone is the order's own; where the order has none, that of its notice. Newest first.
 */
export class FindPayments {
  readonly #unitOfWork: UnitOfWork;
  /** Non-tax regions whose notices we have to do with. */
  readonly #regions: readonly string[];

  constructor(unitOfWork: UnitOfWork, regions: readonly string[]) {
    this.#unitOfWork = unitOfWork;
    this.#regions = regions;
  }

  run({ number, phone }: AskedPayment): Promise<readonly Order[]> {
    return this.#unitOfWork.read(async (readers) => {
      const [named, ofPayer, noticed] = await Promise.all([
        platformNumber.test(number) ? readers.orders.byNo(number) : undefined, readers.orders.ofPayer(number, phone), this.#byPayCode(readers, number),
      ]);
      const candidates = [named, ...ofPayer, ...noticed].filter((order) => order !== undefined);
      const once = [...new Map(candidates.map((order) => [order.platformOrderNo, order])).values()];
      const own = await Promise.all(once.map(async (order) => (await belongsTo(readers, order, phone) ? [order] : [])));
      return own.flat().sort((a, b) => b.createdAt - a.createdAt).slice(0, maxOrdersOfPayer);
    });
  }

  async #byPayCode({ notices, orders }: Readers, payCode: string): Promise<readonly (Order | undefined)[]> {
    return Promise.all(this.#regions.map(async (region) => {
      const notice = await notices.byPayCode(region, payCode);
      return notice?.platformOrderNo === undefined ? undefined : orders.byNo(notice.platformOrderNo);
    }));
  }
}

async function belongsTo({ notices }: Readers, { platformOrderNo, payer }: Order, phone: string): Promise<boolean> {
  const mobile = payer.mobile ?? (await notices.byOrder(platformOrderNo))?.payer.mobile;
  const known = mobile === undefined ? undefined : readMobile(mobile);
  return known?.ok === true && known.value === phone;
}
