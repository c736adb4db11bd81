/** What the window charges (发改价格规〔2016〕2559号), by the demo city's item codes. A parking space is charged as a home is: by the same item. */
export const feeItems = [
  { key: 'home', code: 'D350400001', name: '不动产登记费（住宅）', unit: '件', priceFen: 8_000n },
  { key: 'other', code: 'D350400002', name: '不动产登记费（非住宅）', unit: '件', priceFen: 55_000n },
  { key: 'parking', code: 'D350400001', name: '不动产登记费（车位、储藏间）', unit: '件', priceFen: 8_000n },
  { key: 'certificate', code: 'D350400003', name: '证书工本费', unit: '本', priceFen: 1_000n },
] as const;

const maxQuantity = 99;

export interface FeeLine {
  readonly itemCode: string;
  readonly itemName: string;
  readonly quantity: string;
  readonly price: string;
  readonly amount: string;
}

/** What the clerk filled in, as the gateway wants it. */
export interface FeeSheet {
  readonly lines: readonly FeeLine[];
  readonly amountFen: string;
  readonly title: string;
  readonly payerName?: string;
  readonly payerMobile?: string;
  readonly validMinutes: string;
  readonly eBillWanted: boolean;
}

const text = (form: ReadonlyMap<string, string>, name: string): string => (form.get(name) ?? '').trim();

function lines(form: ReadonlyMap<string, string>): readonly FeeLine[] | undefined {
  const found: FeeLine[] = [];
  for (const { key, code, name, priceFen } of feeItems) {
    const quantity = text(form, `quantity-${key}`) || '0';
    if (!/^[0-9]{1,2}$/.test(quantity) || Number(quantity) > maxQuantity) return undefined;
    if (Number(quantity) === 0) continue; // an item with nothing due is not sent
    const count = BigInt(quantity);
    found.push({ itemCode: code, itemName: name, quantity: count.toString(), price: priceFen.toString(), amount: (priceFen * count).toString() });
  }
  return found;
}

/** Reads the fee sheet; a string says what is wrong with it. */
export function readFeeSheet(form: ReadonlyMap<string, string>): FeeSheet | string {
  const charged = lines(form);
  if (charged === undefined) return `数量应为 0 至 ${maxQuantity} 的整数`;
  if (charged.length === 0) return '请至少填写一个收费项目的数量';
  const [payerName, payerMobile] = [text(form, 'payerName'), text(form, 'payerMobile')];
  if (payerMobile !== '' && !/^1[0-9]{10}$/.test(payerMobile)) return '手机号应为 11 位';
  return {
    lines: charged,
    amountFen: charged.reduce((sum, line) => sum + BigInt(line.amount), 0n).toString(),
    title: text(form, 'title') || '不动产登记费',
    ...(payerName === '' ? {} : { payerName }),
    ...(payerMobile === '' ? {} : { payerMobile }),
    validMinutes: text(form, 'validMinutes') || '120',
    eBillWanted: form.get('eBillWanted') === '1',
  };
}
