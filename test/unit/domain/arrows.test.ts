import { expect } from 'chai';
import { canMove, type Arrows } from '../../../domain/kernel/arrows.js';
import { callbackArrows } from '../../../domain/callbacks/callback.js';
import { handleArrows } from '../../../domain/payments/abnormal-order.js';
import { attemptArrows } from '../../../domain/payments/attempt.js';
import { orderArrows } from '../../../domain/payments/order.js';
import { alertArrows } from '../../../domain/alerts/alert.js';
import { listExportArrows } from '../../../domain/lists/list-export.js';
import { grantArrows } from '../../../domain/operators/grant-request.js';
import { keyArrows } from '../../../domain/operators/operator-key.js';
import { operatorArrows } from '../../../domain/operators/operator.js';
import { attachmentArrows } from '../../../domain/service-desk/attachment.js';
import { issueArrows } from '../../../domain/service-desk/issue.js';
import { noticeArrows } from '../../../domain/payment-notices/payment-notice.js';
import { personalBillPushArrows } from '../../../domain/personal-bills/personal-bill-push.js';
import { refundArrows } from '../../../domain/refunds/refund.js';
import { textMessageArrows } from '../../../domain/text-messages/text-message.js';

interface Life { readonly arrows: Arrows<string>; readonly start: string; readonly states: readonly string[]; readonly allowed: readonly string[] }

/** Written out a second time by hand: whoever changes a life says so twice. */
const lives: Readonly<Record<string, Life>> = {
  order: {
    arrows: orderArrows, start: 'awaiting', states: ['awaiting', 'paying', 'paid', 'failed', 'closed'],
    allowed: [
      'awaiting→paying', 'awaiting→paid', 'awaiting→failed', 'awaiting→closed', 'paying→awaiting', 'paying→paid', 'paying→failed', 'paying→closed',
      'failed→awaiting', 'failed→paying', 'failed→paid', 'failed→closed',
    ],
  },
  attempt: {
    arrows: attemptArrows, start: 'open', states: ['open', 'paid', 'repeat', 'late', 'stray', 'declined', 'ended'],
    allowed: [
      'open→paid', 'open→repeat', 'open→late', 'open→stray', 'open→declined', 'open→ended', 'declined→paid', 'declined→repeat', 'declined→late', 'declined→stray',
      'ended→paid', 'ended→repeat', 'ended→late', 'ended→stray', 'stray→paid', 'stray→repeat', 'stray→late',
    ],
  },
  refund: {
    arrows: refundArrows, start: 'requested', states: ['requested', 'refunding', 'refunded', 'failed'],
    allowed: ['requested→refunding', 'requested→failed', 'refunding→refunded', 'refunding→failed'],
  },
  operator: {
    arrows: operatorArrows, start: 'invited', states: ['invited', 'active', 'disabled'],
    allowed: ['invited→active', 'invited→disabled', 'active→invited', 'active→disabled', 'disabled→active', 'disabled→invited'],
  },
  'grant request': { arrows: grantArrows, start: 'pending', states: ['pending', 'approved', 'rejected'], allowed: ['pending→approved', 'pending→rejected'] },
  'UKey of an operator': {
    arrows: keyArrows, start: 'asked', states: ['asked', 'in-use', 'rejected', 'reported', 'removed'],
    allowed: ['asked→in-use', 'asked→rejected', 'in-use→reported', 'in-use→removed', 'rejected→asked', 'reported→in-use', 'reported→removed'],
  },
  'alert': { arrows: alertArrows, start: 'unread', states: ['unread', 'read', 'handled'], allowed: ['unread→read', 'unread→handled', 'read→unread', 'read→handled'] },
  'export of a list': { arrows: listExportArrows, start: 'running', states: ['running', 'done', 'failed'], allowed: ['running→done', 'running→failed'] },
  issue: { arrows: issueArrows, start: 'open', states: ['open', 'solved'], allowed: ['open→solved', 'solved→open'] },
  attachment: { arrows: attachmentArrows, start: 'coming', states: ['coming', 'loose', 'attached', 'dropped'], allowed: ['coming→loose', 'coming→dropped', 'loose→attached', 'loose→dropped', 'attached→dropped'] },
  'handling of a case': { arrows: handleArrows, start: 'pending', states: ['pending', 'following', 'handled'], allowed: ['pending→following', 'pending→handled', 'following→following', 'following→handled'] },
  callback: {
    arrows: callbackArrows, start: 'pending', states: ['pending', 'accepted', 'failed'],
    allowed: ['pending→accepted', 'pending→failed', 'accepted→pending', 'failed→pending', 'failed→accepted'],
  },
  'unanswered personal bill push': {
    arrows: personalBillPushArrows, start: 'pending', states: ['pending', 'accepted', 'failed'],
    allowed: ['pending→accepted', 'pending→failed', 'accepted→pending', 'failed→pending'],
  },
  'outgoing text message': {
    arrows: textMessageArrows, start: 'queued', states: ['queued', 'submitted', 'delivered', 'failed', 'unknown'],
    allowed: [
      'queued→submitted', 'queued→failed', 'queued→unknown', 'submitted→delivered', 'submitted→failed', 'submitted→unknown',
      'unknown→queued', 'unknown→delivered', 'unknown→failed',
    ],
  },
  'issued payment notice': {
    arrows: noticeArrows, start: 'unpaid', states: ['unpaid', 'paying', 'paid', 'void', 'expired', 'refunded'],
    allowed: [
      'unpaid→paying', 'unpaid→paid', 'unpaid→void', 'unpaid→expired', 'paying→unpaid', 'paying→paid', 'paying→void', 'paying→expired',
      'paid→refunded', 'expired→paid', 'expired→void',
    ],
  },
};

for (const [name, { arrows, start, states, allowed }] of Object.entries(lives)) {
  describe(`the life of an ${name}`, () => {
    it('knows exactly its states', () => expect(Object.keys(arrows).sort()).to.deep.equal([...states].sort()));

    for (const from of states) {
      for (const to of states) {
        const arrow = `${from}→${to}`;
        it(`${allowed.includes(arrow) ? 'allows' : 'refuses'} ${arrow}`, () => expect(canMove(arrows, from, to)).to.equal(allowed.includes(arrow)));
      }
    }

    it('reaches every state', () => {
      const reached = new Set([start]);
      for (const state of reached) for (const next of arrows[state] ?? []) reached.add(next);
      expect([...reached].sort()).to.deep.equal([...states].sort());
    });
  });
}
