import { expect } from 'chai';
import { minuteMs } from '../../../../domain/kernel/china-time.js';
import { issuedBill } from '../../../builders/e-bills.js';
import { fen } from '../../../../domain/kernel/money.js';
import { only } from '../town.js';
import { briefly, eBillActions, house, openBillTown, paidFor, wishFor } from './bill-town.js';
import { silent } from './played-bill-system.js';

const by = { kind: 'operator', code: 'op1', address: '192.0.2.9' } as const;

describe('re-issuing an e-bill (补开)', () => {
  it('asks first whether it exists, then issues, shows what came of it and is written down', async () => {
    const { town, system } = await openBillTown();
    system.says = { issue: () => ({ kind: 'refused', code: 'E1002', text: '开票点不存在' }) };
    const orderNo = await paidFor(town, [house]);
    const again = await town.reissue.run(orderNo, by, 'req-9');
    expect(again.ok && again.value.failure).to.deep.equal({ code: 'E1002', text: '开票点不存在' });
    system.says = {};
    const pressed = await town.reissue.run(orderNo, by, 'req-9');
    expect(pressed.ok && pressed.value).to.include({ state: 'issued', tries: 0 });
    expect(system.calls).to.deep.equal(['issue -1 8000', 'find -1', 'issue -1 8000', 'find -1', 'issue -1 8000']);
    expect(eBillActions(town).filter((action) => action.startsWith('reissue'))).to.deep.equal(['reissue-pressed', 'reissue-pressed']);
    const entry = town.database.tables.audit.all(false).map((row) => row.entry).find(({ action }) => action === 'e-bill.reissue-pressed');
    expect(entry).to.deep.include({ actor: by, requestId: 'req-9' });
    expect(JSON.stringify(town.database.tables.audit.all(false))).to.not.match(/张三|13800138000/);
  });

  it('adopts a bill that is there after all and issues none', async () => {
    const { town, system } = await openBillTown();
    system.says = { issue: () => ({ kind: 'refused', code: 'E1002', text: '开票点不存在' }) };
    const orderNo = await paidFor(town, [house]);
    system.books.push({ ...issuedBill(), busNo: orderNo, amount: fen(8_000), standing: 'normal' });
    const pressed = await town.reissue.run(orderNo, by);
    expect(pressed.ok && pressed.value.state).to.equal('issued');
    expect(system.calls).to.deep.equal(['issue -1 8000', 'find -1']);
  });

  it('is refused, and written down, for a bill that is issued or being issued', async () => {
    const { town, system } = await openBillTown();
    const orderNo = await paidFor(town, [house]);
    expect(await town.reissue.run(orderNo, by)).to.deep.equal({ ok: false, refusal: 'not-now' });
    expect(eBillActions(town).at(-1)).to.equal('reissue-refused');
    expect(system.calls).to.have.length(1);
    const slow = await openBillTown();
    slow.system.says = { issue: () => silent };
    expect(await slow.town.reissue.run(await paidFor(slow.town, [house]), by)).to.deep.equal({ ok: false, refusal: 'not-now' });
    expect(slow.system.calls).to.have.length(1);
  });

  it('is refused for a pending bill until it has waited for long, and for orders without a wish for one', async () => {
    const { town } = await openBillTown({ isConnected: false });
    const orderNo = await paidFor(town, [house]);
    expect(await town.reissue.run(orderNo, by)).to.deep.equal({ ok: false, refusal: 'not-now' });
    await town.pass(11 * minuteMs);
    expect((await town.reissue.run(orderNo, by)).ok).to.equal(true);
    expect(briefly(town)).to.deep.equal(['1 pending 8000 no-issuer']);
    const other = await openBillTown();
    expect(await other.town.reissue.run(await paidFor(other.town, [house], { nontaxInfo: wishFor([house], '1', '0') }), by)).to.deep.equal({ ok: false, refusal: 'not-wanted' });
    expect(await other.town.reissue.run('nothing', by)).to.deep.equal({ ok: false, refusal: 'order-unknown' });
  });

  it('makes no second bill when two people press at once while the job works too', async () => {
    const { town, system } = await openBillTown();
    system.says = { issue: () => ({ kind: 'refused', code: 'E1002', text: '开票点不存在' }) };
    const orderNo = await paidFor(town, [house]);
    system.says = {};
    await Promise.all([town.reissue.run(orderNo, by), town.reissue.run(orderNo, by), town.workEBill.run(orderNo)]);
    expect(system.valid).to.have.length(1);
    expect(only(system.books).amount).to.equal(8_000n);
    expect(briefly(town)).to.deep.equal(['1 issued 8000']);
  });
});
