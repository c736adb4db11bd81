import type { CityFacts } from './city-facts.js';

/** The city app has the record of every paid order of its users once, in its last state, and no other. */
export function appComplaints({ orders, appBills, theirBills, bills, doubtedPushes }: CityFacts): readonly string[] {
  const complaints: string[] = doubtedPushes === 0 ? [] : [`the city app did not believe ${doubtedPushes} pushes`];
  for (const order of orders) {
    const complain = (what: string): void => { complaints.push(`personal bill of order ${order.orderNo} (${order.state}): ${what}`); };
    const held = appBills.filter(({ orderNo }) => orderNo === order.orderNo);
    const isDue = order.state === 'paid' && order.person.userId !== undefined;
    const [bill] = held;
    if (held.length !== (isDue ? 1 : 0)) complain(`the app has ${held.length}`);
    if (bill === undefined || !isDue) continue;
    if (bill.userId !== order.person.userId) complain('is shown to somebody else');
    const state = order.backFen === order.amountFen ? 'REFUNDED' : 'PAID';
    if (bill.state !== state || bill.amountFen !== order.amountFen || bill.refundedFen !== order.backFen) complain(`says ${bill.state}, ${bill.refundedFen} of ${bill.amountFen} fen went back`);
    const numbers = theirBills.filter(({ busNo, stands }) => stands && bills.some((one) => one.busNo === busNo && one.orderNo === order.orderNo)).map(({ no }) => no);
    if ((bill.billNo ?? '') !== numbers.join(' ')) complain(`names the e-bill ${bill.billNo ?? '-'}, the bill system has ${numbers.join(' ') || '-'}`);
  }
  return complaints;
}
