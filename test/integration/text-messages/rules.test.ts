import { expect } from 'chai';
import type { TextMessages } from '../../../application/ports/text-messages.js';
import { dayMs, hourMs, minuteMs } from '../../../domain/kernel/china-time.js';
import { defaultJobLimits, JobRunner, type JobHandlers } from '../../../adapters/inbound/jobs/job-runner.js';
import { InProcessTransport } from '../../../adapters/outbound/queue/in-process/in-process-transport.js';
import { jobTopics, type JobOutcome, type JobTopic } from '../../../application/ports/jobs.js';
import { newsAgeMs } from '../../../domain/keeping/forgetting.js';
import { builtInTexts } from '../../../domain/text-messages/text-set.js';
import { no } from '../../contract/persistence/builders.js';
import { aStoredText } from '../../contract/persistence/text-builders.js';
import { morning, openTextTown, phoneWith, type TextTown, type TownPlan } from './text-town.js';

const by = { kind: 'operator', code: 'op-1', address: undefined } as const;

describe('rules of sending texts', () => {
  let town: TextTown | undefined;
  const open = async (plan: TownPlan = {}): Promise<TextTown> => { town = await openTextTown(plan); return town; };
  afterEach(async () => { await town?.close(); town = undefined; });
  const orders = async (to: TextTown, phone: string, count: number): Promise<void> => {
    for (let n = 1; n <= count; n++) await to.paidOrder(phone, { platformOrderNo: no(n), bizOrderNo: `B${n}`, cashierToken: `t${n}` });
    for (let n = 1; n <= count; n++) await to.follow(no(n));
  };

  it('a notice of the night waits until eight in the morning, also one whose second try falls into the night', async () => {
    const { clock, work, texts, received, step, ...rest } = await open();
    clock.at = morning + 12 * hourMs;
    await orders({ clock, work, texts, received, step, ...rest }, phoneWith('0000'), 1);
    await work();
    expect((await texts(phoneWith('0000')))[0]).to.include({ state: 'queued', tries: 0, sendAt: morning + 22 * hourMs });
    step(9 * hourMs + 59 * minuteMs);
    await work();
    expect(await received()).to.deep.equal([]);
    step(minuteMs);
    await work();
    expect(await received()).to.have.length(1);
  });

  it('a try that would fall into the night waits for the morning', async () => {
    const { clock, work, texts, step, ...rest } = await open();
    clock.at = morning + 11 * hourMs - minuteMs / 2;
    await orders({ clock, work, texts, step, ...rest }, phoneWith('0008'), 1);
    await work();
    step(minuteMs);
    await work();
    expect((await texts(phoneWith('0008')))[0]).to.include({ state: 'queued', tries: 1, sendAt: morning + 22 * hourMs });
  });

  it('a phone gets twenty notices a day and not one more', async () => {
    const { work, texts, received, ...rest } = await open();
    await orders({ work, texts, received, ...rest }, phoneWith('0000'), 23);
    await work();
    const all = await texts(phoneWith('0000'));
    expect(all).to.have.length(23);
    expect(all.filter(({ code }) => code === 'too-many')).to.have.length(3);
    expect(await received()).to.have.length(20);
  });

  it('who opted out by a text gets no more notices, is told codes all the same, and is let in again by an operator', async () => {
    const it = await open();
    const phone = phoneWith('0000');
    for (const said of ['请问怎么退订', ' td ']) await it.control('inbound', { apId: it.settings.apId, mobile: phone, smsContent: said });
    await orders(it, phone, 1);
    await it.work();
    expect((await it.texts(phone))[0]).to.include({ state: 'failed', code: 'opted-out', tries: 0 });
    expect(await it.received()).to.deep.equal([]);
    expect(await it.sendCode.run({ template: 'LOGIN_CODE', phone, address: '192.0.2.1', isWanted: true })).to.deep.equal({ ok: true, value: 'sent' });
    await it.sendCode.settled();
    expect(await it.received()).to.have.length(1);
    expect(await it.blockPhone.run(phone, false, by)).to.deep.equal({ ok: true, value: 'changed' });
    expect(await it.blockPhone.run(phone, false, by)).to.deep.equal({ ok: true, value: 'unchanged' });
    expect(await it.blockPhone.run('1234', true, by)).to.deep.equal({ ok: false, refusal: 'not-a-mobile' });
    await it.paidOrder(phone, { platformOrderNo: no(2), bizOrderNo: 'B2', cashierToken: 't2' });
    await it.follow(no(2));
    await it.work();
    expect(await it.received()).to.have.length(2);
    const audited: readonly { readonly action: string; readonly object_no: string }[] = await it.engine.reader('audit_entry').select('action', 'object_no');
    expect(audited.filter(({ action }) => action.startsWith('text.')).map(({ action, object_no }) => `${action} ${object_no}`)).to.deep.equal(['text.blocked 139****0000', 'text.unblocked 139****0000']);
  });

  it('the same opt-out told twice by the platform is one, and does not undo what an operator did after it', async () => {
    const it = await open();
    const phone = phoneWith('0000');
    const push = () => fetch(`${it.ourUrl}/inbound/k3Jd8sPq0ZxWv7TnRb5YmHg2LcFa9UeX`, { method: 'POST', body: JSON.stringify([{ mobile: phone, smsContent: 'T', sendTime: '2026-05-08 10:00:00', addSerial: '' }]) });
    expect((await push()).status).to.equal(200);
    await it.blockPhone.run(phone, false, by);
    expect((await push()).status).to.equal(200);
    expect((await it.store.unitOfWork.read(({ texts }) => texts.block(phone)))?.isBlocked).to.equal(false);
  });

  it('a process that ends between the begin of a sending and its answer leaves the text unknown, and never sends it twice', async () => {
    let dies = true;
    const it = await open({
      between: (real: TextMessages): TextMessages => ({
        ...real, sending: { ...real.sending, sendTemplate: async (...given) => { const sent = await real.sending.sendTemplate(...given); if (dies) throw new Error('power cut'); return sent; } },
      }),
    });
    const phone = phoneWith('0000');
    await orders(it, phone, 1);
    await it.work();
    expect((await it.texts(phone))[0]).to.include({ state: 'queued', isBeingSent: true, tries: 1 });
    dies = false;
    for (const wait of [1_000, minuteMs, 3 * minuteMs]) {
      it.step(wait);
      await it.work();
      expect((await it.texts(phone))[0]).to.include({ isBeingSent: true, tries: 1 });
    }
    it.step(2 * minuteMs);
    await it.work();
    expect((await it.texts(phone))[0]).to.include({ state: 'unknown', code: 'interrupted', tries: 1 });
    it.step(4 * dayMs);
    await it.work();
    expect(await it.received()).to.have.length(1);
  });

  it('the wording of an installation is what goes out where the platform takes free text', async () => {
    const it = await open({ rules: { sendAs: 'free-text', texts: { ...builtInTexts, PAY_SUCCESS: '【已】'.slice(1, 2) + '缴{item}{amount}元,缴款码{payCode}' } } });
    await orders(it, phoneWith('0000'), 1);
    await it.work();
    expect((await it.received())[0]?.text).to.equal('【三明财政】已缴不动产登记费120.00元,缴款码350404263000000001');
  });

  it('operators are told once of a day that differs and of an e-bill that failed', async () => {
    const phones = [phoneWith('1001'), phoneWith('1002')];
    const it = await open({ rules: { operatorPhones: phones } });
    await it.store.unitOfWork.run(({ reconciliation }) => reconciliation.addDay({
      channelMerchantId: 'CM1', clearingDay: '20260507', payChannel: 'alipay', state: 'differs', billNo: undefined, lastRunNo: undefined, runningNo: undefined, runCount: 1, reconcileCount: 0,
      reconcileAmount: 0n as never, settledAmount: 0n as never, feeAmount: 0n as never, openCount: 3, waitingCount: 0, tries: 1, lastTriedAt: morning, lastWord: '', reconciledAt: morning, version: 1,
    }));
    for (let n = 0; n < 3; n++) for (const key of ['RECON_ALERT:20260507', 'RECON_ALERT:20260506', 'BILL_FAILED:350404263000000001']) await it.operators.run(key);
    await it.work();
    expect((await it.received()).map(({ mobile, text }) => `${mobile} ${text.slice(6, 20)}`).sort()).to.deep.equal(phones.flatMap((phone) => [`${phone} 2026-05-07对账发现`, `${phone} 缴款码3504042630000`.slice(0, 26)]).sort());
  });

  it('operators are not told again of what was told and forgotten since: of another run over a day of long ago, or a bill that fails once more', async () => {
    const it = await open({ rules: { operatorPhones: [phoneWith('1001'), phoneWith('1002')] } });
    const failed = (payCode: string) => it.operators.run(`BILL_FAILED:${payCode}`);
    await failed('350404263000000001');
    for (const ms of [minuteMs, 80 * hourMs, newsAgeMs]) {
      await it.work();
      it.step(ms);
    }
    expect(await it.store.unitOfWork.run(({ texts }) => texts.forgetMessages(it.clock.now(), it.clock.now()))).to.equal(2);
    await failed('350404263000000001');
    await failed('350404263000000002');
    await it.work();
    expect((await it.received()).map(({ text }) => /缴款码([0-9]+)/.exec(text)?.[1]).sort()).to.deep.equal(['350404263000000001', '350404263000000001', '350404263000000002', '350404263000000002']);
  });

  it('hundreds of texts to a platform that does not answer leave the other jobs their places', async () => {
    const it = await open({ perSecond: 100, atOnce: 2, rules: { timeoutMs: 4_000 } });
    for (let n = 1; n <= 100; n++) {
      await it.store.unitOfWork.run(async ({ texts, outbox }) => {
        await texts.add(aStoredText({ messageId: no(n), bizKey: no(7000 + n), createdAt: morning, sendAt: morning }), `139${String(n).padStart(4, '0')}0003`);
        await outbox.enqueue({ topic: 'send-text', key: no(n), dueAt: morning });
      });
    }
    const finished: number[] = [];
    const began = performance.now();
    const other = async (): Promise<JobOutcome> => { finished.push(performance.now() - began); return { kind: 'done' }; };
    const handlers = Object.fromEntries<JobHandlers[JobTopic]>(jobTopics.map((topic) => [topic, topic === 'send-text' ? (key: string) => it.sendText.run(key) : other])) as JobHandlers;
    const runner = new JobRunner({
      board: it.store.jobBoard, handlers, transport: new InProcessTransport(), owner: 'w1', clock: it.clock, journal: it.journal, measurements: { count: () => undefined, time: () => undefined },
      limits: { ...defaultJobLimits, concurrency: 4, pollMs: 20, drainMs: 10 },
    });
    runner.start();
    try {
      await it.store.unitOfWork.run(async ({ outbox }) => { for (let n = 1; n <= 20; n++) await outbox.enqueue({ topic: 'query-attempt', key: `A${n}`, dueAt: morning }); });
      await it.until('the other jobs', async () => (finished.length === 20 ? true : undefined));
      expect(Math.max(...finished)).to.be.below(3_500);
      const counts = await it.store.unitOfWork.read(({ texts }) => texts.counts(0));
      expect(counts).to.deep.equal([{ state: 'queued', count: 100 }]);
    } finally {
      await it.simulator.close();
      await runner.stop();
    }
  });
});
