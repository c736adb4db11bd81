import { expect } from 'chai';
import exceljs from 'exceljs';
import { allLists } from '../../../contracts/lists/all-lists.js';
import type { ListView } from '../../../contracts/lists/list-view.js';
import { businessDay } from '../../../domain/kernel/china-time.js';
import type { ConsoleAnswer } from '../../support/console-client.js';
import { LimitedLife } from './limited-life.js';
import { mobile, type Numbers } from './two-institutions.js';

const owned = allLists.filter(({ byPayee }) => byPayee === true);
type Rows = readonly Readonly<Record<string, unknown>>[];
interface Menu { readonly list?: string; readonly path?: string; readonly children?: readonly Menu[] }

describe('what an account of the console reads that is limited to an institution or a region', function () {
  this.timeout(180_000);
  let limited: LimitedLife;
  /** A channel merchant of each payee. */
  let accounts: ReadonlyMap<unknown, string>;
  before(async () => {
    limited = await LimitedLife.start();
    const links = (await limited.demo.get('/lists/payee-channels?pageSize=100')).body['rows'] as Rows;
    accounts = new Map(links.map(({ merchantNo, channelMerchantId }) => [merchantNo, String(channelMerchantId)]));
  });
  after(async () => limited.life.close());

  const get = async (path: string) => {
    const { status, body } = await limited.demo.get(path);
    expect(status, `${path} ${JSON.stringify(body)}`).to.equal(200);
    return body;
  };
  /** All days, and by number what a list cannot be asked without. */
  const parametersFor = ({ filters }: ListView, numbers: Numbers): Record<string, string> => Object.fromEntries(Object.entries(filters).flatMap(([name, { control, required }]) => {
    if (control === 'dateRange') return [[`${name}From`, '20250101']];
    if (required !== true) return [];
    const asked: Readonly<Record<string, string | undefined>> = { ...numbers, platformRefundOrderNo: numbers.doneRefundNo, channelMerchantId: accounts.get(numbers.merchantNo), orderDate: businessDay(limited.life.city.now()) };
    return [[name, asked[name] ?? '']];
  }));
  const read = async ({ name }: Pick<ListView, 'name'>, parameters: Readonly<Record<string, string>>): Promise<{ readonly rows: Rows; readonly totals: Readonly<Record<string, unknown>> }> => {
    const query = new URLSearchParams(parameters).toString();
    const [{ rows }, totals] = [await get(`/lists/${name}?${query}&pageSize=100`), await get(`/lists/${name}/totals?${query}`)];
    expect(totals['count'], name).to.equal((rows as Rows).length);
    return { rows: rows as Rows, totals };
  };
  const ordersIn = async (query: string): Promise<readonly string[]> => (await read({ name: 'pay-orders' }, Object.fromEntries(new URLSearchParams(query)))).rows.map(({ platformOrderNo }) => String(platformOrderNo)).sort();
  const ordersOf = (...all: readonly Numbers[]): readonly string[] => all.flatMap(({ platformOrderNo, unpaidOrderNo }) => [platformOrderNo, unpaidOrderNo]).sort();

  const codeOf = ({ status, body }: ConsoleAnswer): unknown => (status === 200 ? 200 : body['code']);

  it('sees its own orders, however it asks, and counts no others', async () => {
    await limited.limitedTo({ kind: 'all' });
    expect(await ordersIn('')).to.deep.equal(ordersOf(...limited.both));
    for (const { scope, own, foreign } of limited.parts) {
      await limited.limitedTo(scope);
      for (const query of ['', `payerMobile=${mobile}`, 'payeeName=']) expect(await ordersIn(query), query).to.deep.equal(ordersOf(own));
      expect(await ordersIn('bizOrderNo=LIKE-1')).to.deep.equal([own.platformOrderNo]);
      expect(await ordersIn(`platformOrderNo=${foreign.platformOrderNo}`)).to.deep.equal([]);
    }
    await limited.limitedTo({ kind: 'region', regionCode: '350400' });
    expect(await ordersIn('')).to.deep.equal(ordersOf(...limited.both));
    await limited.limitedTo({ kind: 'region', regionCode: '350499' });
    expect(await ordersIn('')).to.deep.equal([]);
  });

  it('gets of every list the rows, counts and sums of its own, and nothing by the numbers of another', async () => {
    expect(owned.length).to.be.above(30);
    for (const view of owned) {
      const seen: string[] = [];
      let parts = 0;
      for (const { scope, own, foreign } of limited.parts) {
        await limited.limitedTo(scope);
        const { rows, totals } = await read(view, parametersFor(view, own));
        expect(rows.length, view.name).to.be.above(0);
        // Each part is read as an institution and as a region.
        parts += rows.length / 2;
        const text = JSON.stringify(rows);
        for (const number of Object.values(foreign)) expect(text, view.name).to.not.include(number);
        // Through how many accounts each is paid, the demo says.
        if (!['payee-channels', 'payee-accounts'].includes(view.name)) seen.push(JSON.stringify(totals));
        const needed = Object.entries(view.filters).filter(([name, { required }]) => required === true && name !== 'orderDate');
        if (needed.length > 0) expect((await read(view, parametersFor(view, foreign))).rows, view.name).to.deep.equal([]);
      }
      // They are alike: whoever counted a row of the other would count more.
      expect(new Set(seen).size, view.name).to.be.below(2);
      await limited.limitedTo({ kind: 'all' });
      if (view.kind === 'list' && view.name !== 'settlements') expect((await read(view, parametersFor(view, limited.both[0]))).rows.length, view.name).to.be.at.least(parts);
    }
  });

  it('exports what it sees, and nothing of another', async () => {
    const [{ scope, own, foreign }] = limited.parts;
    await limited.limitedTo(scope);
    const exported = async (view: ListView): Promise<void> => {
      const parameters = parametersFor(view, own);
      const { rows } = await read(view, parameters);
      const started = await limited.demo.post(`/lists/${view.name}/export`, { parameters });
      const over = await limited.life.city.until(`the export of ${view.name}`, async () => {
        const { body } = await limited.demo.get(`/exports/${String(started.body['exportNo'])}`);
        return body['state'] === 'running' ? undefined : body;
      }, 60_000);
      expect(over['written'], view.name).to.equal(rows.length);
      const { bytes } = await limited.demo.download(`/files/${String(over['fileNo'])}`);
      const workbook = new exceljs.Workbook();
      await workbook.xlsx.load(bytes as unknown as exceljs.Buffer);
      const text = JSON.stringify(workbook.worksheets.map((sheet) => sheet.getSheetValues()));
      expect(text.length, view.name).to.be.above(20);
      for (const number of Object.values(foreign)) expect(text, view.name).to.not.include(number);
    };
    // One of each way in which a list is narrowed: a spreadsheet takes its time. That each list streams what it shows, the contract of the reader has.
    const some = ['pay-orders', 'settlements', 'callbacks', 'issues', 'repeat-notes', 'notice-log', 'payees'];
    for (const view of owned.filter(({ name }) => some.includes(name))) await exported(view);
  });

  it('fetches no file of the time when it saw more (ISO-05)', async () => {
    await limited.limitedTo({ kind: 'all' });
    const started = await limited.demo.post('/lists/pay-orders/export', { parameters: {} });
    const fileNo = await limited.life.city.until('the export', async () => (await limited.demo.get(`/exports/${String(started.body['exportNo'])}`)).body['fileNo'] as string | undefined);
    expect((await limited.demo.get(`/files/${fileNo}`)).status).to.equal(200);
    await limited.limitedTo({ kind: 'institution', institutionNo: 'INST0' });
    expect((await limited.demo.get(`/files/${fileNo}`)).body['code']).to.equal('NOT_FOUND');
  });

  it('reads no list of the whole platform, and exports none', async () => {
    await limited.limitedTo({ kind: 'institution', institutionNo: 'INST0' });
    for (const { name } of allLists.filter(({ rowScope, byPayee }) => rowScope === 'all' && byPayee !== true)) {
      for (const path of [`/lists/${name}`, `/lists/${name}/totals`, `/lists/${name}/declaration`]) expect((await limited.demo.get(path)).body['code'], path).to.equal('FORBIDDEN');
      expect((await limited.demo.post(`/lists/${name}/export`, { parameters: {} })).body['code'], name).to.equal('FORBIDDEN');
    }
  });

  it('finds on the first page its own figures and what waits in the lists that are for it', async () => {
    const home = async () => {
      const { orders, refunds, tasks } = await get('/home') as { readonly orders: Readonly<Record<string, unknown>> & { readonly hours: readonly number[] }; readonly refunds: unknown; readonly tasks: readonly { readonly key: string; readonly count: number }[] };
      return { placed: orders['placed'], paid: orders['paid'], channels: orders['channels'], byHour: orders.hours.reduce((sum, hour) => sum + hour, 0), refunds, tasks: Object.fromEntries(tasks.map(({ key, count }) => [key, count])) };
    };
    const once = { placed: 2, paid: { count: 1, amount: '12000' }, channels: [{ channel: 'alipay', title: '支付宝', count: 1, amount: '12000' }], byHour: 1, refunds: { asked: { count: 2, amount: '1000' }, done: { count: 1, amount: '500' } } };
    for (const { scope } of limited.parts) {
      await limited.limitedTo(scope);
      expect(await home()).to.deep.equal({ ...once, tasks: { 'abnormal-orders': 1, 'repeat-orders': 1, 'abnormal-give-backs': 0, 'repeat-give-backs': 0, refunds: 1, issues: 2, 'e-bills': 0, pushes: 1 } });
    }
    await limited.limitedTo({ kind: 'region', regionCode: '350499' });
    expect(await home()).to.deep.include({ placed: 0, paid: { count: 0, amount: '0' }, channels: [], byHour: 0, refunds: { asked: { count: 0, amount: '0' }, done: { count: 0, amount: '0' } } });
    await limited.limitedTo({ kind: 'all' });
    const whole = await home();
    expect(whole).to.deep.include({ placed: 4, paid: { count: 2, amount: '24000' }, byHour: 2 });
    expect(whole.tasks).to.include({ 'abnormal-orders': 2, 'repeat-orders': 2, refunds: 2 }).and.include.keys('alerts', 'differences');
  });

  it('is offered no page, link or right that it can do nothing with', async () => {
    await limited.limitedTo({ kind: 'all' });
    expect((await get('/me'))['isLimited']).to.equal(false);
    await limited.limitedTo({ kind: 'institution', institutionNo: 'INST0' });
    const { isLimited, menu, permissions } = await get('/me') as { readonly isLimited: boolean; readonly menu: readonly Menu[]; readonly permissions: readonly string[] };
    expect(isLimited).to.equal(true);
    const pages = menu.flatMap(({ children = [] }) => children);
    expect(pages.map(({ list }) => list)).to.include.members(['pay-orders', 'issues', 'repeat-orders', 'payees', 'settlements', 'callbacks', 'e-bills']).and.not.include.members(['alerts', 'developers']);
    for (const { list, path } of pages) expect((await limited.demo.get(`/lists/${list}/declaration`)).status, path).to.equal(200);
    expect(permissions).to.include.members(['service-desk.callbacks.resend', 'service-desk.issues.edit', 'service-desk.repeat-orders.handle', 'service-desk.pay-orders.read']);
    for (const useless of ['config.payees.edit', 'config.payee-channels.edit', 'platform.workbench.use', 'platform.developers.keys', 'finance.differences.handle', 'platform.alerts.read']) expect(permissions).to.not.include(useless);
    for (const { name } of owned) {
      const { record, related = [], columns } = await get(`/lists/${name}/declaration`) as { readonly record?: { readonly list: string }; readonly related?: readonly { readonly list: string }[]; readonly columns: readonly { readonly link?: { readonly list: string } }[] };
      const led = [...related, ...(record === undefined ? [] : [record]), ...columns.flatMap(({ link }) => (link === undefined ? [] : [link]))];
      for (const { list } of led) expect((await limited.demo.get(`/lists/${list}/declaration`)).status, `${name} leads to ${list}`).to.equal(200);
    }
    expect((await get('/lists/repeat-order/declaration'))['related']).to.deep.include.members([{ list: 'repeat-notes', title: '重缴订单处理记录', with: { attemptNo: 'attemptNo' } }]);
  });

  it('sees personal data in clear of its own orders only, with a reason, and each time is written down', async () => {
    await limited.limitedTo({ kind: 'institution', institutionNo: 'INST0' });
    const [{ own, foreign }] = limited.parts;
    const see = (platformOrderNo: string, reason = '缴款人来电查询') => limited.demo.post('/orders/payer', { platformOrderNo, reason });
    limited.life.city.advance(6 * 60_000);
    expect(codeOf(await see(own.platformOrderNo))).to.equal('STEP_UP');
    await limited.fresh();
    const had = (await limited.rowsIn('audit_entry')).filter(({ action }) => action === 'personal-data.seen').length;
    expect(codeOf(await see(foreign.platformOrderNo))).to.equal('NOT_FOUND');
    expect(codeOf(await see(`${own.platformOrderNo.slice(0, -1)}x`))).to.equal('BAD_REQUEST');
    expect(codeOf(await limited.demo.post('/orders/payer', { platformOrderNo: own.platformOrderNo }))).to.equal('BAD_REQUEST');
    const seen = await see(own.platformOrderNo);
    expect([seen.status, seen.body]).to.deep.equal([200, { name: '王小明', mobile }]);
    expect(codeOf(await see(own.platformOrderNo))).to.equal(200);
    expect(codeOf(await see(own.platformOrderNo)), 'a third time at once').to.equal('TOO_MANY');
    const entries = (await limited.rowsIn('audit_entry')).filter(({ action }) => action === 'personal-data.seen');
    expect(entries.length).to.equal(had + 2);
    const written = JSON.stringify(entries);
    expect(written).to.include('缴款人来电查询').and.include(own.platformOrderNo).and.include('手机号');
    expect(written).to.not.include(mobile).and.not.include('王小明');
    expect(limited.life.city.log.join('\n')).to.not.include(mobile).and.not.include('王小明');
  });
});
