import { fenOf, isDay, textOf, yuanNumber, type Fields } from './wire.js';

export interface SlipItem { readonly code: string; readonly nationalCode: string; readonly name: string; readonly number: number; readonly std: bigint; readonly amt: bigint; readonly units: string }

export interface SlipConfirmation { readonly code: string; readonly serialNo: string; readonly time: string; readonly channel: string }

export interface Slip {
  readonly payCode: string;
  readonly checkCode: string;
  readonly busNo: string;
  readonly regionCode: string;
  readonly agencyCode: string;
  readonly agencyName: string;
  readonly payerName: string;
  readonly payerType: string;
  readonly payerCertNo: string;
  readonly payerPhone: string;
  readonly fillDate: string;
  readonly effectiveDate: string;
  readonly total: bigint;
  readonly late: bigint;
  readonly items: readonly SlipItem[];
  /** 0 unpaid, 1 paid, 2 void, 5 refunded; 3 (expired) follows from the clock. */
  readonly state: '0' | '1' | '2' | '5';
  readonly confirmation: SlipConfirmation | undefined;
}

export type SlipDraft = Omit<Slip, 'payCode' | 'checkCode' | 'state' | 'confirmation'>;

/** What a caller sent as a slip; text says what is wrong with it. */
export function readDraft(fields: Fields): SlipDraft | string {
  const [total, late] = [fenOf(fields['totalAmount']), fenOf(fields['delayAmount'] ?? 0)];
  const items = Array.isArray(fields['items']) ? (fields['items'] as readonly Fields[]).map(readItem) : [];
  const { fillDate, effectiveDate } = fields;
  if (total === undefined || late === undefined || total === 0n) return '金额有误';
  if (items.length === 0 || items.some((item) => item === undefined)) return '项目明细有误';
  const good = items.filter((item) => item !== undefined);
  if (good.reduce((sum, { amt }) => sum + amt, late) !== total) return '明细与合计不符';
  if (!isDay(fillDate) || !isDay(effectiveDate)) return '日期有误';
  const text = (name: string): string => textOf(fields[name]);
  if ([text('busNo'), text('exeRegionCode'), text('exeAgencyCode'), text('exeAgencyName'), text('payerName')].includes('')) return '缺少必填项';
  return {
    busNo: text('busNo'), regionCode: text('exeRegionCode'), agencyCode: text('exeAgencyCode'), agencyName: text('exeAgencyName'), payerName: text('payerName'), payerType: text('payerType'),
    payerCertNo: text('payerCertNo'), payerPhone: text('payerPhone'), fillDate, effectiveDate, total, late, items: good,
  };
}

function readItem(fields: Fields): SlipItem | undefined {
  const [std, amt, number] = [fenOf(fields['std']), fenOf(fields['amt']), Number(fields['number'])];
  if (std === undefined || amt === undefined || !Number.isSafeInteger(number) || BigInt(number) * std !== amt) return undefined;
  return { code: textOf(fields['itemCode']), nationalCode: textOf(fields['cenItemidcode']), name: textOf(fields['itemName']), number, std, amt, units: textOf(fields['units']) };
}

/** The slip as this system answers a query. `state` is the state now. */
export function slipAnswer(slip: Slip, state: string): Fields {
  const { confirmation } = slip;
  return {
    payCode: slip.payCode, checkCode: slip.checkCode, busNo: slip.busNo, fillDate: slip.fillDate, effectiveDate: slip.effectiveDate, exeRegionCode: slip.regionCode, exeAgencyCode: slip.agencyCode, exeAgencyName: slip.agencyName,
    payerName: slip.payerName, payerType: slip.payerType, payerCertNo: slip.payerCertNo, payerPhone: slip.payerPhone, totalAmount: yuanNumber(slip.total), delayAmount: yuanNumber(slip.late), state,
    ...(confirmation === undefined ? {} : { confirmCode: confirmation.code, serialNo: confirmation.serialNo, confirmDate: confirmation.time.slice(0, 8), confirmTime: confirmation.time.slice(8), paymentChannel: confirmation.channel }),
    items: slip.items.map((item, index) => ({ sortNo: index + 1, itemCode: item.code, cenItemidcode: item.nationalCode, itemName: item.name, number: item.number, std: yuanNumber(item.std), amt: yuanNumber(item.amt), units: item.units })),
  };
}
