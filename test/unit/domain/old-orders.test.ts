import { expect } from 'chai';
import { mayBeArchived, type OrderRecords } from '../../../domain/archive/old-orders.js';
import { chargedAndReturnedMessage } from '../../../domain/payments/attempt.js';
import { aCallback, anAbnormalOrder, anAttempt, anOrder, aRefund, aRepeatPayment, noon } from '../../contract/persistence/builders.js';

const before = noon + 10_000_000;
const finished: OrderRecords = {
  order: anOrder({ state: 'paid', paidAt: noon }), attempts: [anAttempt({ state: 'paid', paidAt: noon })], refunds: [aRefund({ state: 'refunded', refundedAt: noon })],
  callbacks: [aCallback({ state: 'accepted', acceptedAt: noon })], abnormalOrders: [anAbnormalOrder({ handleState: 'handled' })], repeatPayments: [aRepeatPayment({ handleState: 'handled' })],
};

describe('which orders may be archived', () => {
  it('are finished ones of which nothing has been heard since', () => {
    expect(mayBeArchived(finished, before)).to.equal(true);
    expect(mayBeArchived({ ...finished, order: anOrder({ state: 'closed', closedAt: noon }), attempts: [], refunds: [], callbacks: [], abnormalOrders: [], repeatPayments: [] }, before)).to.equal(true);
    expect(mayBeArchived({ ...finished, attempts: [anAttempt({ state: 'declined' }), anAttempt({ state: 'ended' }), anAttempt({ state: 'stray', reason: chargedAndReturnedMessage })], refunds: [aRefund({ state: 'failed' })], callbacks: [aCallback({ state: 'failed' })] }, before)).to.equal(true);
  });

  const open: Readonly<Record<string, Partial<OrderRecords>>> = {
    'an order that awaits payment': { order: anOrder({ state: 'awaiting' }) }, 'an order being paid': { order: anOrder({ state: 'paying' }) },
    'an order whose payment failed': { order: anOrder({ state: 'failed' }) }, 'an open attempt': { attempts: [anAttempt({ state: 'open' })] },
    'an attempt charged in error, and nobody knows yet': { attempts: [anAttempt({ state: 'stray', reason: 'x' })] },
    'a refund that waits for review': { refunds: [aRefund({ state: 'requested' })] }, 'a refund on its way': { refunds: [aRefund({ state: 'refunding' })] },
    'a callback to be delivered': { callbacks: [aCallback({ state: 'pending' })] },
    'money nobody has dealt with': { abnormalOrders: [anAbnormalOrder({ handleState: 'following' })] }, 'a repeat payment nobody has dealt with': { repeatPayments: [aRepeatPayment({ handleState: 'pending' })] },
  };
  for (const [what, change] of Object.entries(open)) it(`are not those with ${what}`, () => { expect(mayBeArchived({ ...finished, ...change }, before)).to.equal(false); });

  const recent: Readonly<Record<string, Partial<OrderRecords>>> = {
    'was placed': { order: anOrder({ state: 'paid', createdAt: before }) }, 'could be paid': { order: anOrder({ state: 'closed', expiresAt: before }) },
    'was closed': { order: anOrder({ state: 'closed', closedAt: before }) }, 'was paid': { order: anOrder({ state: 'paid', paidAt: before }) },
    'was tried': { attempts: [anAttempt({ state: 'ended', createdAt: before })] }, 'could be paid at the channel': { attempts: [anAttempt({ state: 'ended', limitAt: before })] },
    'got money': { attempts: [anAttempt({ state: 'late', recordedAt: before })] }, 'got money by the channel’s clock': { attempts: [anAttempt({ state: 'late', paidAt: before })] },
    'was to be refunded': { refunds: [aRefund({ state: 'failed', createdAt: before })] }, 'sent a refund': { refunds: [aRefund({ state: 'failed', sentAt: before })] },
    'was refunded': { refunds: [aRefund({ state: 'refunded', refundedAt: before })] }, 'was to be told': { callbacks: [aCallback({ state: 'failed', createdAt: before })] },
    'was told': { callbacks: [aCallback({ state: 'accepted', acceptedAt: before })] }, 'was tried to be told': { callbacks: [aCallback({ state: 'failed', lastTriedAt: before })] },
    'was found abnormal': { abnormalOrders: [anAbnormalOrder({ handleState: 'handled', createdAt: before })] },
    'was paid again': { repeatPayments: [aRepeatPayment({ handleState: 'handled', paidAt: before })] }, 'was found paid again': { repeatPayments: [aRepeatPayment({ handleState: 'handled', createdAt: before })] },
  };
  for (const [what, change] of Object.entries(recent)) {
    it(`are not those that ${what} since`, () => {
      expect(mayBeArchived({ ...finished, ...change }, before)).to.equal(false);
      expect(mayBeArchived({ ...finished, ...change }, before + 1)).to.equal(true);
    });
  }
});
