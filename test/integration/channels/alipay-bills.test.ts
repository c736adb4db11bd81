import { expect } from 'chai';
import type { FetchedBill } from '../../../application/ports/channel-bills.js';
import type { AttemptToPay } from '../../../application/ports/payment-channel.js';
import { businessDay, dayMs, hourMs, minuteMs, readBusinessDay, readLongTime, secondMs, type BusinessDay } from '../../../domain/kernel/china-time.js';
import { fen } from '../../../domain/kernel/money.js';
import type { BillLine } from '../../../domain/reconciliation/bill-line.js';
import { allOf, inPieces } from '../../unit/wire/zips.js';
import { readAll, type ReadBill } from '../../unit/channels/alipay/bill-file.js';
import { AlipayTown, timeoutMs } from './alipay-town.js';

interface Booked { readonly outTradeNo: string; readonly tradeNo: string; readonly paidAt: number; readonly refunds: readonly { readonly at: number }[] }
type Row = Pick<BillLine, 'kind' | 'ownNo' | 'amount' | 'settled' | 'fee'>;

describe('Alipay: bills over sockets', () => {
  const town = new AlipayTown();
  before(() => town.open());
  after(() => town.close());
  afterEach(() => town.control('/sim/faults', undefined, 'DELETE'));

  const midnight = (): number => { const read = readLongTime(`${businessDay(town.clock.now())}000000`); return read.ok ? read.value : 0; };
  /** Steps to a moment of the next day, `sinceMidnight` in ms; gives the day that was left. */
  const nextDay = (sinceMidnight: number): BusinessDay => {
    const left = businessDay(town.clock.now());
    town.clock.advance(midnight() + dayMs + sinceMidnight - town.clock.now());
    return left;
  };
  const tenMinutesPastNine = 9 * hourMs + 10 * minuteMs;
  const fetchOf = (day: BusinessDay, limitMs = timeoutMs): Promise<FetchedBill> => town.bills.fetch(town.account, day, limitMs);
  const fileOf = async (day: BusinessDay): Promise<Buffer> => {
    const fetched = await fetchOf(day);
    if (fetched.kind !== 'file') return expect.fail(JSON.stringify(fetched));
    return allOf(fetched.bytes);
  };
  const billOf = async (day: BusinessDay): Promise<ReadBill> => readAll(town.bills.read(town.account, day, inPieces(await fileOf(day))));
  const rowsOf = (read: ReadBill): readonly Row[] => read.lines.map(({ kind, ownNo, amount, settled, fee }) => ({ kind, ownNo, amount, settled, fee }));
  const rateOf = (rate: number): Promise<unknown> => town.control('/sim/fees', { sellerId: town.account.channelMerchantNo, rate });
  const charge = async (amount: number): Promise<AttemptToPay & { readonly payMethod: 'bar' }> => {
    const paying = { ...town.attempt('bar'), amount: fen(amount) };
    expect((await town.channel.barcodes.charge(town.account, paying, town.code('00'), timeoutMs)).kind).to.equal('paid');
    return paying;
  };
  const payment = (ownNo: string, amount: bigint, fee: bigint): Row => ({ kind: 'payment', ownNo, amount: fen(amount), settled: amount as Row['settled'], fee: fee as Row['fee'] });
  const refund = (ownNo: string, amount: bigint, fee: bigint): Row => ({ kind: 'refund', ownNo, amount: fen(amount), settled: -amount as Row['settled'], fee: fee as Row['fee'] });

  it('have every payment and refund of the day, right to the fen and the second', async () => {
    nextDay(10 * hourMs);
    const online = town.attempt('pc');
    await town.payOnPage(online);
    const counter = await charge(3333);
    const least = await charge(1);
    const undone = await charge(9999);
    town.clock.advance(minuteMs);
    const parts = [town.refundOf(online, fen(5000)), town.refundOf(online, fen(7000))];
    for (const part of parts) {
      expect((await town.channel.refunds.refund(town.account, part, timeoutMs)).kind).to.equal('refunded');
      town.clock.advance(secondMs);
    }
    expect(await town.channel.cancelling.cancel(town.account, undone, timeoutMs)).to.deep.equal({ kind: 'cancelled-refunded' });
    const neverPaid = town.attempt('bar');
    await town.channel.barcodes.charge(town.account, neverPaid, town.code('02'), timeoutMs);
    const day = nextDay(tenMinutesPastNine);
    const read = await billOf(day);
    expect(rowsOf(read)).to.deep.equal([
      // 0.6 %, rounded half up on each row; the parts of a refund give back the whole fee and no more.
      payment(online.attemptNo, 12000n, 72n), payment(counter.attemptNo, 3333n, 20n), payment(least.attemptNo, 1n, 0n), payment(undone.attemptNo, 9999n, 60n),
      refund(parts[0]?.refundTradeNo ?? '', 5000n, -30n), refund(parts[1]?.refundTradeNo ?? '', 7000n, -42n), refund(undone.attemptNo, 9999n, -60n),
    ]);
    expect(read).to.deep.include({
      odd: [], refused: undefined,
      totals: { lineCount: 7, payments: { count: 4, amount: 25333n }, refunds: { count: 3, amount: 21999n }, settled: 3334n, fee: 20n, oddCount: 0 },
    });
    const { trades } = (await town.control('/sim/books')) as { trades: readonly Booked[] };
    const booked = trades.find(({ outTradeNo }) => outTradeNo === online.attemptNo);
    const wholeSecond = (at: number | undefined): number => Math.floor((at ?? 0) / 1_000) * 1_000;
    expect(read.lines[0]).to.include({ channelNo: booked?.tradeNo, at: wholeSecond(booked?.paidAt) });
    expect(read.lines[4]).to.include({ channelNo: booked?.tradeNo, at: wholeSecond(booked?.refunds[0]?.at) });
  });

  it('keep a past day as it was, and have a refund of an older payment on its own day', async () => {
    nextDay(10 * hourMs);
    const paying = await charge(20000);
    const payDay = nextDay(10 * hourMs);
    const before = await fileOf(payDay);
    const sent = town.refundOf(paying, fen(20000));
    await town.channel.refunds.refund(town.account, sent, timeoutMs);
    await rateOf(380);
    const later = await charge(20000);
    const refundDay = nextDay(tenMinutesPastNine);
    expect((await fileOf(payDay)).equals(before)).to.equal(true);
    expect(rowsOf(await billOf(payDay))).to.deep.equal([payment(paying.attemptNo, 20000n, 120n)]);
    expect(rowsOf(await billOf(refundDay))).to.deep.equal([refund(sent.refundTradeNo, 20000n, -120n), payment(later.attemptNo, 20000n, 76n)]);
  });

  it('are not ready before nine, on a day without any trade, and never for today', async () => {
    nextDay(10 * hourMs);
    await charge(100);
    const today = businessDay(town.clock.now());
    expect(await fetchOf(today)).to.deep.equal({ kind: 'unknown', why: 'call-refused', code: 'isv.invalid-parameter' });
    nextDay(8 * hourMs + 59 * minuteMs);
    expect(await fetchOf(today)).to.deep.equal({ kind: 'not-ready' });
    town.clock.advance(2 * minuteMs);
    expect((await fetchOf(today)).kind).to.equal('file');
    const quiet = nextDay(tenMinutesPastNine);
    expect(await fetchOf(quiet)).to.deep.equal({ kind: 'not-ready' });
    expect(readBusinessDay(quiet).ok).to.equal(true);
  });

  it('are asked for again when the call or the download fails', async () => {
    nextDay(10 * hourMs);
    await charge(100);
    const day = nextDay(tenMinutesPastNine);
    const call = 'alipay.data.dataservice.bill.downloadurl.query';
    const faults: readonly (readonly [string, object])[] = [
      ['20000', { kind: 'unknown', why: 'busy' }], ['SYSTEM_ERROR', { kind: 'unknown', why: 'busy' }], ['rate-limited', { kind: 'unknown', why: 'busy' }],
      ['drop-before', { kind: 'unknown', why: 'unreadable' }], ['unsigned', { kind: 'unknown', why: 'unsigned' }], ['bad-signature', { kind: 'unknown', why: 'unsigned' }],
      ['http-500', { kind: 'unknown', why: 'unreadable' }], ['root-twice', { kind: 'unknown', why: 'unreadable' }],
    ];
    for (const [name, expected] of faults) {
      await town.fault(call, name);
      expect(await fetchOf(day), name).to.include(expected);
    }
    await town.fault(call, 'timeout');
    expect(await fetchOf(day, 200)).to.deep.equal({ kind: 'unknown', why: 'timeout', code: 'timeout' });
    await town.fault('bill', 'expired-address', { day });
    expect(await fetchOf(day)).to.deep.equal({ kind: 'unknown', why: 'no-file', code: 'http-200' });
    await town.fault('bill', 'not-ready', { day, times: 2 });
    for (const kind of ['not-ready', 'not-ready', 'file']) expect((await fetchOf(day)).kind).to.equal(kind);
    await town.fault('bill', 'truncated-zip', { day });
    expect((await billOf(day)).refused).to.equal('truncated');
    expect((await billOf(day)).totals).to.include({ lineCount: 1 });
  });

  it('show each difference that was ordered, and nothing else changed', async () => {
    nextDay(10 * hourMs);
    await rateOf(380);
    const [first, second] = [await charge(10000), await charge(20000)];
    const sent = town.refundOf(second, fen(5000));
    await town.channel.refunds.refund(town.account, sent, timeoutMs);
    const day = nextDay(tenMinutesPastNine);
    const rate380 = [payment(first.attemptNo, 10000n, 38n), payment(second.attemptNo, 20000n, 76n), refund(sent.refundTradeNo, 5000n, -19n)] as const;
    expect(rowsOf(await billOf(day))).to.deep.equal(rate380);
    const [one, two, three] = rate380;
    const cases: readonly (readonly [string, object, readonly Row[]])[] = [
      ['missing-row', { no: second.attemptNo }, [one, three]],
      ['missing-row', { no: sent.refundTradeNo }, [one, two]],
      ['extra-row', { no: 'STRANGER1', amount: '88.88' }, [one, two, three, payment('STRANGER1', 8888n, 53n)]],
      ['changed-amount', { no: first.attemptNo, amount: '100.01' }, [{ ...one, amount: fen(10001), settled: 10001n as Row['settled'] }, two, three]],
      ['changed-amount', { no: sent.refundTradeNo, amount: '49.00' }, [one, two, refund(sent.refundTradeNo, 4900n, -19n)]],
      ['changed-fee', { no: second.attemptNo }, [one, payment(second.attemptNo, 20000n, 77n), three]],
      ['changed-fee', { no: second.attemptNo, fee: '0.00' }, [one, payment(second.attemptNo, 20000n, 0n), three]],
      ['duplicated-row', { no: first.attemptNo }, [one, one, two, three]],
      ['late-row', { no: first.attemptNo }, [two, three]],
    ];
    for (const [name, settings, expected] of cases) {
      await town.fault('bill', name, { day, ...settings });
      const read = await billOf(day);
      expect(read, `${name} ${JSON.stringify(settings)}`).to.deep.include({ odd: [], refused: undefined });
      expect(rowsOf(read), `${name} ${JSON.stringify(settings)}`).to.deep.equal(expected);
      await town.control('/sim/faults', undefined, 'DELETE');
    }
    await town.fault('bill', 'wrong-totals', { day });
    expect((await billOf(day)).refused).to.equal('totals-disagree');
  });

  it('bring a late row in the bill of the next day, even where nothing else happened on it', async () => {
    nextDay(10 * hourMs);
    await rateOf(380);
    const paying = await charge(12300);
    const day = nextDay(10 * hourMs);
    await town.fault('bill', 'late-row', { day, no: paying.attemptNo });
    const empty = await billOf(day);
    expect(empty).to.deep.include({ lines: [], refused: undefined });
    const next = nextDay(tenMinutesPastNine);
    const read = await billOf(next);
    expect(rowsOf(read)).to.deep.equal([payment(paying.attemptNo, 12300n, 47n)]);
    expect(businessDay(read.lines[0]?.at ?? 0)).to.equal(day);
  });

  it('are refused when they are another day or another merchant than asked for', async () => {
    nextDay(10 * hourMs);
    await charge(100);
    const day = nextDay(tenMinutesPastNine);
    const file = await fileOf(day);
    const refusedFor = async (account: typeof town.account, of: BusinessDay): Promise<string | undefined> => (await readAll(town.bills.read(account, of, inPieces(file)))).refused;
    expect(await refusedFor(town.account, day)).to.equal(undefined);
    expect(await refusedFor(town.account, businessDay(town.clock.now()))).to.equal('wrong-day');
    expect(await refusedFor({ ...town.account, channelMerchantNo: '2088009900000002' }, day)).to.equal('wrong-merchant');
  });
});
