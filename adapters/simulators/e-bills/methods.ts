import type { IssuedBill, Numbers } from './bill-books.js';
import { time17 } from './china-time.js';
import type { EnvelopeFields } from './envelope.js';
import { qrPngBase64 } from '../shared/qr.js';
import { readWish } from './read-wish.js';
import type { EBillWorld } from './world.js';
import { Yuan, type ReplyValue } from './yuan.js';

/** `S0000` with JSON, or another code with text. */
export type MethodAnswer = { readonly result: 'S0000'; readonly message: ReplyValue } | { readonly result: string; readonly text: string };

const done = (message: ReplyValue): MethodAnswer => ({ result: 'S0000', message });
const no = (result: string, text: string): MethodAnswer => ({ result, text });
export const stockExhausted = no('E2001', '可用票号不足，请先领购电子票据');
const notFound = no('E3001', '未查询到票据信息');

const pageOf = ({ address }: EBillWorld, { token }: Numbers): string => `${address.baseUrl}/h5/bill/${token}`;

const pictures = (world: EBillWorld, numbers: Numbers): Record<string, ReplyValue> => {
  const url = pageOf(world, numbers);
  return { createTime: numbers.createTime, billQRCode: qrPngBase64(url), pictureUrl: url, pictureNetUrl: url };
};

const names = (bill: IssuedBill): Record<string, ReplyValue> => ({ busNo: bill.busNo, billBatchCode: bill.code, billNo: bill.no, random: bill.random });

const listed = (bill: IssuedBill): Record<string, ReplyValue> => ({
  ...names(bill), createTime: bill.createTime, busDateTime: bill.busDateTime, payer: bill.payer, totalAmt: new Yuan(bill.fen),
  state: bill.state, isScarlet: bill.red === undefined ? '0' : '1',
});

const found = (world: EBillWorld, bill: IssuedBill): ReplyValue => ({ ...listed(bill), ...pictures(world, bill) });

function invoiceEBill(world: EBillWorld, told: EnvelopeFields): MethodAnswer {
  const wish = readWish(told);
  if (typeof wish === 'string') return no('E1002', wish);
  const earlier = world.books.byBusNo(wish.busNo)[0];
  if (earlier !== undefined && earlier.fen !== wish.fen) return no('E1001', '业务流水号已开票，且金额不一致');
  const bill = earlier ?? world.books.issue(wish);
  return bill === undefined ? stockExhausted : done({ ...names(bill), ...pictures(world, bill) });
}

function writeOffEBill(world: EBillWorld, { billBatchCode, billNo, reason, operator, busDateTime }: EnvelopeFields): MethodAnswer {
  const bill = world.books.byNumbers(billBatchCode, billNo);
  if (bill === undefined) return notFound;
  if (bill.red !== undefined) return no('E4001', '票据已冲红');
  if (bill.state === '2') return no('E4002', '票据已作废，不能冲红');
  if (typeof reason !== 'string' || reason === '' || reason.length > 200 || typeof operator !== 'string' || operator === '' || operator.length > 60) return no('E1002', '冲红原因或操作人不正确');
  if (typeof busDateTime !== 'string' || !/^[0-9]{17}$/.test(busDateTime)) return no('E1002', '业务发生时间格式错误');
  const red = world.books.reverse(bill, reason);
  if (red === undefined) return stockExhausted;
  return done({ eScarletBillBatchCode: red.code, eScarletBillNo: red.no, eScarletRandom: red.random, ...pictures(world, red) });
}

function ofDays(world: EBillWorld, { busBgnDate, busEndDate }: EnvelopeFields): { readonly days: Record<string, string>; readonly bills: readonly IssuedBill[] } | undefined {
  const isDay = (value: unknown): value is string => typeof value === 'string' && /^[0-9]{8}$/.test(value);
  return isDay(busBgnDate) && isDay(busEndDate) ? { days: { busBgnDate, busEndDate }, bills: world.books.ofDays(busBgnDate, busEndDate) } : undefined;
}

const badDays = no('E1002', '起止日期格式错误');

export const methods = {
  invoiceEBill,
  writeOffEBill,
  getEBillByBusNo: (world, { busNo }) => {
    const bills = world.books.byBusNo(String(busNo));
    return bills.length === 0 ? notFound : done({ billList: bills.map((bill) => found(world, bill)) });
  },
  getEBillStatesByBillInfo: (world, { billBatchCode, billNo }) => {
    const bill = world.books.byNumbers(billBatchCode, billNo);
    return bill === undefined ? notFound : done(found(world, bill));
  },
  getEBillPicUrl: (world, { billBatchCode, billNo, random }) => {
    const bill = world.books.byNumbers(billBatchCode, billNo);
    return bill === undefined || bill.random !== random ? notFound : done({ pictureUrl: pageOf(world, bill) });
  },
  checkTotalData: (world, told) => {
    const asked = ofDays(world, told);
    if (asked === undefined) return badDays;
    return done({ ...asked.days, totalNum: asked.bills.length, totalAmt: new Yuan(asked.bills.reduce((sum, { fen }) => sum + fen, 0n)) });
  },
  getBillByBusDate: (world, told) => {
    const asked = ofDays(world, told);
    const [pageNo, pageSize] = [Number(told['pageNo']), Number(told['pageSize'])];
    if (asked === undefined || !Number.isSafeInteger(pageNo) || pageNo < 1 || !Number.isSafeInteger(pageSize) || pageSize < 1 || pageSize > 500) return badDays;
    const from = (pageNo - 1) * pageSize;
    return done({ ...asked.days, total: asked.bills.length, pageNo, billList: asked.bills.slice(from, from + pageSize).map(listed) });
  },
} as const satisfies Readonly<Record<string, (world: EBillWorld, told: EnvelopeFields) => MethodAnswer>>;

export type MethodName = keyof typeof methods;
export const isMethod = (name: string): name is MethodName => Object.hasOwn(methods, name);

/** A bill that another office issued under the same number, for one fen more. */
export function plantOther(world: EBillWorld, told: EnvelopeFields): void {
  const wish = readWish(told);
  if (typeof wish !== 'string') world.books.issue({ ...wish, busDateTime: time17(world.clock.now()), fen: wish.fen + 1n });
}
