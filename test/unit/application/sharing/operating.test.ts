import { expect } from 'chai';
import { AuthoriseColumn } from '../../../../application/sharing/authorise-column.js';
import { BackfillOrders } from '../../../../application/sharing/backfill-orders.js';
import { NoteOrder } from '../../../../application/sharing/note-order.js';
import { ReleaseRow } from '../../../../application/sharing/release-row.js';
import { ReloadTable } from '../../../../application/sharing/reload-table.js';
import { dayMs, minuteMs } from '../../../../domain/kernel/china-time.js';
import { fen } from '../../../../domain/kernel/money.js';
import { sharedTable } from '../../../../domain/sharing/shared-tables.js';
import { no, noon } from '../../../builders/moments.js';
import { anOrder } from '../../../builders/payments.js';
import { aPayee } from '../../../builders/directory.js';
import { aRefund } from '../../../contract/persistence/builders.js';
import { ShareDesk } from './share-desk.js';

const by = { operator: '数据管理员', address: '10.0.0.9' };
const orders = sharedTable('paid-orders');
describe('noting orders for the city', () => {
  it('notes a paid order once, whatever is told of it again', async () => {
    const desk = new ShareDesk();
    const note = new NoteOrder(desk.store.unitOfWork, desk.clock, false);
    await desk.store.unitOfWork.run(({ orders: store }) => store.add(anOrder({ platformOrderNo: no(1), state: 'paid' })));
    await note.run(no(1));
    desk.clock.at += dayMs;
    await note.run(no(1));
    expect(await desk.store.unitOfWork.read(({ sharing }) => sharing.noted(no(1)))).to.include({ notedAt: noon });
    await note.run(no(2));
    expect(await desk.store.unitOfWork.read(({ sharing }) => sharing.noted(no(2)))).to.equal(undefined);
  });

  it('notes it again after a refund where bills are shared, with what was given back', async () => {
    const desk = new ShareDesk();
    await desk.paid(1, { paidAttemptNo: no(5001) });
    await desk.store.unitOfWork.run(({ refunds }) => refunds.add(aRefund({ platformOrderNo: no(1), attemptNo: no(5001), state: 'refunded', refundAmount: fen(250) })));
    await desk.store.unitOfWork.run(({ refunds }) => refunds.add(aRefund({ platformRefundOrderNo: no(9002), bizRefundOrderNo: 'R-2', platformOrderNo: no(1), attemptNo: no(5002), state: 'refunded', refundAmount: fen(999) })));
    await new NoteOrder(desk.store.unitOfWork, desk.clock, true).run(no(1));
    const [row] = await desk.bills.byKeys([no(1)]);
    expect(row?.place.at).to.equal(noon);
    expect(row?.content.kind === 'values' && row.content.values['refunded_amount']).to.equal('2.50');
  });

  it('takes in the orders of before the sharing, once', async () => {
    const desk = new ShareDesk();
    for (let suffix = 1; suffix <= 3; suffix++) await desk.paid(suffix);
    await desk.store.unitOfWork.run(({ orders: store }) => store.add(anOrder({ platformOrderNo: no(7), bizOrderNo: 'B7', cashierToken: 't7', state: 'paid' })));
    const backfill = new BackfillOrders(desk.store.unitOfWork, desk.clock);
    expect([await backfill.run(), await backfill.run()]).to.deep.equal([1, 0]);
  });
});

describe('a full value for the city', () => {
  const wish = { table: orders, column: 'Phone', isFull: true, basis: '明政数〔2026〕12号' };

  it('leaves only after somebody authorised it on a ground, and is masked again when that is taken back', async () => {
    const desk = new ShareDesk();
    const authorise = new AuthoriseColumn(desk.store.unitOfWork, desk.ids, desk.clock);
    const phones = async (): Promise<unknown> => {
      await desk.paid(desk.target.batches.length + 1);
      await desk.exportBatch.run(desk.orders);
      return desk.target.batches.at(-1)?.rows[0]?.cells[1];
    };
    expect(await phones()).to.equal('138****8000');
    expect((await authorise.run(wish, by)).ok).to.equal(true);
    expect(await phones()).to.equal('13800138000');
    expect((await authorise.run({ ...wish, isFull: false, basis: '授权到期' }, by)).ok).to.equal(true);
    expect(await phones()).to.equal('138****8000');
    expect(desk.audited().map(({ action, actor, objectNo, after }) => [action, actor.code, objectNo, after?.['isFull'], after?.['basis']])).to.deep.equal([
      ['share.policy', '数据管理员', 'paid-orders.Phone', 'true', '明政数〔2026〕12号'], ['share.policy', '数据管理员', 'paid-orders.Phone', 'false', '授权到期'],
    ]);
  });

  it('is refused without a ground, for a column that is open or unknown, and for a password by anybody', async () => {
    const desk = new ShareDesk();
    const authorise = new AuthoriseColumn(desk.store.unitOfWork, desk.ids, desk.clock);
    const refusals = await Promise.all([
      authorise.run({ ...wish, basis: ' ' }, by), authorise.run({ ...wish, column: 'Ddh' }, by), authorise.run({ ...wish, column: 'phone' }, by), authorise.run({ ...wish, isFull: false }, by),
      authorise.run({ ...wish, basis: '据'.repeat(501) }, by), authorise.run({ ...wish, table: sharedTable('users'), column: 'password' }, by),
    ]);
    expect(refusals.map((one) => (one.ok ? 'ok' : one.refusal))).to.deep.equal(['basis-missing', 'always-open', 'no-such-column', 'same', 'basis-too-long', 'never']);
    expect(await desk.store.unitOfWork.read(({ sharing }) => sharing.policies())).to.deep.equal([]);
  });
});

