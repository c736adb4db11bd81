import { expect } from 'chai';
import { fen } from '../../../domain/kernel/money.js';
import { newRecoveryMark, release } from '../../../domain/recovery/recovery-mark.js';
import { no, noon } from '../../builders/moments.js';
import { orderNo } from '../../builders/payments.js';
import { appUrl, BillCounter } from './bill-counter.js';

const minute = 60_000;
const dead = async () => ({ accepted: false, answer: 'http 500' });
const person = { platformOrderNo: orderNo, operator: 'op1', address: '192.0.2.7', requestId: undefined };

describe('letting a city app know a personal bill (1.1.7.2.4-b)', () => {
  it('tells a paid order once, to the address of the developer, and keeps that it was taken', async () => {
    const counter = await BillCounter.open();
    expect(await counter.pass(0)).to.deep.equal(['done']);
    expect(counter.pushed).to.have.length(1);
    expect(counter.pushed[0]?.bill).to.include({ platformOrderNo: orderNo, userId: 'U1', agencyName: '三明市不动产登记中心', state: 'paid' });
    expect(counter.pushed[0]?.developer.personalBillUrl).to.equal(appUrl);
    expect(counter.kept).to.include({ state: 'accepted', tries: 1, billState: 'paid', lastAnswer: '0000', acceptedAt: noon, nextTryAt: undefined });
  });

  it('tells nothing twice however often it is asked', async () => {
    const counter = await BillCounter.open();
    for (let round = 0; round < 3; round += 1) { await counter.pass(minute); await counter.news(); }
    await counter.pass(60 * minute);
    expect(counter.pushed).to.have.length(1);
  });

  for (const [what, order, developer] of [
    ['the order names no user', { userId: undefined }, {}], ['the order is not paid', { state: 'closed' }, {}], ['the developer has no address for them', {}, { personalBillUrl: undefined }],
  ] as const) {
    it(`tells nothing and keeps nothing when ${what}`, async () => {
      const counter = await BillCounter.open(order, developer);
      expect(await counter.pass(60 * minute)).to.deep.equal(['done']);
      expect([counter.pushed, counter.kept]).to.deep.equal([[], undefined]);
    });
  }

  it('does not take every place of the job runner while the app hangs', async () => {
    const counter = await BillCounter.open();
    let letGo = (): void => undefined;
    const hanging = new Promise<void>((resolve) => { letGo = resolve; });
    counter.answer = async () => { await hanging; return { accepted: false, answer: 'timeout' }; };
    const running = Array.from({ length: 7 }, () => counter.push.run(orderNo));
    const free = await Promise.all(running.slice(4));
    expect(free).to.deep.equal(Array.from({ length: 3 }, (_, before) => ({ kind: 'again', dueAt: noon + 3_000 + before * 25 })));
    letGo();
    await Promise.all(running);
    expect([counter.pushed.length, await counter.push.run(orderNo)]).to.deep.equal([4, { kind: 'again', dueAt: noon + minute }]);
  });

  it('names the charging unit where the payee collects for one', async () => {
    const counter = await BillCounter.open();
    const payee = await counter.store.directory.payee('M1');
    if (!payee) return expect.fail('no payee');
    await counter.store.directoryEditor.savePayee({ ...payee, chargingUnit: { code: '350400001', name: '三明市自然资源局' } }, { kind: 'system', code: 't', address: undefined });
    await counter.pass(0);
    expect(counter.pushed[0]?.bill.agencyName).to.equal('三明市自然资源局');
  });

  it('tells the same record again with its new state when the money went back', async () => {
    const counter = await BillCounter.open();
    await counter.pass(minute);
    await counter.refunded({ refundAmount: fen(2_000) });
    await counter.pass(minute);
    await counter.refunded({ refundAmount: fen(10_000), platformRefundOrderNo: no(9002), bizRefundOrderNo: 'R2' });
    await counter.pass(minute);
    expect(counter.pushed.map(({ bill }) => [bill.platformOrderNo, bill.state, bill.refundedAmount])).to.deep.equal([[orderNo, 'paid', 0n], [orderNo, 'paid', 2_000n], [orderNo, 'refunded', 12_000n]]);
    expect(counter.kept).to.include({ state: 'accepted', billState: 'refunded', tries: 1 });
  });

  it('tells it again once the e-bill has its numbers', async () => {
    const counter = await BillCounter.open();
    await counter.pass(minute);
    counter.numbers = { billCode: '35040126', billNo: '0000000001' };
    await counter.news();
    await counter.pass(minute);
    expect(counter.pushed.map(({ bill }) => bill.numbers?.billNo)).to.deep.equal([undefined, '0000000001']);
  });

  it('goes on for the whole plan, then leaves it to people with an alarm', async () => {
    const counter = await BillCounter.open();
    counter.answer = dead;
    await counter.pass(600 * minute);
    expect(counter.kept).to.include({ state: 'failed', tries: 6, lastAnswer: 'http 500', nextTryAt: undefined, lastTriedAt: noon + 54 * minute });
    expect([counter.pushed.length, counter.alarms]).to.deep.equal([6, ['personal-bill-given-up']]);
    expect(JSON.stringify(counter.journal.events)).not.to.include('U1');
    await counter.news();
    await counter.pass(600 * minute);
    expect(counter.pushed).to.have.length(6);
  });

  it('is not early when news of the order changes nothing that is told', async () => {
    const counter = await BillCounter.open();
    counter.answer = dead;
    await counter.pass(0);
    await counter.news();
    expect(await counter.pass(30_000)).to.deep.equal(['again']);
    expect(counter.pushed).to.have.length(1);
    await counter.pass(30_000);
    expect(counter.pushed).to.have.length(2);
  });

  it('begins a new plan for new content although the old one was given up', async () => {
    const counter = await BillCounter.open();
    counter.answer = dead;
    await counter.pass(600 * minute);
    await counter.refunded({ refundAmount: fen(12_000) });
    await counter.pass(2 * minute);
    expect(counter.kept).to.include({ state: 'pending', billState: 'refunded', tries: 2 });
  });

  it('pushes again what changed while it was being told', async () => {
    const counter = await BillCounter.open();
    counter.answer = async () => {
      counter.answer = async () => ({ accepted: true, answer: '0000' });
      await counter.refunded({ refundAmount: fen(12_000) });
      return { accepted: true, answer: '0000' };
    };
    await counter.pass(minute);
    expect(counter.pushed.map(({ bill }) => bill.state)).to.deep.equal(['paid', 'refunded']);
    expect(counter.kept).to.include({ state: 'accepted', billState: 'refunded' });
  });

  it('takes back nothing that another worker stored meanwhile, and looks anew', async () => {
    const counter = await BillCounter.open();
    counter.answer = async () => {
      counter.answer = dead;
      await counter.push.run(orderNo);
      return { accepted: true, answer: '0000' };
    };
    expect(await counter.push.run(orderNo)).to.deep.equal({ kind: 'again', dueAt: noon });
    expect(counter.kept).to.include({ state: 'pending', tries: 1, lastAnswer: 'http 500' });
  });

  it('stores nothing and ends nothing when the adapter breaks; its job comes again', async () => {
    const counter = await BillCounter.open();
    counter.answer = async () => { throw new Error('socket'); };
    expect(await counter.push.run(orderNo).catch((error: Error) => error.message)).to.equal('socket');
    expect(counter.kept).to.equal(undefined);
  });

  it('waits after a restore until the callbacks are let go', async () => {
    const counter = await BillCounter.open();
    const mark = newRecoveryMark('1', noon + 1, undefined);
    await counter.store.unitOfWork.run(({ recovery }) => recovery.add(mark));
    await counter.pass(12 * minute);
    expect(counter.pushed).to.have.length(0);
    await counter.store.unitOfWork.run(({ recovery }) => recovery.put(release(mark, 'callbacks', counter.clock.at)));
    await counter.pass(5 * minute);
    expect(counter.pushed).to.have.length(1);
  });

  it('throws for an order of nobody', async () => {
    const counter = await BillCounter.open();
    expect(await counter.push.run(no(99)).catch((error: Error) => error.message)).to.equal(`no order ${no(99)}`);
  });
});

