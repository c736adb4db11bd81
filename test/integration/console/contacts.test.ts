import { setTimeout as pause } from 'node:timers/promises';
import { expect } from 'chai';
import type { ConsoleAnswer, ConsoleClient } from '../../support/console-client.js';
import { ConsoleLife } from './console-life.js';

type Row = Readonly<Record<string, unknown>>;

/** Numbers of operators and of contacts of institutions and developers, in clear (ENC-04, PRV-02). */
describe('the mobile number of somebody who works with the platform', function () {
  this.timeout(120_000);
  const people = new Map<string, ConsoleClient>();
  let life: ConsoleLife;
  let numbers: Readonly<Record<'operators' | 'institutions' | 'developers', readonly [body: object, whose: string, number: string, kind: string]>>;
  before(async () => {
    life = await ConsoleLife.start();
    for (const account of ['sysadmin', 'secadmin', 'auditor', 'demo']) people.set(account, await life.person(account));
    const { operatorNo } = await ok('sysadmin', '/operators/invite', { account: 'chen.wei', name: '陈伟', mobile: '+86 138-0013-8001', remark: '' });
    await ok('demo', '/institutions/add', { institutionNo: 'I-ONE', institutionName: '市收费中心', adminAccount: 'center.admin', contactName: '林晓宇', contactMobile: '13800138002', remark: '' });
    const { devId } = await ok('demo', '/developers/add', { developerName: '办事大厅', contactName: '李建国', contactMobile: '13800138003', allowedAddresses: [], requestsPerSecond: 100, textsPayers: true, merchantNos: [] });
    numbers = {
      operators: [{ operatorNo }, String(operatorNo), '13800138001', 'operator'], institutions: [{ institutionNo: 'I-ONE' }, 'I-ONE', '13800138002', 'institution'], developers: [{ devId }, String(devId), '13800138003', 'developer'],
    };
  });
  after(async () => life.close());

  const by = (account: string): ConsoleClient => people.get(account) ?? expect.fail(account);
  const codeOf = ({ status, body }: ConsoleAnswer): unknown => (status === 200 ? 200 : body['code']);
  async function ok(account: string, path: string, body: object): Promise<Row> {
    const came = await by(account).post(path, body);
    expect(came.status, `${path} ${JSON.stringify(came.body)}`).to.equal(200);
    return came.body;
  }
  const fresh = async (...accounts: readonly string[]): Promise<void> => {
    life.city.advance(30_000);
    for (const account of accounts) await ok(account, '/step-up/code', { code: by(account).code(life.city.now()) });
  };
  const seen = async (): Promise<readonly Row[]> => {
    const rows: readonly Row[] = await life.city.resources.engine.reader('audit_entry').where({ action: 'personal-data.seen' }).orderBy('entry_id');
    return rows;
  };
  const see = (account: string, of: keyof typeof numbers, more: object = { reason: '系统割接，通知本人' }) => by(account).post(`/${of}/contact`, { ...numbers[of][0], ...more });
  const holders = { operators: 'sysadmin', institutions: 'demo', developers: 'demo' } as const;
  const kinds = Object.keys(holders) as (keyof typeof numbers)[];

  it('is shown whole to whoever has the right, after the second factor and with a reason; who saw whose and why is written down with the mask', async () => {
    await fresh('sysadmin', 'demo');
    for (const of of kinds) {
      const [, no, number, kind] = numbers[of];
      const had = (await seen()).length;
      expect([codeOf(await see(holders[of], of, {})), codeOf(await see(holders[of], of, { reason: '' })), codeOf(await see(holders[of], of, { reason: '割接', all: true }))], of).to.deep.equal(['BAD_REQUEST', 'BAD_REQUEST', 'BAD_REQUEST']);
      expect((await see(holders[of], of)).body, of).to.deep.equal({ mobile: number });
      const entries = await seen();
      expect(entries.length, of).to.equal(had + 1);
      const { rows } = (await by('auditor').get(`/lists/audit-logs?objectNo=${no}`)).body as { readonly rows: readonly Row[] };
      const entry = rows.find(({ operationDesc }) => String(operationDesc).includes('完整手机号')) ?? expect.fail(of);
      expect(entry, of).to.deep.include({ objectKind: kind, objectNo: no });
      expect(JSON.stringify(entries.at(-1)), of).to.include('系统割接').and.include(`${number.slice(0, 3)}****${number.slice(-4)}`).and.include('"actor_kind":"operator"');
      expect(JSON.stringify([entries, rows]), of).to.not.include(number);
    }
    for (const [, , number] of Object.values(numbers)) expect(life.city.log.join('\n')).to.not.include(number);
  });

  it('is not shown to anybody else, nor when the second factor was shown long ago; nobody of another office sees one, and each try is written down', async () => {
    await fresh('sysadmin', 'secadmin', 'auditor', 'demo');
    const had = (await seen()).length;
    for (const of of kinds) for (const account of people.keys()) if (account !== holders[of]) expect(codeOf(await see(account, of)), `${of} by ${account}`).to.equal('FORBIDDEN');
    life.city.advance(6 * 60_000);
    for (const of of kinds) expect(codeOf(await see(holders[of], of)), of).to.equal('STEP_UP');
    expect((await seen()).length).to.equal(had);
    const denied: readonly Row[] = await life.city.resources.engine.reader('audit_entry').where({ action: 'operator.denied' });
    expect(denied.length).to.be.at.least(9);
  });

  it('is asked for one at a time and not fast, whatever kind it is of; what there is not is said to be not there', async () => {
    await fresh('demo', 'sysadmin');
    const said = async (account: string, path: string, body: object) => {
      for (;;) {
        const { body: { code, message } } = await by(account).post(path, { ...body, reason: '通知本人' });
        if (code !== 'TOO_MANY') return [code, message];
        await pause(500);
      }
    };
    const { operatorNo } = await ok('sysadmin', '/operators/invite', { account: 'wang.fang', name: '王芳', remark: '' });
    expect(await said('sysadmin', '/operators/contact', { operatorNo })).to.deep.equal(['REFUSED', '没有登记手机号']);
    expect(await said('sysadmin', '/operators/contact', { operatorNo: '1'.repeat(26) })).to.deep.equal(['NOT_FOUND', '没有这个操作员']);
    expect(await said('demo', '/institutions/contact', { institutionNo: 'I-NONE' })).to.deep.equal(['NOT_FOUND', '没有这个收款机构']);
    expect(await said('demo', '/developers/contact', { devId: 'DEV0' })).to.deep.equal(['NOT_FOUND', '没有这个开发者']);
    const hasty = [await see('demo', 'institutions'), await see('demo', 'developers'), await see('demo', 'institutions')];
    expect(hasty.map(codeOf)).to.include('TOO_MANY');
    expect((hasty.at(-1) ?? expect.fail()).body).to.include({ code: 'TOO_MANY', message: '查看过于频繁，请稍后再试' });
  });

  it('is not for an account that is limited to a part: its own institution, another and one that is not there are refused alike', async () => {
    const limited = async (scope: object): Promise<void> => life.city.resources.unitOfWork.run(async ({ operators }) => {
      const operator = await operators.byAccount('demo') ?? expect.fail('demo');
      await operators.put({ ...operator, scope: scope as typeof operator.scope });
    });
    for (const scope of [{ kind: 'institution', institutionNo: 'I-ONE' }, { kind: 'institution', institutionNo: 'I-TWO' }, { kind: 'region', regionCode: '350402' }]) {
      await limited(scope);
      const answers = await Promise.all(['I-ONE', 'I-NONE'].map(async (institutionNo) => by('demo').post('/institutions/contact', { institutionNo, reason: '通知本人' })));
      answers.push(await see('demo', 'developers'));
      for (const { status, body } of answers) expect([status, body['code'], body['message']], JSON.stringify(scope)).to.deep.equal([403, 'FORBIDDEN', '账号的数据范围不能这样做']);
    }
    await limited({ kind: 'all' });
  });
});
