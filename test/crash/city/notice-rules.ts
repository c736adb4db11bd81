import type { CityFacts, CityOrder, NoticeRow, Slip } from './city-facts.js';

const isPaidAt = ({ state }: Slip): boolean => state === '1' || state === '5';

/** Complaints about payment notices: one confirmation for each paid notice, none for an unpaid one, and no notice open whose order has ended. */
export function slipComplaints(facts: CityFacts): readonly string[] {
  const known = new Set(facts.orders.map(({ orderNo }) => orderNo));
  const stray = facts.slips.filter(({ busNo, payCode, state }) => !known.has(busNo) && !facts.notices.some((notice) => notice.payCode === payCode && known.has(notice.orderNo ?? '')) && state !== '2');
  return [
    ...facts.orders.flatMap((order) => complaintsOf(order, facts)),
    ...stray.map(({ payCode, state }) => `slip ${payCode} (${state}) belongs to no order and is not void`),
  ];
}

function complaintsOf(order: CityOrder, { notices, slips, paidElsewhere, plantedWithoutNotice }: CityFacts): readonly string[] {
  const complain = (what: string): readonly string[] => [`notice of order ${order.orderNo} (${order.state}): ${what}`];
  const ours = notices.filter(({ orderNo }) => orderNo === order.orderNo);
  const [notice, second] = ours;
  if (second !== undefined) return complain(`is kept ${ours.length} times`);
  const theirs = slips.filter(({ busNo, payCode }) => busNo === order.orderNo || payCode === notice?.payCode);
  const [slip, another] = theirs;
  if (another !== undefined) return complain(`the province has ${theirs.map(({ payCode }) => payCode).join(' ')}`);
  if (plantedWithoutNotice.has(order.orderNo)) return slip === undefined && notice?.step === 'refused' ? [] : complain('was to be refused');
  if (slip !== undefined && slip.amountFen !== order.amountFen) return complain(`${order.amountFen} fen here, ${slip.amountFen} at the province`);
  const elsewhere = slip !== undefined && paidElsewhere.has(slip.payCode);
  if (elsewhere) return slip.serialNo === order.orderNo || !isPaidAt(slip) || notice?.step !== 'paid-elsewhere' ? complain(`was paid elsewhere and is ${notice?.step ?? 'unknown'} here`) : [];
  return order.state === 'paid' ? ofPaid(order, notice, slip, complain) : ofEnded(notice, slip, complain);
}

function ofPaid(order: CityOrder, notice: NoticeRow | undefined, slip: Slip | undefined, complain: (what: string) => readonly string[]): readonly string[] {
  if (notice !== undefined && slip?.serialNo === undefined && order.backFen >= order.amountFen) return ofReturned(notice, slip, complain);
  if (notice === undefined || slip === undefined) return complain('is missing');
  if (!isPaidAt(slip) || slip.serialNo !== order.orderNo) return complain(`was paid here, and at the province it is ${slip.state} by ${slip.serialNo ?? 'nobody'}`);
  const wanted = slip.state === '5' ? 'returned' : 'confirmed';
  return notice.step === wanted ? [] : complain(`is ${notice.step} here and ${slip.state} at the province`);
}

/** All the money went back before it was confirmed: void on both sides, or open again where the notice is a business system's own. */
function ofReturned(notice: NoticeRow, slip: Slip | undefined, complain: (what: string) => readonly string[]): readonly string[] {
  const [ours, theirs] = [notice.step, slip?.state ?? 'none'];
  return [['voided', '2'], ['voided', 'none'], ['open', '0']].some(([step, state]) => step === ours && state === theirs) ? [] : complain(`is ${ours} here and ${theirs} at the province although all its money went back`);
}

function ofEnded(notice: NoticeRow | undefined, slip: Slip | undefined, complain: (what: string) => readonly string[]): readonly string[] {
  if (slip !== undefined && slip.state !== '2') return complain(`is ${slip.state} at the province although nobody paid`);
  return notice === undefined || notice.step === 'voided' ? [] : complain(`is ${notice.step} although its order has ended`);
}

/** Abnormal notices that are open: exactly those that were planted to stay with people. */
export function abnormalComplaints({ abnormal, orders, notices, plantedWithoutNotice }: CityFacts): readonly string[] {
  // The province has no word for money that went back in part, so people have to enter it there.
  const inPart = orders.filter(({ orderNo, backFen, amountFen }) => backFen > 0n && backFen < amountFen && notices.some((one) => one.orderNo === orderNo && one.step === 'confirmed'));
  // A second payment whose refund by rule the channel refused.
  const kept = orders.filter(({ orderNo, state, backFen, amountFen }) => state === 'paid' && backFen < amountFen && notices.some((one) => one.orderNo === orderNo && one.step === 'paid-elsewhere'));
  const returned = new Set(orders.filter(({ backFen, amountFen }) => backFen >= amountFen).map(({ orderNo }) => orderNo));
  const wanted = [...kept.map(({ orderNo }) => `duplicate ${orderNo}`), ...inPart.map(({ orderNo }) => `confirmed-not-paid ${orderNo}`), ...[...plantedWithoutNotice].filter((orderNo) => !returned.has(orderNo)).map((orderNo) => `paid-not-confirmed ${orderNo}`)];
  const open = abnormal.filter(({ isOpen }) => isOpen).map(({ kind, orderNo }) => `${kind} ${orderNo ?? '-'}`);
  return [
    ...open.filter((one) => !wanted.includes(one)).map((one) => `an abnormal notice without a cause: ${one}`),
    ...wanted.filter((one) => !open.includes(one)).map((one) => `nobody was told of ${one}`),
  ];
}
