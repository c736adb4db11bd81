import type { CityFacts, CityOrder } from './city-facts.js';

/** What the e-bill of an order has to carry; 0: there must be none. */
export function billedFen({ person, state, amountFen, backFen }: CityOrder): bigint {
  return state === 'paid' && person.isEBillWanted && person.due.hasEBill ? amountFen - backFen : 0n;
}

/** At most one e-bill stands for each order, over what is left of its payment; none where nothing is left, nothing was paid or nobody wanted one. */
export function billComplaints({ orders, bills, theirBills, plantedWithoutEBill }: CityFacts): readonly string[] {
  const ours = new Map(bills.map((bill) => [bill.busNo, bill]));
  return [
    ...orders.flatMap((order) => {
      const complain = (what: string): readonly string[] => [`e-bill of order ${order.orderNo}: ${what}`];
      const due = plantedWithoutEBill.has(order.orderNo) ? 0n : billedFen(order);
      const standing = theirBills.filter(({ stands, busNo }) => stands && ours.get(busNo)?.orderNo === order.orderNo);
      const [bill, another] = standing;
      if (another !== undefined) return complain(`${standing.length} stand at the bill system`);
      if (bill === undefined) return due === 0n ? [] : complain(`none, ${due} fen are due`);
      if (bill.amountFen !== due) return complain(`over ${bill.amountFen} fen, ${due} are due`);
      const known = ours.get(bill.busNo);
      return known?.state === 'issued' && known.no === bill.no && known.amountFen === bill.amountFen ? [] : complain(`stands there as ${bill.no}, is ${known?.state ?? 'unknown'} here as ${known?.no ?? '-'}`);
    }),
    ...theirBills.filter(({ busNo }) => !ours.has(busNo)).map(({ busNo }) => `the bill system has a bill ${busNo} that we do not know`),
    ...bills.filter((bill) => bill.state === 'issued' && !theirBills.some(({ busNo, stands }) => busNo === bill.busNo && stands)).map(({ busNo }) => `e-bill ${busNo} is issued here and does not stand there`),
  ];
}
