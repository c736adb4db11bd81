import { expect } from 'chai';
import { GiveStatement, maxStatementAgeDays } from '../../../../application/settlement/give-statement.js';
import type { KeptFiles } from '../../../../application/ports/kept-files.js';
import { dayMs, hourMs } from '../../../../domain/kernel/china-time.js';
import { sumOf, type FenSum } from '../../../../domain/kernel/money.js';
import type { BillLine } from '../../../../domain/reconciliation/bill-line.js';
import type { Statement, StatementKind } from '../../../../domain/settlement/day-certificate.js';
import { aChannelMerchant } from '../../../builders/directory.js';
import { noon } from '../../../builders/moments.js';
import { firstDay, openHouse, type CountingHouse } from '../reconciliation/counting-house.js';
import { contractSettings, MadeUpDay } from '../reconciliation/made-up-day.js';
import { bytesOf } from '../reconciliation/paper-bills.js';

const by = { kind: 'developer', code: 'D1', address: '192.0.2.1' } as const;
const secondDay = '20260509';

const giver = (house: CountingHouse, files: KeptFiles = house.files) =>
  new GiveStatement({ unitOfWork: house.store.unitOfWork, directory: house.store.directory, files, ids: house.ids, clock: house.clock });

async function textOf(house: CountingHouse, { fileNo }: Statement): Promise<string> {
  const parts: Uint8Array[] = [];
  for await (const part of house.files.read(fileNo)) parts.push(part);
  return Buffer.concat(parts).toString('utf8');
}
const linesOf = (text: string): string[][] => text.trimEnd().split('\r\n').map((line) => line.split(','));
const columnOf = (lines: readonly string[][], name: string): bigint[] => lines.slice(1, -1).map((line) => BigInt(line[lines[0]?.indexOf(name) ?? -1] ?? ''));

