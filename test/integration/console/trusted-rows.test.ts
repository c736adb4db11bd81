import { createSign, generateKeyPairSync } from 'node:crypto';
import { expect } from 'chai';
import type { ConsoleClient } from '../../support/console-client.js';
import { answerOf, enrol, envelope, keyOf, newParty, order, orderData, postJson, type Party } from '../gateway/outsider.js';
import { Mailbox, type Opened } from '../channels-life/mailbox.js';
import type { Life } from '../payments/life.js';
import { ConsoleLife } from './console-life.js';

const by = { kind: 'system', code: 'test', address: undefined } as const;
const channelMerchantId = 'CM-ALIPAY-1';

/** INT-01, INT-03: somebody who may write to the database, and holds no key of the platform, becomes nobody else and sees nothing more. */
describe('whom the platform trusts, written past the platform', function () {
  this.timeout(180_000);
  let mailbox: Mailbox;
  let life: Life;
  before(async () => {
    mailbox = await Mailbox.start();
    life = mailbox.life;
  });
  after(() => life.close());

  const write = async (table: string, match: Readonly<Record<string, string>>, changes: Readonly<Record<string, unknown>>): Promise<Readonly<Record<string, unknown>>> => {
    const { engine } = life.city.resources;
    const [before = {}]: readonly Readonly<Record<string, unknown>>[] = await engine.writer(table).where(match).select(Object.keys(changes));
    expect(await engine.writer(table).where(match).update(changes)).to.equal(1);
    return before;
  };
  const alarms = (table: string, rowNo: string): number => life.city.log.filter((line) => line.includes('"event":"row-tampered"') && line.includes(`"table":"${table}"`) && line.includes(`"rowNo":"${rowNo}"`)).length;

  it('a developer whose key was swapped: neither the new key nor the old one is believed, the answer is that to a stranger, and the row is named', async () => {
    const genuine = await enrol(life.city, newParty('DEV-TRUSTED'));
    const thief: Party = { ...newParty('DEV-TRUSTED') };
    const ask = async (party: Party): Promise<Readonly<Record<string, string>>> => answerOf(await postJson(life.city, envelope(life.city, party, order, orderData(life.city))));
    expect((await ask(genuine))['code']).to.equal('10000');
    const before = await write('developer', { dev_id: 'DEV-TRUSTED' }, { public_keys: JSON.stringify([keyOf(thief)]) });
    await life.city.until('the row was met', async () => {
      expect((await ask(thief))['code']).to.equal('40003');
      return alarms('developer', 'DEV-TRUSTED') > 0 || undefined;
    });
    // The demo explains a wrong signature; by which algorithm it was judged is said of a developer that is known.
    const told = async (party: Party): Promise<unknown> => {
      const { data, ...answer } = await ask(party);
      return { ...answer, algorithm: (JSON.parse(Buffer.from(data ?? '', 'base64').toString()) as Readonly<Record<string, unknown>>)['algorithm'] };
    };
    const stranger = await told(newParty('DEV-NOBODY'));
    for (const party of [thief, genuine]) expect(await told(party)).to.deep.equal(stranger);
    await write('developer', { dev_id: 'DEV-TRUSTED' }, before);
    expect((await ask(genuine))['code'], 'as it was').to.equal('10000');
  });

  it('an account whose key was swapped and confirmed by SQL: a message signed with that key marks nothing paid', async () => {
    const own = generateKeyPairSync('rsa', { modulusLength: 2048, publicKeyEncoding: { type: 'spki', format: 'pem' }, privateKeyEncoding: { type: 'pkcs8', format: 'pem' } });
    const { directory, engine } = life.city.resources;
    const account = await directory.channelMerchant(channelMerchantId) ?? expect.fail('no such account');
    const forge = async ({ attemptNo }: Opened): Promise<string> => {
      const fields: Readonly<Record<string, string>> = {
        app_id: account.channelAppId ?? '', charset: 'utf-8', gmt_payment: '2026-11-23 09:31:04', notify_id: 'n1', notify_type: 'trade_status_sync', out_trade_no: attemptNo, seller_id: account.channelMerchantNo,
        total_amount: '80.00', trade_no: '2026112322001400000000000001', trade_status: 'TRADE_SUCCESS', version: '1.0',
      };
      const sign = createSign('sha256').update(Object.entries(fields).map(([name, value]) => `${name}=${value}`).join('&')).sign(own.privateKey, 'base64');
      return (await fetch(`${life.city.baseUrl}/channels/alipay/notify`, { method: 'POST', body: new URLSearchParams({ ...fields, sign, sign_type: 'RSA2' }) })).text();
    };
    const placed = await mailbox.opened('alipay');
    const before = await write('channel_merchant', { channel_merchant_id: channelMerchantId }, { settings_text: JSON.stringify({ ...account.settings, alipayPublicKeyPem: own.publicKey }), changed_by: null, enabled: 1 });
    await life.city.until('the row was met', async () => {
      expect(await forge(placed)).to.not.equal('success');
      return alarms('channel_merchant', channelMerchantId) > 0 || undefined;
    });
    expect(await forge(placed)).to.not.equal('success');
    expect((await life.query(placed)).orderState).to.equal('1');
    const attempts: readonly Readonly<Record<string, unknown>>[] = await engine.reader('pay_attempt').where({ attempt_no: placed.attemptNo }).select('state');
    expect(attempts).to.deep.equal([{ state: 'open' }]);
    await write('channel_merchant', { channel_merchant_id: channelMerchantId }, before);
    await life.pay('alipay', placed.attemptNo);
    await life.state(placed, '2');
  });

  it('a payee that was moved to another institution: the account that is limited to that one sees nothing of it, in no list and by no number', async () => {
    const desk = await ConsoleLife.in(life.city);
    const demo: ConsoleClient = await desk.person('demo');
    const { directory, directoryEditor, unitOfWork } = life.city.resources;
    const [theirs, mine] = ['M35040000001', 'M35040000002'];
    for (const [merchantNo, institutionNo] of [[theirs, 'INST-A'], [mine, 'INST-B']] as const) {
      const payee = await directory.payee(merchantNo) ?? expect.fail('no such payee');
      await directoryEditor.savePayee({ ...payee, institutionNo }, by);
    }
    const placed = await life.place();
    await unitOfWork.run(async ({ operators }) => {
      const operator = await operators.byAccount('demo') ?? expect.fail('no such account');
      await operators.put({ ...operator, scope: { kind: 'institution', institutionNo: 'INST-B' } });
    });
    const seen = async (): Promise<readonly unknown[]> => {
      const payees = (await demo.get('/lists/payees')).body['rows'] as readonly Readonly<Record<string, unknown>>[];
      const orders = (await demo.get(`/lists/pay-orders?platformOrderNo=${placed.platformOrderNo}`)).body['rows'] as readonly unknown[];
      return [payees.map(({ merchantNo }) => merchantNo), orders.length, (await demo.get('/lists/payees/totals')).body['count']];
    };
    expect(await seen()).to.deep.equal([[mine], 0, 1]);
    await write('payee', { merchant_no: theirs }, { institution_no: 'INST-B' });
    expect(await seen()).to.deep.equal([[mine], 0, 1]);
    const opened = await demo.get(`/lists/pay-order?platformOrderNo=${placed.platformOrderNo}`);
    expect(JSON.stringify(opened.body)).to.not.contain(placed.bizOrderNo);
    expect(alarms('payee', theirs)).to.be.greaterThan(0);
    const verdict = await life.city.resources.rowIntegrity.verify();
    expect(verdict.named).to.deep.equal([{ table: 'payee', rowNo: theirs }]);
  });
});
