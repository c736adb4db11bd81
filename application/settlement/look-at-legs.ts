import type { NontaxItem } from '../../domain/directory/nontax.js';
import { fen, type Fen } from '../../domain/kernel/money.js';
import { nontaxInfoOf } from '../../domain/payments/nontax-info.js';
import type { LegCheck } from '../../domain/settlement/leg-check.js';
import { legsOfOrder, needsCatalogue, type LegFacts, type LegOrder } from '../../domain/settlement/legs-of-order.js';
import { gapsOf, type LegGap } from '../../domain/settlement/order-legs.js';
import { paymentKey, type Trade } from '../../domain/settlement/trade.js';
import type { Directory } from '../ports/directory.js';
import { maxLegsAtOnce } from '../ports/leg-books.js';
import type { Readers, UnitOfWork } from '../ports/unit-of-work.js';

/** One page of a check: its orders and what is wrong with them now. */
export interface LegPage {
  /** Orders of the page whose kept gaps are compared with what was found. */
  readonly orderNos: readonly string[];
  /** How many of them have legs to be compared. */
  readonly counted: number;
  readonly found: readonly LegGap[];
  readonly after: string | undefined;
  readonly isLast: boolean;
}

/** Nobody has this run: every settled trade is one that it has not seen. */
const noRun = '-';
type Facts = Omit<LegFacts, 'catalogue'>;
interface Walked { readonly trades: readonly Trade[]; readonly orderNos: readonly string[]; readonly after: string | undefined; readonly isLast: boolean }

/** Reads a page of orders with their legs, outside of any unit: the set of a page at once, and the catalogue only where an e-bill that is due does not exist. */
export class LookAtLegs {
  readonly #unitOfWork: UnitOfWork;
  readonly #directory: Directory;
  readonly #pageSize: number;

  constructor(unitOfWork: UnitOfWork, directory: Directory, pageSize = maxLegsAtOnce) {
    this.#unitOfWork = unitOfWork;
    this.#directory = directory;
    this.#pageSize = pageSize;
  }

  async run(check: LegCheck): Promise<LegPage> {
    const { walked, facts } = await this.#unitOfWork.read(async (readers) => {
      const page = await this.#walk(readers, check);
      return { walked: page, facts: await this.#facts(readers, check, page) };
    });
    const catalogue = await this.#catalogue(facts);
    const all = facts.flatMap((one) => legsOfOrder({ ...one, catalogue: catalogue(one.order.merchantNo) }) ?? []);
    return { orderNos: walked.orderNos, counted: all.length, found: all.flatMap(gapsOf), after: walked.after, isLast: walked.isLast };
  }

  async #walk({ trades, legs }: Readers, { day, channelMerchantId, phase, after }: LegCheck): Promise<Walked> {
    const limit = this.#pageSize;
    if (phase === 'again') {
      const orderNos = await legs.ordersWithGaps({ day, channelMerchantId, after, limit });
      const orders = await legs.ordersOf(orderNos);
      const paid = await trades.byKeys(orders.flatMap(({ paidAttemptNo }) => (paidAttemptNo === undefined ? [] : [paymentKey(paidAttemptNo)])));
      // An order whose money another day's bill had is that day's: its gaps here are over.
      return { trades: paid.filter((trade) => (trade.settledDay ?? trade.clearingDay) === day), orderNos, after: orderNos.at(-1), isLast: orderNos.length < limit };
    }
    const page = phase === 'settled'
      ? await trades.settledUnseen({ channelMerchantId, day, runNo: noRun, after, limit })
      : await trades.unsettled({ channelMerchantId, from: day, to: day, after: after === undefined ? undefined : { clearingDay: day, tradeKey: after }, limit });
    const ofOrders = page.filter(({ kind, purpose }) => kind === 'payment' && purpose === 'order');
    return { trades: ofOrders, orderNos: ofOrders.map(({ platformOrderNo }) => platformOrderNo), after: page.at(-1)?.tradeKey, isLast: page.length < limit };
  }

  async #facts(readers: Readers, check: LegCheck, { trades }: Walked): Promise<readonly Facts[]> {
    const all = await readers.legs.ordersOf(trades.map(({ platformOrderNo }) => platformOrderNo));
    const orders = all.filter(({ nontaxInfo }) => nontaxInfo !== undefined);
    if (orders.length === 0) return [];
    const nos = orders.map(({ platformOrderNo }) => platformOrderNo);
    const tradeOf = new Map(trades.map((trade) => [trade.platformOrderNo, trade]));
    const differing = await differingAmounts(readers, check, trades);
    const refunds = grouped(await readers.legs.refundsOf(nos));
    const notices = grouped(await readers.legs.noticesOf(nos));
    const bills = grouped(await readers.legs.billsOf(nos));
    return orders.map((order) => {
      const trade = tradeOf.get(order.platformOrderNo);
      return {
        order, notice: notices(order)[0], bills: bills(order),
        refunded: fen(refunds(order).filter(({ attemptNo }) => attemptNo === order.paidAttemptNo).reduce((sum, { refundAmount }) => sum + refundAmount, 0n)),
        inBill: trade?.settleState === 'settled' ? trade.amount : differing.get(trade?.tradeKey ?? ''),
      };
    });
  }

  /** Items by payee and code, of the orders that need them. */
  async #catalogue(facts: readonly Facts[]): Promise<(merchantNo: string) => (itemCode: string) => NontaxItem | undefined> {
    const known = new Map<string, ReadonlyMap<string, NontaxItem>>();
    for (const [merchantNo, orders] of byText(facts.filter(({ order, bills }) => needsCatalogue(order, bills)), ({ order }) => order.merchantNo)) {
      const regionCode = (await this.#directory.payee(merchantNo))?.regionCode;
      const codes = new Set(orders.flatMap(({ order }) => nontaxInfoOf(order)?.items.map(({ itemCode }) => itemCode) ?? []));
      const items = regionCode === undefined ? [] : await Promise.all([...codes].map((code) => this.#directory.nontaxItem(regionCode, code)));
      known.set(merchantNo, new Map(items.flatMap((item) => (item === undefined ? [] : [[item.itemCode, item] as const]))));
    }
    return (merchantNo) => (itemCode) => known.get(merchantNo)?.get(itemCode);
  }
}

/** Amounts of the bill where it has a trade with another one. */
async function differingAmounts({ reconciliation }: Readers, { channelMerchantId }: LegCheck, trades: readonly Trade[]): Promise<ReadonlyMap<string, Fen>> {
  const open = trades.filter(({ settleState }) => settleState === 'open').map(({ tradeKey }) => tradeKey);
  const found = open.length === 0 ? [] : await reconciliation.differencesOn(channelMerchantId, open);
  return new Map(found.flatMap(({ subject, outcome, state, thereAmount }) =>
    (outcome === 'amount-differs' && state !== 'cleared' && thereAmount !== undefined ? [[subject, thereAmount] as const] : [])));
}

function grouped<T extends { readonly platformOrderNo: string }>(rows: readonly T[]): (order: LegOrder) => readonly T[] {
  const byOrder = byText(rows, ({ platformOrderNo }) => platformOrderNo);
  return ({ platformOrderNo }) => byOrder.get(platformOrderNo) ?? [];
}

function byText<T>(rows: readonly T[], textOf: (row: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) groups.set(textOf(row), [...groups.get(textOf(row)) ?? [], row]);
  return groups;
}
