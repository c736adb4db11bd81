import type { CityFacts } from './city-facts.js';

/** Table 7-16 has every paid order once and no other; nothing of the payer stands there in clear. */
export function shareComplaints({ orders, shared, money }: CityFacts): readonly string[] {
  const complaints: string[] = [];
  for (const { orderNo, state, person } of orders) {
    const rows = shared.filter((row) => row.orderNo === orderNo);
    if (rows.length !== (state === 'paid' ? 1 : 0)) complaints.push(`order ${orderNo} (${state}) stands ${rows.length} times in the shared table`);
    for (const { words, phone } of rows) {
      if ([person.phone, person.certNo, person.name].some((clear) => words.includes(clear))) complaints.push(`the shared row of ${orderNo} shows its payer in clear`);
      if (phone !== `${person.phone.slice(0, 3)}****${person.phone.slice(-4)}`) complaints.push(`the shared row of ${orderNo} has another phone`);
    }
  }
  const known = new Set(money.orders.map(({ orderNo }) => orderNo));
  return [...complaints, ...shared.filter(({ orderNo }) => !known.has(orderNo)).map(({ orderNo }) => `the shared table has an order ${orderNo} that is not`)];
}
