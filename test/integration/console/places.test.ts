import { expect } from 'chai';
import type { ConsoleAnswer, ConsoleClient } from '../../support/console-client.js';
import { Life, refusalOf } from '../payments/life.js';
import { ConsoleLife } from './console-life.js';

type Row = Readonly<Record<string, unknown>>;

describe('channels, their accounts, regions and industries in the console', function () {
  this.timeout(120_000);
  let life: Life;
  let desk: ConsoleLife;
  const people = new Map<string, ConsoleClient>();
  const who = (account: string): ConsoleClient => people.get(account) ?? expect.fail(account);
  before(async () => {
    life = await Life.start();
    desk = await ConsoleLife.in(life.city);
    for (const account of desk.codes.keys()) people.set(account, await desk.person(account));
  });
  after(async () => life.close());

  const rows = async (list: string): Promise<readonly Row[]> => (await who('demo').get(`/lists/${list}?pageSize=100`)).body['rows'] as readonly Row[];
  const row = async (list: string, key: string, value: string): Promise<Row> => (await rows(list)).find((one) => one[key] === value) ?? expect.fail(`${list} ${value}`);
  /** As the person who sees the list as it is now; whoever was long away proves who it is anew. */
  async function change(path: string, key: string, value: string, more: object = {}): Promise<ConsoleAnswer> {
    const { version } = await row(path.split('/')[1] ?? '', key, value);
    return act(path, { [key]: value, version, ...more });
  }
  async function act(path: string, body: object, account = 'demo'): Promise<ConsoleAnswer> {
    const came = await who(account).post(path, body);
    if (came.body['code'] !== 'STEP_UP') return came;
    life.city.advance(30_000);
    expect((await who(account).post('/step-up/code', { code: who(account).code(life.city.now()) })).status).to.equal(200);
    return who(account).post(path, body);
  }
  const done = (came: ConsoleAnswer): void => { expect(came.body, JSON.stringify(came.body)).to.deep.equal({ done: true }); };
  const refusedAt = (came: ConsoleAnswer): unknown => came.body['field'] ?? came.body['message'];
  const cashier = async (url: string): Promise<string> => (await fetch(url)).text();

  it('gives what there was a record: channels, regions of payees, industries of the demo', async () => {
    expect((await rows('channels')).map((one) => [one['channelNo'], one['enabled']])).to.deep.equal([['ALIPAY', '1'], ['UNIONPAY', '1']]);
    expect((await rows('regions')).map((one) => [one['regionCode'], one['parentRegionName']])).to.deep.equal([['350400', null], ['350404', '三明市']]);
    expect((await row('payees', 'merchantNo', 'M35040000004'))['regionName']).to.equal('三元区');
    expect(await rows('industries')).to.have.length(6);
  });

  it('lets nobody change them without the right, or without what the form asks for', async () => {
    const [region, industry] = [{ regionCode: '350405', regionName: '永安市', remark: '' }, { industryCode: 'WATER', industryName: '水务', remark: '' }];
    for (const account of ['sysadmin', 'secadmin', 'auditor']) {
      for (const [path, body] of [['/regions/add', region], ['/industries/add', industry], ['/channels/set-split', { channelNo: 'ALIPAY', version: 1, splitEnabled: false }], ['/channel-merchants/disable', { channelMerchantId: 'CM-ALIPAY-1', version: 1 }]] as const) {
        expect((await who(account).post(path, body)).status, `${path} by ${account}`).to.equal(403);
      }
    }
    const hostile: readonly (readonly [string, object, string])[] = [
      ['/regions/add', { ...region, regionCode: '35040五' }, 'regionCode'], ['/regions/add', { ...region, regionCode: '3504' }, 'regionCode'], ['/regions/add', { ...region, regionName: ' ' }, 'regionName'],
      ['/regions/add', { ...region, regionName: 'x'.repeat(101) }, 'regionName'], ['/regions/add', { ...region, regionName: '永\u202e安' }, 'regionName'], ['/regions/add', { ...region, parentRegionCode: '999999' }, 'parentRegionCode'],
      ['/regions/add', { ...region, parentRegionCode: '350405' }, 'parentRegionCode'], ['/regions/add', { ...region, regionName: '三明市' }, 'regionName'], ['/regions/add', { ...region, regionCode: '350400' }, 'regionCode'],
      ['/industries/add', { ...industry, industryCode: "W' or 1=1" }, 'industryCode'], ['/industries/add', { ...industry, industryName: '教育' }, 'industryName'], ['/industries/add', { ...industry, remark: 'y'.repeat(201) }, 'remark'],
      ['/channels/add', { channelNo: 'A2', payChannel: 'alipay', channelName: '支付宝二', remark: '', payEnabled: true, payMethods: ['pc'], reconcileEnabled: true, billSource: 'download', billTime: '09:05', splitEnabled: true }, 'payChannel'],
      ['/channels/set-pay-reconcile', { channelNo: 'ALIPAY', version: 1, payEnabled: true, payMethods: [], reconcileEnabled: true, billSource: 'download', billTime: '09:05' }, 'payMethods'],
      ['/channels/set-pay-reconcile', { channelNo: 'ALIPAY', version: 1, payEnabled: true, payMethods: ['pc'], reconcileEnabled: true, billSource: 'download', billTime: '03:00' }, 'billTime'],
    ];
    for (const [path, body, field] of hostile) expect(refusedAt(await act(path, body)), `${path} ${JSON.stringify(body)}`).to.equal(field);
    expect((await act('/regions/add', { ...region, enabled: false })).status).to.equal(400);
    expect(await rows('regions')).to.have.length(2);
  });

  it('keeps a tree of regions, changes what was seen and nothing else, and deletes what nobody uses', async () => {
    done(await act('/regions/add', { regionCode: '350405', regionName: '永安市', parentRegionCode: '350400', remark: '县级市' }));
    expect(refusedAt(await change('/regions/edit', 'regionCode', '350400', { regionName: '三明市', parentRegionCode: '350405', remark: '' }))).to.equal('parentRegionCode');
    const seen = await row('regions', 'regionCode', '350405');
    done(await act('/regions/edit', { regionCode: '350405', version: seen['version'], regionName: '永安', remark: '' }));
    expect((await act('/regions/edit', { regionCode: '350405', version: seen['version'], regionName: '别的', remark: '' })).body['message']).to.match(/已被他人修改/);
    expect(await row('regions', 'regionCode', '350405')).to.include({ regionName: '永安', parentRegionName: null });
    for (const code of ['350400', '350404']) expect((await change('/regions/remove', 'regionCode', code)).body['message']).to.match(/不能删除/);
    done(await change('/regions/remove', 'regionCode', '350405'));
    expect(await life.audited('350405')).to.deep.equal(['region.added', 'region.edited', 'region.removed']);
  });

  it('makes an administrator only of an account whose scope two others have seen to', async () => {
    const invited = await act('/operators/invite', { account: 'yuan', name: '袁区管', remark: '' }, 'sysadmin');
    const regionAdmin = invited.body['operatorNo'];
    expect(refusedAt(await change('/regions/name-admin', 'regionCode', '350404', { regionAdmin }))).to.equal('regionAdmin');
    const ask = (scope: object) => act('/grants/ask', { operatorNo: regionAdmin, roleCodes: [], scope, remark: '' }, 'sysadmin');
    expect(refusedAt(await ask({ kind: 'region', regionCode: '999999' }))).to.equal('scope');
    expect((await ask({ kind: 'institution', institutionNo: 'I1' })).status).to.equal(400);
    const asked = await ask({ kind: 'region', regionCode: '350404' });
    expect(refusedAt(await change('/regions/name-admin', 'regionCode', '350404', { regionAdmin })), 'nobody has decided').to.equal('regionAdmin');
    const shown = (await who('secadmin').get('/lists/grant-requests')).body['rows'] as readonly Row[];
    expect(shown[0]?.['askedScope']).to.equal('区域 三元区 及下级');
    done(await act('/grants/decide', { requestNo: asked.body['requestNo'], decision: 'approve', remark: '' }, 'secadmin'));
    expect((await who('demo').get('/regions/350404/admins')).body).to.deep.equal({ operators: [{ operatorNo: regionAdmin, account: 'yuan', name: '袁区管' }] });
    done(await change('/regions/name-admin', 'regionCode', '350404', { regionAdmin }));
    expect((await row('regions', 'regionCode', '350404'))['regionAdmin']).to.equal('袁区管');
    expect(refusedAt(await ask({ kind: 'all' })), 'the region would be without one').to.equal('scope');
  });

  it('takes no new orders in a region that is off, or below one, and goes on with those there are', async () => {
    const placed = await life.place();
    done(await change('/regions/disable', 'regionCode', '350400'));
    for (const merchantNo of ['M35040000001', 'M35040000004']) expect((await refusalOf(life.place({ merchantNo }))).code).to.equal('40302');
    const attemptNo = await life.open(placed, 'alipay');
    await life.pay('alipay', attemptNo);
    await life.state(placed, '2');
    expect((await change('/regions/disable', 'regionCode', '350400')).body['message']).to.match(/目前的状态/);
    done(await change('/regions/enable', 'regionCode', '350400'));
    await life.place();
  });

  it('offers no channel that is off for new payments, follows those that have begun, and offers it again', async () => {
    const [begun, waiting] = [await life.place(), await life.place()];
    const attemptNo = await life.open(begun, 'unionpay');
    expect(await cashier(waiting.cashierUrl)).to.include('value="unionpay"');
    done(await change('/channels/disable', 'channelNo', 'UNIONPAY'));
    expect(await cashier(waiting.cashierUrl)).to.include('value="alipay"').and.not.include('value="unionpay"');
    expect(await life.open(waiting, 'unionpay').then(() => 'started', () => 'refused')).to.equal('refused');
    const facts = life.orderFacts();
    expect((await refusalOf(life.client.createBarOrder({ ...facts, barContent: '6212345678901234567' }))).subCode).to.equal('NO_CHANNEL');
    await life.pay('unionpay', attemptNo);
    await life.state(begun, '2');
    done(await change('/channels/enable', 'channelNo', 'UNIONPAY'));
    const terms = { payEnabled: true, payMethods: ['bar'], reconcileEnabled: true, billSource: 'download', billTime: '09:30' };
    done(await change('/channels/set-pay-reconcile', 'channelNo', 'UNIONPAY', terms));
    expect(await cashier(waiting.cashierUrl)).to.not.include('value="unionpay"');
    done(await change('/channels/set-pay-reconcile', 'channelNo', 'UNIONPAY', { ...terms, payMethods: ['bar', 'pc', 'h5'] }));
    expect(await cashier(waiting.cashierUrl)).to.include('value="unionpay"');
    expect(await life.audited('UNIONPAY')).to.deep.equal(['channel.added', 'channel.disabled', 'channel.enabled', 'channel.pay-reconcile-set', 'channel.pay-reconcile-set']);
  });

  it('takes combined orders only where a channel splits', async () => {
    const combined = () => life.place({
      merchantNo: 'M35040000004', orderAmount: '300', subMerchantOrder: [{ subMerchantNo: 'S350404001', bizSubOrderNo: life.number('S'), orderAmount: '100' }, { subMerchantNo: 'S350404002', bizSubOrderNo: life.number('S'), orderAmount: '200' }],
    });
    const before = await combined();
    for (const channelNo of ['ALIPAY', 'UNIONPAY']) done(await change('/channels/set-split', 'channelNo', channelNo, { splitEnabled: false }));
    expect((await refusalOf(combined())).subCode).to.equal('NO_CHANNEL');
    expect(await life.open(before, 'alipay').then(() => 'started', () => 'refused')).to.equal('refused');
    await life.place();
    done(await change('/channels/set-split', 'channelNo', 'ALIPAY', { splitEnabled: true }));
    expect(await cashier((await combined()).cashierUrl)).to.include('value="alipay"').and.not.include('value="unionpay"');
    expect((await change('/channels/remove', 'channelNo', 'ALIPAY')).body['message']).to.match(/不能删除/);
  });

  it('shows of an account no key, and refuses one that could not be trusted', async () => {
    const facts = (await who('demo').get('/channel-merchants/one/CM-UNIONPAY-1')).body;
    const { settings } = facts as { readonly settings: Readonly<Record<string, string>> };
    expect([facts['isKeyFound'], facts['keyName']]).to.deep.equal([true, 'unionpay.CM-UNIONPAY-1']);
    expect(settings['rootPems']).to.match(/^SM3 [0-9a-f]{32}$/);
    expect(JSON.stringify(facts)).to.not.match(/BEGIN|PRIVATE/);
    const shown = (await who('demo').get('/channel-merchants/shown/CM-UNIONPAY-1')).body;
    expect(shown).to.deep.include({ keyName: 'unionpay.CM-UNIONPAY-1', isKeyFound: true, isConfirmed: true, changers: [] });
    const texts = (shown['settings'] as readonly { readonly label: string; readonly text: string }[]).map(({ text }) => text);
    expect(texts).to.include.members([settings['rootPems'], settings['gatewayUrl']].filter((text) => text !== undefined));
    expect(JSON.stringify(shown)).to.not.match(/BEGIN|PRIVATE/);
    expect((await who('demo').get('/channel-merchants/shown/nobody')).body['code']).to.equal('NOT_FOUND');
    const ours = await life.city.resources.signer.publicKeyPem('alipay.CM-ALIPAY-1');
    const theirs = (await life.city.resources.directory.channelMerchant('CM-ALIPAY-1'))?.settings['alipayPublicKeyPem'] ?? '';
    const account = {
      channelMerchantId: 'CM-NEW', payChannel: 'alipay', channelMerchantName: '三元区财政局支付宝商户', channelMerchantNo: '2088350400000009', channelAppId: '2026350400000009', environment: 'simulator', keyName: 'alipay.CM-ALIPAY-1',
      settings: { gatewayUrl: `${life.city.alipayUrl}/gateway.do`, alipayPublicKeyPem: theirs }, remark: '',
    };
    const { settings: good } = account;
    const flawed: readonly (readonly [object, string])[] = [
      [{ settings: { ...good, alipayPublicKeyPem: ours } }, 'alipayPublicKeyPem'], [{ settings: { ...good, alipayPublicKeyPem: 'nonsense' } }, 'alipayPublicKeyPem'], [{ settings: { gatewayUrl: good.gatewayUrl } }, 'alipayPublicKeyPem'],
      [{ settings: { ...good, gatewayUrl: 'javascript:alert(1)' } }, 'gatewayUrl'], [{ environment: 'production' }, 'gatewayUrl'], [{ keyName: 'nobody' }, 'keyName'], [{ keyName: 'unionpay.CM-UNIONPAY-2' }, 'keyName'],
      [{ settings: { ...good, feeRate: '-1' } }, 'feeRate'], [{ settings: { ...good, clearingCut: '25:00' } }, 'clearingCut'], [{ settings: { ...good, secret: 'x' } }, 'secret'], [{ channelMerchantNo: '2088350400000001' }, 'channelMerchantNo'],
      [{ channelMerchantName: '三明市财政局支付宝商户' }, 'channelMerchantName'], [{ channelMerchantId: 'CM-ALIPAY-1', channelMerchantNo: '2088350400000010' }, 'channelMerchantId'], [{ channelMerchantId: '../x' }, 'channelMerchantId'],
    ];
    for (const [wrong, field] of flawed) expect(refusedAt(await act('/channel-merchants/add', { ...account, ...wrong })), JSON.stringify(wrong)).to.equal(field);
    done(await act('/channel-merchants/add', account));
    expect(await row('channel-merchants', 'channelMerchantId', 'CM-NEW')).to.include({ enabled: '0', version: 1 });
    expect((await change('/channel-merchants/edit', 'channelMerchantId', 'CM-NEW', { channelMerchantName: '改名', channelAppId: account.channelAppId, keyName: account.keyName, settings: { gatewayUrl: good.gatewayUrl, feeRate: '600' }, remark: '试点' })).body['message']).to.match(/另一名操作员/);
    expect((await life.city.resources.directory.channelMerchant('CM-NEW'))?.settings, 'a key that is not typed stays').to.deep.equal({ ...good, feeRate: '600', alipayPublicKeyPem: theirs.trim() });
    expect((await change('/channel-merchants/enable', 'channelMerchantId', 'CM-NEW')).body['message'], 'whoever made it does not switch it on').to.match(/另一名操作员/);
    const own = (await who('demo').get('/me')).body['name'];
    expect((await who('demo').get('/channel-merchants/shown/CM-NEW')).body).to.deep.include({ isConfirmed: false, changers: [own] });
    done(await change('/channel-merchants/remove', 'channelMerchantId', 'CM-NEW'));
    const entries = JSON.stringify(await life.rows('audit_entry', { object_no: 'CM-NEW' }));
    expect(entries).to.include('SM3 ').and.not.include('BEGIN');
  });

  it('tries a connection without a trade, and takes an account out of the cashier at once', async () => {
    for (const channelMerchantId of ['CM-ALIPAY-1', 'CM-UNIONPAY-1', 'CM-UNIONPAY-2']) expect((await act('/channel-merchants/try', { channelMerchantId })).body, channelMerchantId).to.include({ answers: true });
    expect((await act('/channel-merchants/remove', { channelMerchantId: 'CM-ALIPAY-1', version: (await row('channel-merchants', 'channelMerchantId', 'CM-ALIPAY-1'))['version'] })).body['message']).to.match(/收款单位使用/);
    const placed = await life.place();
    done(await change('/channel-merchants/disable', 'channelMerchantId', 'CM-ALIPAY-1'));
    expect(await cashier(placed.cashierUrl)).to.not.include('value="alipay"');
    done(await change('/channel-merchants/enable', 'channelMerchantId', 'CM-ALIPAY-1'));
    expect(await cashier(placed.cashierUrl)).to.include('value="alipay"');
  });

  it('switches industries, and deletes them', async () => {
    done(await act('/industries/add', { industryCode: 'WATER', industryName: '水务', remark: '' }));
    for (const verb of ['disable', 'enable', 'remove']) done(await change(`/industries/${verb}`, 'industryCode', 'WATER'));
    expect(await life.audited('WATER')).to.deep.equal(['industry.added', 'industry.disabled', 'industry.enabled', 'industry.removed']);
  });
});
