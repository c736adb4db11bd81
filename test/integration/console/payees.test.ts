import { expect } from 'chai';
import type { ConsoleAnswer, ConsoleClient } from '../../support/console-client.js';
import { totpStepMs } from '../../support/console-client.js';
import { attemptNoOf, choose, wireTime } from '../../support/payer.js';
import { ConsoleLife, password } from './console-life.js';

const payee = {
  merchantNo: 'M-NEW-1', payeeName: '市档案馆', regionCode: '350499', industryCode: 'EDU', refundReviewRequired: false, callbackOnFailedOrClosed: false, repeatRefundByRule: true, isNoticeFirst: false,
  slipRefundPolicy: 'direct-until-settled', subMerchants: [], remark: '',
};
const link = { merchantNo: 'M-NEW-1', channelMerchantId: 'CM-ALIPAY-1', payMethods: ['pc', 'h5'], enabled: true, remark: '' };
const house = { institutionNo: 'I-NEW', institutionName: '市收费中心', adminAccount: 'center.admin', contactName: '林晓宇', contactMobile: '13800138000', remark: '' };

describe('payees, their channels and institutions at the console, over real sockets', function () {
  this.timeout(120_000);
  let life: ConsoleLife;
  let demo: ConsoleClient;
  const said = async (answer: Promise<ConsoleAnswer>): Promise<readonly unknown[]> => { const { status, body } = await answer; return [status, body['code'], body['field'], body['message']]; };
  const done = async (path: string, body: object): Promise<ConsoleAnswer['body']> => { const answer = await demo.post(path, body); expect(answer.status, `${path} ${JSON.stringify(answer.body)}`).to.equal(200); return answer.body; };
  const rows = async (list: string, query = ''): Promise<readonly Readonly<Record<string, unknown>>[]> => (await demo.get(`/lists/${list}?pageSize=100${query}`)).body['rows'] as readonly Readonly<Record<string, unknown>>[];
  const versionOf = async (merchantNo: string): Promise<number> => Number((await demo.get(`/payees/${merchantNo}`)).body['version']);
  /** The merchant number of an order that the gateway took, or what it said instead; and the channels that the cashier offers. */
  const place = async (merchantNo: string) => {
    const time = wireTime(life.city);
    return life.city.rsa2.createOrder({ merchantNo, bizOrderNo: `B${time}${Math.floor(performance.now() * 1000)}`, orderDate: time.slice(0, 8), orderTime: time, orderAmount: '8000', orderTitle: '档案查询费', notifyUrl: `${life.city.businessUrl}/callbacks` });
  };
  const refusedAs = async (merchantNo: string): Promise<string> => place(merchantNo).then(() => 'taken', (error: unknown) => JSON.stringify(error, Object.getOwnPropertyNames(error)));
  const offered = async (cashierUrl: string): Promise<readonly string[]> => { const page = await (await fetch(cashierUrl)).text(); return ['alipay', 'unionpay'].filter((channel) => page.includes(`value="${channel}"`)); };

  before(async () => {
    life = await ConsoleLife.start();
    const made = { enabled: true, remark: '', createdAt: life.city.now(), version: 1 };
    await life.city.resources.unitOfWork.run(async ({ directory }) => {
      await directory.regions.add({ regionCode: '350499', regionName: '测试区', parentRegionCode: undefined, adminOperatorNo: undefined, ...made });
      await directory.regions.add({ regionCode: '350498', regionName: '停用区', parentRegionCode: undefined, adminOperatorNo: undefined, ...made, enabled: false });
      await directory.industries.add({ industryCode: 'EDU', industryName: '教育', ...made });
    });
    demo = await life.person('demo');
  });
  after(async () => life.close());

  it('adds a payee, shows it and exports it', async () => {
    await done('/payees/add', { ...payee, payNotifyUrl: `${life.city.businessUrl}/callbacks?key=1`, refundReviewAbove: '500000', subMerchants: [] });
    expect((await rows('payees', '&merchantNo=M-NEW-1'))[0]).to.deep.include({ merchantNo: 'M-NEW-1', payeeName: '市档案馆', regionName: '测试区', industryName: '教育', enabled: '1', refundReviewRequired: '0', payNotifyUrl: `${life.city.businessUrl}/callbacks`, institutionNo: null, version: 1 });
    expect((await demo.get('/payees/M-NEW-1')).body).to.include({ refundReviewAbove: '500000', payNotifyUrl: `${life.city.businessUrl}/callbacks?key=1`, version: 1 });
    expect((await demo.get('/payees/M-NOBODY')).status).to.equal(404);
    expect((await demo.get('/payee-choices')).body).to.deep.equal({ regions: [{ code: '350499', name: '测试区' }], industries: [{ code: 'EDU', name: '教育' }] });
    expect((await rows('payees')).map((row) => row['merchantNo'])[0]).to.equal('M-NEW-1');
    for (const list of ['payees', 'payee-channels', 'institutions']) {
      const { exportNo } = await done(`/lists/${list}/export`, { parameters: {} });
      await life.city.until(`the file of ${list}`, async () => ((await demo.get(`/exports/${String(exportNo)}`)).body['state'] === 'done' ? true : undefined));
    }
  });

  it('refuses at its field whatever cannot be a payee, and keeps nothing of it', async () => {
    const other = { ...payee, merchantNo: 'M-NEW-2', payeeName: '另一单位' };
    const refusals: readonly (readonly [object, string, string])[] = [
      [{ merchantNo: 'M-NEW-1' }, 'REFUSED', 'merchantNo'], [{ payeeName: '市档案馆' }, 'REFUSED', 'payeeName'], [{ merchantNo: '-x' }, 'REFUSED', 'merchantNo'], [{ merchantNo: '单位' }, 'BAD_REQUEST', 'merchantNo'], [{ merchantNo: 'M'.repeat(21) }, 'BAD_REQUEST', 'merchantNo'],
      [{ merchantNo: 5 }, 'BAD_REQUEST', 'merchantNo'], [{ payeeName: '' }, 'BAD_REQUEST', 'payeeName'], [{ payeeName: '甲\u0000乙' }, 'BAD_REQUEST', 'payeeName'], [{ payeeName: ' 甲' }, 'BAD_REQUEST', 'payeeName'], [{ payeeName: '甲'.repeat(101) }, 'BAD_REQUEST', 'payeeName'], [{ payeeName: '甲\u202e乙' }, 'BAD_REQUEST', 'payeeName'],
      [{ regionCode: '999999' }, 'REFUSED', 'regionCode'], [{ regionCode: '350498' }, 'REFUSED', 'regionCode'], [{ industryCode: 'NONE' }, 'REFUSED', 'industryCode'], [{ industryCode: undefined }, 'BAD_REQUEST', 'industryCode'],
      [{ payNotifyUrl: 'http://169.254.169.254/latest/meta-data' }, 'REFUSED', 'payNotifyUrl'], [{ payNotifyUrl: 'javascript:alert(1)' }, 'REFUSED', 'payNotifyUrl'], [{ refundNotifyUrl: 'http://2130706433/' }, 'REFUSED', 'refundNotifyUrl'],
      [{ defaultReturnUrl: `${life.city.businessUrl}/back?orderState=2` }, 'REFUSED', 'defaultReturnUrl'], [{ payNotifyUrl: 'x'.repeat(257) }, 'BAD_REQUEST', 'payNotifyUrl'],
      [{ refundReviewAbove: '1.5' }, 'BAD_REQUEST', 'refundReviewAbove'], [{ refundReviewAbove: 100 }, 'BAD_REQUEST', 'refundReviewAbove'], [{ refundReviewAbove: '-1' }, 'BAD_REQUEST', 'refundReviewAbove'], [{ refundReviewRequired: 'true' }, 'BAD_REQUEST', 'refundReviewRequired'],
      [{ unitCode: 'U1' }, 'REFUSED', 'unitName'], [{ isNoticeFirst: true }, 'REFUSED', 'unitCode'], [{ slipRefundPolicy: 'never' }, 'BAD_REQUEST', 'slipRefundPolicy'],
      [{ subMerchants: [{ subMerchantNo: 'S1', subMerchantName: '甲', enabled: true }, { subMerchantNo: 'S1', subMerchantName: '乙', enabled: true }] }, 'REFUSED', 'subMerchants'], [{ subMerchants: [{ subMerchantNo: 'S1' }] }, 'BAD_REQUEST', 'subMerchants'],
      [{ subMerchants: Array.from({ length: 51 }, (_, n) => ({ subMerchantNo: `S${n}`, subMerchantName: `甲${n}`, enabled: true })) }, 'BAD_REQUEST', 'subMerchants'],
    ];
    for (const [changes, code, field] of refusals) {
      const [status, saidCode, saidField, message] = await said(demo.post('/payees/add', { ...other, ...changes }));
      expect([status, saidCode, saidField], JSON.stringify(changes)).to.deep.equal([code === 'REFUSED' ? 422 : 400, code, field]);
      expect(message, JSON.stringify(changes)).to.match(/[\u4e00-\u9fff]/);
    }
    for (const more of [{ institutionNo: 'I350400' }, { enabled: false }, { version: 7 }, { createdAt: 1 }]) expect((await demo.post('/payees/add', { ...other, ...more })).body, JSON.stringify(more)).to.include({ code: 'BAD_REQUEST' });
    expect(await rows('payees', '&merchantNo=M-NEW-2')).to.deep.equal([]);
  });

  it('links a channel, and the cashier of the next order offers what is linked and on, and nothing else', async () => {
    const rsa2 = await life.city.resources.directory.developer('DEV-RSA2-0001');
    if (rsa2 === undefined) throw new Error('no developer');
    await life.city.resources.directoryEditor.saveDeveloper({ ...rsa2, merchantNos: [...rsa2.merchantNos, 'M-NEW-1'] }, { kind: 'system', code: 'test', address: undefined });
    expect(await refusedAs('M-NEW-1')).to.include('NO_CHANNEL');
    const choices = (await demo.get('/payee-channel-choices')).body as { readonly accounts: readonly { readonly code: string }[] };
    expect(choices.accounts.map(({ code }) => code)).to.include.members(['CM-ALIPAY-1', 'CM-UNIONPAY-1']);
    await done('/payee-channels/add', link);
    await done('/payee-channels/add', { ...link, channelMerchantId: 'CM-UNIONPAY-1' });
    expect((await rows('payee-channels', `&payeeName=${encodeURIComponent('市档案馆')}`)).map((row) => [row['channelMerchantId'], row['payMethod'], row['enabled'], row['version']])).to.deep.include(['CM-ALIPAY-1', 'PC网关支付、H5支付', '1', 1]);
    expect(await offered((await place('M-NEW-1')).cashierUrl)).to.deep.equal(['alipay', 'unionpay']);
    await done('/payee-channels/disable', { merchantNo: 'M-NEW-1', channelMerchantId: 'CM-UNIONPAY-1', version: 1 });
    expect(await offered((await place('M-NEW-1')).cashierUrl)).to.deep.equal(['alipay']);
    await done('/payee-channels/edit', { merchantNo: 'M-NEW-1', channelMerchantId: 'CM-ALIPAY-1', version: 1, payMethods: ['bar'], remark: '只在窗口' });
    expect(await refusedAs('M-NEW-1')).to.include('NO_CHANNEL');
    await done('/payee-channels/enable', { merchantNo: 'M-NEW-1', channelMerchantId: 'CM-UNIONPAY-1', version: 2 });
    const open = await place('M-NEW-1');
    expect(await offered(open.cashierUrl)).to.deep.equal(['unionpay']);
  });

  it('refuses links that cannot be, and changes of what somebody else changed meanwhile', async () => {
    const fresh = { ...link, channelMerchantId: 'CM-UNIONPAY-2' };
    expect((await said(demo.post('/payee-channels/add', link))).slice(0, 3)).to.deep.equal([422, 'REFUSED', 'channelMerchantId']);
    expect((await said(demo.post('/payee-channels/add', { ...fresh, merchantNo: 'M-FOREIGN' }))).slice(0, 3)).to.deep.equal([422, 'REFUSED', 'merchantNo']);
    expect((await said(demo.post('/payee-channels/add', { ...fresh, channelMerchantId: 'CM-FOREIGN' }))).slice(0, 3)).to.deep.equal([422, 'REFUSED', 'channelMerchantId']);
    expect((await said(demo.post('/payee-channels/add', fresh))).slice(0, 3), 'two accounts of one channel').to.deep.equal([422, 'REFUSED', 'payMethods']);
    for (const payMethods of [[], ['cash'], ['pc', 'pc'], 'pc']) expect((await said(demo.post('/payee-channels/add', { ...fresh, payMethods }))).slice(0, 3)).to.deep.equal([400, 'BAD_REQUEST', 'payMethods']);
    for (const more of [{ payChannel: 'alipay' }, { version: 1 }]) expect((await demo.post('/payee-channels/add', { ...fresh, ...more })).body).to.include({ code: 'BAD_REQUEST' });
    expect((await said(demo.post('/payee-channels/edit', { merchantNo: 'M-NEW-1', channelMerchantId: 'CM-ALIPAY-1', version: 1, payMethods: ['pc'], remark: '' })))[3]).to.match(/已被他人修改/);
    expect((await said(demo.post('/payee-channels/delete', { merchantNo: 'M-NEW-1', channelMerchantId: 'CM-FOREIGN', version: 1 })))[3]).to.equal('没有这个关联');
  });

  it('keeps a link that somebody began to pay through, and takes away one that nobody did', async () => {
    const { cashierUrl } = await place('M35040000001');
    expect(attemptNoOf(await choose(life.city, cashierUrl, 'alipay'))).to.match(/^\d+$/);
    expect((await said(demo.post('/payee-channels/delete', { merchantNo: 'M35040000001', channelMerchantId: 'CM-ALIPAY-1', version: 1 })))[3]).to.match(/已有支付经过/);
    await done('/payee-channels/delete', { merchantNo: 'M-NEW-1', channelMerchantId: 'CM-ALIPAY-1', version: 2 });
    expect((await rows('payee-channels', `&payeeName=${encodeURIComponent('市档案馆')}`)).map((row) => row['channelMerchantId'])).to.deep.equal(['CM-UNIONPAY-1']);
  });

  it('switches a payee off: the gateway takes no new order at once, and what was placed stays', async () => {
    const before = await place('M-NEW-1');
    await done('/payees/disable', { merchantNo: 'M-NEW-1', version: await versionOf('M-NEW-1') });
    expect(await refusedAs('M-NEW-1')).to.include('40302');
    const shown = await life.city.rsa2.queryOrder({ merchantNo: 'M-NEW-1', platformOrderNo: before.platformOrderNo, orderDate: before.orderDate });
    expect(shown.orderState).to.equal('0');
    await done('/payees/enable', { merchantNo: 'M-NEW-1', version: await versionOf('M-NEW-1') });
    await place('M-NEW-1');
  });

  it('changes a payee as it was read, and of two who do it at once tells the second', async () => {
    const version = await versionOf('M-NEW-1');
    await done('/payees/edit', { ...payee, version, remark: '一楼' });
    expect((await said(demo.post('/payees/edit', { ...payee, version, remark: '二楼' }))).slice(0, 2)).to.deep.equal([422, 'REFUSED']);
    expect((await rows('payees', '&merchantNo=M-NEW-1'))[0]).to.include({ remark: '一楼', version: version + 1 });
    expect((await said(demo.post('/payees/edit', { ...payee, merchantNo: 'M-NOBODY', version })))[3]).to.equal('没有这个收款单位');
    // The demo payees are from before industries were kept; they are paid to all the same, and asked for one when they are changed.
    expect((await demo.get('/payees/M35040000001')).body).to.not.have.property('industryCode');
  });

  it('deletes no payee that is in use', async () => {
    expect((await said(demo.post('/payees/delete', { merchantNo: 'M-NEW-1', version: await versionOf('M-NEW-1') })))[3]).to.match(/已有订单/);
    expect((await said(demo.post('/payees/delete', { merchantNo: 'M35040000002', version: await versionOf('M35040000002') })))[3]).to.match(/渠道商户/);
    await done('/payees/add', { ...payee, merchantNo: 'M-NEW-3', payeeName: '临时单位' });
    await done('/payees/delete', { merchantNo: 'M-NEW-3', version: 1 });
    expect(await rows('payees', '&merchantNo=M-NEW-3')).to.deep.equal([]);
  });

  it('adds an institution with an administrator who is nobody here, neither by code nor by password', async () => {
    const { activationCode } = await done('/institutions/add', house);
    expect((await rows('institutions'))[0]).to.deep.include({ institutionNo: 'I-NEW', adminAccount: 'center.admin', contactName: '林晓宇', contactMobile: '138****8000', payeeCount: 0, enabled: '1' });
    expect((await demo.get('/institutions/I-NEW')).body).to.deep.equal({ institutionNo: 'I-NEW', version: 1, institutionName: '市收费中心', contactName: '林晓宇', maskedMobile: '138****8000', remark: '' });
    const browser = life.browser();
    expect((await browser.activate('center.admin', String(activationCode), password)).body).to.include({ code: 'SIGN_IN_FAILED' });
    expect((await browser.signIn('center.admin', password)).body).to.include({ code: 'SIGN_IN_FAILED' });
    expect((await browser.get('/me')).status).to.equal(401);
    for (const row of await life.city.resources.unitOfWork.run(async ({ directory }) => directory.institutions.all())) expect(row.contactMobile).to.equal('13800138000');
    const stored: unknown = await life.city.resources.engine.reader('institution').select('*');
    expect(JSON.stringify(stored)).to.not.include('13800138000');
  });

  it('refuses what cannot be an institution', async () => {
    const other = { ...house, institutionNo: 'I-TWO', institutionName: '县中心', adminAccount: 'county' };
    for (const [changes, status, field] of [
      [{ institutionNo: 'I-NEW' }, 422, 'institutionNo'], [{ institutionName: '市收费中心' }, 422, 'institutionName'], [{ adminAccount: 'center.admin' }, 422, 'adminAccount'], [{ adminAccount: 'sysadmin' }, 422, 'adminAccount'], [{ adminAccount: '管理员' }, 422, 'adminAccount'],
      [{ contactMobile: '110' }, 422, 'contactMobile'], [{ contactName: 'a\u0007' }, 400, 'contactName'], [{ institutionNo: "I' or 1=1" }, 400, 'institutionNo'], [{ remark: '长'.repeat(201) }, 400, 'remark'],
    ] as const) expect((await said(demo.post('/institutions/add', { ...other, ...changes }))).slice(0, 3), JSON.stringify(changes)).to.deep.equal([status, status === 422 ? 'REFUSED' : 'BAD_REQUEST', field]);
    for (const more of [{ adminOperatorNo: '1'.repeat(26) }, { enabled: true }, { roleCodes: ['demo'] }]) expect((await demo.post('/institutions/add', { ...other, ...more })).body).to.include({ code: 'BAD_REQUEST' });
    expect((await rows('institutions')).length).to.equal(1);
  });

  it('links payees to an institution, resets its administrator, and deletes it when it is empty', async () => {
    const choices = async () => (await demo.get('/institutions/I-NEW/payees')).body as { readonly version: number; readonly linked: readonly string[]; readonly payees: readonly { readonly code: string }[] };
    expect((await choices()).payees.map(({ code }) => code)).to.include.members(['M-NEW-1', 'M35040000001']);
    await done('/institutions/link-payees', { institutionNo: 'I-NEW', version: 1, merchantNos: ['M-NEW-1'] });
    expect((await choices()).linked).to.deep.equal(['M-NEW-1']);
    expect((await rows('institutions'))[0]).to.include({ payeeCount: 1 });
    expect((await said(demo.post('/institutions/link-payees', { institutionNo: 'I-NEW', version: 2, merchantNos: ['M-FOREIGN'] }))).slice(0, 3)).to.deep.equal([422, 'REFUSED', 'merchantNos']);
    expect((await said(demo.post('/institutions/delete', { institutionNo: 'I-NEW', version: 2 })))[3]).to.match(/还有关联的收款单位/);
    const { activationCode } = await done('/institutions/reset-password', { institutionNo: 'I-NEW' });
    expect(String(activationCode)).to.have.length.above(8);
    expect(life.city.log.join('\n')).to.not.include(String(activationCode)).and.not.include('13800138000');
    await done('/institutions/edit', { institutionNo: 'I-NEW', version: 2, institutionName: '市收费管理中心', contactName: '陈', remark: '' });
    await done('/institutions/disable', { institutionNo: 'I-NEW', version: 3 });
    expect((await said(demo.post('/institutions/reset-password', { institutionNo: 'I-NEW' })))[1]).to.equal('REFUSED');
    await done('/institutions/enable', { institutionNo: 'I-NEW', version: 4 });
    await done('/institutions/link-payees', { institutionNo: 'I-NEW', version: 5, merchantNos: [] });
    await done('/institutions/delete', { institutionNo: 'I-NEW', version: 6 });
    expect(await rows('institutions')).to.deep.equal([]);
  });

  it('writes all of it down, and asks for the second factor anew before money could go elsewhere (AUTH-10)', async () => {
    const auditor = await life.person('auditor');
    const told = (await auditor.get('/lists/audit-logs?pageSize=100')).body['rows'] as readonly { readonly operationDesc: string; readonly sourceData: string | null }[];
    for (const words of ['新增收款单位 M-NEW-1', '停用收款单位 M-NEW-1', '删除收款单位 M-NEW-3', '新增收款单位渠道商户 M-NEW-1/CM-ALIPAY-1', '新增收款机构 I-NEW', '重置机构管理员密码 I-NEW', '关联收款机构 I-NEW 的收款单位', '删除收款机构 I-NEW']) {
      expect(told.some(({ operationDesc }) => operationDesc === words), words).to.equal(true);
    }
    expect(JSON.stringify(told)).to.not.include('13800138000').and.not.include('key=1');
    const late = await life.again(demo, 'demo');
    life.city.advance(6 * 60_000 + totpStepMs);
    for (const [path, body] of [['/payees/edit', { ...payee, version: 9 }], ['/payee-channels/add', link], ['/institutions/reset-password', { institutionNo: 'I-NEW' }]] as const) expect((await late.post(path, body)).body, path).to.include({ code: 'STEP_UP' });
  });
});
