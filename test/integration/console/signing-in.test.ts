import { expect } from 'chai';
import { totpStepMs, type ConsoleClient } from '../../support/console-client.js';
import { ConsoleLife, password } from './console-life.js';

describe('the console of operators over real sockets', function () {
  this.timeout(120_000);
  let life: ConsoleLife;
  let demo: ConsoleClient;
  let officer: ConsoleClient;
  before(async () => {
    life = await ConsoleLife.start();
    demo = await life.person('demo');
  });
  after(async () => life.close());

  it('lets somebody activate, set the second factor up and see who they are', async () => {
    const { status, body } = await demo.get('/me');
    expect([status, body['account'], body['factor'], body['isEmbedded']]).to.deep.equal([200, 'demo', 'totp', true]);
    expect(body['menu']).to.be.an('array').with.length.above(3);
    expect(body['permissions']).to.include('service-desk.repeat-orders.read').and.not.include('platform.audit.read');
  });

  it('shows lists and their declarations to whoever may read them, and the others nothing', async () => {
    const declaration = await demo.get('/lists/repeat-orders/declaration');
    expect([declaration.status, declaration.body['title']]).to.deep.equal([200, '重缴订单']);
    const page = await demo.get('/lists/repeat-orders?pageSize=10&sort=createTime:asc');
    expect([page.status, page.body]).to.deep.equal([200, { rows: [] }]);
    const totals = await demo.get('/lists/repeat-orders/totals');
    expect([totals.status, totals.body]).to.deep.equal([200, { count: 0, sums: { orderAmount: '0' } }]);
    officer = await life.person('auditor');
    const auditor = officer;
    const log = await auditor.get('/lists/audit-logs');
    expect((log.body['rows'] as readonly object[]).length).to.be.above(5);
    expect((await auditor.get('/lists/repeat-orders')).body).to.include({ code: 'FORBIDDEN' });
    expect((await demo.get('/lists/audit-logs')).body).to.include({ code: 'FORBIDDEN' });
    expect((await demo.get('/lists/portal-unsettled')).body).to.include({ code: 'NOT_FOUND' });
    expect((await demo.get('/lists/nothing')).body).to.include({ code: 'NOT_FOUND' });
    expect((await auditor.get('/lists/audit-logs')).body['rows']).to.satisfy((rows: readonly { readonly operationDesc: string }[]) => rows.some(({ operationDesc }) => operationDesc === '无权访问：列表 repeat-orders'));
  });

  it('describes its interface to whoever is signed in, and to nobody else', async () => {
    const { status, body } = await demo.get('/openapi.json');
    expect([status, body['openapi']]).to.deep.equal([200, '3.1.0']);
    expect(body['paths']).to.have.property('/roles/{roleCode}');
    expect((await life.browser().get('/openapi.json')).body).to.include({ code: 'NOT_SIGNED_IN' }).and.not.have.property('paths');
  });

  it('refuses a wrong question in words, at the field', async () => {
    expect((await demo.get('/lists/repeat-orders?pageSize=7')).body).to.include({ code: 'BAD_REQUEST', field: 'pageSize' });
    expect((await demo.get('/lists/repeat-orders?cursor=AAAA')).body).to.include({ code: 'BAD_REQUEST', field: 'cursor' });
    expect((await demo.get('/lists/repeat-orders?unknown=1')).body).to.include({ code: 'BAD_REQUEST', field: 'unknown' });
    expect((await demo.get('/lists/repeat-orders?sort=bizOrderNo;drop:asc')).body).to.include({ code: 'BAD_REQUEST' });
  });

  it('takes nothing that is not from its own pages (WEB-03, WEB-04)', async () => {
    const browser = life.browser();
    const from = (headers: Readonly<Record<string, string>>, body = '{"purpose":"sign-in"}') => fetch(`${life.baseUrl}/console/api/challenge`, { method: 'POST', headers, body });
    const ours = { 'content-type': 'application/json', 'x-console-request': '1', origin: life.baseUrl };
    expect((await from(ours)).status).to.equal(200);
    for (const [name, headers] of Object.entries({
      'no origin': { 'content-type': 'application/json', 'x-console-request': '1' }, 'null origin': { ...ours, origin: 'null' }, 'another origin': { ...ours, origin: 'https://evil.example' }, 'no header': { 'content-type': 'application/json', origin: life.baseUrl },
    })) expect((await from(headers)).status, name).to.equal(403);
    expect((await from({ ...ours, 'content-type': 'text/plain' })).status).to.equal(400);
    expect((await from({ ...ours, 'content-type': 'application/x-www-form-urlencoded' })).status).to.equal(400);
    for (const body of ['{"purpose":"sign-in","purpose":"activate"}', '{"purpose":"sign-in","isAdmin":true}', '[]', '{', '{"__proto__":{}}', 'x'.repeat(70_000)]) expect((await from(ours, body)).status, body.slice(0, 40)).to.be.oneOf([400, 413]);
    expect((await browser.get('/me', { origin: 'https://evil.example' })).status).to.equal(403);
    expect((await from(ours)).headers.get('access-control-allow-origin')).to.equal(null);
  });

  it('answers under headers that let nothing in (WEB-01), on refusals too', async () => {
    for (const path of ['/console/api/me', '/console/api/nothing', '/nothing', '/console/api/lists/%E0%A4%A']) {
      const { headers } = await fetch(`${life.baseUrl}${path}`);
      expect(headers.get('content-security-policy'), path).to.match(/default-src 'self'.*object-src 'none'.*frame-ancestors 'none'/);
      expect([headers.get('x-content-type-options'), headers.get('x-powered-by'), headers.get('set-cookie')], path).to.deep.equal(['nosniff', null, null]);
    }
  });

  it('answers a wrong address of its interface in its own words and never with a page, and a name that no database holds with no fault', async () => {
    for (const path of ['me/', 'ME', 'nothing', 'sign-in', 'lists/x/']) {
      const response = await fetch(`${life.baseUrl}/console/api/${path}`);
      expect([response.status, response.headers.get('content-type')], path).to.deep.equal([404, 'application/json; charset=utf-8']);
    }
    expect((await life.browser().signIn('张三', password)).body).to.include({ code: 'SIGN_IN_FAILED' });
    expect(life.city.log.join('\n')).to.not.contain('UnreadableValue');
  });

  it('hides its cookie from scripts and other sites, and knows none that was chosen for it (SES-01, WEB-02)', async () => {
    const browser = life.browser();
    browser.cookie = `console=${'A'.repeat(32)}`;
    const { headers, status } = await browser.activate('secadmin', life.codes.get('secadmin') ?? '', password);
    expect(status).to.equal(200);
    expect(headers.getSetCookie().join()).to.match(/HttpOnly/).and.match(/SameSite=Strict/).and.not.contain('A'.repeat(32));
    expect((await browser.get('/me')).body, 'not signed in before the second factor').to.include({ code: 'NOT_SIGNED_IN' });
  });

  it('lets nobody in by what the database holds of a session, nor by a token of the right form that was never given (SES-01)', async () => {
    const [{ token_hash: digest = '' } = {}] = await life.city.resources.engine.reader.table('operator_session').where({ is_open: 1, session_stage: 'signed-in' }).limit(1) as readonly { readonly token_hash?: string }[];
    expect(digest).to.match(/^[0-9a-f]{64}$/);
    const token = demo.cookie?.split('=')[1] ?? '';
    expect(token).to.match(/^[A-Za-z0-9_-]{32}$/);
    const others = ['A'.repeat(32), token.split('').reverse().join(''), token.toLowerCase() === token ? token.toUpperCase() : token.toLowerCase(), digest.slice(0, 32), digest.slice(32), digest];
    for (const planted of others) {
      const browser = life.browser();
      browser.cookie = `console=${planted}`;
      expect((await browser.get('/me')).body, planted).to.include({ code: 'NOT_SIGNED_IN' });
      // Below the form of a cookie as well: nothing stored is a token.
      expect(await life.desk.checkSession.run(planted, false), planted).to.deep.equal({ ok: false, refusal: 'not-signed-in' });
    }
    expect((await demo.get('/me')).status).to.equal(200);
  });

  it('takes the answer to a question from the browser and for the account that it was asked for (AUTH-05)', async () => {
    const asked = life.browser();
    const { challengeNo, ciphers: [cipher] } = await asked.sealed('sign-in', 'demo', password);
    const other = life.browser();
    await other.post('/challenge', { purpose: 'sign-in', account: 'demo' });
    expect(other.formCookie).to.match(/^console-form=[A-Za-z0-9_-]{32}$/).and.not.equal(asked.formCookie);
    expect((await other.post('/sign-in', { challengeNo, account: 'demo', cipher })).body).to.include({ code: 'CHALLENGE' });
    expect((await life.browser().post('/sign-in', { challengeNo, account: 'demo', cipher })).body, 'from none').to.include({ code: 'CHALLENGE' });
    expect((await asked.post('/sign-in', { challengeNo, account: 'auditor', cipher })).body).to.include({ code: 'CHALLENGE' });
    expect((await asked.post('/sign-in', { challengeNo, account: 'demo', cipher })).body, 'which has not used it up').to.deep.equal({ next: 'totp' });
  });

  it('ends the session everywhere when somebody signs out or signs in elsewhere', async () => {
    const first = await life.again(demo, 'demo');
    expect((await demo.get('/me')).body).to.include({ code: 'KICKED', message: '账号已在别处登录，本次登录已结束' });
    const kept = first.cookie;
    const out = await first.post('/sign-out');
    expect([out.status, out.headers.get('clear-site-data')]).to.deep.equal([200, '"cache", "storage"']);
    first.cookie = kept;
    expect((await first.get('/me')).body).to.include({ code: 'NOT_SIGNED_IN' });
    demo = await life.again(demo, 'demo');
  });

  it('wants the second factor once more for what officers do', async () => {
    const system = await life.person('sysadmin');
    const wish = { account: 'chen.wei', name: '陈伟', mobile: '13800138000', remark: '' };
    life.city.advance(6 * 60_000);
    expect((await system.post('/operators/invite', wish)).body).to.include({ code: 'STEP_UP' });
    expect((await system.post('/step-up/code', { code: '000000' })).body).to.include({ code: 'FACTOR_WRONG' });
    expect((await system.post('/step-up/code', { code: system.code(life.city.now()) })).status).to.equal(200);
    for (const name of ['a\u0000b', '\u202ebank', '\ud800']) expect((await system.post('/operators/invite', { ...wish, name })).body).to.include({ code: 'BAD_REQUEST', field: 'name' });
    const invited = await system.post('/operators/invite', wish);
    expect(invited.body).to.have.keys(['operatorNo', 'activationCode']);
    expect((await system.post('/operators/invite', wish)).body).to.include({ code: 'REFUSED', message: '登录账号已被使用' });
    expect((await system.post('/operators/invite', { ...wish, roleCodes: ['demo-business'] })).body, 'nothing besides its own fields (RBAC-04)').to.include({ code: 'BAD_REQUEST' });
    expect((await system.post('/grants/decide', { requestNo: '1'.repeat(26), decision: 'approve', remark: '' })).body).to.include({ code: 'FORBIDDEN' });
    expect((await demo.post('/operators/invite', wish)).body).to.include({ code: 'FORBIDDEN' });
    const { rows } = (await system.get('/lists/operators')).body as { readonly rows: readonly Readonly<Record<string, unknown>>[] };
    expect(rows.find(({ operatorAccount }) => operatorAccount === 'chen.wei')).to.include({ operatorName: '陈伟', operatorMobile: '138****8000' });
  });

  it('shows the code of a reset to whoever resets, and keeps it in no log, audit entry or row (AUTH-08)', async () => {
    const security = life.browser();
    expect((await security.signIn('secadmin', password)).body).to.deep.equal({ next: 'enrol' });
    expect((await security.enrol(life.city.now())).body).to.deep.equal({ next: 'home' });
    const { operatorNo } = (await demo.get('/me')).body;
    const { status, body } = await security.post('/operators/reset', { operatorNo });
    expect(status).to.equal(200);
    const code = String(body['activationCode']);
    expect(code).to.match(/^[A-Za-z0-9_-]{32}$/);
    expect((await demo.get('/me')).body, 'signed out').to.include({ code: 'SESSION_ENDED' });
    const { reader } = life.city.resources.engine;
    const audited = await reader.table('audit_entry').where({ action: 'operator.reset' });
    expect(audited).to.have.length(1);
    for (const kept of [JSON.stringify(await reader.table('audit_entry')), JSON.stringify(await reader.table('platform_log')), JSON.stringify(await reader.table('operator_credential')), life.city.log.join('\n')]) expect(kept.includes(code)).to.equal(false);
    const browser = life.browser();
    browser.secret = demo.secret;
    const begun = await browser.activate('demo', code, 'Regen-und-Schirm-88');
    expect(begun.body, 'the second factor stays').to.deep.equal({ next: 'totp' });
    expect((await browser.post('/prove/code', { code: browser.code(life.city.now()) })).body).to.deep.equal({ next: 'home' });
    life.city.advance(totpStepMs);
    demo = browser;
  });

  it('finds and names a row of the operation log that was altered in the database (AUD-03)', async () => {
    const auditor = await life.again(officer, 'auditor');
    await life.city.until('the log is numbered', async () => (await life.city.resources.auditChain.verify()).ok || undefined);
    const { engine } = life.city.resources;
    const [row] = await engine.reader.table('audit_entry').where({ action: 'operator.activated' }).whereNot({ seq: 0 }).limit(1) as readonly { readonly entry_id: string; readonly seq: number; readonly description: string }[];
    if (row === undefined) throw new Error('nobody was activated');
    expect((await auditor.post('/audit/verify')).body).to.include({ isWhole: true });
    await engine.writer.table('audit_entry').where({ entry_id: row.entry_id }).update({ description: '什么也没有发生' });
    const broken = (await auditor.post('/audit/verify')).body;
    expect(broken).to.deep.include({ isWhole: false, badSeq: row.seq });
    expect(String(broken['message'])).to.match(new RegExp(`^审计日志第 ${row.seq} 条起不符：记录被改动；(此前没有相符的签名登记|前 [0-9]+ 条由 .* 的 SM2 签名登记覆盖)$`));
    await engine.writer.table('audit_entry').where({ entry_id: row.entry_id }).update({ description: row.description });
    expect((await auditor.post('/audit/verify')).body).to.include({ isWhole: true });
  });

  it('answers nothing by a row that was written past it, and raises an alarm (INT-03)', async () => {
    const { writer } = life.city.resources.engine;
    await writer.table('console_operator').where({ login_account: 'demo' }).update({ operator_name: '别人' });
    expect((await demo.get('/me')).body).to.include({ code: 'FAULT', message: '系统内部错误，请稍后再试' });
    expect(life.city.log.join('\n')).to.contain('console-row-tampered');
    await writer.table('console_operator').where({ login_account: 'demo' }).update({ operator_name: '演示操作员' });
    expect((await demo.get('/me')).status).to.equal(200);
  });

  it('writes no password, code, cookie or phone into its log', async () => {
    const log = life.city.log.join('\n');
    for (const secret of [password, '13800138000', demo.secret ?? '', demo.cookie?.split('=')[1] ?? '', ...life.codes.values()]) expect(log.includes(secret), secret.slice(0, 4)).to.equal(false);
  });
});
