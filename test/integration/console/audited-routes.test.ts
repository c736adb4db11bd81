import { expect } from 'chai';
import { PublicKeys } from '../../../adapters/outbound/crypto/public-keys.js';
import type { ConsoleRoute } from '../../../adapters/inbound/console-api/route.js';
import { VerifyAuditFile } from '../../../application/operators/verify-audit-file.js';
import { consoleRoutes } from '../../../bootstrap/console-port.js';
import { businessDay, longTime } from '../../../domain/kernel/china-time.js';
import type { ConsoleClient } from '../../support/console-client.js';
import { ConsoleLife } from './console-life.js';

type Entry = Readonly<Record<'entry_id' | 'action' | 'object_kind' | 'object_no' | 'actor_address', string>>;
async function* each(lines: readonly string[]): AsyncIterable<string> { for (const line of lines) yield Promise.resolve(line); }

/** AUD-01: whatever changes something leaves exactly one entry, refused or done. */
describe('what the operation log says of the routes of the console', function () {
  this.timeout(180_000);
  let life: ConsoleLife;
  const people = new Map<string, { readonly client: ConsoleClient; readonly operatorNo: string; readonly rights: ReadonlySet<string> }>();
  before(async () => {
    life = await ConsoleLife.start();
    for (const account of life.codes.keys()) {
      const client = await life.person(account);
      const checked = await life.desk.checkSession.run(client.cookie?.split('=')[1] ?? '', true);
      if (!checked.ok) throw new Error(checked.refusal);
      people.set(account, { client, operatorNo: checked.value.operator.operatorNo, rights: checked.value.rights });
    }
  });
  after(async () => life.close());

  const entriesOf = async (operatorNo: string): Promise<readonly Entry[]> =>
    await life.city.resources.engine.reader('audit_entry').select('entry_id', 'action', 'object_kind', 'object_no', 'actor_address').where({ actor_code: operatorNo, actor_kind: 'operator' }) as readonly Entry[];
  /** What somebody's entries are that were not there before. */
  async function left(account: string, work: (client: ConsoleClient) => Promise<unknown>): Promise<readonly (readonly string[])[]> {
    const { client, operatorNo } = people.get(account) ?? expect.fail(account);
    const before = new Set((await entriesOf(operatorNo)).map(({ entry_id }) => entry_id));
    await work(client);
    return (await entriesOf(operatorNo)).filter(({ entry_id }) => !before.has(entry_id)).map(({ action, object_kind, object_no }) => [action, object_kind, object_no]);
  }
  const call = (client: ConsoleClient, { method, path }: ConsoleRoute) => {
    const address = path.replace(/:\w+/g, '1'.repeat(26));
    return method === 'GET' ? client.get(address) : client.post(address, { thisIsNoField: true });
  };

  it('each that somebody has no right to leaves exactly one entry of a refused access', async () => {
    const guarded = consoleRoutes(life.city.platform.container, life.city.config).filter(({ method, access }) => method === 'POST' && typeof access === 'object');
    expect(guarded.length).to.be.above(80);
    for (const route of guarded) {
      const stranger = [...people].find(([, { rights }]) => typeof route.access === 'object' && !rights.has(route.access.permission));
      if (stranger === undefined) expect.fail(`${route.name} is for everybody`);
      const found = await left(stranger[0], async (client) => { expect((await call(client, route)).body['code'], route.name).to.equal('FORBIDDEN'); });
      expect(found, route.name).to.deep.equal([['operator.denied', 'function', route.summary]]);
    }
  });

  it('the sharpest leave exactly one of their own where they are done', async () => {
    const done = async (account: string, path: string, body: object): Promise<readonly [Readonly<Record<string, unknown>>, readonly (readonly string[])[]]> => {
      let answer: Readonly<Record<string, unknown>> = {};
      const found = await left(account, async (client) => {
        const came = await client.post(path, body);
        if (came.body['code'] === 'STEP_UP') throw new Error('the suite takes too long for one second factor');
        expect(came.status, `${path}: ${JSON.stringify(came.body)}`).to.equal(200);
        answer = came.body;
      });
      return [answer, found];
    };
    // Minutes have passed with the refusals.
    for (const { client } of people.values()) {
      life.city.advance(30_000);
      expect((await client.post('/step-up/code', { code: client.code(life.city.now()) })).status).to.equal(200);
    }
    const [{ operatorNo }, invited] = await done('sysadmin', '/operators/invite', { account: 'chen.wei', name: '陈伟', remark: '' });
    const no = String(operatorNo);
    expect(invited).to.deep.equal([['operator.invited', 'operator', no]]);
    expect((await done('sysadmin', '/operators/edit', { operatorNo: no, version: 1, name: '陈伟伟', remark: '' }))[1]).to.deep.equal([['operator.edited', 'operator', no]]);
    const role = { roleCode: 'finance', roleName: '财务', permissions: ['finance.reconciliation.run'], remark: '' };
    expect((await done('secadmin', '/roles/add', role))[1]).to.deep.equal([['role.added', 'operator-role', 'finance']]);
    expect((await done('secadmin', '/roles/edit', { ...role, version: 1, remark: '二' }))[1]).to.deep.equal([['role.edited', 'operator-role', 'finance']]);
    const [{ requestNo }, asked] = await done('sysadmin', '/grants/ask', { operatorNo: no, roleCodes: ['finance'], remark: '新入职' });
    expect(asked).to.deep.equal([['operator.grant-asked', 'operator', no]]);
    expect((await done('secadmin', '/grants/decide', { requestNo, decision: 'approve', remark: '同意' }))[1]).to.deep.equal([['operator.granted', 'operator', no]]);
    for (const [account, verb, action] of [
      ['sysadmin', 'disable', 'disabled'], ['sysadmin', 'enable', 'enabled'], ['secadmin', 'unlock', 'unlocked'], ['secadmin', 'end-sessions', 'sessions-ended'],
    ] as const) expect((await done(account, `/operators/${verb}`, { operatorNo: no }))[1], verb).to.deep.equal([[`operator.${action}`, 'operator', no]]);
    expect((await done('auditor', '/audit/verify', {}))[1]).to.deep.equal([['audit.verified', 'audit-log', 'audit-log']]);
    expect((await done('demo', '/menus/edit', { menuKey: 'p.pay-orders', version: 1, menuName: '订单查询', parentKey: 'd.service-desk', remark: '' }))[1]).to.deep.equal([['menu.edited', 'menu', 'p.pay-orders']]);
    const { city } = life;
    const { platformOrderNo } = await city.rsa2.createOrder({
      merchantNo: city.credentials.developers[0]?.merchantNo ?? '', bizOrderNo: 'AUD-1', orderDate: longTime(city.now()).slice(0, 8), orderTime: longTime(city.now()), orderTitle: '考试费', orderAmount: '12000', payerMobile: '13800138000', payerName: '王小明',
    }) as { readonly platformOrderNo: string };
    expect((await done('demo', '/orders/payer', { platformOrderNo, reason: '来电查询' }))[1].map(([, ...about]) => about)).to.deep.equal([['order', platformOrderNo]]);
    const { client: auditor } = people.get('auditor') ?? expect.fail();
    const rows = (await auditor.get(`/lists/audit-logs?objectNo=${platformOrderNo}`)).body['rows'] as readonly Readonly<Record<string, unknown>>[];
    expect(rows.map(({ objectKind, objectNo }) => [objectKind, objectNo]), 'what was done to an order is found by its number, and whose data was read').to.deep.include(['order', platformOrderNo]);
  });

  it('what somebody says of a deed stands with it; what nobody could read is refused, and nothing is done', async () => {
    const demo = people.get('demo')?.client ?? expect.fail('demo');
    const stands = async () => (await demo.get('/lists/industries?pageSize=100')).body['rows'] as readonly Readonly<Record<string, unknown>>[];
    const industry = { industryCode: 'SAID', industryName: '说明', remark: '' };
    expect((await demo.post('/industries/add', industry)).status).to.equal(200);
    for (const deedRemark of ['\u0007响', '右\u202e左', '长'.repeat(201), 7]) {
      expect((await demo.post('/industries/disable', { industryCode: 'SAID', version: 1, deedRemark })).body, JSON.stringify(deedRemark)).to.include({ code: 'BAD_REQUEST', field: 'deedRemark' });
    }
    expect((await stands()).find((row) => row['industryCode'] === 'SAID')).to.include({ enabled: '1', version: 1 });
    for (const [verb, version, deedRemark] of [['disable', 1, ' 按财政局〔2026〕12 号文 '], ['enable', 2, ''], ['remove', 3, '重复']] as const) {
      expect((await demo.post(`/industries/${verb}`, { industryCode: 'SAID', version, deedRemark })).status, verb).to.equal(200);
    }
    const { operatorNo } = people.get('demo') ?? expect.fail('demo');
    for (const [account, path, body, objectNo] of [
      ['sysadmin', '/operators/disable', { operatorNo }, operatorNo], ['sysadmin', '/operators/enable', { operatorNo }, operatorNo], ['secadmin', '/operators/unlock', { operatorNo }, operatorNo],
      ['secadmin', '/operators/end-sessions', { operatorNo }, operatorNo], ['secadmin', '/operators/reset', { operatorNo }, operatorNo], ['secadmin', '/roles/delete', { roleCode: 'unused' }, 'unused'],
    ] as const) {
      const { client } = people.get(account) ?? expect.fail(account);
      if (path === '/roles/delete') expect((await client.post('/roles/add', { roleCode: 'unused', roleName: '闲置', permissions: ['finance.reconciliation.run'], remark: '' })).status).to.equal(200);
      const came = await client.post(path, { ...body, deedRemark: `因${path}` });
      expect(came.status, `${path}: ${JSON.stringify(came.body)}`).to.equal(200);
      const noted = await life.city.resources.engine.reader('audit_entry').select('description').where({ object_no: objectNo }) as readonly { readonly description: string }[];
      expect(noted.filter(({ description }) => description.endsWith(`；备注：因${path}`)), path).to.have.length(1);
    }
    const said = await life.city.resources.engine.reader('audit_entry').select('description').where({ object_no: 'SAID' }).orderBy('entry_id') as readonly { readonly description: string }[];
    expect(said.map(({ description }) => description)).to.deep.equal(['新增行业 说明', '停用行业 说明；备注：按财政局〔2026〕12 号文', '启用行业 说明', '删除行业 说明；备注：重复']);
  });

  it('give a file of the log that is verified without the database, and names a line that was altered (AUD-07)', async () => {
    const { city } = life;
    const { client: auditor } = people.get('auditor') ?? expect.fail();
    await city.until('a numbered entry', async () => ((await city.resources.auditChain.last())?.seq ?? 0) > 20 || undefined);
    const today = businessDay(city.now());
    expect((await auditor.post('/audit/file', { from: today, to: '20260101' })).body).to.include({ code: 'REFUSED', field: 'to' });
    const found = await left('auditor', async (client) => {
      const { status, body, headers } = await client.post('/audit/file', { from: today, to: today });
      expect([status, headers.get('content-disposition')?.startsWith('attachment; ')]).to.deep.equal([200, true]);
      const lines = String(body['text']).trimEnd().split('\n');
      const { digests, verifier, vault } = city.resources;
      const verify = new VerifyAuditFile({ digests, verifier, keys: new PublicKeys(), vault });
      expect(await verify.run(each(lines))).to.deep.include({ ok: true, withCodes: true, strangeHeads: 0 });
      const altered = lines.map((line, at) => (at === 3 ? line.replace('"description":"', '"description":"不') : line));
      expect(await verify.run(each(altered))).to.deep.include({ ok: false, lineNo: 4, why: 'entry-changed' });
      expect(String(body['text'])).to.contain('新增操作员').and.not.contain('13800138000');
    });
    expect(found).to.deep.equal([['audit.exported', 'audit-log', 'audit-log']]);
  });
});
