import { expect } from 'chai';
import { entriesOfPersonalBill } from '../../../../domain/timeline/personal-bill-entries.js';
import { noon } from '../../../builders/moments.js';
import { aPersonalBillPush } from '../../../builders/personal-bills.js';

describe('personal bills in the story of an order', () => {
  it('are not told before anything was tried', () => {
    expect([entriesOfPersonalBill(undefined), entriesOfPersonalBill(aPersonalBillPush())]).to.deep.equal([[], []]);
  });

  for (const [state, billState, tone, text] of [
    ['accepted', 'refunded', 'done', '已向城市应用推送个人账单（已全额退费）'], ['pending', 'paid', 'waiting', '向城市应用推送个人账单（已缴费）未成功，将再次推送'],
    ['failed', 'paid', 'problem', '多次向城市应用推送个人账单（已缴费）未成功，等待人工重推'],
  ] as const) {
    it(`are told as ${tone} when a push is ${state}`, () => {
      const push = aPersonalBillPush({ state, billState, tries: 2, lastTriedAt: noon + 9, lastAnswer: 'http 500', acceptedAt: state === 'accepted' ? noon + 9 : undefined });
      expect(entriesOfPersonalBill(push)).to.deep.equal([{ at: noon + 9, subject: 'personal-bill', tone, text, amount: undefined, detail: '第 2 次，对方应答 http 500' }]);
    });
  }
});
