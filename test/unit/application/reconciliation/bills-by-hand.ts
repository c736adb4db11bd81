import { expect } from 'chai';
import { minuteMs } from '../../../../domain/kernel/china-time.js';
import { sumOf } from '../../../../domain/kernel/money.js';
import type { BillLine, OddLine } from '../../../../domain/reconciliation/bill-line.js';
import type { CountingHouse } from './counting-house.js';
import { bytesOf, textOf } from './paper-bills.js';

export const secondDay = '20260509';

export const put = (house: CountingHouse, day: string, ...lines: readonly BillLine[]): void => { house.bills.alipay.put('CM-ALI', day, lines); };
export const entriesOf = (house: CountingHouse, key: string) => house.store.unitOfWork.read(({ settlement }) => settlement.ofTrades([key]));
export const settledOf = async (house: CountingHouse, key: string) => sumOf((await entriesOf(house, key)).map(({ settledAmount }) => settledAmount));

/** Uploads these lines as a bill a minute later, and compares what there is to compare. */
export async function upload(house: CountingHouse, clearingDay: string, lines: readonly BillLine[], odd: readonly OddLine[] = []): Promise<void> {
  const text = textOf({ lines: lines.map((line, index) => ({ ...line, lineNo: index + 1 })), odd });
  house.clock.at += minuteMs;
  expect((await house.upload.run({ channelMerchantId: 'CM-ALI', clearingDay, fileName: 'bill.json', bytes: bytesOf(text), by: 'finance-1' })).ok).to.equal(true);
  await house.workAll();
}

/** Compares the day's newest bill once more. */
export async function runAgain(house: CountingHouse, day: string): Promise<void> {
  expect((await house.start.run(house.account(), day, 'finance-1')).ok).to.equal(true);
  await house.workAll();
}
