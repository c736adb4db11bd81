/** What the centre charges (发改价格规〔2016〕2559号), with the demo city's item codes. A parking space is charged as a home is: by the same item. */
export const feeRates = [
  { key: 'home', itemCode: 'D350400001', itemName: '不动产登记费（住宅）', label: '住宅', unit: '件', priceFen: 8_000n },
  { key: 'parking', itemCode: 'D350400001', itemName: '不动产登记费（住宅）', label: '车位、储藏间', unit: '件', priceFen: 8_000n },
  { key: 'other', itemCode: 'D350400002', itemName: '不动产登记费（非住宅）', label: '非住宅', unit: '件', priceFen: 55_000n },
  { key: 'certificate', itemCode: 'D350400003', itemName: '不动产权属证书工本费', label: '证书工本费', unit: '本', priceFen: 1_000n },
] as const;
export type FeeKey = (typeof feeRates)[number]['key'];

export const maxQuantity = 99;

/** What was accepted: how many of what, how many certificates in all, and whether the law frees it from the registration fee. */
export interface Accepted { readonly home: number; readonly parking: number; readonly other: number; readonly certificates: number; readonly isExempt: boolean }

/** One line of the sheet as the clerk sees it; a line of nothing is shown and not sent. */
export interface FeeLine { readonly itemCode: string; readonly itemName: string; readonly label: string; readonly unit: string; readonly quantity: number; readonly priceFen: bigint; readonly amountFen: bigint }

/** One item as the gateway takes it. */
export interface SentItem { readonly itemCode: string; readonly itemName: string; readonly quantity: string; readonly price: string; readonly amount: string }

/** The fee of what was accepted. The first certificate costs nothing; an exempt registration costs nothing, further certificates do. */
export function feeLines({ home, parking, other, certificates, isExempt }: Accepted): readonly FeeLine[] {
  const quantities: Readonly<Record<FeeKey, number>> = { home, parking, other, certificate: Math.max(0, certificates - 1) };
  return feeRates.map(({ key, itemCode, itemName, label, unit, priceFen }) => {
    const price = isExempt && key !== 'certificate' ? 0n : priceFen;
    return { itemCode, itemName, label, unit, quantity: quantities[key], priceFen: price, amountFen: price * BigInt(quantities[key]) };
  });
}

export const totalOf = (lines: readonly FeeLine[]): bigint => lines.reduce((sum, { amountFen }) => sum + amountFen, 0n);

/** Lines of one item as one: with one price the quantities add up; with several the item is sent as one piece of the sum. */
function merged(lines: readonly FeeLine[]): SentItem | undefined {
  const [first] = lines;
  if (!first) return undefined;
  const amount = totalOf(lines);
  const isOnePrice = lines.every(({ priceFen }) => priceFen === first.priceFen);
  const quantity = isOnePrice ? lines.reduce((sum, line) => sum + line.quantity, 0) : 1;
  return { itemCode: first.itemCode, itemName: first.itemName, quantity: quantity.toString(), price: (isOnePrice ? first.priceFen : amount).toString(), amount: amount.toString() };
}

/** What is sent: lines of nothing left out, lines of the same item code merged, in the order of the sheet. */
export function sentItems(lines: readonly FeeLine[]): readonly SentItem[] {
  const due = lines.filter(({ amountFen }) => amountFen > 0n);
  const codes = [...new Set(due.map(({ itemCode }) => itemCode))];
  return codes.map((code) => merged(due.filter(({ itemCode }) => itemCode === code))).filter((item) => item !== undefined);
}

function count(form: ReadonlyMap<string, string>, name: string): number | undefined {
  const text = (form.get(name) ?? '').trim() || '0';
  return /^[0-9]{1,2}$/.test(text) ? Number(text) : undefined;
}

/** Reads the form of the counter; a string says what is wrong with it. */
export function readAccepted(form: ReadonlyMap<string, string>): Accepted | string {
  const [home, parking, other, certificates] = [count(form, 'home'), count(form, 'parking'), count(form, 'other'), count(form, 'certificates')];
  if (home === undefined || parking === undefined || other === undefined || certificates === undefined) return `数量应为 0 至 ${maxQuantity} 的整数`;
  if (home + parking + other === 0) return '请填写登记的件数';
  return { home, parking, other, certificates, isExempt: form.get('isExempt') === '1' };
}
