import { expect } from 'chai';
import { fen, sumOf, type FenSum } from '../../../../domain/kernel/money.js';
import { hourMs } from '../../../../domain/kernel/china-time.js';
import type { BillLine } from '../../../../domain/reconciliation/bill-line.js';
import { noon } from '../../../builders/moments.js';
import { entriesOf, put, runAgain, secondDay, settledOf, upload } from './bills-by-hand.js';
import { firstDay, morningAfter, openHouse, type CountingHouse } from './counting-house.js';
import { lineOf, MadeUpDay } from './made-up-day.js';

const other = (line: BillLine, amount: number): BillLine => ({ ...line, amount: fen(amount), settled: BigInt(amount) as FenSum });

/** The bill is what is settled and what is open, to the fen. */
async function expectNothingLost(house: CountingHouse, day: string, keys: readonly string[], lines: readonly BillLine[]): Promise<void> {
  const entries = (await house.store.unitOfWork.read(({ settlement }) => settlement.ofTrades(keys))).filter(({ clearingDay }) => clearingDay === day);
  const open = (await house.open_(day, 'alipay')).filter(({ outcome }) => outcome !== 'fee-differs');
  expect(sumOf(entries.map(({ settledAmount }) => settledAmount)) + sumOf(open.map(({ thereSettled }) => thereSettled ?? 0n))).to.equal(sumOf(lines.map(({ settled }) => settled)));
}

describe('a line that comes, goes and comes', () => {
  it('is settled again after it was taken back', async () => {
    const house = await openHouse();
    const { line, key } = await new MadeUpDay(house).pay({ amount: 500, at: noon });
    put(house, firstDay, line);
    await house.morning(1);
    await upload(house, firstDay, []);
    expect(await settledOf(house, key)).to.equal(0n);
    await upload(house, firstDay, [{ ...line, fee: 9n as FenSum }]);
    expect((await house.runs())[0]).to.include({ state: 'done', sequence: 3 });
    expect(await settledOf(house, key)).to.equal(500n);
    expect((await entriesOf(house, key)).map(({ cause }) => cause)).to.deep.equal(['matched', 'withdrawn', 'matched']);
  });

  it('counts as the newest bill when the file that a later one replaced is uploaded again', async () => {
    const house = await openHouse();
    const { line, key } = await new MadeUpDay(house).pay({ amount: 500, at: noon });
    house.clock.at = morningAfter(1);
    await upload(house, firstDay, [line]);
    await upload(house, firstDay, []);
    await upload(house, firstDay, [line]);
    expect(await settledOf(house, key)).to.equal(500n);
  });

  it('turns an open difference into one that waits by no re-run of its own day', async () => {
    const house = await openHouse();
    const { key } = await new MadeUpDay(house).pay({ amount: 100, at: noon + 11 * hourMs });
    put(house, firstDay);
    for (const day of ['20260509', '20260510', '20260511']) put(house, day);
    for (let morning = 1; morning <= 4; morning++) await house.morning(morning);
    expect(await house.differences()).to.deep.equal([`only-here open ${key}`]);
    const [difference] = await house.open_(firstDay, 'alipay');
    await house.note.run({ about: { kind: 'difference', no: difference?.differenceNo ?? '' }, action: 'handle', note: '已核实', operator: 'finance-1', address: undefined });
    await runAgain(house, firstDay);
    expect(await house.differences()).to.deep.equal([`only-here handled ${key}`]);
  });
});

