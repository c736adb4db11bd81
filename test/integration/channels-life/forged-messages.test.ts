import { expect } from 'chai';
import type { Channel, Life } from '../payments/life.js';
import { Mailbox } from './mailbox.js';

const by = { kind: 'system', code: 'test', address: undefined } as const;

describe('messages that are not what they say', function () {
  this.timeout(60_000);
  let mailbox: Mailbox;
  let life: Life;
  before(async () => { mailbox = await Mailbox.start(); life = mailbox.life; });
  after(async () => life.close());
  afterEach(async () => mailbox.check());

  for (const [fault, why] of [
    ['tampered-amount', 'signature'], ['unsigned', 'signature'], ['bad-signature', 'signature'], ['foreign-app-id', 'foreign-app'], ['foreign-seller', 'foreign-merchant'],
  ] as const) {
    it(`refuses an Alipay message with ${fault}, changes nothing, and believes the genuine repeat four minutes later (CHN-01, CHN-02)`, async () => {
      const placed = await mailbox.opened('alipay');
      await life.fault('alipay', 'notify', fault);
      await life.fault('alipay', 'alipay.trade.query', 'drop-before', { times: 50 });
      const [before, seen] = [await life.audited(placed.platformOrderNo), mailbox.refusals().length];
      await life.pay('alipay', placed.attemptNo);
      expect((await mailbox.sent(placed.attemptNo))[0]?.state).to.equal('waiting');
      expect(mailbox.refusals().slice(seen)).to.deep.equal([why]);
      expect(await life.audited(placed.platformOrderNo)).to.deep.equal(before);
      await life.step(240_000);
      await life.state(placed, '2');
    });
  }

  for (const [dressing, why] of [
    ['unsigned', 'signature'], ['bad-signature', 'signature'], ['wrong-cn', 'certificate'], ['expired-leaf', 'certificate'], ['self-signed', 'certificate'],
    ['foreign-chain', 'certificate'], ['other-merchant', 'foreign-merchant'], ['version-5.0.0', 'downgrade'], ['sign-method-11', 'downgrade'],
  ] as const) {
    it(`refuses a UnionPay message dressed as ${dressing}, changes nothing, and finds the payment out later (CHN-01 to CHN-03)`, async () => {
      const placed = await mailbox.opened('unionpay');
      await life.fault('unionpay', 'notify', dressing);
      const [before, seen] = [await life.audited(placed.platformOrderNo), mailbox.refusals().length];
      await life.pay('unionpay', placed.attemptNo);
      await life.city.until('the message was refused', () => (mailbox.refusals().length > seen ? true : undefined));
      expect(mailbox.refusals().slice(seen)).to.deep.equal([why]);
      expect(await life.audited(placed.platformOrderNo)).to.deep.equal(before);
      await life.step(60_000);
      await life.state(placed, '2');
    });
  }

  it('refuses a message of one channel at the door of the other, and one about an order nobody knows (CHN-02)', async () => {
    const placed = await mailbox.opened('unionpay');
    const [alipayForm, unionpayForm] = [`out_trade_no=${placed.attemptNo}&trade_status=TRADE_SUCCESS&total_amount=80.00&sign=AAAA&sign_type=RSA2`, `orderId=${placed.attemptNo}&txnType=01&respCode=00&txnAmt=8000`];
    const post = async (channel: Channel, body: string) => {
      const answer = await fetch(`${life.city.baseUrl}/channels/${channel}/notify`, { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' }, body });
      return [answer.status, await answer.text()];
    };
    const seen = mailbox.refusals().length;
    expect(await post('alipay', alipayForm)).to.deep.equal([200, 'failure']);
    expect(await post('unionpay', unionpayForm)).to.deep.equal([500, 'fail']);
    expect(await post('alipay', alipayForm.replace(placed.attemptNo, '9'.repeat(26)))).to.deep.equal([200, 'failure']);
    expect(await post('alipay', '')).to.deep.equal([200, 'failure']);
    expect(mailbox.refusals().slice(seen)).to.deep.equal(['other-channel', 'signature', 'unknown-order', 'unreadable']);
    expect((await life.query(placed)).orderState).to.equal('1');
  });

  it('books nothing when a genuine message of a cheap order is replayed for a dear one, changed or as it was, at either door', async () => {
    const [cheap, dear] = [await mailbox.opened('alipay', '1'), await mailbox.opened('alipay', '1000000')];
    const message = await mailbox.overheard('alipay', async () => { await life.pay('alipay', cheap.attemptNo); await life.state(cheap, '2'); });
    const before = await life.audited(cheap.platformOrderNo);
    const post = async (channel: Channel, body: string): Promise<string> => (await fetch(`${life.city.baseUrl}/channels/${channel}/notify`, { method: 'POST', body })).text();
    expect(await post('alipay', message.replace(cheap.attemptNo, dear.attemptNo))).to.equal('failure');
    expect(await post('alipay', message.replace('total_amount=0.01', 'total_amount=10000.00'))).to.equal('failure');
    expect(await post('alipay', `${message}&out_trade_no=${dear.attemptNo}`)).to.equal('failure');
    expect(await post('unionpay', message)).to.equal('fail');
    expect(await post('alipay', message)).to.equal('success');
    expect((await life.query(dear)).orderState).to.equal('1');
    expect(await life.audited(cheap.platformOrderNo)).to.deep.equal(before);
  });

  for (const [accountId, channel, blanked] of [
    ['CM-ALIPAY-1', 'alipay', { settings: { alipayPublicKeyPem: '' } }], ['CM-ALIPAY-1', 'alipay', { settings: { alipayPublicKeyPem: '   ' } }],
    ['CM-ALIPAY-1', 'alipay', { channelAppId: ' ' }], ['CM-ALIPAY-1', 'alipay', { channelMerchantNo: ' ' }],
    ['CM-UNIONPAY-1', 'unionpay', { settings: { rootPems: '[]' } }], ['CM-UNIONPAY-1', 'unionpay', { settings: { middlePems: '[]' } }],
    ['CM-UNIONPAY-1', 'unionpay', { settings: { allowedNames: '[]' } }], ['CM-UNIONPAY-1', 'unionpay', { channelMerchantNo: ' ' }],
  ] as const) {
    it(`verifies nothing with an account of ${channel} where ${JSON.stringify(blanked)} is blank (CHN-06)`, async () => {
      const placed = await mailbox.opened(channel);
      const { directory, directoryEditor } = life.city.resources;
      const account = await directory.channelMerchant(accountId);
      if (!account) throw new Error('no account');
      const { settings = {}, ...facts } = blanked as { readonly settings?: Readonly<Record<string, string>> };
      await directoryEditor.saveChannelMerchant({ ...account, ...facts, settings: { ...account.settings, ...settings } }, by);
      try {
        const faults = (): number => life.city.log.filter((line) => line.includes('channel-message') && line.includes(accountId)).length;
        const before = faults();
        await life.pay(channel, placed.attemptNo);
        await life.city.until('the message was not believed', () => (faults() > before ? true : undefined));
        expect((await life.query(placed)).orderState).to.equal('1');
      } finally {
        const blank = await directory.channelMerchant(accountId);
        await directoryEditor.saveChannelMerchant({ ...account, version: blank?.version ?? account.version }, by);
      }
      await life.stepUntil('the order is paid once the account is whole again', placed.platformOrderNo, ({ order }) => order.state === 'paid', 60_000);
    });
  }

  it('ignores what is in the query of the notify address and never redirects a channel', async () => {
    const placed = await mailbox.opened('alipay');
    const answer = await fetch(`${life.city.baseUrl}/channels/alipay/notify?out_trade_no=${placed.attemptNo}&trade_status=TRADE_SUCCESS`, { method: 'POST', redirect: 'manual', body: 'a=b' });
    expect([answer.status, await answer.text()]).to.deep.equal([200, 'failure']);
    expect((await life.query(placed)).orderState).to.equal('1');
  });
});
