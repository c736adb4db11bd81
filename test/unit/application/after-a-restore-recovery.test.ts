import { expect } from 'chai';
import { minuteMs } from '../../../domain/kernel/china-time.js';
import { placed, started } from './requests.js';
import { partsOf, refusedWith, restored, stepsOf } from './restored-town.js';
import { only, openTown } from './town.js';

describe('after a restore, a recovery', () => {
  it('ends only when each kind was let go by itself, each step with its audit row', async () => {
    const town = await openTown();
    const steps = await restored(town);
    expect(refusedWith(await steps.end())).to.deep.equal({ code: 'still-held', kinds: ['payments', 'refunds', 'callbacks'] });
    for (const kind of ['payments', 'refunds', 'callbacks'] as const) await steps.release(kind);
    expect(refusedWith(await steps.release('refunds'))).to.equal('released-before');
    expect((await steps.end()).ok).to.equal(true);
    expect(refusedWith(await steps.end())).to.deep.equal({ code: 'ended-before' });
    expect(town.audited).to.deep.equal(['recovery.marked', 'recovery.release-payments', 'recovery.release-refunds', 'recovery.release-callbacks', 'recovery.ended']);
  });

  it('does not exist where nothing was restored', async () => {
    const town = await openTown();
    const steps = stepsOf(town, partsOf(town));
    expect([refusedWith(await steps.release('payments')), refusedWith(await steps.end())]).to.deep.equal(['not-recovered', { code: 'not-recovered' }]);
  });

  it('settles a callback the business system had before, without sending it', async () => {
    const town = await openTown();
    await placed(town);
    town.alipay.pay(await started(town));
    const steps = await restored(town);
    await town.pass(minuteMs);
    const { callbackId } = only(town.callbacks);
    expect((await steps.told(callbackId)).ok).to.equal(true);
    expect(refusedWith(await steps.told(callbackId))).to.equal('not-held');
    expect(refusedWith(await steps.told('none'))).to.equal('no-such-callback');
    await steps.release('callbacks');
    await town.pass(60 * minuteMs);
    expect([town.posted, only(town.callbacks).state]).to.deep.equal([[], 'accepted']);
  });
});