describe('several lines about one thing', () => {
  it('keeps a line of another amount open when the right one follows it', async () => {
    const house = await openHouse();
    const { line, key } = await new MadeUpDay(house).pay({ amount: 500, at: noon });
    const lines = [other(line, 501), line];
    put(house, firstDay, ...lines);
    await house.morning(1);
    expect(await house.differences()).to.deep.equal([`amount-differs open ${key}`]);
    await expectNothingLost(house, firstDay, [key], lines);
    await runAgain(house, firstDay);
    expect((await house.runs())[0]?.changes).to.include({ found: 0, again: 1, cleared: 0 });
  });

  it('lists every line, also where two say something else of one trade or nobody knows either', async () => {
    const house = await openHouse();
    const { line, key } = await new MadeUpDay(house).pay({ amount: 500, at: noon });
    const stranger = lineOf('payment', 'OTHER', 'TX1', fen(70), noon);
    const lines = [other(line, 501), other(line, 502), stranger, stranger];
    put(house, firstDay, ...lines);
    await house.morning(1);
    expect(await house.differences()).to.deep.equal([`amount-differs open ${key}`, 'amount-differs open D20260508-2', 'only-there open CPTX1:OTHER', 'only-there open D20260508-4'].sort());
    await expectNothingLost(house, firstDay, [key], lines);
    await runAgain(house, firstDay);
    expect((await house.runs())[0]?.changes).to.include({ found: 0, again: 4, cleared: 0 });
  });

  it('leaves what one day\'s bill says wrongly open when the next day\'s has it right', async () => {
    const house = await openHouse();
    const { line, key } = await new MadeUpDay(house).pay({ amount: 500, at: noon });
    put(house, firstDay, other(line, 501));
    put(house, secondDay, line);
    await house.morning(1);
    await house.morning(2);
    expect(await settledOf(house, key)).to.equal(500n);
    expect(await house.differences()).to.deep.equal([`amount-differs open ${key}`]);
    await expectNothingLost(house, firstDay, [key], [other(line, 501)]);
    await expectNothingLost(house, secondDay, [key], [line]);
  });

  it('finds each payment by the channel\'s number where the bill has none of ours', async () => {
    const house = await openHouse();
    const made = new MadeUpDay(house);
    const [one, two] = [await made.pay({ amount: 500, at: noon }), await made.pay({ amount: 700, at: noon })];
    put(house, firstDay, { ...one.line, ownNo: '' }, { ...two.line, ownNo: '' });
    await house.morning(1);
    expect(await house.differences()).to.deep.equal([]);
    expect([await settledOf(house, one.key), await settledOf(house, two.key)]).to.deep.equal([500n, 700n]);
  });

  it('keeps the unknown money of two accounts as two abnormal orders, though nothing but the day and the line names them', async () => {
    const house = await openHouse();
    const stranger = lineOf('payment', '', '', fen(70), noon);
    put(house, firstDay, stranger);
    house.bills.unionpay.put(house.account('unionpay').channelMerchantId, firstDay, [other(stranger, 90)]);
    await house.morning(1);
    const of = async (channel: 'alipay' | 'unionpay') => {
      const [difference] = await house.open_(firstDay, channel);
      return house.store.unitOfWork.read(({ abnormalOrders }) => abnormalOrders.byId(`unknown-order:${difference?.differenceNo}`));
    };
    expect([(await of('alipay'))?.amount, (await of('unionpay'))?.amount]).to.deep.equal([70n, 90n]);
  });

  it('does not take another unreadable line in the same place for the one that was dealt with', async () => {
    const house = await openHouse();
    house.clock.at = morningAfter(1);
    const odd = (text: string) => [{ lineNo: 1, why: 'amount', text }];
    await upload(house, firstDay, [], odd('first'));
    const [difference] = await house.open_(firstDay, 'alipay');
    await house.note.run({ about: { kind: 'difference', no: difference?.differenceNo ?? '' }, action: 'handle', note: '已核实', operator: 'finance-1', address: undefined });
    await runAgain(house, firstDay);
    expect(await house.differences()).to.deep.equal(['odd-line handled O20260508-1']);
    await upload(house, firstDay, [], odd('second'));
    expect(await house.differences()).to.deep.equal(['odd-line open O20260508-1']);
  });

  it('does not take another line in the same place of a later bill for the duplicate that was dealt with', async () => {
    const house = await openHouse();
    const made = new MadeUpDay(house);
    const [one, two] = [await made.pay({ amount: 500, at: noon }), await made.pay({ amount: 500, at: noon })];
    put(house, firstDay, one.line, two.line, one.line);
    await house.morning(1);
    const [difference] = await house.open_(firstDay, 'alipay');
    await house.note.run({ about: { kind: 'difference', no: difference?.differenceNo ?? '' }, action: 'handle', note: '已核实', operator: 'finance-1', address: undefined });
    await upload(house, firstDay, [one.line, two.line, two.line]);
    expect(await house.differences()).to.deep.equal(['duplicate-line open D20260508-3']);
  });

  it('takes no refund of one account for proven by the bill of another', async () => {
    const house = await openHouse();
    const made = new MadeUpDay(house);
    const paid = await made.pay({ amount: 12_000, at: noon });
    const back = await made.refund(paid, 2_000, noon + hourMs, true);
    house.bills.unionpay.put(house.account('unionpay').channelMerchantId, firstDay, [back.line]);
    await house.morning(1);
    expect(await house.store.unitOfWork.read(({ refunds }) => refunds.byNo(back.refund.platformRefundOrderNo))).to.include({ state: 'refunding' });
    expect(await house.differences(firstDay, 'unionpay')).to.deep.equal([`only-there open CR${back.line.channelNo}:${back.line.ownNo}`]);
  });
});
