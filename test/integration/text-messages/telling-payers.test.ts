import { expect } from 'chai';
import { dayMs, hourMs, minuteMs } from '../../../domain/kernel/china-time.js';
import { fen } from '../../../domain/kernel/money.js';
import { aDeveloper } from '../../builders/directory.js';
import { anOrder, aRefund, no } from '../../contract/persistence/builders.js';
import { aStoredText } from '../../contract/persistence/text-builders.js';
import { morning, openTextTown, phoneWith, type TextTown } from './text-town.js';

describe('telling payers by text (1.1.7.2.1-a, 1.1.7.2.4-c)', () => {
  let town: TextTown;
  beforeEach(async () => { town = await openTextTown(); });
  afterEach(() => town.close());
  const only = async (phone: string) => {
    const [one, two] = await town.texts(phone);
    if (!one || two) throw new Error('expected one text');
    return one;
  };
  const told = async (phone: string, state: string): Promise<void> => {
    town.step(2_000);
    await town.until(`${state} of ${phone}`, async () => ((await only(phone)).state === state ? true : undefined));
  };

  it('one payment is one text, which the phone gets and the platform reports as delivered', async () => {
    const phone = phoneWith('0000');
    await town.paidOrder(phone);
    await town.follow();
    await town.work();
    expect(await only(phone)).to.include({ state: 'submitted', tries: 1, scene: 'payment-made', template: 'PAY_SUCCESS' });
    await told(phone, 'delivered');
    expect(await town.received()).to.deep.include({ ...(await town.received())[0], mobile: phone, text: '【三明财政】您缴纳的不动产登记费120.00元已成功,缴款码350404263000000001,票据请在平台查看。' });
    town.step(4 * dayMs);
    await town.work();
    expect(await only(phone)).to.include({ state: 'delivered', tries: 1 });
    expect(await town.received()).to.have.length(1);
  });

  it('a thousand repetitions of the same news, some of them at once, are one text', async () => {
    await town.paidOrder(phoneWith('0000'));
    for (let n = 0; n < 20; n++) {
      await Promise.all(Array.from({ length: 50 }, () => town.payer.run(no(1))));
      if (n % 5 === 0) await town.work();
    }
    await town.work();
    expect(await town.texts(phoneWith('0000'))).to.have.length(1);
    expect(await town.received()).to.have.length(1);
  });

  it('every refund that is done and every e-bill that is issued is a text of its own', async () => {
    const phone = phoneWith('0000');
    await town.paidOrder(phone);
    await town.store.unitOfWork.run(async ({ refunds }) => {
      await refunds.add(aRefund({ state: 'refunded', refundedAt: morning, refundAmount: fen(100) }));
      await refunds.add(aRefund({ platformRefundOrderNo: no(9002), bizRefundOrderNo: 'R-2', state: 'refunded', refundedAt: morning, refundAmount: fen(250) }));
      await refunds.add(aRefund({ platformRefundOrderNo: no(9003), bizRefundOrderNo: 'R-3', state: 'refunding' }));
    });
    town.bills.push({ eBillCode: '35010126', eBillNo: '0000000001', payCode: undefined, issuedAt: morning });
    for (let n = 0; n < 3; n++) { await town.follow(); await town.work(); }
    expect((await town.texts(phone)).map(({ scene, params }) => [scene, ...params ?? []].join(' ')).sort()).to.deep.equal([
      'bill-issued 不动产登记费 350404263000000001', 'payment-made 不动产登记费 120.00 350404263000000001', 'refund-made 不动产登记费 1.00', 'refund-made 不动产登记费 2.50',
    ]);
  });

  it('an order without a phone, with one that is no mobile, or of a developer who texts for himself gets none', async () => {
    await town.paidOrder(undefined);
    await town.paidOrder('0598-8222222', { platformOrderNo: no(2), bizOrderNo: 'B2', cashierToken: 't2' });
    await town.paidOrder(phoneWith('0000'), { platformOrderNo: no(3), bizOrderNo: 'B3', cashierToken: 't3', state: 'awaiting', paidAt: undefined });
    await town.store.directoryEditor.saveDeveloper(aDeveloper({ devId: 'D2', textsPayers: false }), { kind: 'system', code: 'test', address: undefined });
    await town.paidOrder(phoneWith('0000'), { platformOrderNo: no(4), bizOrderNo: 'B4', cashierToken: 't4', devId: 'D2' });
    for (const suffix of [1, 2, 3, 4]) await town.follow(no(suffix));
    await town.work();
    expect(await town.received()).to.deep.equal([]);
    expect(town.journal.events.filter(({ level }) => level !== 'info')).to.deep.equal([]);
  });

  it('an order whose title is a trap or an address is told of without it, and one without a pay code by its number', async () => {
    const phone = phoneWith('0000');
    await town.paidOrder(phone, { orderTitle: '点击 www.evil.example 领取退款', nontaxInfo: undefined });
    await town.follow();
    await town.work();
    expect((await only(phone)).params).to.deep.equal(['非税款项', '120.00', no(1)]);
    expect(await only(phone)).to.include({ template: 'PAY_SUCCESS_ORDER', state: 'submitted' });
  });

  it('a phone on the platform\'s blacklist is a failure with its code', async () => {
    await town.paidOrder(phoneWith('0001'));
    await town.follow();
    await town.work();
    await told(phoneWith('0001'), 'failed');
    expect((await only(phoneWith('0001'))).code).to.equal('CM:8003');
  });

  it('without any report the platform is asked, and after three days nobody waits any longer', async () => {
    const phone = phoneWith('0002');
    await town.paidOrder(phone);
    await town.follow();
    await town.work();
    for (const wait of [11 * minuteMs, hourMs, 6 * hourMs, 24 * hourMs, 48 * hourMs]) {
      town.step(wait);
      await town.work();
      if (wait < 48 * hourMs) expect(await only(phone)).to.include({ state: 'submitted', endedAt: undefined });
    }
    expect(await only(phone)).to.include({ state: 'unknown', code: 'no-report', tries: 1 });
    expect((await only(phone)).endedAt).to.be.a('number');
    expect(await town.received()).to.have.length(1);
  });

  it('a platform that took the text and never answered leaves it unknown, and it is not sent again by itself', async () => {
    const phone = phoneWith('0003');
    await town.paidOrder(phone);
    await town.follow();
    await town.work();
    expect(await only(phone)).to.include({ state: 'unknown', code: 'timeout', tries: 1 });
    town.step(30 * dayMs);
    await town.work();
    expect(await only(phone)).to.include({ state: 'unknown', tries: 1 });
    expect(await town.received()).to.have.length(1);
  });

  it('an operator may send an unknown text again, once', async () => {
    const phone = phoneWith('0003');
    const by = { kind: 'operator', code: 'op-1', address: undefined } as const;
    await town.paidOrder(phone);
    await town.follow();
    await town.work();
    const { messageId } = await only(phone);
    expect(await town.resend.run(messageId, by)).to.have.nested.property('value.state', 'queued');
    await town.work();
    expect(await only(phone)).to.include({ state: 'unknown', resent: true, tries: 2 });
    expect(await town.resend.run(messageId, by)).to.deep.equal({ ok: false, refusal: 'resent-before' });
    expect(await town.resend.run(no(404), by)).to.deep.equal({ ok: false, refusal: 'no-such-text' });
    expect(await town.received()).to.have.length(2);
  });

  it('a report that comes a day later counts, whether it is pushed or asked for', async () => {
    const phone = phoneWith('0004');
    await town.paidOrder(phone);
    await town.follow();
    await town.work();
    town.step(25 * hourMs);
    await town.until('the late report', async () => ((await only(phone)).state === 'delivered' ? true : undefined));
  });

  it('a report that comes three times changes the text once', async () => {
    const phone = phoneWith('0005');
    await town.paidOrder(phone);
    await town.follow();
    await town.work();
    await told(phone, 'delivered');
    const { version } = await only(phone);
    town.step(5_000);
    await new Promise((resolve) => { setTimeout(resolve, 300); });
    expect((await only(phone)).version).to.equal(version);
  });

  it('a text that the platform has no time for is tried again, and given up at last', async () => {
    const phone = phoneWith('0008');
    await town.paidOrder(phone);
    await town.follow();
    await town.work();
    expect(await only(phone)).to.include({ state: 'queued', code: 'busy', tries: 1 });
    for (let n = 0; n < 5; n++) { town.step(31 * minuteMs); await town.work(); }
    expect(await only(phone)).to.include({ state: 'failed', code: 'busy', tries: 5 });
  });

  it('a text that the platform refuses has failed at once', async () => {
    await town.paidOrder(phoneWith('0107'));
    await town.follow();
    await town.work();
    expect(await only(phoneWith('0107'))).to.include({ state: 'failed', code: 'InvalidMobile', tries: 1 });
  });

  it('after a restore nobody is told twice: what waited is unknown, and old news makes no new text', async () => {
    const [waiting, old] = [phoneWith('0000'), phoneWith('1111')];
    await town.store.unitOfWork.run(async ({ texts, outbox }) => {
      await texts.add(aStoredText({ createdAt: morning, sendAt: morning }), waiting);
      await outbox.enqueue({ topic: 'send-text', key: no(1), dueAt: morning });
    });
    town.step(minuteMs);
    await town.store.unitOfWork.run(({ recovery }) => recovery.add({
      recoveryNo: no(800), restoredAt: town.clock.at, backupTakenAt: morning, paymentsReleasedAt: undefined, refundsReleasedAt: undefined, callbacksReleasedAt: undefined, endedAt: undefined, version: 1,
    }));
    await town.store.unitOfWork.run(({ orders }) => orders.add(anOrder({ platformOrderNo: no(2), bizOrderNo: 'B2', cashierToken: 't2', state: 'paid', paidAt: morning, payer: { name: undefined, mobile: old, certNo: undefined } })));
    await town.follow(no(2));
    await town.work();
    expect(await only(waiting)).to.include({ state: 'unknown', code: 'restored', tries: 0 });
    expect(await town.texts(old)).to.deep.equal([]);
    expect(await town.received()).to.deep.equal([]);
  });
});
