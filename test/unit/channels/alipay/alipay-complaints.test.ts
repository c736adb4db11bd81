import { expect } from 'chai';
import { createAlipayChannel } from '../../../../adapters/outbound/channels/alipay/alipay-channel.js';
import type { MessageVerdict, RawMessage } from '../../../../application/ports/payment-channel.js';
import { account, alipayKeys, appId, appKeys, attempt, attemptNo, encoded, joined, message, notice, now, paidNotice, signer, signWith, talk, verifier } from './alipay-world.js';

const { messages, returns } = talk().channel;
const read = (raw: RawMessage): Promise<MessageVerdict> => messages.read(account, raw, attempt, now);
const isPaid = (verdict: MessageVerdict): boolean => verdict.genuine && verdict.payment?.kind === 'paid';

describe('Alipay: what integrators complain about (messages)', () => {
  it('decodes values once: percent signs, plus signs and double-encoded passback parameters survive', async () => {
    const awkward = { ...paidNotice, subject: '登记费 50%+20% 100%25', body: 'a+b c%20d', passback_params: 'orderNo%3D1%26note%3D%E7%BC%B4', memo: '=&=;+', empty: '' };
    expect(isPaid(await read(notice(awkward)))).to.equal(true);
  });

  it('drops sign_type from the text of trade notifications and does not accept the other form for them', async () => {
    expect(isPaid(await read(notice(paidNotice)))).to.equal(true);
    expect(await read(notice(paidNotice, { signTypeSigned: true }))).to.deep.equal({ genuine: false, why: 'signature' });
    const { notify_type: _type, ...untyped } = paidNotice;
    expect(await read(notice(untyped, { signTypeSigned: true }))).to.deep.equal({ genuine: false, why: 'signature' });
  });

  it('accepts both forms for other families, which are never news about a payment', async () => {
    const other = { notify_type: 'dut_user_sign', notify_id: 'n2', app_id: appId, charset: 'utf-8', trade_status: 'TRADE_SUCCESS', out_trade_no: attemptNo };
    for (const signTypeSigned of [true, false]) {
      expect(await read(notice(other, { signTypeSigned }))).to.deep.equal({ genuine: true, payment: undefined, refund: undefined, confirmByQuery: false });
    }
    expect(await read(notice({ ...other, app_id: '1' }))).to.deep.equal({ genuine: false, why: 'foreign-app' });
  });

  it('does not accept messages signed with the key of our own application', async () => {
    expect(await read(notice(paidNotice, { key: appKeys.privateKey }))).to.deep.equal({ genuine: false, why: 'signature' });
  });

  it('keeps quotes and HTML entities as they came', async () => {
    expect(isPaid(await read(notice({ ...paidNotice, fund_bill_list: '[{&quot;amount&quot;:&quot;120.00&quot;}]' })))).to.equal(true);
    expect(isPaid(await read(notice({ ...paidNotice, subject: '"<费>" & \'税\' &amp;' })))).to.equal(true);
  });

  it('verifies fields nobody has heard of, and empty ones', async () => {
    expect(isPaid(await read(notice({ ...paidNotice, voucher_detail_list: '[{"id":"1"}]', brand_new: '新', nothing: '' })))).to.equal(true);
    const withoutEmpty = Object.fromEntries(Object.entries(paidNotice).filter(([, value]) => value !== ''));
    const body = encoded(Object.entries({ ...paidNotice, sign_type: 'RSA2', sign: signWith(alipayKeys.privateKey, joined(withoutEmpty)) }));
    expect(await read(message(body))).to.deep.equal({ genuine: false, why: 'signature' });
  });

  it('leaves parameters of our own in the notify address out of the signature', async () => {
    expect(isPaid(await read(notice(paidNotice, { query: 'tenant=1&total_amount=0.01&sign=x' })))).to.equal(true);
  });

  it('reads the raw body whatever the content type says', async () => {
    for (const contentType of ['application/x-www-form-urlencoded; text/html; charset=utf-8', 'text/plain', '', 'application/json; charset="UTF-8"', 'application/x-www-form-urlencoded;charset=utf8']) {
      expect(isPaid(await read(notice(paidNotice, { contentType }))), contentType).to.equal(true);
    }
  });

  it('reads the same message the same way however often it comes', async () => {
    const verdicts = await Promise.all(Array.from({ length: 20 }, () => read(notice(paidNotice))));
    for (const verdict of verdicts) expect(verdict).to.deep.equal(verdicts[0]);
  });

  it('takes nothing from the return page but which attempt to ask about', () => {
    const back = (query: string): RawMessage => ({ method: 'GET', contentType: '', query, body: new Uint8Array() });
    expect(returns.attemptNoOf(back(`charset=utf-8&out_trade_no=${attemptNo}&method=alipay.trade.page.pay.return&total_amount=120.00&sign=forged&trade_status=TRADE_SUCCESS`))).to.equal(attemptNo);
    expect(returns.attemptNoOf(back(`?out_trade_no=${attemptNo}`))).to.equal(attemptNo);
    for (const query of ['', 'out_trade_no=', 'out_trade_no=%zz', 'out_trade_no=a%20b', 'out_trade_no=1&out_trade_no=2', `out_trade_no=${'1'.repeat(65)}`]) {
      expect(returns.attemptNoOf(back(query)), query).to.equal(undefined);
    }
    expect(returns.attemptNoOf(message(`out_trade_no=${attemptNo}`))).to.equal(undefined);
    expect(Object.keys(returns)).to.not.include('read');
  });

  it('needs no journal and no clock to read messages', async () => {
    const bare = createAlipayChannel({ signer, verifier, http: { send: () => Promise.reject(new Error('no call')) } });
    expect(isPaid(await bare.messages.read(account, notice(paidNotice), attempt, now))).to.equal(true);
  });
});
