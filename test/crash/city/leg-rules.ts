import { fen } from '../../../domain/kernel/money.js';
import { gapsOf, type OrderLegs } from '../../../domain/settlement/order-legs.js';
import { billedFen } from './bill-rules.js';
import type { CityFacts, CityOrder, KeptGap } from './city-facts.js';

type LegsOf = (order: CityOrder, facts: CityFacts) => OrderLegs;

const beginOf = ({ orderNo, bizOrderNo, amountFen, person }: CityOrder): Pick<OrderLegs, 'platformOrderNo' | 'merchantNo' | 'bizOrderNo' | 'charged'> =>
  ({ platformOrderNo: orderNo, bizOrderNo, merchantNo: person.due.merchantNo, charged: fen(amountFen) });
const billLeg = (order: CityOrder, standing: readonly { readonly amountFen: bigint }[]): OrderLegs['eBills'] =>
  (order.person.isEBillWanted && order.person.due.hasEBill ? { due: fen(billedFen(order)), standing: standing.map(({ amountFen }) => fen(amountFen)) } : undefined);

const isAllBack = ({ backFen, amountFen }: CityOrder): boolean => backFen >= amountFen;
/** Of money that went back before anybody confirmed it nothing is expected. */
const noticeLeg = (order: CityOrder, confirmed: NonNullable<OrderLegs['notice']>['confirmed']): OrderLegs['notice'] => (confirmed === undefined && isAllBack(order) ? undefined : { confirmed });

/** The four legs as the platform's own stores have them. */
const ours: LegsOf = (order, { notices, bills }) => {
  const notice = notices.find(({ orderNo }) => orderNo === order.orderNo);
  return {
    ...beginOf(order), inBill: order.settledInBill ? fen(order.amountFen) : undefined,
    notice: notice && noticeLeg(order, ['confirmed', 'returned'].includes(notice.step) ? fen(notice.amountFen) : undefined),
    eBills: billLeg(order, bills.filter((bill) => bill.orderNo === order.orderNo && ['issued', 'reversing'].includes(bill.state))),
  };
};

/** The same as the outside's own books have them. */
const theirs: LegsOf = (order, { money, notices, slips, bills, theirBills }) => {
  const attempt = money.attempts.find(({ attemptNo }) => attemptNo === order.paidAttemptNo);
  const payment = attempt && money.books[attempt.channel].payments.find(({ attemptNo, state }) => attemptNo === attempt.attemptNo && state === 'paid');
  const payCode = notices.find(({ orderNo }) => orderNo === order.orderNo)?.payCode;
  const slip = slips.find((one) => one.payCode === payCode && one.serialNo === order.orderNo);
  const own = new Set(bills.filter(({ orderNo }) => orderNo === order.orderNo).map(({ busNo }) => busNo));
  return {
    ...beginOf(order), inBill: payment && fen(payment.amountFen), notice: noticeLeg(order, slip && fen(slip.amountFen)),
    eBills: billLeg(order, theirBills.filter(({ busNo, stands }) => stands && own.has(busNo))),
  };
};

/** UnionPay takes a scanned payment back as if it had never been (99/01): its bill has neither payment nor refund. */
function isReversed({ paidAttemptNo }: CityOrder, { money }: CityFacts): boolean {
  return money.books.unionpay.payments.some(({ attemptNo, state }) => attemptNo === paidAttemptNo && state === 'reversed');
}

/** The gaps that were planted to stay. */
function planted(order: CityOrder, facts: CityFacts): readonly string[] {
  const { notices, paidElsewhere, plantedWithoutNotice, plantedWithoutEBill } = facts;
  const payCode = notices.find(({ orderNo }) => orderNo === order.orderNo)?.payCode;
  const lacksNotice = plantedWithoutNotice.has(order.orderNo) || paidElsewhere.has(payCode ?? '');
  return [
    ...isReversed(order, facts) ? [`channel missing of order ${order.orderNo}`] : [],
    ...lacksNotice && !isAllBack(order) ? [`payment-notice missing of order ${order.orderNo}`] : [],
    ...plantedWithoutEBill.has(order.orderNo) && billedFen(order) > 0n ? [`e-bill missing of order ${order.orderNo}`] : [],
  ];
}

/** 四方核对: as the platform keeps it, from our stores and from the books outside, the gaps are exactly those that were planted. */
export function legComplaints(facts: CityFacts): readonly string[] {
  const paid = facts.orders.filter(({ state }) => state === 'paid');
  const wanted = paid.flatMap((order) => planted(order, facts));
  const computed = (legsOf: LegsOf): readonly KeptGap[] => paid.flatMap((order) => gapsOf(legsOf(order, facts))).map(({ leg, kind, platformOrderNo }) => ({ leg, kind, orderNo: platformOrderNo }));
  return Object.entries({ 'the platform': facts.keptGaps, 'our stores': computed(ours), 'the books outside': computed(theirs) }).flatMap(([whose, gaps]) => {
    const found = gaps.map(({ leg, kind, orderNo }) => `${leg} ${kind} of order ${orderNo}`);
    return [
      ...found.filter((gap) => !wanted.includes(gap)).map((gap) => `four-way check by ${whose}: ${gap}`),
      ...wanted.filter((gap) => !found.includes(gap)).map((gap) => `four-way check by ${whose} does not see: ${gap}`),
    ];
  });
}
