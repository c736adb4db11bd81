import { expect } from 'chai';
import { codeTables } from '../../../contracts/lists/codes.js';
import type { DataScope } from '../../../domain/operators/operator.js';
import type { ConsoleClient } from '../../support/console-client.js';
import { longTime } from '../../../domain/kernel/china-time.js';
import { ConsoleLife } from './console-life.js';

const mobile = '13800138000';
const by = { kind: 'system', code: 'test', address: undefined } as const;

/** Two institutions with like orders: same payer, same amounts, same numbers of the business system as far as the gateway lets them be the same. */
describe('an account of the console that is limited to an institution or a region', function () {
  this.timeout(120_000);
  let life: ConsoleLife;
  let demo: ConsoleClient;
  const orders: { readonly merchantNo: string; readonly platformOrderNo: string }[] = [];

  before(async () => {
    life = await ConsoleLife.start();
    demo = await life.person('demo');
    const { city } = life;
    const { directory, directoryEditor } = city.resources;
    for (const [at, client] of [city.rsa2, city.sm2].entries()) {
      const merchantNo = city.credentials.developers[at]?.merchantNo ?? '';
      const payee = await directory.payee(merchantNo);
      if (payee === undefined) throw new Error('no such payee');
      await directoryEditor.savePayee({ ...payee, institutionNo: `INST${at}`, regionCode: at === 0 ? '350402' : '350404' }, by);
      for (const bizOrderNo of ['LIKE-1', 'LIKE-2']) {
        const { platformOrderNo } = await client.createOrder({
          merchantNo, bizOrderNo, orderDate: longTime(city.now()).slice(0, 8), orderTime: longTime(city.now()), orderTitle: '考试费', orderAmount: '12000', payerMobile: mobile, payerName: '王小明',
        }) as { readonly platformOrderNo: string };
        orders.push({ merchantNo, platformOrderNo });
      }
    }
    await city.resources.unitOfWork.run(async ({ directory: books }) => {
      for (const [regionCode, parentRegionCode] of [['350400', undefined], ['350402', '350400'], ['350404', '350400']] as const) {
        if (await books.regions.one({ regionCode }) === undefined) await books.regions.add({ regionCode, regionName: regionCode, parentRegionCode, adminOperatorNo: undefined, enabled: true, remark: '', createdAt: city.now(), version: 1 });
      }
    });
  });
  after(async () => life.close());

  const limitedTo = (scope: DataScope): Promise<void> => life.city.resources.unitOfWork.run(async ({ operators }) => {
    const operator = await operators.byAccount('demo');
    if (operator !== undefined) await operators.put({ ...operator, scope });
  });
  const own = (at: number): readonly string[] => orders.filter(({ merchantNo }) => merchantNo === orders[at * 2]?.merchantNo).map(({ platformOrderNo }) => platformOrderNo).sort();
  const numbersOf = async (path: string): Promise<readonly string[]> => {
    const { status, body } = await demo.get(path);
    expect(status, JSON.stringify(body)).to.equal(200);
    const { rows, totals } = body as { readonly rows: readonly Readonly<Record<string, unknown>>[]; readonly totals: { readonly count: number } };
    expect(totals.count).to.equal(rows.length);
    return rows.map(({ platformOrderNo }) => String(platformOrderNo)).sort();
  };

  it('sees its own orders, however it asks, and counts no others', async () => {
    expect(await numbersOf('/lists/pay-orders')).to.deep.equal([...own(0), ...own(1)].sort());
    for (const [at, scope] of [{ kind: 'institution', institutionNo: 'INST0' }, { kind: 'institution', institutionNo: 'INST1' }, { kind: 'region', regionCode: '350402' }, { kind: 'region', regionCode: '350404' }].entries() as Iterable<[number, DataScope]>) {
      await limitedTo(scope);
      const mine = own(at % 2);
      const [foreign] = own(1 - at % 2);
      for (const query of ['', `?payerMobile=${mobile}`, '?payeeName=']) expect(await numbersOf(`/lists/pay-orders${query}`), query).to.deep.equal(mine);
      expect((await numbersOf('/lists/pay-orders?bizOrderNo=LIKE-1')).length).to.equal(1);
      expect(await numbersOf(`/lists/pay-orders?platformOrderNo=${foreign}`)).to.deep.equal([]);
      for (const detail of ['pay-order', 'order-refunds', 'order-callbacks']) expect(await numbersOf(`/lists/${detail}?platformOrderNo=${foreign}`), detail).to.deep.equal([]);
      expect(await numbersOf(`/lists/pay-order?platformOrderNo=${mine[0]}`)).to.deep.equal([mine[0]]);
    }
    await limitedTo({ kind: 'region', regionCode: '350400' });
    expect((await numbersOf('/lists/pay-orders')).length).to.equal(4);
    await limitedTo({ kind: 'region', regionCode: '350499' });
    expect(await numbersOf('/lists/pay-orders')).to.deep.equal([]);
  });

  it('fetches no file of the time when it saw more (ISO-05)', async () => {
    await limitedTo({ kind: 'all' });
    const started = await demo.post('/lists/pay-orders/export', { parameters: {} });
    const exportNo = String(started.body['exportNo']);
    const fileNo = await life.city.until('the export', async () => (await demo.get(`/exports/${exportNo}`)).body['fileNo'] as string | undefined);
    expect((await demo.get(`/files/${fileNo}`)).status).to.equal(200);
    await limitedTo({ kind: 'institution', institutionNo: 'INST0' });
    expect((await demo.get(`/files/${fileNo}`)).body['code']).to.equal('NOT_FOUND');
  });

  it('registers an issue on its own orders, named in the body, and on nothing else', async () => {
    await limitedTo({ kind: 'region', regionCode: '350402' });
    const [[mine = ''], [foreign = '']] = [own(0), own(1)];
    const issueType = codeTables.issueType[0]?.code;
    const register = async (query: string, about: object) => (await demo.post(`/issues/register${query}`, { ...about, issueType, issueDescription: '缴款人来电', attachments: [] })).body['code'];
    for (const about of [{ platformRefundOrderNo: foreign }, { relatedOrderNo: foreign }, { platformOrderNo: foreign }, {}]) {
      for (const query of ['', `?platformOrderNo=${mine}`]) expect(await register(query, about), `${query} ${JSON.stringify(about)}`).to.equal('NOT_FOUND');
    }
    expect(await register('', { platformOrderNo: mine, relatedOrderNo: foreign })).to.equal('BAD_REQUEST');
    expect(await register(`?platformOrderNo=${foreign}`, { platformOrderNo: mine })).to.equal(undefined);
    expect((await life.city.resources.engine.reader.table('desk_issue')).length).to.equal(1);
  });

  it('reads no list of the whole platform, and exports none', async () => {
    await limitedTo({ kind: 'institution', institutionNo: 'INST0' });
    for (const list of ['developers', 'channel-merchants', 'reconcile-days', 'share-log']) {
      expect((await demo.get(`/lists/${list}`)).body['code'], list).to.equal('FORBIDDEN');
      expect((await demo.get(`/lists/${list}/declaration`)).body['code'], list).to.equal('FORBIDDEN');
      expect((await demo.post(`/lists/${list}/export`, { parameters: {} })).body['code'], list).to.equal('FORBIDDEN');
    }
  });

  it('sees personal data in clear of its own orders only, with a reason, and each time is written down', async () => {
    await limitedTo({ kind: 'institution', institutionNo: 'INST0' });
    const [[mine = ''], [foreign = '']] = [own(0), own(1)];
    const see = (platformOrderNo: string, reason = '缴款人来电查询') => demo.post('/orders/payer', { platformOrderNo, reason });
    life.city.advance(6 * 60_000);
    expect((await see(mine)).body['code']).to.equal('STEP_UP');
    expect((await demo.post('/step-up/code', { code: demo.code(life.city.now()) })).status).to.equal(200);
    expect((await see(foreign)).body['code']).to.equal('NOT_FOUND');
    expect((await see(`${mine.slice(0, -1)}x`)).body['code']).to.equal('BAD_REQUEST');
    expect((await demo.post('/orders/payer', { platformOrderNo: mine })).body['code']).to.equal('BAD_REQUEST');
    const seen = await see(mine);
    expect([seen.status, seen.body]).to.deep.equal([200, { name: '王小明', mobile }]);
    expect((await see(mine)).status).to.equal(200);
    expect((await see(mine)).body['code'], 'a third time at once').to.equal('TOO_MANY');
    const entries = await life.city.resources.engine.reader.table('audit_entry').where({ action: 'personal-data.seen' }) as readonly Readonly<Record<string, unknown>>[];
    expect(entries.length).to.equal(2);
    const kept = JSON.stringify(entries);
    expect(kept).to.include('缴款人来电查询').and.include(mine).and.include('手机号');
    expect(kept).to.not.include(mobile).and.not.include('王小明');
    expect(life.city.log.join('\n')).to.not.include(mobile).and.not.include('王小明');
  });
});
