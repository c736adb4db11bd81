import { expect } from 'chai';
import { WriteNote } from '../../../../application/reconciliation/write-note.js';
import { hourMs, minuteMs } from '../../../../domain/kernel/china-time.js';
import { fen } from '../../../../domain/kernel/money.js';
import type { HandlingNote } from '../../../../domain/reconciliation/handling.js';
import { no } from '../fake-province.js';
import { paidOrder, requestedRefund } from '../requests.js';
import { only, type Town } from '../town.js';
import { abnormalOf, nontaxFacts, noticesOf, noticeTown } from './notice-town.js';

const operator = { operator: 'admin', address: undefined };
const told = (town: Town, serialNo: string, source: 'message' | 'statement' = 'message', amount = 12_000) => {
  const { region, payCode = '' } = only(noticesOf(town));
  return town.notices.takePaid.run(region, { payCode, serialNo, amount: fen(amount), paidAt: town.clock.now() }, source);
};
async function handle(town: Town, note = '已与省方核对'): Promise<void> {
  const written = await new WriteNote(town.unitOfWork, town.noticeParts.ids, town.clock).run({ about: { kind: 'notice', no: only(abnormalOf(town)).abnormalNo }, action: 'handle', note, ...operator });
  expect([written.ok, only(abnormalOf(town)).handleState]).to.deep.equal([true, 'handled']);
}
const notesOf = (town: Town): Promise<readonly HandlingNote[]> => town.store.unitOfWork.read(({ reconciliation }) => reconciliation.notesOf('notice', only(abnormalOf(town)).abnormalNo));
async function confirmedTown(): Promise<Town> {
  const { town } = await noticeTown();
  await paidOrder(town, nontaxFacts());
  await town.pass(minuteMs);
  expect(only(noticesOf(town)).step).to.equal('confirmed');
  return town;
}

describe('a case that was ended', () => {
  it('is opened anew by another payment of the same notice, with what it was about before in its history', async () => {
    const town = await confirmedTown();
    await told(town, 'BANK-1');
    await handle(town);
    await town.pass(hourMs);
    await told(town, 'BANK-2');
    expect(only(abnormalOf(town))).to.include({ kind: 'duplicate', handleState: 'pending', serialNo: 'BANK-2', provinceAmount: 12_000n, createdAt: town.clock.now() });
    expect(town.alarms()).to.deep.equal(['payment-notice-abnormal', 'payment-notice-abnormal']);
    expect((await notesOf(town)).map(({ action, operator: who, note }) => [action, who, note])).to.deep.equal([
      ['handle', 'admin', '已与省方核对'], ['follow', 'system', '再次出现，此前处理的是：流水号 BANK-1，120.00 元：省非税系统告知同一缴款书的另一笔缴款'],
    ]);
    expect(town.audited.filter((action) => action.startsWith('case.'))).to.deep.equal(['case.handle', 'case.reopen']);
    await handle(town, '第二笔也已核对');
  });

  it('stays ended where the same is told again, in whatever words, also after it was about something else', async () => {
    const town = await confirmedTown();
    for (const serialNo of ['BANK-1', 'BANK-2']) {
      await told(town, serialNo);
      await handle(town);
    }
    for (const serialNo of ['BANK-1', 'BANK-2', 'BANK-1']) await told(town, serialNo);
    const { region, payCode = '', totalAmount } = only(noticesOf(town));
    // The statement has words of its own for them.
    await town.compareStatement.run(region, '20260508', ['BANK-1', 'BANK-2'].map((serialNo) =>
      ({ payCode, serialNo, unitCode: 'U', amount: totalAmount, confirmedAt: town.clock.now(), paymentChannel: 'X', state: 'paid' as const })), true);
    expect(abnormalOf(town).filter(({ kind }) => kind === 'duplicate').map(({ handleState, serialNo }) => [handleState, serialNo])).to.deep.equal([['handled', 'BANK-2']]);
    expect((await town.store.unitOfWork.read(({ reconciliation }) => reconciliation.notesOf('notice', abnormalOf(town).find(({ kind }) => kind === 'duplicate')?.abnormalNo ?? '')))).to.have.length(3);
  });

  it('is opened anew by another amount under the same number', async () => {
    const town = await confirmedTown();
    await told(town, 'BANK-1', 'message', 100);
    await handle(town);
    await told(town, 'BANK-1', 'message', 100);
    expect(only(abnormalOf(town))).to.include({ kind: 'amount-differs', handleState: 'handled' });
    await told(town, 'BANK-1', 'message', 200);
    expect(only(abnormalOf(town))).to.include({ handleState: 'pending', provinceAmount: 200n });
  });

  it('that is open, or followed by somebody, stays as it is', async () => {
    const town = await confirmedTown();
    await told(town, 'BANK-1');
    await told(town, 'BANK-2');
    await new WriteNote(town.unitOfWork, town.noticeParts.ids, town.clock).run({ about: { kind: 'notice', no: only(abnormalOf(town)).abnormalNo }, action: 'follow', note: '在查', ...operator });
    await told(town, 'BANK-3');
    expect(only(abnormalOf(town))).to.include({ handleState: 'following', serialNo: 'BANK-1' });
    expect(town.alarms()).to.have.length(1);
  });

  it('about a confirmation in vain is not opened by each further try, but by a row of tries that a person began', async () => {
    const { town, province } = await noticeTown();
    province.trouble('confirm', no, 'before', 1_000);
    await paidOrder(town, nontaxFacts());
    await town.pass(20 * minuteMs);
    await handle(town);
    await town.pass(12 * hourMs);
    expect([only(abnormalOf(town)).handleState, town.alarms().length]).to.deep.equal(['handled', 1]);
    expect((await town.operateNotice.confirmAgain(only(noticesOf(town)).noticeNo, operator)).ok).to.equal(true);
    await town.pass(hourMs);
    expect([only(abnormalOf(town)).handleState, town.alarms().length]).to.deep.equal(['pending', 2]);
  });

  it('about money that went back is opened anew where the province has not booked it after the last look, and not in turns', async () => {
    const town = await confirmedTown();
    await requestedRefund(town, { refundAmount: only(town.attempts).amount });
    await town.pass(minuteMs);
    await handle(town, '已交办');
    await town.pass(24 * hourMs);
    expect(only(abnormalOf(town)).handleState).to.equal('handled');
    await town.pass(20 * 24 * hourMs);
    expect([only(abnormalOf(town)).handleState, only(abnormalOf(town)).note]).to.deep.equal(['pending', '已退款 120.00 元，省非税系统仍未登记退付']);
    await handle(town, '已催');
    for (let times = 0; times < 3; times++) await town.notices.work.run(only(town.orders).platformOrderNo);
    expect([only(abnormalOf(town)).handleState, town.alarms().length]).to.deep.equal(['handled', 2]);
  });
});
