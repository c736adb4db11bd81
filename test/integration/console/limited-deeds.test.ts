import { expect } from 'chai';
import { consoleRoutes } from '../../../bootstrap/console-port.js';
import type { ConsoleRoute } from '../../../adapters/inbound/console-api/route.js';
import { codeTables } from '../../../contracts/lists/codes.js';
import type { ConsoleAnswer, ConsoleClient } from '../../support/console-client.js';
import { LimitedLife } from './limited-life.js';
import { mobile, type Numbers } from './two-institutions.js';

type Deed = (client: ConsoleClient, numbers: Numbers, looseNo: string) => Promise<ConsoleAnswer>;
const note = '缴款人来电，已核实';
const toCase = (path: string, no: 'attemptNo' | 'abnormalId', more: object): Deed => (client, numbers) => client.post(path, { no: numbers[no], note, ...more });
const toIssue = (deed: string, more: object, files = true): Deed => (client, { issueNo }, looseNo) => client.post(`/issues/${deed}`, { issueNo, ...(files && { attachments: deed === 'attach' ? [looseNo] : [] }), ...more });
const registering = (about: (numbers: Numbers) => object): Deed => (client, numbers) => client.post('/issues/register', { ...about(numbers), issueType: codeTables.issueType[0]?.code, issueDescription: note, attachments: [] });

/** Each call that is about something of a payee: name of the route, and by which of its numbers where there are several. In an order in which one does not stand in the other's way. */
const deeds: Readonly<Record<string, Deed>> = {
  'pay-orders.confirm': (client, { unpaidOrderNo }) => client.post('/pay-orders/confirm', { platformOrderNo: unpaidOrderNo }),
  'refunds.review': (client, { platformRefundOrderNo }) => client.post('/refunds/review', { platformRefundOrderNo, decision: 'reject', remark: note, shown: '0'.repeat(64) }),
  'orders.payer': (client, { platformOrderNo }) => client.post('/orders/payer', { platformOrderNo, reason: note }),
  'callbacks.resend callback': (client, { callbackId }) => client.post('/callbacks/resend', { subject: 'callback', no: callbackId }),
  'callbacks.resend order': (client, { platformOrderNo }) => client.post('/callbacks/resend', { subject: 'order', no: platformOrderNo }),
  'callbacks.resend refund': (client, { doneRefundNo }) => client.post('/callbacks/resend', { subject: 'refund', no: doneRefundNo }),
  'callbacks.standing': (client, { callbackId }) => client.get(`/callbacks/standing/${callbackId}`),
  'repeat-orders.note': toCase('/repeat-orders/note', 'attemptNo', { action: 'follow' }),
  'repeat-orders.ask-refund': toCase('/repeat-orders/ask-refund', 'attemptNo', {}),
  'repeat-orders.decide-refund': toCase('/repeat-orders/decide-refund', 'attemptNo', { decision: 'approve' }),
  'abnormal-orders.note': toCase('/abnormal-orders/note', 'abnormalId', { action: 'follow' }),
  'abnormal-orders.ask-refund': toCase('/abnormal-orders/ask-refund', 'abnormalId', {}),
  'abnormal-orders.decide-refund': toCase('/abnormal-orders/decide-refund', 'abnormalId', { decision: 'reject' }),
  'issues.register order': registering(({ platformOrderNo }) => ({ platformOrderNo })),
  'issues.register refund': registering(({ platformRefundOrderNo }) => ({ platformRefundOrderNo })),
  'issues.register told order': registering(({ platformOrderNo }) => ({ relatedOrderNo: platformOrderNo })),
  'issues.register told refund': registering(({ doneRefundNo }) => ({ relatedOrderNo: doneRefundNo })),
  'issues.follow': toIssue('follow', { issueDescription: note }), 'issues.attach': toIssue('attach', {}), 'issues.solve': toIssue('solve', { issueSolution: note }), 'issues.reopen': toIssue('reopen', { issueDescription: note }),
  'issues.contact': toIssue('contact', { reason: note }, false),
  'issues.one': (client, { issueNo }) => client.get(`/issues/${issueNo}`),
  'attachments.read': (client, { issueNo, attachmentNo }) => client.get(`/issues/${issueNo}/attachments/${attachmentNo}`),
};
const tables = ['pay_order', 'pay_attempt', 'pay_refund', 'repeat_payment', 'abnormal_order', 'merchant_callback', 'desk_issue', 'issue_step', 'issue_attachment', 'handling_note'];

