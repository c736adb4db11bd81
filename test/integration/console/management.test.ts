import { expect } from 'chai';
import type { City } from '../../support/city.js';
import type { ConsoleClient } from '../../support/console-client.js';
import { freshCode, orderData } from '../gateway/outsider.js';
import { ConsoleLife } from './console-life.js';

interface Row { readonly [column: string]: string | number | null }
interface Menu { readonly key: string; readonly title: string; readonly path?: string; readonly children?: readonly Menu[] }

/** Home, alerts, logs and the menu over real sockets, in a city where something is paid. */
describe('the management of the platform at the console', function () {
  this.timeout(120_000);
  let life: ConsoleLife;
  let demo: ConsoleClient;
  let auditor: ConsoleClient;
  before(async () => {
    life = await ConsoleLife.start();
    [demo, auditor] = [await life.person('demo'), await life.person('auditor')];
  });
  after(async () => life.close());

  const rowsOf = async (list: string, query = ''): Promise<readonly Row[]> => (await demo.get(`/lists/${list}${query}`)).body['rows'] as readonly Row[];
  const countOf = async (list: string, query = ''): Promise<number> => (await demo.get(`/lists/${list}/totals${query}`)).body['count'] as number;
  const menuOf = async (client: ConsoleClient): Promise<readonly Menu[]> => (await client.get('/me')).body['menu'] as readonly Menu[];
  const eventually = <T>(what: string, probe: () => Promise<T | undefined>): Promise<T> => life.city.until(what, probe, 20_000);
  const alarm = (event: string, fields: Readonly<Record<string, string | number>>): void => { life.city.resources.journal.alarm(event, fields); };

  it('stores what concerns people once for each thing, shows it with its order, and nothing of it to others', async () => {
    for (let n = 1; n <= 40; n++) alarm('callback-given-up', { callbackId: 'C1', orderNo: 'P1', tries: n, answer: '13800138000' });
    alarm('audit-chain-broken', { seq: 7 });
    const rows = await eventually('two alerts', async () => { const found = await rowsOf('alerts'); return found.length >= 2 ? found : undefined; });
    const callback = rows.find(({ alertType }) => alertType === 'CALLBACK');
    expect(callback).to.include({ alertLevel: 'MAJOR', relatedOrderNo: 'P1', times: 40, handleState: '0', readState: '0', message: '通知业务系统多次未成功，已停止自动通知（通知 C1，次数 40）' });
    expect(JSON.stringify(rows)).to.not.include('13800138000');
    expect((await auditor.get('/lists/alerts')).status).to.equal(403);
  });

  it('lets an alert be read and handled with a remark, once, and writes both into the operation log', async () => {
    const [{ alertNo, message } = { alertNo: '', message: '' }] = await rowsOf('alerts', '?alertType=CALLBACK');
    expect((await demo.post('/alerts/read', { alertNo })).body).to.deep.equal({ count: 1 });
    expect((await demo.post('/alerts/read', { alertNo })).status).to.equal(422);
    for (const body of [{ alertNo }, { alertNo, remark: '' }, { alertNo, remark: 'x'.repeat(201) }, { alertNo, remark: 'a\u0000b' }, { alertNo, remark: '好\u202e' }, { alertNo: "' or '1'='1", remark: 'x' }, { alertNo, remark: 'x', state: 'unread' }, { alertNo: [alertNo], remark: 'x' }]) {
      expect((await demo.post('/alerts/handle', body)).body['code'], JSON.stringify(body)).to.equal('BAD_REQUEST');
    }
    expect((await auditor.post('/alerts/handle', { alertNo, remark: '我来' })).body['code']).to.equal('FORBIDDEN');
    expect((await demo.post('/alerts/handle', { alertNo: '9'.repeat(26), remark: '没有' })).body).to.include({ code: 'REFUSED', message: '没有这条提醒' });
    expect((await demo.post('/alerts/handle', { alertNo, remark: '已联系业务系统' })).status).to.equal(200);
    expect((await demo.post('/alerts/handle', { alertNo, remark: '再来' })).body).to.include({ code: 'REFUSED', message: '提醒已处理' });
    const [handled] = await rowsOf('alerts', '?handleState=2');
    expect(handled).to.include({ alertNo, message, remark: '已联系业务系统', handlerName: '演示操作员', readState: '1' });
    const logged = (await auditor.get('/lists/audit-logs')).body['rows'] as readonly Row[];
    expect(logged.map(({ operationDesc }) => operationDesc)).to.include.members(['处理提醒', '将提醒标为已读']);
    alarm('callback-given-up', { callbackId: 'C1', orderNo: 'P1', tries: 41 });
    await eventually('a new alert', async () => (await countOf('alerts', '?alertType=CALLBACK&handleState=0') === 1 ? true : undefined));
    expect((await demo.post('/alerts/read-all')).status).to.equal(200);
    expect(await countOf('alerts', '?readState=0')).to.equal(0);
  });

  it('shows lines of the log by order, request and kind, those of the file, without what was planted', async () => {
    const journal = life.city.resources.journal;
    life.city.resources.trail.run('20260508120000000001000099', () => { journal.info('planted', { orderNo: 'P77', phone: '13800138000', card: '6212345678901234567', note: '350402199001011234' }); });
    life.city.resources.trail.run('work-refund:R1', () => { journal.warn('planted-job', { orderNo: 'P77' }); });
    const rows = await eventually('two lines', async () => { const found = await rowsOf('platform-logs', '?relatedOrderNo=P77'); return found.length === 2 ? found : undefined; });
    expect(rows.map(({ logType, logLevel }) => `${logType ?? ''} ${logLevel ?? ''}`).sort()).to.deep.equal(['JOB WARN', 'REQUEST INFO']);
    expect(await rowsOf('platform-logs', '?requestId=20260508120000000001000099')).to.have.length(1);
    expect((await rowsOf('platform-logs', '?logType=JOB&relatedOrderNo=P77')).map(({ message }) => message)).to.deep.equal(['planted-job orderNo=P77']);
    expect(JSON.stringify(rows)).to.not.match(/13800138000|6212345678901234567|350402199001011234/);
    for (const query of ["?relatedOrderNo=' or '1'='1", '?requestId=%00', '?logType=EVERYTHING', '?relatedOrderNo=订单', '?createDateFrom=20260230']) {
      const { status, body } = await demo.get(`/lists/platform-logs${query}`);
      expect(status === 400 || (body['rows'] as readonly Row[]).length === 0, query).to.equal(true);
    }
    expect((await auditor.get('/lists/platform-logs')).status).to.equal(403);
  });

  it('writes a line for each request of a business system and finds it by the order', async () => {
    const bar = async (orderAmount: string) => life.city.rsa2.createBarOrder({ ...orderData(life.city, { barContent: freshCode('00'), orderAmount }) } as Parameters<City['rsa2']['createBarOrder']>[0]);
    const [paid] = [await bar('655'), await bar('1200')];
    await life.city.rsa2.createOrder(orderData(life.city, {}) as Parameters<City['rsa2']['createOrder']>[0]);
    const { platformOrderNo } = paid;
    const line = await eventually('its line', async () => (await rowsOf('platform-logs', `?relatedOrderNo=${platformOrderNo}`)).find(({ message }) => String(message).startsWith('gateway-answered')));
    expect(line).to.include({ logType: 'REQUEST', logLevel: 'INFO' });
    expect(String(line.message)).to.match(/^gateway-answered method=epay-trade-core\.bar\.order\.create devId=\S+ code=10000 orderNo=\d{26} ms=\d+$/);
    expect(await rowsOf('platform-logs', `?requestId=${String(line.requestId)}&pageSize=100`)).to.not.have.length(0);
  });

  it('keeps the menu: moved, renamed, switched off and added to, for everybody at once, and nothing outside', async () => {
    const before = await menuOf(demo);
    expect(before.map(({ key }) => key).slice(0, 2)).to.deep.equal(['service-desk', 'config']);
    expect(await demo.post('/menus/move-down', { menuKey: 'd.service-desk' })).to.include({ status: 200 });
    expect((await menuOf(demo)).map(({ key }) => key).slice(0, 2)).to.deep.equal(['config', 'service-desk']);
    expect((await demo.post('/menus/move-up', { menuKey: 'd.config' })).body).to.include({ code: 'REFUSED', message: '已经是第一个，不能上移' });
    expect((await demo.post('/menus/edit', { menuKey: 'p.pay-orders', version: 1, menuName: ' 订单查询 ', parentKey: 'd.service-desk', remark: '' })).status).to.equal(200);
    expect((await demo.post('/menus/disable', { menuKey: 'p.refund-orders' })).status).to.equal(200);
    expect((await demo.post('/menus/add', { menuName: '常用', parentKey: '-', remark: '' })).status).to.equal(200);
    const rows = await rowsOf('menus', '?pageSize=100');
    const own = rows.find(({ menuName }) => menuName === '常用')?.menuKey ?? '';
    expect((await demo.post('/menus/add', { menuName: '每日对账', parentKey: own, pageKey: 'reconcile-days', remark: '' })).status).to.equal(200);
    const after = await menuOf(demo);
    const desk = after.find(({ key }) => key === 'service-desk')?.children ?? [];
    expect([desk[0]?.title, desk.some(({ key }) => key === 'refund-orders')]).to.deep.equal(['订单查询', false]);
    expect(after.at(-1)).to.deep.include({ title: '常用' });
    expect(after.at(-1)?.children?.[0]).to.include({ title: '每日对账', path: '/lists/reconcile-days' });
    // Rights alone decide: what is hidden is still there for whoever may read it, and what is added opens nothing.
    expect((await demo.get('/lists/refund-orders')).status).to.equal(200);
    expect((await menuOf(auditor)).flatMap(({ children }) => children ?? []).map(({ key }) => key)).to.deep.equal(['audit-logs']);
    expect((await demo.post('/menus/delete', { menuKey: own })).body).to.include({ code: 'REFUSED', message: '目录下还有菜单，不能删除' });
    expect((await demo.post('/menus/delete', { menuKey: 'p.pay-orders' })).body['message']).to.equal('产品自带的菜单不能删除，可以停用');
    for (const menuKey of ['p.menus', 'd.platform']) expect((await demo.post('/menus/disable', { menuKey })).body['message']).to.include('不能停用');
    for (const body of [
      { menuName: '坏', parentKey: own, pageKey: 'https://evil.example', remark: '' }, { menuName: '坏', parentKey: own, pageKey: '../evil', remark: '' }, { menuName: '坏', parentKey: own, menuPath: '//evil.example', remark: '' },
      { menuName: '  ', parentKey: '-', remark: '' }, { menuName: 'x'.repeat(21), parentKey: '-', remark: '' }, { menuName: '坏\u202e', parentKey: '-', remark: '' }, { menuName: '坏', parentKey: "' or 1=1", remark: '' },
    ]) expect((await demo.post('/menus/add', body)).body['code'], JSON.stringify(body)).to.equal('BAD_REQUEST');
    expect((await demo.post('/menus/add', { menuName: '坏', parentKey: own, pageKey: 'no-such-page', remark: '' })).body).to.include({ code: 'REFUSED', field: 'pageKey' });
    expect((await demo.post('/menus/add', { menuName: '每日对账', parentKey: own, pageKey: 'e-bills', remark: '' })).body).to.include({ code: 'REFUSED', field: 'menuName' });
    expect((await auditor.post('/menus/disable', { menuKey: 'p.pay-orders' })).body['code']).to.equal('FORBIDDEN');
    const logged = (await auditor.get('/lists/audit-logs?pageSize=100')).body['rows'] as readonly Row[];
    expect(logged.map(({ operationDesc }) => operationDesc)).to.include.members(['下移菜单', '修改菜单', '停用菜单', '新增菜单']);
  });

  it('stands as it was kept after a new start', async () => {
    await life.city.stop();
    await life.city.start();
    const menu = await menuOf(demo);
    expect([menu[0]?.key, menu.at(-1)?.title]).to.deep.equal(['config', '常用']);
  });

  it('gives on the first page what the lists say, each part to whoever may read its list', async () => {
    const home = (await demo.get('/home')).body as { orders: { placed: number; paid: { count: number; amount: string }; channels: readonly { count: number }[]; hours: readonly number[] }; refunds: { asked: { count: number } }; tasks: readonly { key: string; list: string; parameters: Record<string, string>; count: number }[] };
    expect(home.orders.placed).to.equal(await countOf('pay-orders'));
    expect(home.orders.paid.count).to.equal(await countOf('pay-orders', '?orderState=2'));
    expect(home.orders).to.deep.include({ placed: 3, paid: { count: 2, amount: '1855' } });
    expect([home.orders.hours.length, home.orders.hours.reduce((all, count) => all + count, 0), home.orders.channels.length]).to.deep.equal([24, 2, 1]);
    expect(home.tasks.map(({ key }) => key)).to.include.members(['abnormal-orders', 'refunds', 'differences', 'alerts']);
    for (const { key, list, parameters, count } of home.tasks) expect(count, key).to.equal(await countOf(list, `?${new URLSearchParams(parameters).toString()}`));
    const theirs = (await auditor.get('/home')).body;
    expect([theirs['orders'], theirs['refunds'], theirs['tasks']]).to.deep.equal([undefined, undefined, []]);
    const stranger = life.browser();
    expect((await stranger.get('/home')).body['code']).to.equal('NOT_SIGNED_IN');
  });

  it('is not kept signed in by the page that looks again by itself', async () => {
    const { idleMs } = life.desk.rules.sessionRules;
    life.city.advance(idleMs / 2);
    expect((await auditor.get('/home', { 'x-console-background': '1' })).status).to.equal(200);
    life.city.advance(idleMs / 2 + 60_000);
    expect((await auditor.get('/home', { 'x-console-background': '1' })).body['code']).to.equal('SESSION_ENDED');
  });
});
