import { expect } from 'chai';
import { minuteMs } from '../../../domain/kernel/china-time.js';
import { fen } from '../../../domain/kernel/money.js';
import { platformNumber } from '../../../domain/kernel/numbers.js';
import { noon } from '../../builders/moments.js';
import { aMessage } from './fake-bank.js';
import { by, restored } from './restored-town.js';
import { only, openTown, type Town } from './town.js';

describe('after a restore, money under a lost number', () => {
  const lost = platformNumber(noon - 30_000, 1, 7);
  const tell = (town: Town, no = lost) => town.receiveMessage.run('alipay', aMessage('payment', no));
  const paid = { genuine: true, payment: { kind: 'paid', attemptNo: lost, channelOrderNo: 'T-1', amount: fen(12_000), paidAt: noon }, refund: undefined, confirmByQuery: false } as const;

  it('is written down once with an alarm, and the channel goes on repeating', async () => {
    const town = await openTown();
    const steps = await restored(town);
    town.alipay.verdict = paid;
    for (const _ of [1, 2]) expect(await tell(town)).to.deep.equal(town.alipay.messages.refused);
    const { channelMerchantId } = only(await town.store.directory.channelMerchantsAt('alipay'));
    expect((await steps.show()).lostPayments).to.deep.equal([{ attemptNo: lost, payChannel: 'alipay', channelMerchantId, channelOrderNo: 'T-1', amount: 12_000n, paidAt: noon, toldAt: noon }]);
    expect(town.alarms()).to.deep.equal(['lost-payment']);
    expect(town.audited.filter((action) => action === 'recovery.lost-payment')).to.have.lengthOf(1);
  });

  it('is not written down when no account of ours verifies it, when its number is of other hours, or when nothing was restored', async () => {
    const town = await openTown();
    town.alipay.verdict = paid;
    await tell(town);
    const steps = await restored(town);
    town.alipay.verdict = { genuine: false, why: 'signature' };
    await tell(town);
    town.alipay.verdict = paid;
    await tell(town, platformNumber(noon - 90 * minuteMs, 1, 1));
    await tell(town, 'whatever');
    expect((await steps.show()).lostPayments).to.deep.equal([]);
    expect(town.alarms()).to.deep.equal([]);
  });
});

describe('after a restore, a message about a lost number', () => {
  const lost = platformNumber(noon - 30_000, 1, 7);
  const paid = { genuine: true, payment: { kind: 'paid', attemptNo: lost, channelOrderNo: 'T-1', amount: fen(12_000), paidAt: noon }, refund: undefined, confirmByQuery: false } as const;

  it('is looked at one at a time, so that forged ones cannot keep the platform busy', async () => {
    const town = await openTown();
    await restored(town);
    let [reading, most] = [0, 0];
    town.alipay.messages.read = async () => {
      most = Math.max(most, ++reading);
      await new Promise((resolve) => { setImmediate(resolve); });
      reading -= 1;
      return { genuine: false, why: 'signature' };
    };
    await Promise.all(Array.from({ length: 20 }, () => town.receiveMessage.run('alipay', aMessage('payment', lost))));
    expect(most).to.equal(1);
  });

  it('is not looked at any more a month later', async () => {
    const town = await openTown();
    const steps = await restored(town);
    town.alipay.verdict = paid;
    town.clock.at += 31 * 24 * 60 * minuteMs;
    await town.receiveMessage.run('alipay', aMessage('payment', lost));
    expect((await steps.show()).lostPayments).to.deep.equal([]);
  });

  it('is found though another account cannot be used', async () => {
    const town = await openTown();
    const steps = await restored(town);
    const [account] = await town.store.directory.channelMerchantsAt('alipay');
    if (!account) throw new Error('no account');
    await town.store.directoryEditor.saveChannelMerchant({ ...account, channelMerchantId: 'A0', settings: {} }, by);
    const accounts = await town.store.directory.channelMerchantsAt('alipay');
    let asked = 0;
    town.alipay.messages.read = async () => {
      if (++asked === 1) throw new Error('the account is incomplete');
      return paid;
    };
    await town.receiveMessage.run('alipay', aMessage('payment', lost));
    expect([accounts.length, asked, (await steps.show()).lostPayments.length, town.faults()]).to.deep.equal([2, 2, 1, ['lost-payment-account']]);
  });
});