describe('a statement of a payee', () => {
  let house: CountingHouse;
  let made: MadeUpDay;
  let bill: BillLine[];
  beforeEach(async () => {
    house = await openHouse({ settings: contractSettings });
    // An account of others whose bill never comes: nothing is certified, and only the statements themselves close a day.
    await house.store.directoryEditor.saveChannelMerchant(aChannelMerchant('unionpay', { channelMerchantId: 'CM-A-OTHER' }), { kind: 'system', code: 'test', address: undefined });
    made = new MadeUpDay(house);
    bill = [];
    for (let n = 1; n <= 9; n++) bill.push((await made.pay({ amount: 1_000 * n, at: noon, merchantNo: n % 3 === 0 ? 'M2' : 'M1' })).line);
    const paid = await made.pay({ amount: 5_000, at: noon });
    bill.push(paid.line, (await made.refund(paid, 1_234, noon + hourMs)).line);
    for (const day of [firstDay, secondDay]) house.bills.unionpay.put('CM-UNI', day, []);
    house.bills.alipay.put('CM-ALI', firstDay, bill);
    house.bills.alipay.put('CM-ALI', secondDay, []);
  });

  const give = (settleDay = firstDay, kind: StatementKind = 'normal', merchantNo = 'M1') => giver(house).run({ merchantNo, settleDay, kind }, by);
  async function given(...asked: Parameters<typeof give>): Promise<Statement> {
    const answer = await give(...asked);
    if (!answer.ok) throw new Error(answer.refusal);
    return answer.value;
  }
  /** Another bill of the first day, brought by a person and compared. */
  async function corrected(lines: readonly BillLine[]): Promise<void> {
    house.bills.alipay.put('CM-ALI', firstDay, lines);
    const fetched = await house.bills.alipay.fetch(house.account(), firstDay);
    if (fetched.kind !== 'file') throw new Error('no bill');
    const parts: Uint8Array[] = [];
    for await (const part of fetched.bytes) parts.push(part);
    await house.upload.run({ channelMerchantId: 'CM-ALI', clearingDay: firstDay, fileName: 'again.json', bytes: bytesOf(Buffer.concat(parts).toString('utf8')), by: 'op' });
    await house.workAll();
  }
  /** The same, but the run dies half way and is cancelled then. */
  async function halfCorrected(): Promise<void> {
    let readings = 0;
    house.bills.alipay.fuse = (page) => { if (page === 1 && ++readings === 2) throw new Error('power cut'); };
    await corrected(withDearerLine());
    const [run] = await house.runs();
    await house.cancel.run(run?.runNo ?? '', 'finance-1');
    house.clock.at += 2_000;
    await house.workAll();
    expect((await house.runs())[0]).to.include({ state: 'cancelled', sequence: 2 });
  }
  const withDearerLine = (): BillLine[] => bill.map((line, index) => (index === 0 ? { ...line, fee: (line.fee + 2n) as FenSum } : line));
  /** Files that are kept as ever, but that the first day's bill is corrected when the first has been written. */
  function correctedMeanwhile(): { readonly files: KeptFiles; readonly writings: () => number } {
    let writings = 0;
    const files: KeptFiles = {
      find: (no) => house.files.find(no), read: (no) => house.files.read(no), forgetAbandoned: (...asked) => house.files.forgetAbandoned(...asked), forgetExports: (...asked) => house.files.forgetExports(...asked), discardAttachment: (no) => house.files.discardAttachment(no),
      keep: async (file, bytes) => {
        const kept = await house.files.keep(file, bytes);
        if (writings++ === 0) await corrected(withDearerLine());
        return kept;
      },
    };
    return { files, writings: () => writings };
  }

  it('has every line of the payee and nobody else\'s, and its sums are those of the settlement to the fen', async () => {
    await house.morning(1);
    const statement = await given();
    const lines = linesOf(await textOf(house, statement));
    expect(lines).to.have.length(8 + 2);
    expect([statement.lineCount, statement.fileName]).to.deep.equal([8, 'M1-20260508-statement.csv']);
    const sums = (await house.store.unitOfWork.read(({ settlement }) => settlement.sumsOfDay(firstDay, 'settleDay'))).filter(({ merchantNo }) => merchantNo === 'M1');
    for (const field of ['tradeAmount', 'settledAmount', 'feeAmount'] as const) {
      expect(sumOf(columnOf(lines, field)), field).to.equal(sumOf(sums.map((one) => one[field])));
      expect(statement.totals[field]).to.equal(sumOf(sums.map((one) => one[field])));
    }
    const total = sumOf(columnOf(lines, 'settledAmount')) - sumOf(columnOf(lines, 'feeAmount'));
    expect([statement.totals['creditedAmount'], lines.at(-1)?.[0], lines.at(-1)?.[1], lines.at(-1)?.[11]]).to.deep.equal([total, 'TOTAL', '8', total.toString()]);
  });

  it('is not there before the day is over, nor before every account of the payee has been compared', async () => {
    expect(await give()).to.deep.equal({ ok: false, refusal: 'not-ready' });
    expect(await give('20260601')).to.deep.equal({ ok: false, refusal: 'not-ready' });
    house.bills.unionpay.says = { kind: 'not-ready' };
    await house.morning(1);
    expect((await house.day())?.state).to.equal('balanced');
    expect(await give()).to.deep.equal({ ok: false, refusal: 'not-ready' });
    house.bills.unionpay.says = undefined;
    house.clock.at += hourMs;
    await house.workAll();
    expect((await give()).ok).to.equal(true);
  });

  it('waits for a run that is under way', async () => {
    await house.morning(1);
    await house.start.run(house.account(), firstDay, 'op');
    expect(await give()).to.deep.equal({ ok: false, refusal: 'not-ready' });
    await house.workAll();
    expect((await give()).ok).to.equal(true);
  });

  it('waits for a whole run after one that was cancelled half way', async () => {
    await house.morning(1);
    await halfCorrected();
    expect(await give()).to.deep.equal({ ok: false, refusal: 'not-ready' });
    house.bills.alipay.fuse = () => undefined;
    await house.start.run(house.account(), firstDay, 'op');
    await house.workAll();
    const booked = bill.filter((_, index) => index >= 9 || (index + 1) % 3 !== 0);
    expect((await given()).totals['feeAmount']).to.equal(sumOf(booked.map(({ fee }) => fee)) + 2n);
  });

  it('is the same file for whoever asks again, also of two who ask at once', async () => {
    await house.morning(1);
    const [one, two] = await Promise.all([giver(house).run({ merchantNo: 'M1', settleDay: firstDay, kind: 'normal' }, by), giver(house).run({ merchantNo: 'M1', settleDay: firstDay, kind: 'normal' }, by)]);
    expect(one.ok).to.equal(true);
    expect(two).to.deep.equal(one);
    expect(await give()).to.deep.equal(one);
  });

  it('never changes: what a later bill says otherwise stands in the next day', async () => {
    await house.morning(1);
    const before = await given();
    const text = await textOf(house, before);
    await corrected(withDearerLine());
    expect(await given()).to.deep.equal(before);
    expect(await textOf(house, before)).to.equal(text);
    await house.morning(2);
    const lines = linesOf(await textOf(house, await given(secondDay)));
    expect(lines.slice(1)).to.deep.equal([
      [lines[1]?.[0], lines[1]?.[1], '', 'PAY', 'ALIPAY', 'PC', '20260508120000', '20260508', '0', '0', '2', '-2', '', bill[0]?.channelNo, secondDay, firstDay, 'CORRECTED'],
      ['TOTAL', '1', '', '', '', '', '', '', '0', '0', '2', '-2', '', '', '', '', ''],
    ]);
  });

  it('begins again when the day moves while it is being written', async () => {
    await house.morning(1);
    const { files, writings } = correctedMeanwhile();
    const answer = await giver(house, files).run({ merchantNo: 'M1', settleDay: firstDay, kind: 'normal' }, by);
    if (!answer.ok) throw new Error(answer.refusal);
    expect(writings()).to.equal(2);
    const lines = linesOf(await textOf(house, answer.value));
    expect([lines.length, lines.slice(1, -1).filter((line) => line.at(-1) === 'CORRECTED').length]).to.deep.equal([11, 1]);
    const sums = (await house.store.unitOfWork.read(({ settlement }) => settlement.sumsOfDay(firstDay, 'settleDay'))).filter(({ merchantNo }) => merchantNo === 'M1');
    expect(answer.value.totals['feeAmount']).to.equal(sumOf(sums.map(({ feeAmount }) => feeAmount)));
  });

  it('begins again when another day\'s bill posts to its day while it is being written', async () => {
    await house.morning(1);
    // The first day is closed for M1, so its correction goes to the second.
    await given();
    await house.morning(2);
    const { files, writings } = correctedMeanwhile();
    const answer = await giver(house, files).run({ merchantNo: 'M1', settleDay: secondDay, kind: 'normal' }, by);
    expect([answer.ok && answer.value.totals['feeAmount'], answer.ok && answer.value.lineCount, writings()]).to.deep.equal([2n, 1, 2]);
  });

  it('of a day without money has a header and sums of nothing', async () => {
    await house.morning(1);
    await house.morning(2);
    const statement = await given(secondDay);
    const lines = linesOf(await textOf(house, statement));
    expect([statement.lineCount, lines.length, lines[1]?.slice(0, 2), lines[1]?.[8]]).to.deep.equal([0, 2, ['TOTAL', '0'], '0']);
  });

  it('is made of days of the last four hundred only, and given out for ever', async () => {
    await house.morning(1);
    const statement = await given();
    house.clock.at = noon + (maxStatementAgeDays + 1) * dayMs;
    expect(await give(firstDay, 'abnormal')).to.deep.equal({ ok: false, refusal: 'too-old' });
    expect(await given()).to.deep.equal(statement);
  });

  it('of abnormal orders lists what differs, what was paid twice and what came late, of this payee and day', async () => {
    const missing = await made.pay({ amount: 777, at: noon });
    const others = await made.pay({ amount: 888, at: noon, merchantNo: 'M2' });
    const twice = await made.pay({ amount: 999, at: noon });
    await house.store.unitOfWork.run(async ({ repeatPayments, abnormalOrders }) => {
      await repeatPayments.add({ attemptNo: 'A-REPEAT', platformOrderNo: twice.order.platformOrderNo, merchantNo: 'M1', payChannel: 'alipay', channelOrderNo: 'C-REPEAT', amount: twice.attempt.amount, handleState: 'pending', paidAt: noon, createdAt: noon, version: 1 });
      for (const [id, merchantNo, createdAt] of [['paid-after-close:A1', 'M1', noon + 11 * hourMs], ['paid-after-close:A2', 'M2', noon], ['paid-after-close:A3', 'M1', noon + 12 * hourMs]] as const) {
        await abnormalOrders.add({ abnormalId: id, kind: 'paid-after-close', platformOrderNo: others.order.platformOrderNo, merchantNo, attemptNo: id, payChannel: 'unionpay', channelOrderNo: 'C-LATE', amount: twice.attempt.amount, note: '', handleState: 'handled', createdAt, version: 1 });
      }
    });
    house.bills.alipay.put('CM-ALI', firstDay, [...bill, twice.line]);
    await house.morning(1);
    const statement = await given(firstDay, 'abnormal');
    const lines = linesOf(await textOf(house, statement));
    expect(lines.slice(1).map((line) => [line[0], line[2], line[3], line[4], line[9], line[10]])).to.deep.equal([
      [missing.order.bizOrderNo, 'DIFFERENCE', 'PLATFORM_ONLY', 'OPEN', '777', ''],
      [twice.order.bizOrderNo, 'REPEAT', 'REPEAT_PAYMENT', 'PENDING', '', '999'],
      [others.order.bizOrderNo, 'ABNORMAL', 'PAID_AFTER_CLOSE', 'HANDLED', '', '999'],
      ['TOTAL', '', '', '', '777', '1998'],
    ]);
    expect([statement.fileName, statement.lineCount, statement.totals]).to.deep.equal(['M1-20260508-abnormal.csv', 3, { platformAmount: 777n, channelAmount: 1_998n }]);
  });
});
