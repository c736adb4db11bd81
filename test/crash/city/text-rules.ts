import type { CityFacts, CityOrder, TextRow } from './city-facts.js';

/** Texts about a payment, not about its bill or its refund. */
const isOfPayment = (text: string): boolean => /元已成功/.test(text);
const isNotTaken = ({ state, code }: TextRow): boolean => state === 'failed' && !(code ?? '').startsWith('CM:');

/** One text of each payment to its payer's phone; where nobody can know whether it went out, one or none, and never two unless a person ordered it. */
export function textComplaints({ orders, texts, sent }: CityFacts): readonly string[] {
  return orders.flatMap((order) => complaintsOf(order, texts.filter(({ orderNo }) => orderNo === order.orderNo), sent.filter(({ mobile, text }) => mobile === order.person.phone && isOfPayment(text)).length));
}

function complaintsOf(order: CityOrder, rows: readonly TextRow[], went: number): readonly string[] {
  const complain = (what: string): readonly string[] => [`text about order ${order.orderNo} (${order.state}, phone ending ${order.person.phone.slice(-4)}): ${what}`];
  const [row, another] = rows;
  if (another !== undefined) return complain(`is kept ${rows.length} times`);
  if (order.state !== 'paid') return row === undefined && went === 0 ? [] : complain(`${went} went out about a payment that was not`);
  if (row === undefined) return complain('was never made');
  if (went > (row.resent ? 2 : 1)) return complain(`went out ${went} times`);
  if (!row.hasEnded) return complain(`is still ${row.state}, days later`);
  if (row.state === 'unknown') return [];
  const wanted = isNotTaken(row) ? 0 : 1;
  return went === wanted ? [] : complain(`is ${row.state} ${row.code ?? ''} here and went out ${went} times`);
}
