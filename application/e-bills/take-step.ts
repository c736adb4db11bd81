import type { NontaxItem } from '../../domain/directory/nontax.js';
import { nextStep, type EBillStep, type MoneyOfOrder } from '../../domain/e-bills/next-step.js';
import { amountOf, baseOf, firstBill, type OrderEBill } from '../../domain/e-bills/order-e-bill.js';
import { hourMs } from '../../domain/kernel/china-time.js';
import { nontaxInfoOf, type NontaxInfo } from '../../domain/payments/nontax-info.js';
import { chargedAmount, type Order } from '../../domain/payments/order.js';
import { refundedAmount } from '../../domain/refunds/refund.js';
import type { BillIssuer } from '../ports/bill-issuer.js';
import type { Clock } from '../ports/clock.js';
import type { Directory } from '../ports/directory.js';
import type { Ids } from '../ports/ids.js';
import type { Journal } from '../ports/journal.js';
import type { Readers, Stores, UnitOfWork } from '../ports/unit-of-work.js';
import { auditEBill, followAgain, tellOperators } from './keep-e-bill.js';

export interface TakeStepParts {
  readonly unitOfWork: UnitOfWork; readonly directory: Directory; readonly ids: Ids; readonly clock: Clock; readonly journal: Journal;
  /** By e-bill region code. */
  readonly issuers: ReadonlyMap<string, BillIssuer>;
}

/** What the directory says about an order. */
interface Surroundings { readonly info: NontaxInfo; readonly eBillRegionCode: string | undefined; readonly items: ReadonlyMap<string, NontaxItem> }

const noIssuer = { code: 'no-issuer', text: '收款单位所在区域未接入电子票据系统' } as const;
/** A bill system that is not connected is connected by people. */
const noIssuerWaitMs = hourMs;

/** Finds out what is to do for an order's e-bill and stores what is done before the bill system is called. */
export class TakeStep {
  readonly #parts: TakeStepParts;

  constructor(parts: TakeStepParts) {
    this.#parts = parts;
  }

  async run(platformOrderNo: string): Promise<EBillStep> {
    const order = await this.#parts.unitOfWork.read(({ orders }) => orders.byNo(platformOrderNo));
    if (!order) throw new Error(`no order ${platformOrderNo}`);
    const info = nontaxInfoOf(order);
    if (order.state !== 'paid' || !info?.isEBillWanted) return { kind: 'rest' };
    const around = await this.#surroundings(order, info);
    const { step, alarm } = await this.#parts.unitOfWork.run((stores) => this.#store(stores, order, around));
    if (alarm) this.#parts.journal.alarm(alarm.event, { orderNo: platformOrderNo, code: alarm.code });
    return step;
  }