describe('pushing a personal bill again by hand', () => {
  it('begins the plan anew, is done at once and stands in the audit', async () => {
    const counter = await BillCounter.open();
    counter.answer = dead;
    await counter.pass(600 * minute);
    counter.answer = async () => ({ accepted: true, answer: '0000' });
    const again = await counter.again.run(person);
    expect(again.ok && again.value).to.include({ state: 'pending', tries: 0 });
    await counter.pass(0);
    expect(counter.kept).to.include({ state: 'accepted', tries: 1 });
    expect(counter.audited).to.deep.equal(['personal-bill.pushed-again']);
    expect(counter.database.tables.audit.all(false).at(-1)?.entry).to.deep.include({ actor: { kind: 'operator', code: 'op1', address: '192.0.2.7' }, objectNo: orderNo, before: { state: 'failed', tries: '6' } });
  });

  it('works for one that was taken, because an app may lose what it had', async () => {
    const counter = await BillCounter.open();
    await counter.pass(0);
    await counter.again.run(person);
    await counter.pass(0);
    expect(counter.pushed).to.have.length(2);
  });

  it('is refused, and leaves no trace, where there is none or one waits', async () => {
    const counter = await BillCounter.open();
    expect(await counter.again.run(person)).to.deep.equal({ ok: false, refusal: 'no-such-push' });
    counter.answer = dead;
    await counter.pass(0);
    expect(await counter.again.run(person)).to.deep.equal({ ok: false, refusal: 'waits-already' });
    expect(counter.audited).to.deep.equal([]);
  });
});
