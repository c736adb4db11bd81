import { expect } from 'chai';
import { hourMs } from '../../../../domain/kernel/china-time.js';
import { noon } from '../../../builders/moments.js';
import { only } from '../town.js';
import { firstDay, openHouse, type CountingHouse } from './counting-house.js';
import { MadeUpDay } from './made-up-day.js';

/** Late money of a closed order that the bill brought to light: an abnormal order nobody has dealt with. */
async function withLateMoney(): Promise<{ readonly house: CountingHouse; readonly about: { readonly kind: 'abnormal'; readonly no: string }; readonly attemptNo: string }> {
  const house = await openHouse();
  const { order, attempt, line } = await new MadeUpDay(house).pay({ amount: 12_000, at: noon, isOpen: true });
  await house.store.unitOfWork.run(async ({ orders }) => {
    const taken = await orders.take(order.platformOrderNo);
    if (taken) await orders.put({ ...taken, state: 'closed', closedAt: noon + hourMs });
  });
  house.bills.alipay.put('CM-ALI', firstDay, [line]);
  await house.morning(1);
  return { house, about: { kind: 'abnormal', no: `paid-after-close:${attempt.attemptNo}` }, attemptNo: attempt.attemptNo };
}
const step = (about: { readonly kind: 'abnormal' | 'repeat' | 'difference'; readonly no: string }, operator: string, note = '核对属实') => ({ about, operator, note, address: '10.0.0.1' });
const notes = (house: CountingHouse, no: string) => house.store.unitOfWork.read(({ reconciliation }) => reconciliation.notesOf('abnormal', no));

describe('giving money back by two people', () => {
  it('asks by one, decides by another, and leaves the refund to the rule', async () => {
    const { house, about, attemptNo } = await withLateMoney();
    expect(await house.giveBack.approve(step(about, 'op-2'))).to.deep.equal({ ok: false, refusal: 'not-asked' });
    expect((await house.giveBack.ask(step(about, 'op-1'))).ok).to.equal(true);
    expect(await house.giveBack.ask(step(about, 'op-3'))).to.deep.equal({ ok: false, refusal: 'asked' });
    expect(await house.giveBack.approve(step(about, 'op-1'))).to.deep.equal({ ok: false, refusal: 'own-request' });
    expect(house.database.tables.audit.all(false).at(-1)?.entry).to.deep.include({
      action: 'case.refund-approved-refused', actor: { kind: 'operator', code: 'op-1', address: '10.0.0.1' }, objectKind: 'abnormal', objectNo: about.no, after: { outcome: 'refused', reason: 'own-request' },
    });
    expect((await house.giveBack.approve(step(about, 'op-2'))).ok).to.equal(true);
    expect((await notes(house, about.no)).map(({ action, operator }) => `${action} ${operator}`)).to.deep.equal(['refund-asked op-1', 'refund-approved op-2']);
    await house.store.jobBoard.handBack('house');
    const due = await house.store.jobBoard.claim('other', house.clock.at, 1_000, 50);
    expect(due.filter(({ topic }) => topic === 'refund-by-rule').map(({ key }) => key)).to.deep.equal([attemptNo]);
  });

  it('may be refused, and asked for again', async () => {
    const { house, about } = await withLateMoney();
    await house.giveBack.ask(step(about, 'op-1'));
    expect((await house.giveBack.reject(step(about, 'op-2', '先联系缴款人'))).ok).to.equal(true);
    expect((await house.giveBack.ask(step(about, 'op-2'))).ok).to.equal(true);
    expect((await house.giveBack.approve(step(about, 'op-1'))).ok).to.equal(true);
  });

  it('does not move money that is not ours to move', async () => {
    const house = await openHouse();
    const { line } = await new MadeUpDay(house).pay({ amount: 100, at: noon });
    house.bills.alipay.put('CM-ALI', firstDay, [{ ...line, ownNo: 'OTHER', channelNo: 'TX1' }]);
    await house.morning(1);
    const stranger = (await house.open_(firstDay, 'alipay')).find(({ outcome }) => outcome === 'only-there');
    expect(await house.giveBack.ask(step({ kind: 'abnormal', no: `unknown-order:${stranger?.differenceNo ?? ''}` }, 'op-1'))).to.deep.equal({ ok: false, refusal: 'nothing-to-refund' });
    expect(await house.giveBack.ask(step({ kind: 'abnormal', no: 'nobody' }, 'op-1'))).to.deep.equal({ ok: false, refusal: 'no-such-case' });
    const [difference] = await house.open_(firstDay, 'alipay');
    expect(await house.giveBack.ask(step({ kind: 'difference', no: difference?.differenceNo ?? '' }, 'op-1'))).to.deep.equal({ ok: false, refusal: 'nothing-to-refund' });
  });

  it('wants a reason, and not a novel', async () => {
    const { house, about } = await withLateMoney();
    expect(await house.giveBack.ask(step(about, 'op-1', '  '))).to.deep.equal({ ok: false, refusal: 'note-missing' });
    expect(await house.giveBack.ask(step(about, 'op-1', '字'.repeat(501)))).to.deep.equal({ ok: false, refusal: 'note-too-long' });
    expect(await notes(house, about.no)).to.deep.equal([]);
  });
});

