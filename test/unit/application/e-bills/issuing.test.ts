import { expect } from 'chai';
import { minuteMs } from '../../../../domain/kernel/china-time.js';
import { fen } from '../../../../domain/kernel/money.js';
import { issuedBill } from '../../../builders/e-bills.js';
import { orderRequest } from '../requests.js';
import { only } from '../town.js';
import { billsOf, briefly, eBillActions, fine, house, openBillTown, paidFor, paper, wishFor } from './bill-town.js';
import { silent } from './played-bill-system.js';

describe('issuing the e-bill of a paid order', () => {
  it('issues it once, for what was charged, with the names and measures of the catalogue', async () => {
    const { town, system } = await openBillTown();
    await paidFor(town, [house, paper]);
    expect(system.calls).to.deep.equal(['issue -1 9000']);
    expect(only(system.asked)).to.deep.include({ busNo: only(town.orders).platformOrderNo, amount: fen(9_000), paidAt: only(town.orders).paidAt });
    expect(only(system.asked).payer).to.include({ payerType: 'person', name: '张三', mobile: '13800138000' });
    expect(only(system.asked).items.map(({ itemName, unit, amount }) => [itemName, unit, amount])).to.deep.equal([['目录HOUSE', '件', 8_000n], ['目录PAPER', '件', 1_000n]]);
    expect(briefly(town)).to.deep.equal(['1 issued 9000']);
    expect(eBillActions(town)).to.deep.equal(['wanted', 'issuing', 'issued']);
    await town.pass(86_400_000);
    for (let again = 0; again < 3; again++) expect(await town.workEBill.run(only(town.orders).platformOrderNo)).to.deep.equal({ kind: 'done' });
    expect(system.calls).to.have.length(1);
  });

  it('asks for none where none is wanted, or where the payment notice is the voucher', async () => {
    for (const nontaxInfo of [wishFor([house], '1', '0'), wishFor([{ ...fine, amount: 8_000 }]), undefined]) {
      const { town, system } = await openBillTown();
      await paidFor(town, [house], { nontaxInfo });
      expect([system.calls, briefly(town)]).to.deep.equal([[], []]);
    }
  });

  it('bills only the lines that get one where an order has both kinds', async () => {
    const { town, system } = await openBillTown();
    await paidFor(town, [house, fine]);
    expect(briefly(town)).to.deep.equal(['1 issued 8000']);
    expect(only(system.asked).items.map(({ itemCode }) => itemCode)).to.deep.equal(['HOUSE']);
  });

  it('puts what was charged on the only line when the business system gave a discount', async () => {
    const { town, system } = await openBillTown();
    await paidFor(town, [house], { bizDiscountAmount: fen(500) });
    expect(only(system.asked).items.map(({ price, quantity, amount }) => [price, quantity, amount])).to.deep.equal([[7_500n, '1', 7_500n]]);
  });

  it('refuses an order whose bill nobody could make: a discount on several items, a unit without a name', async () => {
    const { town } = await openBillTown();
    const refusalOf = async (changes: object) => {
      const placed = await town.placeOrder.run(orderRequest(town, { orderAmount: fen(9_000), ...changes }));
      return placed.ok ? 'placed' : placed.refusal;
    };
    expect(await refusalOf({ nontaxInfo: wishFor([house, paper]), bizDiscountAmount: fen(1) })).to.deep.equal({ code: 'not-billable', why: 'discount-on-several-items' });
    expect(await refusalOf({ nontaxInfo: wishFor([house, paper], '2') })).to.deep.equal({ code: 'not-billable', why: 'payer-name-missing' });
    expect(await refusalOf({ nontaxInfo: wishFor([house, paper], '1', '0'), bizDiscountAmount: fen(1) })).to.equal('placed');
  });

  it('stores no second bill when the answer was lost: it asks first and adopts what is there', async () => {
    const { town, system } = await openBillTown();
    system.lost = 'issue';
    await paidFor(town, [house]);
    expect(briefly(town)).to.deep.equal(['1 issuing 8000']);
    system.lost = undefined;
    await town.pass(minuteMs);
    expect(system.calls).to.deep.equal(['issue -1 8000', 'find -1']);
    expect(briefly(town)).to.deep.equal(['1 issued 8000']);
    expect(system.valid).to.have.length(1);
  });

  it('goes on by its ladder while nothing believable is heard, tells people after the fifth try, and never calls it failed', async () => {
    const { town, system } = await openBillTown();
    system.says = { issue: () => silent, find: () => silent };
    await paidFor(town, [house]);
    const tries: number[] = [];
    for (let minute = 1; minute <= 180; minute++) {
      const before = system.calls.length;
      await town.pass(minuteMs);
      if (system.calls.length > before) tries.push(minute);
    }
    expect(tries).to.deep.equal([1, 3, 8, 18, 48, 108, 168]);
    expect(briefly(town)).to.deep.equal(['1 issuing 8000']);
    expect(town.alarms()).to.deep.equal(['e-bill-late', 'e-bill-late', 'e-bill-late', 'e-bill-late']);
    system.says = {};
    await town.pass(60 * minuteMs);
    expect(briefly(town)).to.deep.equal(['1 issued 8000']);
    expect(system.calls.slice(-2)).to.deep.equal(['find -1', 'issue -1 8000']);
  });

  it('leaves a definite no to people, and asks nobody again by itself', async () => {
    const { town, system } = await openBillTown();
    system.says = { issue: () => ({ kind: 'refused', code: 'E1002', text: '开票点不存在' }) };
    await paidFor(town, [house]);
    await town.pass(86_400_000);
    expect(system.calls).to.deep.equal(['issue -1 8000']);
    expect(briefly(town)).to.deep.equal(['1 failed 8000 E1002']);
    expect(town.alarms()).to.deep.equal(['e-bill-refused']);
    const told = town.database.tables.jobs.all(false).filter(({ topic }) => topic === 'text-operators').map(({ key }) => key);
    expect(told).to.deep.equal([`BILL_FAILED:${only(town.orders).platformOrderNo}`]);
  });

  it('waits for numbers when the stock is exhausted', async () => {
    const { town, system } = await openBillTown();
    system.says = { issue: () => ({ kind: 'stock-exhausted', code: 'E2001', text: '可用票号不足' }) };
    await paidFor(town, [house]);
    await town.pass(10 * minuteMs);
    expect(briefly(town)).to.deep.equal(['1 failed 8000 E2001']);
    system.says = {};
    await town.pass(10 * minuteMs);
    expect(briefly(town)).to.deep.equal(['1 issued 8000']);
    expect(town.alarms()).to.include('e-bill-stock-exhausted');
  });

  for (const [what, why, found] of [
    ['another amount', 'other-amount', (busNo: string) => [{ ...issuedBill(), busNo, amount: fen(8_001), standing: 'normal' as const }]],
    ['several bills', 'several', (busNo: string) => [1, 2].map((no) => ({ ...issuedBill({ eBillNo: `000000000${no}` }), busNo, amount: fen(8_000), standing: 'normal' as const }))],
  ] as const) {
    it(`changes nothing and calls people when the bill system has ${what} under our number`, async () => {
      const { town, system } = await openBillTown();
      system.says = { issue: () => silent };
      await paidFor(town, [house]);
      system.books.push(...found(only(town.orders).platformOrderNo));
      await town.pass(minuteMs);
      expect(briefly(town)).to.deep.equal([`1 issuing 8000 ${why}`]);
      expect(town.alarms()).to.deep.equal(['e-bill-not-as-asked']);
      expect(system.calls).to.deep.equal(['issue -1 8000', 'find -1']);
    });
  }

  it('asks what became of it after dying between the call and the store', async () => {
    const { town, system } = await openBillTown();
    let calls = 0;
    system.meanwhile = async () => {
      if (++calls === 1) town.fuse = (moment) => { if (moment === 'before unit') throw new Error('power cut'); };
    };
    await paidFor(town, [house]);
    expect(system.valid).to.have.length(1);
    town.fuse = () => undefined;
    expect(briefly(town)).to.deep.equal(['1 issuing 8000']);
    await town.pass(2 * minuteMs);
    expect(briefly(town)).to.deep.equal(['1 issued 8000']);
    expect(system.calls).to.deep.equal(['issue -1 8000', 'find -1']);
  });

  it('issues once however many work on it at the same time', async () => {
    const { town, system } = await openBillTown();
    system.says = { issue: () => silent };
    const orderNo = await paidFor(town, [house]);
    system.says = {};
    town.clock.at += minuteMs;
    await Promise.all([1, 2, 3, 4].map(() => town.workEBill.run(orderNo)));
    expect(system.calls).to.deep.equal(['issue -1 8000', 'find -1', 'issue -1 8000']);
    expect(briefly(town)).to.deep.equal(['1 issued 8000']);
  });

  it('makes the same bill when every unit of work is undone and run again', async () => {
    const { town, system } = await openBillTown();
    town.rerunning = true;
    await paidFor(town, [house]);
    expect([briefly(town), system.calls]).to.deep.equal([['1 issued 8000'], ['issue -1 8000']]);
  });

  it('waits and calls people where the region has no bill system, and catches up when it has one', async () => {
    const { town } = await openBillTown({ isConnected: false });
    await paidFor(town, [house]);
    expect(briefly(town)).to.deep.equal(['1 pending 8000 no-issuer']);
    expect(town.alarms()).to.deep.equal(['e-bill-no-issuer']);
    expect(town.waiting.filter((job) => job.startsWith('work-e-bill'))).to.deep.equal(['work-e-bill+3600']);
    expect(only(billsOf(town)).tries).to.equal(0);
  });
});
