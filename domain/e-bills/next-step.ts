import type { EpochMs } from '../kernel/china-time.js';
import { fen, sumOf, zeroFen, type Fen } from '../kernel/money.js';
import { afterRefund, itemsOfRest } from './after-refund.js';
import { mostRounds } from './bus-no.js';
import { mayIssue } from './may-issue.js';
import { amountOf, nextBill, type OrderEBill } from './order-e-bill.js';
import { nextTryAfter } from './try-ladder.js';

/** Of the order: what a channel was asked for, and what of it has gone back for certain. */
export interface MoneyOfOrder { readonly charged: Fen; readonly refunded: Fen }

export type EBillStep =
  /** Nothing, until something changes or a person presses. */
  | { readonly kind: 'rest' }
  | { readonly kind: 'wait'; readonly until: EpochMs }
  /** Keep this and look again. */
  | { readonly kind: 'keep'; readonly bill: OrderEBill; readonly event: 'voided' | 'amended' | 'stopped' }
  | { readonly kind: 'add'; readonly bill: OrderEBill }
  /** Keep this, then call the bill system. `asksFirst`: an earlier call may have come through. */
  | { readonly kind: 'issue' | 'reverse'; readonly bill: OrderEBill; readonly asksFirst: boolean };

const rest: EBillStep = { kind: 'rest' };

/** What of the bill's lines has gone back; undefined: only a person knows. */
export function goneFrom(bill: Pick<OrderEBill, 'base' | 'isWhole' | 'said'>, { charged, refunded }: MoneyOfOrder): Fen | undefined {
  if (bill.isWhole || refunded === zeroFen) return refunded;
  if (refunded === charged) return amountOf(bill.base);
  return bill.said?.refunded === refunded ? fen(sumOf(bill.said.takenBack.map(({ amount }) => amount))) : undefined;
}

/** What is to do now for the newest e-bill of a paid order. Never two that are valid: another one is only made behind a reversed one. */
export function nextStep(bill: OrderEBill, money: MoneyOfOrder, mint: { readonly pageToken: string; readonly now: EpochMs }): EBillStep {
  const { now } = mint;
  const gone = goneFrom(bill, money);
  switch (bill.state) {
    case 'void': return rest;
    case 'issuing': return whenDue(bill, now, () => ({ kind: 'issue', bill: tried(bill, now), asksFirst: bill.tries > 0 }));
    case 'reversing': return whenDue(bill, now, () => ({ kind: 'reverse', bill: tried(bill, now), asksFirst: bill.tries > 0 }));
    case 'pending': case 'failed': return beforeIssue(bill, money, gone, now);
    case 'issued': return issuedStep(bill, money, gone, now);
    case 'reversed': return afterReversal(bill, money, gone, mint);
  }
}

const whenDue = (bill: OrderEBill, now: EpochMs, then: () => EBillStep): EBillStep => {
  if (bill.nextTryAt === undefined) return rest;
  return now < bill.nextTryAt ? { kind: 'wait', until: bill.nextTryAt } : then();
};

/** The wait until the next try doubles as the claim of whoever makes this one. */
export const tried = (bill: OrderEBill, now: EpochMs): OrderEBill => ({ ...bill, tries: bill.tries + 1, lastTryAt: now, nextTryAt: nextTryAfter(bill.tries + 1, now) });

function beforeIssue(bill: OrderEBill, money: MoneyOfOrder, gone: Fen | undefined, now: EpochMs): EBillStep {
  if (bill.isWhole && amountOf(bill.base) !== money.charged) return failing(bill, itemsDiffer);
  if (gone === undefined) return failing(bill, whichItems);
  const consequence = afterRefund(bill, amountOf(bill.base), gone);
  if (consequence.kind === 'void') return { kind: 'keep', event: 'voided', bill: { ...bill, state: 'void', failure: undefined, nextTryAt: undefined } };
  const amount = consequence.kind === 'issue-less' ? consequence.rest : bill.amount;
  const lines = itemsOfRest(bill.base, amount, saidOf(bill, money));
  if (!lines.ok) return failing({ ...bill, amount }, whichItems);
  if (consequence.kind === 'issue-less') {
    const again = bill.failure?.code === whichItems.code ? { nextTryAt: now } : {};
    return { kind: 'keep', event: 'amended', bill: { ...bill, amount, items: lines.value, ...again } };
  }
  return whenDue(bill, now, () => {
    const asked = { ...bill, items: lines.value };
    const allowed = mayIssue({ orderState: 'paid', isWanted: true, amount, items: asked.items });
    if (!allowed.ok) return failing(bill, { ...itemsDiffer, code: allowed.refusal.code });
    if (bill.payer.name === '') return failing(bill, payerMissing);
    return { kind: 'issue', asksFirst: bill.tries > 0, bill: { ...tried(asked, now), state: 'issuing', failure: undefined } };
  });
}

/** What only a person can mend, with words for whoever reads the list. */
export const whichItems = { code: 'which-items', text: '部分退款，须指明退的是哪些项目' } as const;
export const itemsDiffer = { code: 'items-differ', text: '票据明细与实收金额不符，不能开具' } as const;
export const payerMissing = { code: 'payer-missing', text: '缴款人为单位，但订单没有缴款人名称' } as const;

const failing = (bill: OrderEBill, failure: OrderEBill['failure'] & object): EBillStep => {
  const isSaid = bill.state === 'failed' && bill.failure?.code === failure.code && bill.nextTryAt === undefined;
  return isSaid ? rest : { kind: 'keep', event: 'stopped', bill: { ...bill, state: 'failed', failure, nextTryAt: undefined } };
};

const saidOf = (bill: OrderEBill, { refunded }: MoneyOfOrder) => (bill.said?.refunded === refunded ? bill.said.takenBack : []);

function issuedStep(bill: OrderEBill, money: MoneyOfOrder, gone: Fen | undefined, now: EpochMs): EBillStep {
  if (gone === undefined) {
    // It stands, and says more than was kept: until a person has spoken nobody knows how much more.
    return bill.failure?.code === whichItems.code ? rest : { kind: 'keep', event: 'stopped', bill: { ...bill, failure: whichItems } };
  }
  const consequence = afterRefund(bill, amountOf(bill.base), gone);
  if (consequence.kind === 'nothing') return rest;
  const reverse = (): EBillStep => ({ kind: 'reverse', asksFirst: false, bill: { ...tried({ ...bill, tries: 0 }, now), state: 'reversing', failure: undefined } });
  return bill.nextTryAt === undefined ? reverse() : whenDue(bill, now, reverse);
}

function afterReversal(bill: OrderEBill, money: MoneyOfOrder, gone: Fen | undefined, mint: { readonly pageToken: string; readonly now: EpochMs }): EBillStep {
  const consequence = gone === undefined ? undefined : afterRefund(bill, amountOf(bill.base), gone);
  if (consequence?.kind === 'nothing' || bill.round >= mostRounds) return rest;
  const amount = consequence?.kind === 'issue-less' ? consequence.rest : bill.amount;
  const next = { ...nextBill(bill, bill.round + 1, mint), amount };
  const lines = consequence === undefined ? undefined : itemsOfRest(bill.base, amount, saidOf(bill, money));
  if (lines?.ok) return { kind: 'add', bill: { ...next, items: lines.value } };
  return { kind: 'add', bill: { ...next, state: 'failed', failure: whichItems, nextTryAt: undefined } };
}
