import { expect } from 'chai';
import { confirmedBills, confirmedChannel } from '../../../adapters/outbound/channels/confirmed-channel.js';
import { account, attempt, barContent, notice, now, paidNotice, refund, talk, toPay } from './alipay/alipay-world.js';

const why = 'account-unconfirmed';
const unconfirmed = { ...account, enabled: false, changedBy: ['O1'] };
const unknown = { kind: 'unknown', attemptNo: attempt.attemptNo, why };

describe('a channel behind an account that one person alone has seen to (CHN-01)', () => {
  it('is neither asked nor sent anything: whatever is open stays open, and a refund may be sent later', async () => {
    const undo = (): never => expect.fail('nothing is sent');
    const { channel, bills, requests } = talk();
    const guarded = confirmedChannel({ ...channel, undoing: { undo } });
    expect(await guarded.queries.query(unconfirmed, attempt, 10)).to.deep.equal(unknown);
    expect(await guarded.barcodes.charge(unconfirmed, toPay, barContent, 10)).to.deep.equal(unknown);
    expect(await guarded.closing?.close(unconfirmed, attempt, 10)).to.deep.equal(unknown);
    expect(await guarded.cancelling.cancel(unconfirmed, attempt, 10)).to.deep.equal({ kind: 'unknown', why });
    expect(await guarded.refunds.refund(unconfirmed, refund, 10)).to.deep.equal({ kind: 'try-later', refundTradeNo: refund.refundTradeNo, code: why });
    const openRefund = { kind: 'unknown', refundTradeNo: refund.refundTradeNo, why };
    expect([await guarded.refunds.queryRefund(unconfirmed, refund, 10), await guarded.undoing?.undo(unconfirmed, refund, 10)]).to.deep.equal([openRefund, openRefund]);
    expect(await confirmedBills(bills).fetch(unconfirmed, '20261122', 10)).to.deep.equal({ kind: 'unknown', why });
    const started = await guarded.pages.start(unconfirmed, toPay, 'https://a.cn', 'https://a.cn').then(() => 'started', (error: unknown) => String(error));
    expect(started).to.include('CM1 waits for a second person');
    expect(requests).to.deep.equal([]);
  });

  it('has its messages refused, however well they are signed, so that they come again', async () => {
    const { messages, returns } = confirmedChannel(talk().channel);
    expect(await messages.read(unconfirmed, notice(paidNotice), attempt, now)).to.deep.equal({ genuine: false, why });
    expect([messages.subject(notice(paidNotice))?.attemptNo, messages.refused.body, messages.accepted.body]).to.deep.equal([attempt.attemptNo, 'failure', 'success']);
    expect(returns.attemptNoOf(notice(paidNotice))).to.equal(talk().channel.returns.attemptNoOf(notice(paidNotice)));
  });

  it('is the channel itself for every other account, also for one that is switched off', async () => {
    const off = { ...account, enabled: false };
    expect(await confirmedChannel(talk().channel).messages.read(off, notice(paidNotice), attempt, now)).to.include({ genuine: true });
    expect((await confirmedChannel(talk().channel).pages.start(off, toPay, 'https://a.cn', 'https://a.cn')).action).to.include('/gateway.do');
    const { undoing, closing, ...others } = talk().channel;
    expect([undoing, typeof closing, typeof confirmedChannel(others).closing, confirmedChannel(talk().channel).undoing]).to.deep.equal([undefined, 'object', 'undefined', undefined]);
  });
});