describe('notes about what needs a person', () => {
  it('follow a case and end it, each kept, each with its audit entry', async () => {
    const { house, about } = await withLateMoney();
    expect((await house.note.run({ ...step(about, 'op-1', '已联系缴款人'), action: 'follow' })).ok).to.equal(true);
    expect(await house.store.unitOfWork.read(({ abnormalOrders }) => abnormalOrders.byId(about.no))).to.include({ handleState: 'following' });
    expect((await house.note.run({ ...step(about, 'op-2', '线下已退'), action: 'handle' })).ok).to.equal(true);
    expect(await house.store.unitOfWork.read(({ abnormalOrders }) => abnormalOrders.byId(about.no))).to.include({ handleState: 'handled' });
    expect(await house.note.run({ ...step(about, 'op-2', '再写一句'), action: 'follow' })).to.deep.equal({ ok: false, refusal: 'handled' });
    expect((await notes(house, about.no)).map(({ note }) => note)).to.deep.equal(['已联系缴款人', '线下已退']);
  });

  it('end no case while somebody waits for a decision to give its money back', async () => {
    const { house, about } = await withLateMoney();
    const handle = async () => house.note.run({ ...step(about, 'op-1', '线下已退'), action: 'handle' });
    await house.giveBack.ask(step(about, 'op-1'));
    expect(await handle()).to.deep.equal({ ok: false, refusal: 'refund-asked' });
    expect((await house.note.run({ ...step(about, 'op-1', '等待审批'), action: 'follow' })).ok).to.equal(true);
    expect(await handle()).to.deep.equal({ ok: false, refusal: 'refund-asked' });
    expect(await house.store.unitOfWork.read(({ abnormalOrders }) => abnormalOrders.byId(about.no))).to.include({ handleState: 'following' });
    await house.giveBack.reject(step(about, 'op-2', '先联系缴款人'));
    expect((await handle()).ok).to.equal(true);
  });

  it('end a difference: the day counts it as dealt with, and a run that finds the same again leaves it so', async () => {
    const house = await openHouse();
    const { key } = await new MadeUpDay(house).pay({ amount: 100, at: noon });
    house.bills.alipay.put('CM-ALI', firstDay, []);
    await house.morning(1);
    expect(await house.day()).to.include({ state: 'differs', openCount: 1 });
    const difference = only(await house.open_(firstDay, 'alipay'));
    await house.note.run({ ...step({ kind: 'difference', no: difference.differenceNo }, 'op-1', '渠道确认次月补入'), action: 'handle' });
    expect(await house.day()).to.include({ state: 'balanced', openCount: 0 });
    await house.start.run(house.account(), firstDay, 'op-1');
    await house.workAll();
    expect(await house.differences()).to.deep.equal([`only-here handled ${key}`]);
    expect(await house.day()).to.include({ state: 'balanced', openCount: 0 });
  });
});
