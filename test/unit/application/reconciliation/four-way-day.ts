import type { OrderEBill } from '../../../../domain/e-bills/order-e-bill.js';
import { fen } from '../../../../domain/kernel/money.js';
import { bizNoOfOrder, newNotice, type NoticeStep } from '../../../../domain/payment-notices/notice-record.js';
import { anItem, anOrderBill } from '../../../builders/e-bills.js';
import { noon } from '../../../builders/moments.js';
import { aNoticeContent } from '../../../builders/payment-notices.js';
import { firstDay, type CountingHouse } from './counting-house.js';
import { MadeUpDay } from './made-up-day.js';

export type MadeOrder = Awaited<ReturnType<MadeUpDay['pay']>>;
interface Legs {
  readonly amount?: number;
  /** Without nontaxInfo there is nothing but the channel. */
  readonly isPlain?: true;
  readonly isBillWanted?: false;
  readonly itemCode?: string;
  readonly notice?: NoticeStep;
  readonly bills?: readonly Partial<OrderEBill>[];
  readonly at?: number;
}

export const nontaxText = (amount: number, itemCode = '103042501', eBillWanted = '1'): string =>
  JSON.stringify({ eBillWanted, payerType: '1', items: [{ itemCode, itemName: '不动产登记费', quantity: '1', price: String(amount), amount: String(amount) }] });

/** Orders with as many of their legs as a test wants, on the first day at one account. */
export class FourWayDay {
  readonly #house: CountingHouse;
  readonly made: MadeUpDay;

  constructor(house: CountingHouse) {
    this.#house = house;
    this.made = new MadeUpDay(house);
  }

  async order({ amount = 8_000, isPlain, isBillWanted, itemCode, notice, bills = [], at = noon }: Legs): Promise<MadeOrder> {
    const nontaxInfo = isPlain ? undefined : nontaxText(amount, itemCode, isBillWanted === false ? '0' : '1');
    const made = await this.made.pay({ amount, at, ...(nontaxInfo === undefined ? {} : { nontaxInfo }) });
    const { platformOrderNo } = made.order;
    if (notice !== undefined) {
      await this.#house.store.unitOfWork.run(({ notices }) => notices.add({
        ...newNotice(aNoticeContent({ busNo: platformOrderNo, totalAmount: fen(amount) }), {
          noticeNo: platformOrderNo, origin: 'order', devId: 'D1', merchantNo: 'M1', bizNoticeNo: bizNoOfOrder(platformOrderNo), contentDigest: undefined, platformOrderNo, step: notice, now: noon,
        }), step: notice,
      }));
    }
    for (const [index, bill] of bills.entries()) await this.bill(made, { round: index + 1, ...bill });
    return made;
  }

  /** An order with everything as it should be. */
  whole(changes: Legs = {}): Promise<MadeOrder> { return this.order({ notice: 'confirmed', bills: [{ state: 'issued' }], ...changes }); }

  async bill({ order: { platformOrderNo, orderAmount } }: MadeOrder, changes: Partial<OrderEBill>): Promise<void> {
    const items = [anItem({ price: orderAmount, amount: orderAmount })];
    await this.#house.store.unitOfWork.run(({ eBills }) => eBills.add(anOrderBill({ platformOrderNo, amount: orderAmount, items, base: items, ...changes })));
  }

  async changeBill({ order }: MadeOrder, changes: Partial<OrderEBill>): Promise<void> {
    await this.#house.store.unitOfWork.run(async ({ eBills }) => {
      const last = (await eBills.ofOrder(order.platformOrderNo)).at(-1);
      if (!last) throw new Error('no e-bill');
      await eBills.put({ ...last, ...changes });
    });
  }

  async confirm({ order }: MadeOrder): Promise<void> {
    await this.#house.store.unitOfWork.run(async ({ notices }) => {
      const notice = await notices.byOrder(order.platformOrderNo);
      if (!notice) throw new Error('no notice');
      await notices.put({ ...notice, step: 'confirmed' });
    });
  }

  /** `order leg kind expected found` of what is open, orders by the names that the test gave them. */
  async open(names: Readonly<Record<string, MadeOrder>>, day = firstDay, at = Number.MAX_SAFE_INTEGER): Promise<readonly string[]> {
    const gaps = await this.#house.store.unitOfWork.read(({ legs }) => legs.openAt({ day, at, after: undefined, limit: 500 }));
    const nameOf = (no: string): string => Object.entries(names).find(([, { order }]) => order.platformOrderNo === no)?.[0] ?? no;
    return gaps.map(({ platformOrderNo, leg, kind, expected, found }) => `${nameOf(platformOrderNo)} ${leg} ${kind} ${expected}${found === undefined ? '' : ` ${found}`}`).sort();
  }

  async check() { return (await this.#house.store.unitOfWork.read(({ legs }) => legs.checksOn(firstDay))).find(({ channelMerchantId }) => channelMerchantId === 'CM-ALI'); }
}
