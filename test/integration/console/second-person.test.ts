import { createSign, generateKeyPairSync } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from 'chai';
import type { ConsoleAnswer, ConsoleClient } from '../../support/console-client.js';
import { Mailbox, type Opened } from '../channels-life/mailbox.js';
import type { Life } from '../payments/life.js';
import { ConsoleLife } from './console-life.js';

type Row = Readonly<Record<string, unknown>>;
const channelMerchantId = 'CM-ALIPAY-1';
const own = generateKeyPairSync('rsa', { modulusLength: 2048, publicKeyEncoding: { type: 'spki', format: 'pem' }, privateKeyEncoding: { type: 'pkcs8', format: 'pem' } });

/** CHN-01, AUTH-10: whoever may change an account could paste a key of his own and sign messages with it. */
describe('what an account is believed by', function () {
  this.timeout(120_000);
  let mailbox: Mailbox;
  let life: Life;
  let demo: ConsoleClient;
  let colleague: ConsoleClient;
  let genuineKey = '';
  before(async () => {
    mailbox = await Mailbox.start();
    life = mailbox.life;
    const desk = await ConsoleLife.in(life.city);
    const [sysadmin, secadmin] = [await desk.person('sysadmin'), await desk.person('secadmin')];
    demo = await desk.person('demo');
    const invited = (await sysadmin.post('/operators/invite', { account: 'second', name: '王会计', remark: '' })).body;
    const { requestNo } = (await sysadmin.post('/grants/ask', { operatorNo: invited['operatorNo'], roleCodes: ['demo-business'], remark: '' })).body;
    expect((await secadmin.post('/grants/decide', { requestNo, decision: 'approve', remark: '' })).status).to.equal(200);
    colleague = await desk.person('second', String(invited['activationCode']));
    genuineKey = (await life.city.resources.directory.channelMerchant(channelMerchantId))?.settings['alipayPublicKeyPem'] ?? '';
    // As a row from before there was this column; nothing there means what an empty list does, so its code fits.
    await life.city.resources.engine.writer('channel_merchant').where({ channel_merchant_id: channelMerchantId }).update({ changed_by: null });
  });
  after(async () => { await mailbox.check(); await life.close(); });

  const row = async (): Promise<Row> => ((await demo.get('/lists/channel-merchants?pageSize=100')).body['rows'] as readonly Row[]).find((one) => one['channelMerchantId'] === channelMerchantId) ?? {};
  async function act(person: ConsoleClient, verb: string, more: object = {}): Promise<ConsoleAnswer> {
    const send = async () => person.post(`/channel-merchants/${verb}`, { channelMerchantId, ...(verb !== 'try' && { version: (await row())['version'] }), ...more });
    const came = await send();
    if (came.body['code'] !== 'STEP_UP') return came;
    life.city.advance(30_000);
    expect((await person.post('/step-up/code', { code: person.code(life.city.now()) })).status).to.equal(200);
    return send();
  }
  async function edit(person: ConsoleClient, changes: Readonly<Record<string, string>>, more: object = {}): Promise<ConsoleAnswer> {
    const { settings, channelMerchantName, channelAppId, keyName, remark } = (await person.get(`/channel-merchants/one/${channelMerchantId}`)).body as { readonly settings: Readonly<Record<string, string>> } & Row;
    const { alipayPublicKeyPem: _shown, ...visible } = settings;
    return act(person, 'edit', { channelMerchantName, channelAppId, keyName, remark, settings: { ...visible, ...changes }, ...more });
  }
  /** "Paid", signed with the key of whoever pasted it. */
  async function forge({ attemptNo }: Opened): Promise<string> {
    const account = await life.city.resources.directory.channelMerchant(channelMerchantId);
    const fields: Readonly<Record<string, string>> = {
      app_id: account?.channelAppId ?? '', charset: 'utf-8', gmt_payment: '2026-11-23 09:31:04', notify_id: 'n1', notify_type: 'trade_status_sync', out_trade_no: attemptNo, seller_id: account?.channelMerchantNo ?? '',
      total_amount: '80.00', trade_no: '2026112322001400000000000001', trade_status: 'TRADE_SUCCESS', version: '1.0',
    };
    const sign = createSign('sha256').update(Object.entries(fields).map(([name, value]) => `${name}=${value}`).join('&')).sign(own.privateKey, 'base64');
    return (await fetch(`${life.city.baseUrl}/channels/alipay/notify`, { method: 'POST', body: new URLSearchParams({ ...fields, sign, sign_type: 'RSA2' }) })).text();
  }
  const state = async (placed: Opened): Promise<unknown> => (await life.query(placed)).orderState;

  it('is not changed and believed by one person: a message signed with his own key marks nothing paid, also after the old key is back (CHN-01, AUTH-10)', async () => {
    const [fallen, genuine] = [await mailbox.opened('alipay'), await mailbox.opened('alipay')];
    const changed = await edit(demo, { alipayPublicKeyPem: own.publicKey });
    expect(String(changed.body['message'])).to.match(/现为停用.*另一名操作员/);
    expect((await row())['enabled']).to.equal('0');
    expect((await demo.get(`/channel-merchants/one/${channelMerchantId}`)).body['isConfirmed']).to.equal(false);
    const seen = mailbox.refusals().length;
    expect([await forge(fallen), await state(fallen)]).to.deep.equal(['failure', '1']);
    expect(mailbox.refusals().slice(seen)).to.deep.equal(['account-unconfirmed']);
    const refused = await act(demo, 'enable');
    expect([refused.status, refused.body['message']]).to.satisfy(([status, message]: readonly [number, string]) => status === 422 && message.includes('另一名操作员'));

    await life.pay('alipay', genuine.attemptNo);
    expect((await edit(demo, { alipayPublicKeyPem: genuineKey })).body['message']).to.be.a('string');
    expect((await act(demo, 'enable')).body['message']).to.match(/另一名操作员/);
    expect((await act(demo, 'try')).body, 'whoever is to confirm it may try it first').to.include({ answers: true });
    await life.step(60_000);
    expect([await forge(fallen), await state(fallen), await state(genuine)], 'nobody has confirmed it').to.deep.equal(['failure', '1', '1']);

    expect((await act(colleague, 'enable')).body).to.deep.equal({ done: true });
    expect(await forge(fallen)).to.equal('failure');
    await life.stepUntil('the genuine payment is known', genuine.platformOrderNo, ({ order }) => order.state === 'paid', 60_000);
    expect([(await life.kept(fallen.platformOrderNo)).order.paidAt, (await row())['enabled']]).to.deep.equal([undefined, '1']);
    const fresh = await mailbox.opened('alipay');
    await life.pay('alipay', fresh.attemptNo);
    await life.state(fresh, '2');
    expect(await life.audited(channelMerchantId)).to.include.members(['channel-merchant.edited', 'channel-merchant.enabled']);
    expect(JSON.stringify(await life.rows('audit_entry', { object_no: channelMerchantId, action: 'channel-merchant.edited' }))).to.include('changedBy').and.not.include('BEGIN');
  });

  it('counts by the address too: nothing is asked at one that a person alone has entered', async () => {
    let asked = 0;
    const server = createServer((_request, response) => { asked += 1; response.end('{}'); }).listen(0, '127.0.0.1');
    await new Promise((resolve) => { server.once('listening', resolve); });
    try {
      const placed = await mailbox.opened('alipay');
      const { gatewayUrl = '' } = (await life.city.resources.directory.channelMerchant(channelMerchantId))?.settings ?? {};
      await edit(colleague, { gatewayUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/gateway.do` });
      await life.step(120_000);
      expect([asked, await state(placed)]).to.deep.equal([0, '1']);
      await edit(demo, { gatewayUrl });
      for (const person of [demo, colleague]) expect((await act(person, 'enable')).body['message'], 'both have changed it').to.match(/另一名操作员/);
    } finally {
      server.close();
    }
    // By the command of whoever holds the machine: SQL would make it a row that nobody believes.
    const { directory, directoryEditor } = life.city.resources;
    const account = await directory.channelMerchant(channelMerchantId) ?? expect.fail('no such account');
    await directoryEditor.saveChannelMerchant({ ...account, changedBy: [], enabled: true }, { kind: 'operator', code: 'directory-command', address: undefined });
  });

  it('stays as it is when something else is changed, or an account is merely switched off: what is open is followed to its end', async () => {
    life.city.advance(5_000);
    expect((await edit(demo, {}, { remark: '市本级' })).body).to.deep.equal({ done: true });
    expect((await row())['enabled']).to.equal('1');
    const placed = await mailbox.opened('alipay');
    expect((await act(demo, 'disable')).body).to.deep.equal({ done: true });
    await life.pay('alipay', placed.attemptNo);
    await life.state(placed, '2');
    expect((await act(demo, 'enable')).body).to.deep.equal({ done: true });
  });
});