describe('what an account of the console does that is limited to an institution or a region (ISO-04)', function () {
  this.timeout(180_000);
  let limited: LimitedLife;
  let routes: readonly ConsoleRoute[];
  before(async () => {
    limited = await LimitedLife.start();
    const { platform, config } = limited.life.city;
    routes = consoleRoutes(platform.container, config);
  });
  after(async () => limited.life.close());

  const kept = async (): Promise<string> => JSON.stringify(await Promise.all(tables.map((table) => limited.rowsIn(table))));
  const codeOf = ({ status, body }: ConsoleAnswer): unknown => (status === 200 ? 200 : body['code']);
  const denials = async (): Promise<number> => (await limited.rowsIn('audit_entry')).filter(({ action }) => action === 'operator.denied').length;

  it('is one of the deeds here, for every route that is about something of a payee', () => {
    const about = routes.filter((route) => typeof route.access === 'object' && Array.isArray(route.about)).map(({ name }) => name);
    expect([...new Set(Object.keys(deeds).map((name) => name.split(' ')[0]))].sort()).to.deep.equal(about.sort());
  });

  it('is refused whatever concerns more than a part, whatever it says, and each time is written down', async () => {
    await limited.limitedTo({ kind: 'institution', institutionNo: 'INST0' });
    const whole = routes.filter(({ access, about }) => typeof access === 'object' && about === undefined);
    expect(whole.length).to.be.above(80);
    const [before, had] = [await kept(), await denials()];
    const [{ own }] = limited.parts;
    for (const { name, method, path } of whole) {
      const address = path.replace(':merchantNo', own.merchantNo).replace(/:\w+/g, '1'.repeat(26));
      const { body } = method === 'GET' ? await limited.demo.get(address) : await limited.demo.post(address, own);
      expect(body['code'], name).to.equal('FORBIDDEN');
    }
    expect(await denials()).to.equal(had + whole.length);
    expect(await kept()).to.equal(before);
    expect((await limited.demo.get('/payee-choices')).body['message']).to.equal('账号的数据范围不能这样做');
  });

  it('is not done to what is another\'s: there is no such thing, and nothing has changed', async () => {
    for (const { scope, own, foreign } of limited.parts) {
      await limited.limitedTo(scope);
      await limited.fresh();
      const looseNo = await limited.uploaded();
      const before = await kept();
      for (const [name, deed] of Object.entries(deeds)) {
        const answer = await deed(limited.demo, foreign, looseNo);
        expect(codeOf(answer), name).to.equal('NOT_FOUND');
        expect(answer.body['message'], name).to.equal('没有找到，或不在账号的数据范围内');
      }
      // A number of its own beside it opens nothing, wherever it stands.
      const register = (about: object, query = '') => limited.demo.post(`/issues/register${query}`, { ...about, issueType: codeTables.issueType[0]?.code, issueDescription: note, attachments: [] });
      for (const about of [
        {}, { relatedOrderNo: 'LIKE-1' }, { platformOrderNo: own.platformOrderNo, relatedOrderNo: foreign.platformOrderNo }, { platformRefundOrderNo: foreign.platformRefundOrderNo, platformOrderNo: own.platformOrderNo },
        { platformOrderNo: own.platformRefundOrderNo }, { relatedOrderNo: own.issueNo },
      ]) expect(codeOf(await register(about)), JSON.stringify(about)).to.equal('NOT_FOUND');
      expect(codeOf(await register({ platformOrderNo: foreign.platformOrderNo }, `?platformOrderNo=${own.platformOrderNo}`))).to.equal('NOT_FOUND');
      expect(codeOf(await limited.demo.post('/callbacks/resend', { subject: 'refund', no: own.platformOrderNo }))).to.equal('NOT_FOUND');
      expect(codeOf(await limited.demo.get(`/issues/${own.issueNo}/attachments/${foreign.attachmentNo}`))).to.equal('NOT_FOUND');
      for (const odd of ['%E4%B8%89%E6%98%8E', 'x'.repeat(300), "1'%20or%20'1'='1", '%00']) {
        for (const path of [`/issues/${odd}`, `/callbacks/standing/${odd}`]) expect((await limited.demo.get(path)).status, path).to.be.oneOf([400, 404]);
      }
      expect(await kept()).to.equal(before);
    }
  });

  it('is done to its own, wherever the thing itself allows it', async () => {
    for (const { scope, own } of [limited.parts[0], limited.parts[3]]) {
      await limited.limitedTo(scope);
      await limited.fresh();
      const attachmentNo = await limited.uploaded();
      expect(codeOf(await limited.demo.post('/issues/attach', { issueNo: own.issueNo, attachments: [attachmentNo] }))).to.equal(200);
      const looseNo = await limited.uploaded();
      const came: Record<string, unknown> = {};
      for (const [name, deed] of Object.entries(deeds)) came[name] = codeOf(await deed(limited.demo, { ...own, attachmentNo }, looseNo));
      // What is on its way already is not sent again, and personal data is not looked at in a hurry: that depends on how long all this takes.
      const paced = new Set(['callbacks.resend callback', 'callbacks.resend order', 'callbacks.resend refund', 'orders.payer', 'issues.contact']);
      for (const name of paced) expect(came[name], name).to.be.oneOf([200, 'REFUSED', 'TOO_MANY']);
      // Somebody else has to decide, and of what was seen.
      expect(Object.fromEntries(Object.entries(came).filter(([name, code]) => code !== 200 && !paced.has(name)))).to.deep.equal({ 'refunds.review': 'REFUSED', 'repeat-orders.decide-refund': 'REFUSED', 'abnormal-orders.decide-refund': 'REFUSED' });
    }
  });

  it('finds again the issues that it registered, with their files, and the other institution does not', async () => {
    const [{ scope, own }, , other] = limited.parts;
    await limited.limitedTo(scope);
    const attachmentNo = await limited.uploaded();
    const registered = await limited.demo.post('/issues/register', { platformRefundOrderNo: own.doneRefundNo, issueType: codeTables.issueType[0]?.code, issueDescription: note, contactMobile: mobile, attachments: [attachmentNo] });
    const issueNo = String(registered.body['issueNo']);
    const listed = async () => ((await limited.demo.get('/lists/issues?pageSize=100')).body['rows'] as readonly Readonly<Record<string, unknown>>[]).map((row) => row['issueNo']);
    expect(await listed()).to.include(issueNo);
    expect((await limited.demo.get(`/issues/${issueNo}`)).body).to.deep.include({ issueNo, platformRefundOrderNo: own.doneRefundNo });
    expect((await limited.demo.download(`/issues/${issueNo}/attachments/${attachmentNo}`)).status).to.equal(200);
    await limited.limitedTo(other.scope);
    expect(await listed()).to.not.include(issueNo);
    expect(codeOf(await limited.demo.get(`/issues/${issueNo}`))).to.equal('NOT_FOUND');
    expect((await limited.demo.download(`/issues/${issueNo}/attachments/${attachmentNo}`)).status).to.equal(404);
    // A number that nobody knows the order of belongs to no institution.
    await limited.limitedTo({ kind: 'all' });
    const told = await limited.demo.post('/issues/register', { relatedOrderNo: 'NOBODYS-1', issueType: codeTables.issueType[0]?.code, issueDescription: note, attachments: [] });
    expect(await listed()).to.include(told.body['issueNo']);
    for (const part of limited.parts) {
      await limited.limitedTo(part.scope);
      expect(codeOf(await limited.demo.get(`/issues/${String(told.body['issueNo'])}`))).to.equal('NOT_FOUND');
    }
  });
});
