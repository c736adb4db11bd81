import { expect } from 'chai';
import { businessDay, readBusinessDay, type BusinessDay } from '../../../domain/kernel/china-time.js';
import { addDays } from '../../../domain/reconciliation/clearing-day.js';
import { fetchBill, giveBack, newDay, pay, readBill, stepTo, stepToFile, unnumbered, type Paid } from './unionpay-bill-city.js';
import { withBothMethods, type City } from './unionpay-city.js';

const yearOf = (city: City): number => Number(businessDay(city.clock.now()).slice(0, 4));

withBothMethods('UnionPay bills over sockets', (city) => {
  it('tell a day’s payments and refunds to the fen, up to 22:59 and not from 23:01', async () => {
    const day = newDay(city);
    stepTo(city, '1000');
    const onPage = await pay(city, 12_345n, 74n, 'pc');
    const onPhone = await pay(city, 12_345n, 74n, 'h5');
    // Half a fen is rounded up, less falls away.
    const scanned = [await pay(city, 250n, 2n), await pay(city, 83n, 0n)];
    const back = await giveBack(city, onPage, 345n, 2n);
    stepTo(city, '2259');
    const last = await pay(city, 99_999_999n, 600_000n);
    stepTo(city, '2301');
    const next = await pay(city, 500n, 3n);
    stepTo(city, '0859');
    expect(await fetchBill(city, day)).to.deep.equal({ kind: 'not-ready' });
    stepTo(city, '0900');
    const { lines, odd, totals, refused } = await readBill(city, day);
    expect(unnumbered(lines)).to.deep.equal([onPage.line, onPhone.line, ...scanned.map(({ line }) => line), back, last.line]);
    expect([lines.map(({ lineNo }) => lineNo), odd, refused]).to.deep.equal([[1, 2, 3, 4, 5, 6], [], undefined]);
    expect(totals).to.deep.equal({
      lineCount: 6, payments: { count: 5, amount: 100_025_022n }, refunds: { count: 1, amount: 345n }, settled: 100_024_677n, fee: 600_148n, oddCount: 0,
    });
    stepToFile(city, addDays(day, 1));
    expect(unnumbered((await readBill(city, addDays(day, 1))).lines)).to.deep.equal([next.line]);
    expect(city.journal).to.deep.equal([]);
  });
  it('have the payment and the undo of what was undone, nothing of what was reversed or refused', async () => {
    const day = newDay(city);
    const undone = await pay(city, 12_345n, 74n);
    const undo = await giveBack(city, undone, 12_345n, 74n, 'undo');
    expect(await city.cancel((await pay(city, 12_345n, 74n)).attempt)).to.deep.equal({ kind: 'cancelled-refunded' });
    await city.charge(city.newAttempt('bar'), '03');
    stepToFile(city, day);
    const { lines, totals } = await readBill(city, day);
    expect(unnumbered(lines)).to.deep.equal([undone.line, undo]);
    expect(totals).to.include({ settled: 0n, fee: 0n });
  });
  it('are not ready for a day without trades, for today and for a day to come', async () => {
    const day = newDay(city);
    stepToFile(city, day);
    for (const asked of [day, addDays(day, 1), addDays(day, 2)]) expect(await fetchBill(city, asked)).to.deep.equal({ kind: 'not-ready' });
  });
  it('follow the fee rate of the merchant, the older end of lines and another cut', async () => {
    stepTo(city, '1000');
    await city.control('POST', 'switches', { clearingCut: '13:30', joinedTail: true });
    await city.control('POST', `merchants/${city.account.channelMerchantNo}/fee-rate`, { feeRate: 380 });
    stepTo(city, '1329');
    await pay(city, 10_000n, 38n);
    stepTo(city, '1330');
    const day = addDays((await city.control<{ trades: { settleDay: BusinessDay }[] }>('GET', 'books')).trades.at(-1)?.settleDay ?? '', 1);
    const payment = await pay(city, 10_000n, 38n);
    const refund = await giveBack(city, payment, 5_000n, 19n);
    stepToFile(city, day);
    expect(unnumbered((await readBill(city, day)).lines)).to.deep.equal([payment.line, refund]);
    await city.control('POST', 'switches', { clearingCut: '23:00', joinedTail: false });
    await city.control('POST', `merchants/${city.account.channelMerchantNo}/fee-rate`, { feeRate: 600 });
  });
});

