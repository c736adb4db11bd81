import { expect } from 'chai';
import { paymentKey, refundKey } from '../../../domain/settlement/trade.js';
import type { Town } from './town.js';

/** Every booked payment and every refund that went back is one trade of its amount, and there is no other. */
export function expectTradesOfBooks({ attempts, refunds, trades }: Pick<Town, 'attempts' | 'refunds' | 'trades'>): void {
  const booked = [
    ...attempts.filter(({ state }) => ['paid', 'repeat', 'late'].includes(state)).map(({ attemptNo, amount }) => `${paymentKey(attemptNo)} ${amount}`),
    ...refunds.filter(({ state }) => state === 'refunded').map(({ refundTradeNo = '', refundAmount }) => `${refundKey(refundTradeNo)} ${refundAmount}`),
  ];
  expect(trades.map(({ tradeKey, amount }) => `${tradeKey} ${amount}`).sort(), 'trades as booked').to.deep.equal(booked.sort());
}
