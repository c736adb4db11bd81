import { expect } from 'chai';
import { defaultCallbackPlan, type CallbackPlan } from '../../../../domain/callbacks/callback.js';
import { afterPush, pushAgain, pushFor, type PersonalBillPush } from '../../../../domain/personal-bills/personal-bill-push.js';
import { noon } from '../../../builders/moments.js';
import { orderNo } from '../../../builders/payments.js';
import { aPersonalBillPush } from '../../../builders/personal-bills.js';

const subject = { platformOrderNo: orderNo, bizOrderNo: 'B1', devId: 'D1', merchantNo: 'M1' };
const content = { contentDigest: 'c'.repeat(64), billState: 'paid' as const };
const other = { contentDigest: 'd'.repeat(64), billState: 'refunded' as const };

function minutesOf(plan: CallbackPlan): { readonly minutes: readonly number[]; readonly last: PersonalBillPush } {
  let push = aPersonalBillPush();
  const minutes: number[] = [];
  while (push.nextTryAt !== undefined && minutes.length < 20) {
    minutes.push((push.nextTryAt - noon) / 60_000);
    push = afterPush(push, push.nextTryAt, false, 'http 500', plan);
  }
  return { minutes, last: push };
}

describe('pushing a personal bill', () => {
  it('happens at once and 1, 3, 5, 15 and 30 minutes after the try before, then is left to people', () => {
    const { minutes, last } = minutesOf(defaultCallbackPlan);
    expect(minutes).to.deep.equal([0, 1, 4, 9, 24, 54]);
    expect(last).to.include({ state: 'failed', tries: 6, nextTryAt: undefined, lastAnswer: 'http 500', firstTriedAt: noon });
  });

  it('ends with the first yes', () => {
    expect(afterPush(aPersonalBillPush({ tries: 2, firstTriedAt: noon }), noon + 5, true, '0000', defaultCallbackPlan))
      .to.include({ state: 'accepted', tries: 3, acceptedAt: noon + 5, nextTryAt: undefined, firstTriedAt: noon });
  });

  it('begins with the first content that there is', () => {
    expect(pushFor(undefined, subject, content, noon)).to.deep.equal(aPersonalBillPush());
  });

  for (const state of ['pending', 'accepted', 'failed'] as const) {
    it(`that is ${state} stays as it is while the content is the same`, () => {
      const known = aPersonalBillPush({ state, tries: 3 });
      expect(pushFor(known, subject, content, noon + 9)).to.equal(known);
    });

    it(`that is ${state} begins a new round at once when the content is new, and still knows when the app last took one`, () => {
      const known = aPersonalBillPush({ state, tries: 3, firstTriedAt: noon, acceptedAt: noon + 1, nextTryAt: noon + 999, version: 4 });
      expect(pushFor(known, subject, other, noon + 9)).to.deep.equal({ ...known, ...other, state: 'pending', tries: 0, firstTriedAt: undefined, nextTryAt: noon + 9 });
    });
  }

  it('is begun again by a person when it was taken or given up, not while it waits', () => {
    for (const state of ['accepted', 'failed'] as const) {
      const again = pushAgain(aPersonalBillPush({ state, tries: 6, nextTryAt: undefined }), noon + 9);
      expect(again.ok && again.value).to.include({ state: 'pending', tries: 0, nextTryAt: noon + 9 });
    }
    expect(pushAgain(aPersonalBillPush(), noon)).to.deep.equal({ ok: false, refusal: 'waits-already' });
  });
});
