import { expect } from 'chai';
import { hourMs, minuteMs } from '../../../../domain/kernel/china-time.js';
import { fen } from '../../../../domain/kernel/money.js';
import { no } from '../../../builders/moments.js';
import { aRefund } from '../../../builders/refunds.js';
import { only } from '../town.js';
import { billsOf, briefly, eBillActions, fine, house, openBillTown, paidFor, paper, refunded } from './bill-town.js';
import { silent } from './played-bill-system.js';

const by = { kind: 'operator', code: 'op1', address: undefined } as const;

describe('the e-bill of an order after a refund', () => {
  it('is reversed when everything went back, and no other is issued', async () => {
    const { town, system } = await openBillTown();
    await paidFor(town, [house]);
    await refunded(town, 8_000);
    expect(briefly(town)).to.deep.equal(['1 reversed 8000']);
    expect(only(billsOf(town)).reversal).to.include({ checkCode: 'RedRed' });
    await town.pass(24 * hourMs);
    expect(system.calls).to.deep.equal(['issue -1 8000', 'reverse 1']);
    expect(eBillActions(town)).to.deep.equal(['wanted', 'issuing', 'issued', 'reversing', 'reversed']);
  });

  it('is reversed and issued for the rest under a new number when a part went back, each time again', async () => {
    const { town, system } = await openBillTown();
    await paidFor(town, [house]);
    await refunded(town, 3_000);
    await refunded(town, 1_000);
    expect(briefly(town)).to.deep.equal(['1 reversed 8000', '2 reversed 5000', '3 issued 4000']);
    expect(system.calls).to.deep.equal(['issue -1 8000', 'reverse 1', 'issue -2 5000', 'reverse 2', 'issue -3 4000']);
    expect(system.valid.map(({ amount }) => amount)).to.deep.equal([4_000n]);
    expect(system.asked.at(-1)?.items.map(({ price, quantity, amount }) => [price, quantity, amount])).to.deep.equal([[4_000n, '1', 4_000n]]);
  });

  it('never stands twice while the answer to the reversal is lost: no bill for the rest before the reversal is certain', async () => {
    const { town, system } = await openBillTown();
    await paidFor(town, [house]);
    system.says = { reverse: () => silent, find: () => silent };
    await refunded(town, 3_000);
    await town.pass(2 * hourMs);
    expect(briefly(town)).to.deep.equal(['1 reversing 8000']);
    expect(system.calls.filter((call) => call.startsWith('issue'))).to.have.length(1);
    system.says = {};
    system.lost = 'reverse';
    await town.pass(hourMs);
    expect(briefly(town)).to.deep.equal(['1 reversing 8000']);
    system.lost = undefined;
    await town.pass(hourMs);
    expect(briefly(town)).to.deep.equal(['1 reversed 8000', '2 issued 5000']);
    expect(system.valid).to.have.length(1);
  });

  it('asks hourly and calls people while the bill system refuses to reverse', async () => {
    const { town, system } = await openBillTown();
    await paidFor(town, [house]);
    system.says = { reverse: () => ({ kind: 'refused', code: 'E4009', text: '已入账' }) };
    await refunded(town, 8_000);
    expect(briefly(town)).to.deep.equal(['1 issued 8000 E4009']);
    await town.pass(2 * hourMs);
    expect(town.alarms()).to.deep.equal(['e-bill-reverse-refused', 'e-bill-reverse-refused', 'e-bill-reverse-refused']);
    system.says = {};
    await town.pass(hourMs);
    expect(briefly(town)).to.deep.equal(['1 reversed 8000']);
  });

  it('is issued for the rest only when the refund came before it, and not at all when nothing was left', async () => {
    for (const [amount, expected] of [[3_000, '1 issued 5000'], [8_000, '1 void 8000']] as const) {
      const { town, system } = await openBillTown();
      system.says = { issue: () => ({ kind: 'stock-exhausted', code: 'E2001', text: '可用票号不足' }) };
      await paidFor(town, [house]);
      await refunded(town, amount);
      system.says = {};
      await town.pass(hourMs);
      expect(briefly(town)).to.deep.equal([expected]);
    }
  });

  it('waits for what becomes of a bill under way before it is reversed', async () => {
    const { town, system } = await openBillTown();
    system.lost = 'issue';
    await paidFor(town, [house]);
    await refunded(town, 8_000);
    expect(briefly(town)).to.deep.equal(['1 issuing 8000']);
    system.lost = undefined;
    await town.pass(minuteMs);
    expect(briefly(town)).to.deep.equal(['1 reversed 8000']);
    expect(system.valid).to.deep.equal([]);
  });

  it('needs a person with several items: reversed at once, and the rest issued when it is said what went back', async () => {
    const { town, system } = await openBillTown();
    const orderNo = await paidFor(town, [house, paper]);
    await refunded(town, 1_000);
    expect(briefly(town)).to.deep.equal(['1 reversed 9000', '2 failed 8000 which-items']);
    expect(town.alarms()).to.deep.equal(['e-bill-stopped']);
    await town.pass(24 * hourMs);
    expect(system.valid).to.deep.equal([]);
    for (const wrong of [[{ itemCode: 'PAPER', amount: fen(999) }], [{ itemCode: 'NONE', amount: fen(1_000) }], [{ itemCode: 'PAPER', amount: fen(1_001) }], []]) {
      expect(await town.sayItems.run(orderNo, wrong, by)).to.deep.equal({ ok: false, refusal: 'not-the-rest' });
    }
    expect((await town.sayItems.run(orderNo, [{ itemCode: 'PAPER', amount: fen(1_000) }], by)).ok).to.equal(true);
    await town.pass(0);
    expect(briefly(town)).to.deep.equal(['1 reversed 9000', '2 issued 8000']);
    expect(system.asked.at(-1)?.items.map(({ itemCode, amount }) => [itemCode, amount])).to.deep.equal([['HOUSE', 8_000n]]);
    expect(await town.sayItems.run(orderNo, [], by)).to.deep.equal({ ok: false, refusal: 'not-asked' });
  });

  it('needs none with several items when everything went back, nor for a later refund of the rest', async () => {
    const { town, system } = await openBillTown();
    await paidFor(town, [house, paper]);
    await refunded(town, 1_000);
    await refunded(town, 8_000);
    expect(briefly(town)).to.deep.equal(['1 reversed 9000', '2 void 8000']);
    expect(system.valid).to.deep.equal([]);
  });

  it('keeps standing in an order with lines beside it until a person has said what went back', async () => {
    const { town, system } = await openBillTown();
    const orderNo = await paidFor(town, [house, fine]);
    await refunded(town, 3_000);
    expect(briefly(town)).to.deep.equal(['1 issued 8000 which-items']);
    expect(town.alarms()).to.deep.equal(['e-bill-stopped']);
    expect((await town.sayItems.run(orderNo, [], by)).ok).to.equal(true);
    await town.pass(hourMs);
    expect(briefly(town)).to.deep.equal(['1 issued 8000']);
    await refunded(town, 1_000);
    expect((await town.sayItems.run(orderNo, [{ itemCode: 'HOUSE', amount: fen(1_000) }], by)).ok).to.equal(true);
    await town.pass(0);
    expect(briefly(town)).to.deep.equal(['1 reversed 8000', '2 issued 7000']);
    await refunded(town, 7_000);
    expect(briefly(town)).to.deep.equal(['1 reversed 8000', '2 reversed 7000']);
    expect(system.valid).to.deep.equal([]);
  });

  it('does not follow repeat money that goes back', async () => {
    const { town, system } = await openBillTown();
    const platformOrderNo = await paidFor(town, [house]);
    await town.read(({ refunds }) => (refunds).add(aRefund({ platformOrderNo, attemptNo: no(5999), state: 'refunded', refundAmount: fen(8_000) })));
    expect(await town.workEBill.run(platformOrderNo)).to.deep.equal({ kind: 'done' });
    expect(system.calls).to.deep.equal(['issue -1 8000']);
  });

  it('goes on by itself when it was reversed at the bill system only where money went back', async () => {
    const { town, system } = await openBillTown();
    await paidFor(town, [house]);
    const [bill] = system.books;
    if (bill) system.books[0] = { ...bill, standing: 'reversed' };
    await refunded(town, 3_000);
    expect(briefly(town)).to.deep.equal(['1 reversed 8000', '2 issued 5000']);
    expect(system.valid.map(({ amount }) => amount)).to.deep.equal([5_000n]);
  });
});