describe('operating the sharing', () => {
  it('sends everything of a table again on order, and counts both sides at its end', async () => {
    const desk = new ShareDesk(2);
    for (let suffix = 1; suffix <= 5; suffix++) await desk.paid(suffix);
    desk.target.rejects.add(no(5));
    const round = desk.round();
    await round.run();
    desk.target.rows.clear();
    const reload = new ReloadTable(desk.parts, [orders]);
    expect(await reload.run(orders, by)).to.deep.equal({ ok: true, value: 'ordered' });
    expect(await reload.run(orders, by)).to.deep.equal({ ok: false, refusal: 'under-way' });
    expect(await reload.run(sharedTable('users'), by)).to.deep.equal({ ok: false, refusal: 'not-shared' });
    await round.run();
    expect(desk.target.keys('paid-orders')).to.have.lengthOf(4);
    expect((await desk.log())[0]).to.include({ kind: 'reload-check', state: 'done', rowCount: 4, acceptedCount: 4 });
    expect(await desk.progress()).to.include({ phase: 'incremental' });
    expect(desk.audited().map(({ action, actor }) => [action, actor.code])).to.deep.equal([['share.reload', '数据管理员']]);
  });

  it('tells people when the sides differ after a reload', async () => {
    const desk = new ShareDesk();
    await desk.paid(1);
    await desk.round().run();
    desk.target.rows.set('paid-orders stranger', { key: 'stranger', cells: [] });
    await new ReloadTable(desk.parts, [orders]).run(orders, by);
    await desk.round().run();
    expect((await desk.log())[0]).to.include({ kind: 'reload-check', state: 'differs', rowCount: 1, acceptedCount: 2 });
    expect(desk.journal.events.filter(({ level }) => level === 'alarm').map(({ event }) => event)).to.deep.equal(['share-differs']);
  });

  it('compares each day row by row, once, and finds what is missing over there', async () => {
    const desk = new ShareDesk(2);
    for (let suffix = 1; suffix <= 5; suffix++) await desk.paid(suffix);
    const round = desk.round();
    await round.run();
    desk.target.rows.delete(`paid-orders ${no(3)}`);
    desk.clock.at += 12 * 60 * minuteMs + 59 * minuteMs;
    await round.run();
    const ofThatDay = async () => (await desk.log()).filter(({ kind, message }) => kind === 'day-check' && message.startsWith('20260508'));
    expect(await ofThatDay()).to.deep.equal([]);
    desk.clock.at += minuteMs;
    await round.run();
    await round.run();
    const checks = await ofThatDay();
    expect(checks.map(({ state, rowCount, acceptedCount, message }) => [state, rowCount, acceptedCount, message])).to.deep.equal([['differs', 5, 4, '20260508：对方缺少 1 行，重复 0 行']]);
  });

  it('sends a quarantined row again when its cause is mended, and keeps it aside while it is not', async () => {
    const desk = new ShareDesk();
    await desk.paid(1);
    await desk.paid(2);
    desk.target.rejects.add(no(1));
    await desk.exportBatch.run(desk.orders);
    const [row] = await desk.aside();
    const release = new ReleaseRow(desk.parts, [desk.orders]);
    expect(await release.run(row?.quarantineNo ?? '', by)).to.deep.equal({ ok: false, refusal: { code: 'still-bad', why: '22001' } });
    desk.target.mood = 'away';
    expect(await release.run(row?.quarantineNo ?? '', by)).to.deep.equal({ ok: false, refusal: { code: 'not-taken', why: 'ECONNREFUSED' } });
    desk.target.mood = 'takes';
    desk.target.rejects.clear();
    expect(await release.run(row?.quarantineNo ?? '', by)).to.deep.equal({ ok: true, value: 'released' });
    expect(await desk.aside()).to.deep.equal([]);
    expect(desk.target.keys('paid-orders')).to.deep.equal([no(1), no(2)]);
    expect(await release.run(row?.quarantineNo ?? '', by)).to.deep.equal({ ok: false, refusal: { code: 'released' } });
    expect(await release.run('nobody', by)).to.deep.equal({ ok: false, refusal: { code: 'no-such-row' } });
  });

  it('tells the city of a payee that is new, renamed or gone', async () => {
    const desk = new ShareDesk();
    const who = { kind: 'system', code: 'test', address: undefined } as const;
    const shared = (): unknown => [...desk.target.rows.values()].map(({ cells }) => [cells[5], cells[7], cells[3]]);
    await desk.store.directoryEditor.savePayee(aPayee({ merchantNo: 'M1', payeeName: '登记中心', regionCode: undefined }), who);
    await desk.refreshNodes.run();
    desk.clock.at += minuteMs;
    await desk.exportBatch.run(desk.nodes);
    expect(shared()).to.deep.equal([['P-M1', '登记中心', 0]]);
    await desk.store.directoryEditor.savePayee(aPayee({ merchantNo: 'M1', payeeName: '登记局', regionCode: undefined, enabled: false }), who);
    expect([await desk.refreshNodes.run(), await desk.refreshNodes.run()]).to.deep.equal([1, 0]);
    desk.clock.at += minuteMs;
    await desk.exportBatch.run(desk.nodes);
    expect(shared()).to.deep.equal([['P-M1', '登记中心', 1]]);
  });
});
