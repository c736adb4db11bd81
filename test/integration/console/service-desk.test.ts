import { expect } from 'chai';
import type { ConsoleAnswer, ConsoleClient } from '../../support/console-client.js';
import { expectBooksToAgree } from '../payments/books.js';
import { Life } from '../payments/life.js';
import { ConsoleLife } from './console-life.js';

const minute = 60_000;
const court = { merchantNo: 'M35040000005' };
const codeOf = ({ status, body }: ConsoleAnswer): unknown => (status === 200 ? 200 : body['code']);
const successes = (answers: readonly ConsoleAnswer[]): number => answers.filter(({ status }) => status === 200).length;

describe('what the service desk does to orders', function () {
  this.timeout(120_000);
  let life: Life;
  let desk: ConsoleLife;
  let demo: ConsoleClient;
  let colleague: ConsoleClient;
  let auditor: ConsoleClient;
  before(async () => {
    life = await Life.start();
    desk = await ConsoleLife.in(life.city);
    const sysadmin = await desk.person('sysadmin');
    const secadmin = await desk.person('secadmin');
    auditor = await desk.person('auditor');
    demo = await desk.person('demo');
    const invited = (await sysadmin.post('/operators/invite', { account: 'finance2', name: '王会计', remark: '' })).body;
    const { requestNo } = (await sysadmin.post('/grants/ask', { operatorNo: invited['operatorNo'], roleCodes: ['demo-business'], remark: '' })).body;
    expect((await secadmin.post('/grants/decide', { requestNo, decision: 'approve', remark: '' })).status).to.equal(200);
    // The request was for an account that was not active yet: it is asked for, decided, and then activated.
    colleague = await desk.person('finance2', String(invited['activationCode']));
  });
  after(async () => { await expectBooksToAgree(life); await life.close(); });
  /** Money is moved only by whoever has just shown the second factor. */
  const fresh = async (person: ConsoleClient): Promise<void> => {
    life.city.advance(30_000);
    expect((await person.post('/step-up/code', { code: person.code(life.city.now()) })).status).to.equal(200);
  };
  const rows = async (person: ConsoleClient, list: string, query = ''): Promise<readonly Readonly<Record<string, unknown>>[]> => (await person.get(`/lists/${list}${query}`)).body['rows'] as readonly Readonly<Record<string, unknown>>[];

  describe('确认支付', () => {
    it('leaves an unpaid order unpaid, says what the channel said, and is in the log each time (PAY-04)', async () => {
      const placed = await life.place();
      await life.open(placed, 'alipay');
      const answer = await demo.post('/pay-orders/confirm', { platformOrderNo: placed.platformOrderNo });
      expect([answer.status, answer.body['isPaid']]).to.deep.equal([200, false]);
      expect(String(answer.body['message'])).to.match(/渠道没有这笔交易|等待付款/);
      expect(['0', '1']).to.include((await life.query(placed)).orderState);
      expect(await life.audited(placed.platformOrderNo)).to.include('order.confirm-asked');
    });

    it('finds the money whose message was lost, and the business system is told', async () => {
      const placed = await life.place();
      const attemptNo = await life.open(placed, 'alipay');
      await life.fault('alipay', 'notify', 'never');
      await life.pay('alipay', attemptNo);
      const answer = await demo.post('/pay-orders/confirm', { platformOrderNo: placed.platformOrderNo });
      expect(answer.body).to.deep.include({ isPaid: true });
      expect((await life.query(placed)).orderState).to.equal('2');
      expect((await life.toldPayments(placed.path)).map(({ orderState }) => orderState)).to.deep.equal(['2']);
    });

    it('books no amount that differs from what was asked for, and says where the money is looked after', async () => {
      const placed = await life.place();
      const attemptNo = await life.open(placed, 'unionpay');
      await life.fault('unionpay', 'notify', 'count', { count: 0 });
      await life.fault('unionpay', 'query', 'tampered-amount', { times: 1 });
      await life.pay('unionpay', attemptNo);
      const { body } = await demo.post('/pay-orders/confirm', { platformOrderNo: placed.platformOrderNo });
      expect([body['isPaid'], (await life.kept(placed.platformOrderNo)).order.state]).to.deep.equal([false, 'paying']);
      expect(String(body['message'])).to.include('不能记入本订单');
      await life.stepUntil('the ladder finds it', placed.platformOrderNo, ({ order }) => order.state === 'paid');
    });

    it('is refused to strangers, for orders that are paid or not there, for other fields, and when it is asked too often', async () => {
      const paid = await life.paid();
      const confirm = (platformOrderNo: string, more: object = {}, person = demo) => person.post('/pay-orders/confirm', { platformOrderNo, ...more });
      expect(codeOf(await confirm(paid.platformOrderNo, {}, auditor))).to.equal('FORBIDDEN');
      expect(codeOf(await confirm(paid.platformOrderNo))).to.equal('REFUSED');
      expect(codeOf(await confirm('9'.repeat(26)))).to.equal('NOT_FOUND');
      for (const bad of ['', '1', "9' or '1'='1", '９'.repeat(26)]) expect(codeOf(await confirm(bad)), bad).to.equal('BAD_REQUEST');
      expect(codeOf(await confirm(paid.platformOrderNo, { orderState: '2' }))).to.equal('BAD_REQUEST');
      const placed = await life.place();
      const many = await Promise.all(Array.from({ length: 6 }, () => confirm(placed.platformOrderNo)));
      expect(successes(many)).to.be.within(1, 2);
      expect(many.filter((one) => codeOf(one) === 'TOO_MANY')).to.have.length.at.least(4);
    });
  });

  describe('通知收款单位', () => {
    it('tells the stored address once more, one of many who click at once, and whatever came of it can be read (PAY-05)', async () => {
      const paid = await life.paid();
      await life.quiet();
      const many = await Promise.all(Array.from({ length: 5 }, () => demo.post('/callbacks/resend', { subject: 'order', no: paid.platformOrderNo })));
      expect(successes(many)).to.equal(1);
      await life.quiet();
      expect(life.ear.at(paid.path)).to.have.length(2);
      const { callbackId } = many.find(({ status }) => status === 200)?.body ?? {};
      expect((await demo.get(`/callbacks/standing/${String(callbackId)}`)).body).to.deep.include({ isAccepted: true, isUnderWay: false, tries: 2 });
      life.ear.answer(paid.path, () => ({ status: 500 }));
      await demo.post('/callbacks/resend', { subject: 'callback', no: callbackId });
      await life.quiet();
      expect((await demo.get(`/callbacks/standing/${String(callbackId)}`)).body).to.deep.include({ isAccepted: false, tries: 3, message: '第 3 次通知没有被接受：http 500' });
      expect(await life.audited(String(callbackId))).to.deep.equal(['callback.resend-asked', 'callback.resend-asked']);
    });

    it('takes no address, is refused before anything is final, to strangers and for what is not there', async () => {
      const placed = await life.place();
      const resend = (body: object, person = demo) => person.post('/callbacks/resend', body);
      expect(codeOf(await resend({ subject: 'order', no: placed.platformOrderNo }))).to.equal('REFUSED');
      expect(codeOf(await resend({ subject: 'order', no: placed.platformOrderNo, url: 'http://169.254.169.254/' }))).to.equal('BAD_REQUEST');
      expect(codeOf(await resend({ subject: 'refund', no: placed.platformOrderNo }))).to.equal('NOT_FOUND');
      expect(codeOf(await resend({ subject: 'order', no: placed.platformOrderNo }, auditor))).to.equal('FORBIDDEN');
      expect(life.ear.at(placed.path)).to.deep.equal([]);
    });
  });

  describe('the callback desk', () => {
    it('counts, sends again what was given up, and stops where the other side is still down', async () => {
      const dead = await life.paid();
      await life.quiet();
      life.ear.answer(dead.path, () => ({ status: 503 }));
      const [row] = await life.rows('merchant_callback', { platform_order_no: dead.platformOrderNo });
      await life.city.resources.unitOfWork.run(async ({ callbacks }) => {
        const known = await callbacks.byId(String(row?.['callback_id']));
        if (known) await callbacks.put({ ...known, state: 'failed', tries: 6, acceptedAt: undefined, nextTryAt: undefined });
      });
      const devId = String(row?.['dev_id']);
      const health = (await demo.get('/callbacks/health?hours=24')).body['developers'] as readonly Readonly<Record<string, unknown>>[];
      expect(health.find((one) => one['devId'] === devId)).to.include({ givenUp: 1 });
      life.city.advance(2 * minute);
      const today = new Date(life.city.now() + 8 * 3_600_000).toISOString().slice(0, 10).replaceAll('-', '');
      const ask = (body: object = {}, person = demo) => person.post('/callbacks/resend-given-up', { devId, fromDay: today, toDay: today, ...body });
      const [one, other] = await Promise.all([ask(), ask()]);
      expect([one.status, other.body['batch']]).to.deep.equal([200, one.body['batch']]);
      await life.step(1_000);
      const standing = async () => (await demo.get(`/callbacks/batches/${encodeURIComponent(String(one.body['batch']))}`)).body;
      await life.step(5_000);
      expect(life.ear.at(dead.path)).to.have.length(2);
      expect(await standing()).to.deep.equal({ state: 'over', left: 0, underWay: 0, accepted: 0, failedAgain: 1 });
      expect(codeOf(await ask({ devId: 'NOBODY' }))).to.equal('REFUSED');
      expect(codeOf(await ask({ toDay: '20990101' }))).to.equal('REFUSED');
      expect(codeOf(await ask({}, auditor))).to.equal('FORBIDDEN');
      expect((await rows(demo, 'callbacks', '?noticeState=2')).map(({ platformOrderNo }) => platformOrderNo)).to.deep.equal([dead.platformOrderNo]);
    });

    it('knocks at registered origins and at nothing else (URL-01, URL-02)', async () => {
      const { devId } = life.city.credentials.developers[0] ?? { devId: '' };
      const test = (origin: string, person = demo) => person.post('/callbacks/test-address', { devId, origin });
      const reached = await test(life.ear.origin);
      expect(reached.body).to.deep.include({ isReached: true });
      expect(String(reached.body['message'])).to.match(/HTTP 200/);
      expect(life.ear.heard.at(-1)).to.include({ path: '/', body: '' });
      const heard = life.ear.heard.length;
      for (const origin of ['http://169.254.169.254', 'http://127.0.0.1:1', `${life.ear.origin}/`, `${life.ear.origin}@evil.example`, 'file:///etc/passwd']) expect(codeOf(await test(origin)), origin).to.equal('REFUSED');
      expect([life.ear.heard.length, codeOf(await test(life.ear.origin, auditor))]).to.deep.equal([heard, 'FORBIDDEN']);
      expect(await life.audited(devId)).to.include('callback.address-tested');
    });
  });

  describe('退款审批', () => {
    it('sends one refund to the channel, whoever decides at once, and only what was seen (RFD-01)', async () => {
      const placed = await life.paid('alipay', court);
      const refund = await life.refund(placed, '8000');
      await fresh(demo);
      await fresh(colleague);
      const row = (await rows(demo, 'refund-reviews')).find(({ platformRefundOrderNo }) => platformRefundOrderNo === refund.no);
      const body = { platformRefundOrderNo: refund.no, decision: 'approve', remark: '', shown: row?.['shownDigest'] };
      expect(codeOf(await demo.post('/refunds/review', { ...body, shown: 'a'.repeat(64) }))).to.equal('REFUSED');
      expect(codeOf(await auditor.post('/refunds/review', body))).to.equal('FORBIDDEN');
      const { shown, ...unseen } = body;
      expect([typeof shown, codeOf(await demo.post('/refunds/review', unseen))]).to.deep.equal(['string', 'BAD_REQUEST']);
      const many = await Promise.all([demo, colleague, demo, colleague].map((person) => person.post('/refunds/review', body)));
      expect(successes(many)).to.equal(1);
      await life.stepUntil('the refund is done', placed.platformOrderNo, ({ refunds }) => refunds[0]?.state === 'refunded');
      const { order } = await life.kept(placed.platformOrderNo);
      expect(order.state).to.equal('paid');
      expect((await life.audited(refund.no)).filter((action) => action === 'refund.approve')).to.have.length(1);
      expect(codeOf(await demo.post('/refunds/review', { ...body, decision: 'reject', remark: '晚了' }))).to.equal('REFUSED');
    });

    it('asks for the second factor anew, and for a reason of a no', async () => {
      const placed = await life.paid('unionpay', court);
      const refund = await life.refund(placed, '100');
      await fresh(demo);
      const row = (await rows(demo, 'refund-reviews')).find(({ platformRefundOrderNo }) => platformRefundOrderNo === refund.no);
      const body = { platformRefundOrderNo: refund.no, decision: 'reject', remark: '', shown: row?.['shownDigest'] };
      expect((await demo.post('/refunds/review', body)).body).to.deep.include({ code: 'REFUSED', field: 'remark' });
      life.city.advance(6 * minute);
      expect(codeOf(await demo.post('/refunds/review', { ...body, remark: '材料不全' }))).to.equal('STEP_UP');
      await fresh(demo);
      expect(codeOf(await demo.post('/refunds/review', { ...body, remark: '材料不全' }))).to.equal(200);
      expect((await life.toldRefunds(refund.path)).map(({ refundState, refundStateMsg }) => [refundState, refundStateMsg])).to.deep.equal([['3', '材料不全']]);
    });
  });

  describe('重缴订单 and 异常订单', () => {
    it('gives surplus money back by two people, keeps every note, and never touches the payment that counts', async () => {
      await life.editPayee('M35040000001', { repeatRefundByRule: false });
      const placed = await life.place();
      const [first, second] = [await life.open(placed, 'alipay'), await life.open(placed, 'unionpay')];
      await life.pay('alipay', first);
      await life.pay('unionpay', second);
      const kept = await life.stepUntil('it is paid twice', placed.platformOrderNo, ({ repeats }) => repeats.length === 1);
      const attemptNo = kept.repeats[0]?.attemptNo ?? '';
      const step = (path: string, body: object, person = demo) => person.post(`/repeat-orders/${path}`, { no: attemptNo, note: '多缴一笔', ...body });
      await fresh(demo);
      await fresh(colleague);
      expect(codeOf(await step('decide-refund', { decision: 'approve' }, colleague))).to.equal('REFUSED');
      expect((await step('note', { action: 'follow', note: ' ' })).body).to.deep.include({ code: 'REFUSED', field: 'note' });
      expect(codeOf(await step('note', { action: 'follow', note: '已联系缴款人\n约定退回' }))).to.equal(200);
      expect(codeOf(await step('ask-refund', {}, auditor))).to.equal('FORBIDDEN');
      expect(successes(await Promise.all([step('ask-refund', {}), step('ask-refund', {}, colleague), step('ask-refund', {})]))).to.equal(1);
      const asked = async () => (await rows(demo, 'repeat-orders', `?platformOrderNo=${placed.platformOrderNo}`)).map(({ giveBackState }) => giveBackState);
      expect(await asked()).to.deep.equal(['0']);
      const own = (await life.rows('handling_note', { object_no: attemptNo })).find((row) => row['note_action'] === 'refund-asked')?.['operator_name'];
      const asker = own === (await demo.get('/me')).body['operatorNo'] ? demo : colleague;
      const other = asker === demo ? colleague : demo;
      expect(codeOf(await step('decide-refund', { decision: 'approve' }, asker))).to.equal('REFUSED');
      expect(successes(await Promise.all([1, 2, 3].map(() => step('decide-refund', { decision: 'approve' }, other))))).to.equal(1);
      expect(await asked()).to.deep.equal(['1']);
      const after = await life.stepUntil('the surplus is back', placed.platformOrderNo, ({ repeats }) => repeats[0]?.handleState === 'handled');
      expect(after.refunds.map(({ attemptNo: of, state, refundAmount }) => [of, state, refundAmount])).to.deep.equal([[attemptNo, 'refunded', 8000n]]);
      expect(after.order.state).to.equal('paid');
      expect((await rows(demo, 'repeat-notes', `?attemptNo=${attemptNo}`)).map(({ noteAction }) => noteAction)).to.deep.equal(['FOLLOW', 'REFUND_ASKED', 'REFUND_APPROVED']);
      expect(codeOf(await step('note', { action: 'handle' }))).to.equal('REFUSED');
    });

    it('ends an abnormal order with a note, once, and only the right kind by its number', async () => {
      const placed = await life.place();
      const attemptNo = await life.open(placed, 'alipay');
      const abnormalId = `amount-mismatch:${attemptNo}`;
      await life.city.resources.unitOfWork.run(({ abnormalOrders }) => abnormalOrders.add({
        abnormalId, kind: 'amount-mismatch', platformOrderNo: placed.platformOrderNo, merchantNo: placed.merchantNo, attemptNo, payChannel: 'alipay', channelOrderNo: 'T-1',
        amount: 1n as never, note: '渠道来信与订单不符', handleState: 'pending', createdAt: life.city.now(), version: 1,
      }));
      const step = (path: string, body: object = {}) => demo.post(`/abnormal-orders/${path}`, { no: abnormalId, note: '已查明', ...body });
      await fresh(demo);
      expect((await step('ask-refund')).body['message']).to.include('没有可以退回的款项');
      expect(codeOf(await demo.post('/repeat-orders/note', { no: abnormalId, action: 'handle', note: '错' }))).to.equal('NOT_FOUND');
      expect(successes(await Promise.all([step('note', { action: 'handle' }), step('note', { action: 'handle' })]))).to.equal(1);
      expect(codeOf(await step('note', { action: 'follow' }))).to.equal('REFUSED');
      expect(await life.audited(abnormalId)).to.deep.equal(['case.handle']);
    });
  });

  it('runs a day again for finance, where there is a bill', async () => {
    await fresh(demo);
    const run = (body: object) => demo.post('/reconciliation/run', { channelMerchantId: 'nobody', reconcileDate: '20260101', ...body });
    expect(codeOf(await run({}))).to.equal('NOT_FOUND');
    const [account] = await life.city.resources.directory.channelMerchantsAt('alipay');
    expect(codeOf(await run({ channelMerchantId: account?.channelMerchantId, reconcileDate: '20260230' }))).to.equal('REFUSED');
    expect((await run({ channelMerchantId: account?.channelMerchantId })).body['message']).to.include('还没有收到渠道账单');
    expect(codeOf(await demo.post('/reconciliation/cancel', { runNo: '1' }))).to.equal('NOT_FOUND');
    expect(codeOf(await demo.post('/differences/note', { no: 'nothing', action: 'handle', note: '无' }))).to.equal('NOT_FOUND');
  });

  it('shows a person the lists behind a row that are for them, and leads nobody to others', async () => {
    const declared = (await demo.get('/lists/pay-orders/declaration')).body;
    expect(declared['record']).to.deep.equal({ list: 'pay-order', title: '支付订单详情', with: { platformOrderNo: 'platformOrderNo' } });
    const record = (await demo.get('/lists/pay-order/declaration')).body['related'] as readonly { readonly list: string }[];
    expect(record.map(({ list }) => list)).to.deep.equal(['order-refunds', 'order-callbacks', 'order-issues']);
    const refund = (await demo.get('/lists/refund-order/declaration')).body['related'] as readonly { readonly list: string }[];
    expect(refund.map(({ list }) => list)).to.deep.equal(['refund-callbacks', 'refund-issues']);
  });

  it('offers for a name what there is in the directory, to choose from or beside what is typed (1.1.4.1.3-e, 1.1.4.4.4-g)', async () => {
    const offered = async (list: string) => Object.fromEntries(((await demo.get(`/lists/${list}/declaration`)).body['filters'] as readonly { readonly name: string; readonly names?: readonly string[] }[]).map(({ name, names }) => [name, names]));
    const { regionName, industryName, payeeName } = await offered('payees');
    expect(regionName).to.include('三元区');
    expect(industryName).to.have.length.above(0);
    expect(payeeName).to.equal(undefined);
    for (const list of ['repeat-orders', 'abnormal-orders', 'settlements']) expect((await offered(list))['channelMerchantName'], list).to.include('三明市财政局支付宝商户');
  });
});