withBothMethods('UnionPay bills with faults', (city) => {
  let day: BusinessDay;
  let first: Paid;
  let second: Paid;
  before(async () => {
    day = newDay(city);
    [first, second] = [await pay(city, 12_345n, 74n), await pay(city, 20_000n, 120n)];
    stepToFile(city, day);
  });
  const bill = (fault: string, settings: object): Promise<unknown> => city.fault('bill', fault, settings);
  const linesOf = async (): Promise<unknown> => unnumbered((await readBill(city, day)).lines);

  it('a line is missing, and the file is the same when it is fetched again', async () => {
    await bill('missing', { orderId: first.attempt.attemptNo });
    expect(await linesOf()).to.deep.equal([second.line]);
    expect(await linesOf()).to.deep.equal([second.line]);
    await city.control('DELETE', 'faults');
    expect(await linesOf()).to.deep.equal([first.line, second.line]);
  });
  it('a line too many', async () => {
    await bill('extra', { merId: city.account.channelMerchantNo, day, fen: '700', orderId: 'NOBODYS0000001' });
    const { lines, totals } = await readBill(city, day);
    expect(lines.find(({ ownNo }) => ownNo === 'NOBODYS0000001')).to.include({ kind: 'payment', amount: 700n, settled: 700n, fee: 0n });
    expect(totals).to.include({ lineCount: 3, settled: 33_045n });
  });
  it('another amount, and another fee', async () => {
    await bill('changed-amount', { orderId: first.attempt.attemptNo, fen: '12346' });
    await bill('changed-fee', { orderId: second.attempt.attemptNo, fen: '100' });
    expect(await linesOf()).to.deep.equal([{ ...first.line, amount: 12_346n, settled: 12_346n }, { ...second.line, fee: 100n }]);
  });
  it('a line twice', async () => {
    await bill('duplicated', { orderId: first.attempt.attemptNo });
    expect(await linesOf()).to.deep.equal([first.line, first.line, second.line]);
  });
  it('a line of a dispute is odd and the payment stands', async () => {
    await bill('dispute', { orderId: first.attempt.attemptNo, reason: '持卡人否认交易' });
    const { lines, odd } = await readBill(city, day);
    expect(unnumbered(lines)).to.deep.equal([first.line, second.line]);
    expect(odd.map(({ lineNo, why }) => [lineNo, why])).to.deep.equal([[3, 'dispute']]);
    expect(odd[0]?.text).to.include('持卡人否认交易').and.include(first.line.channelNo);
  });
  it('a file that is not ready for three more tries', async () => {
    await city.fault('file', '98', { times: 3 });
    for (const kind of ['not-ready', 'not-ready', 'not-ready', 'file']) expect(await fetchBill(city, day)).to.include({ kind });
  });
  it('content that breaks off is no answer; a last line that is cut refuses the file', async () => {
    await city.fault('file', 'cut-content');
    expect(await fetchBill(city, day)).to.deep.equal({ kind: 'unknown', why: 'unreadable', code: '00' });
    await city.fault('file', 'cut-line');
    expect(await readBill(city, day)).to.include({ refused: 'truncated', totals: undefined });
  });
  for (const fault of ['wrong-merchant', 'wrong-day'] as const) {
    it(`a file of another ${fault.slice(6)} is refused`, async () => {
      await city.fault('file', fault);
      expect(await readBill(city, day)).to.deep.equal({ lines: [], odd: [], totals: undefined, refused: fault });
    });
  }
  for (const dressing of ['bad-signature', 'unsigned', 'wrong-cn', 'foreign-chain', 'other-merchant', 'sign-method-11'] as const) {
    it(`an answer with ${dressing} is no answer, and is journalled`, async () => {
      await city.fault('file', dressing);
      expect(await fetchBill(city, day)).to.deep.equal({ kind: 'unknown', why: 'unsigned', code: '00' });
      expect(city.journal).to.have.length(1);
      expect(city.journal[0]).to.include('unionpay-message-not-believed');
    });
  }
  for (const [fault, why] of [['http-500', 'unreadable'], ['empty-body', 'unreadable'], ['drop-after', 'unreadable']] as const) {
    it(`${fault} is no answer`, async () => {
      await city.fault('file', fault);
      expect(await fetchBill(city, day)).to.deep.equal({ kind: 'unknown', why });
    });
  }
  it('a line comes a day late, at its old time', async () => {
    await bill('late', { orderId: first.attempt.attemptNo });
    expect(await linesOf()).to.deep.equal([second.line]);
    const later = addDays(day, 1);
    expect(await fetchBill(city, later)).to.deep.equal({ kind: 'not-ready' });
    stepToFile(city, later);
    expect(unnumbered((await readBill(city, later)).lines)).to.deep.equal([first.line]);
  });
});

withBothMethods('UnionPay bills at the turn of the year and on a leap day', (city) => {
  it('put every payment into its year', async () => {
    const newYear = `${yearOf(city) + 1}0101`;
    stepTo(city, `${addDays(newYear, -1)}2250`);
    const before = await pay(city, 12_345n, 74n);
    stepTo(city, '2310');
    const after = await pay(city, 12_345n, 74n);
    stepTo(city, '0900');
    expect(unnumbered((await readBill(city, addDays(newYear, -1))).lines)).to.deep.equal([before.line]);
    stepTo(city, '0900');
    expect(unnumbered((await readBill(city, newYear)).lines)).to.deep.equal([after.line]);
  });
  it('have a 29 February where the year has one', async () => {
    const leapDay = [1, 2, 3, 4].map((years) => `${yearOf(city) + years}0229`).find((candidate) => readBusinessDay(candidate).ok) ?? '';
    stepTo(city, `${addDays(leapDay, -1)}2301`);
    const evening = await pay(city, 12_345n, 74n);
    stepTo(city, '1200');
    const noon = await pay(city, 12_345n, 74n);
    stepTo(city, '0900');
    expect(unnumbered((await readBill(city, leapDay)).lines)).to.deep.equal([evening.line, noon.line]);
  });
});