  async #surroundings(order: Order, info: NontaxInfo): Promise<Surroundings> {
    const { directory } = this.#parts;
    const regionCode = (await directory.payee(order.merchantNo))?.regionCode;
    if (regionCode === undefined) return { info, eBillRegionCode: undefined, items: new Map() };
    const known = await Promise.all(info.items.map(({ itemCode }) => directory.nontaxItem(regionCode, itemCode)));
    return {
      info, eBillRegionCode: (await directory.nontaxRegion(regionCode))?.eBillRegionCode,
      items: new Map(known.flatMap((item) => (item === undefined ? [] : [[item.itemCode, item] as const]))),
    };
  }

  async #store(stores: Stores, order: Order, around: Surroundings): Promise<{ readonly step: EBillStep; readonly alarm?: { readonly event: string; readonly code: string } }> {
    const last = (await stores.eBills.ofOrder(order.platformOrderNo)).at(-1);
    const money = await moneyOf(stores, order);
    if (!last) return { step: await this.#begin(stores, order, money, around) };
    const mint = { pageToken: this.#parts.ids.token(), now: this.#parts.clock.now() };
    const step = nextStep(last, money, mint);
    switch (step.kind) {
      case 'rest': case 'wait': return { step };
      case 'add': await this.#add(stores, step.bill, '冲红后按剩余金额重新开具电子票据'); return stopped(step);
      case 'keep': {
        await stores.eBills.put(step.bill);
        await auditEBill(stores, this.#parts, { action: `e-bill.${step.event}`, description: keptWords[step.event] }, step.bill, last);
        await followAgain(stores, this.#parts.clock, last);
        if (step.event === 'stopped') await tellOperators(stores, this.#parts.clock, last);
        return step.event === 'stopped' ? stopped(step) : { step };
      }
      case 'issue': case 'reverse': return this.#take(stores, last, step, around);
    }
  }

  async #begin(stores: Stores, order: Order, { refunded, charged }: MoneyOfOrder, { info, items, eBillRegionCode }: Surroundings): Promise<EBillStep> {
    const base = baseOf(order, info, (itemCode) => items.get(itemCode));
    if (base.base.length === 0 || refunded >= charged || amountOf(base.base) === 0n) return { kind: 'rest' };
    const payCode = (await stores.notices.byOrder(order.platformOrderNo))?.payCode;
    const bill = firstBill(order, info, base, { pageToken: this.#parts.ids.token(), now: this.#parts.clock.now(), eBillRegionCode, payCode });
    await this.#add(stores, bill, '支付成功，待开具电子票据');
    return { kind: 'add', bill };
  }

  async #add(stores: Stores, bill: OrderEBill, description: string): Promise<void> {
    await stores.eBills.add(bill);
    if (bill.failure !== undefined) await tellOperators(stores, this.#parts.clock, bill);
    await auditEBill(stores, this.#parts, { action: 'e-bill.wanted', description }, bill);
  }

  /** Stored before the call: whoever finds it knows that the bill system may have been asked. */
  async #take(stores: Stores, last: OrderEBill, step: EBillStep & { readonly kind: 'issue' | 'reverse' }, { eBillRegionCode: regionNow }: Surroundings) {
    const eBillRegionCode = last.eBillRegionCode ?? regionNow;
    if (eBillRegionCode === undefined || !this.#parts.issuers.has(eBillRegionCode)) {
      const until = this.#parts.clock.now() + noIssuerWaitMs;
      await stores.eBills.put({ ...last, failure: noIssuer, nextTryAt: until });
      return { step: { kind: 'wait', until } as const, alarm: { event: 'e-bill-no-issuer', code: eBillRegionCode ?? '' } };
    }
    const taken = { ...step.bill, eBillRegionCode };
    await stores.eBills.put(taken);
    if (taken.state !== last.state) {
      const words = step.kind === 'issue' ? { action: 'e-bill.issuing', description: '向电子票据系统申请开具' } : { action: 'e-bill.reversing', description: '退款，向电子票据系统申请冲红' };
      await auditEBill(stores, this.#parts, words, taken, last);
    }
    return { step: { ...step, bill: { ...taken, version: last.version + 1 } } };
  }
}

/** A bill that only a person can get going again calls one. */
const stopped = (step: EBillStep & { readonly bill: OrderEBill }) => (step.bill.failure === undefined ? { step } : { step, alarm: { event: 'e-bill-stopped', code: step.bill.failure.code } });

const keptWords = { voided: '开具前款项已全部退回，不再开具', amended: '开具前有退款，按剩余金额开具', stopped: '不能开具，待人工处理' } as const;

/** Only what went back of the payment that settled the order; repeat money is not the order's. */
export async function moneyOf({ refunds }: Pick<Readers, 'refunds'>, order: Order): Promise<MoneyOfOrder> {
  const ofOrder = await refunds.ofOrder(order.platformOrderNo);
  return { charged: chargedAmount(order), refunded: refundedAmount(ofOrder.filter(({ attemptNo }) => attemptNo === order.paidAttemptNo)) };
}
