import { expect } from 'chai';
import { fen, type Fen } from '../../../domain/kernel/money.js';
import type { NoticeStep } from '../../../domain/payment-notices/notice-record.js';
import { legsOfOrder } from '../../../domain/settlement/legs-of-order.js';
import { addGaps, addOrders, compareGaps, forgetGaps, gapsOf, gapsOfLeg, noLegs, sumFigures, type KeptGap, type OrderLegs } from '../../../domain/settlement/order-legs.js';
import { anOrder } from '../../builders/payments.js';

const charged = fen(8_000);
const bills = (standing: readonly Fen[], due = charged): OrderLegs['eBills'] => ({ due, standing });
const legs = (changes: Partial<OrderLegs> = {}): OrderLegs =>
  ({ platformOrderNo: 'P1', merchantNo: 'M1', bizOrderNo: 'B1', charged, inBill: charged, notice: { confirmed: charged }, eBills: bills([charged]), ...changes });
const told = (changes: Partial<OrderLegs>): readonly string[] => gapsOf(legs(changes)).map(({ leg, kind, expected, found }) => `${leg} ${kind} ${expected}${found === undefined ? '' : ` ${found}`}`);

describe('the four that must agree', () => {
  it('agree: order, channel bill, payment notice and e-bill carry the same amount', () => {
    expect(told({})).to.deep.equal([]);
  });

  it('are two or three where the order has no payment notice or no e-bill is due', () => {
    expect(told({ notice: undefined })).to.deep.equal([]);
    expect(told({ notice: undefined, eBills: undefined })).to.deep.equal([]);
  });

  it('expect nothing of a notice whose money went back before it was confirmed, once that is settled at the province', () => {
    const order = anOrder({ orderAmount: charged, bizDiscountAmount: fen(0), nontaxInfo: '{"eBillWanted":"0","payerType":"1","items":[]}' });
    const confirmedOf = (step: NoticeStep, refunded: Fen) =>
      legsOfOrder({ order, refunded, inBill: charged, notice: { step, totalAmount: charged }, bills: [], catalogue: () => undefined })?.notice;
    for (const step of ['open', 'voided', 'paid-elsewhere', 'refused'] as const) {
      expect(confirmedOf(step, charged), step).to.equal(undefined);
      expect(confirmedOf(step, fen(7_999)), step).to.deep.equal({ confirmed: undefined });
    }
    for (const step of ['confirm-pending', 'void-pending'] as const) expect(confirmedOf(step, charged), step).to.deep.equal({ confirmed: undefined });
    for (const step of ['confirmed', 'returned'] as const) expect(confirmedOf(step, charged), step).to.deep.equal({ confirmed: charged });
  });

  it('tell exactly which leg is missing', () => {
    expect(told({ inBill: undefined })).to.deep.equal(['channel missing 8000']);
    expect(told({ notice: { confirmed: undefined } })).to.deep.equal(['payment-notice missing 8000']);
    expect(told({ eBills: bills([]) })).to.deep.equal(['e-bill missing 8000']);
    expect(told({ inBill: undefined, notice: { confirmed: undefined }, eBills: bills([]) })).to.have.lengthOf(3);
  });

  it('tell exactly which leg differs, and by what', () => {
    expect(told({ inBill: fen(7_999) })).to.deep.equal(['channel differs 8000 7999']);
    expect(told({ notice: { confirmed: fen(8_001) } })).to.deep.equal(['payment-notice differs 8000 8001']);
    expect(told({ eBills: bills([fen(800)]) })).to.deep.equal(['e-bill differs 8000 800']);
  });

  it('count a refund: the e-bill is for the rest, and none stands when all went back; the province has booked what was paid', () => {
    expect(told({ eBills: bills([fen(5_000)], fen(5_000)) })).to.deep.equal([]);
    expect(told({ eBills: bills([charged], fen(5_000)) })).to.deep.equal(['e-bill differs 5000 8000']);
    expect(told({ eBills: bills([], fen(0)) })).to.deep.equal([]);
    expect(told({ eBills: bills([charged], fen(0)) })).to.deep.equal(['e-bill too-many 0 8000']);
  });

  it('never take two e-bills of one order for one, even when they add up', () => {
    expect(told({ eBills: bills([fen(3_000), fen(5_000)]) })).to.deep.equal(['e-bill too-many 8000 8000']);
  });

  it('find every planted gap and no other, over all combinations', () => {
    const amounts: readonly (Fen | undefined)[] = [undefined, fen(1), charged];
    for (const inBill of amounts) for (const confirmed of amounts) for (const standing of [[], [fen(1)], [charged], [charged, charged]] as const) {
      const found = gapsOf(legs({ inBill, notice: { confirmed }, eBills: bills(standing) })).map(({ leg }) => leg);
      expect(found).to.deep.equal([...inBill === charged ? [] : ['channel'], ...confirmed === charged ? [] : ['payment-notice'], ...standing.length === 1 && standing[0] === charged ? [] : ['e-bill']]);
    }
  });

  const page = [legs(), legs({ platformOrderNo: 'P2', eBills: bills([]) }), legs({ platformOrderNo: 'P3', eBills: bills([]), inBill: fen(1) })];

  it('are counted by leg and kind, and an order counts as complete only without any gap', () => {
    const once = addGaps(addOrders(noLegs, page.length), page.flatMap(gapsOf));
    expect(once).to.deep.equal({ orders: 3, complete: 1, gaps: { 'e-bill:missing': 2, 'channel:differs': 1 } });
    expect(sumFigures([once, noLegs, once])).to.deep.equal({ orders: 6, complete: 2, gaps: { 'e-bill:missing': 4, 'channel:differs': 2 } });
    expect([gapsOfLeg(once, 'e-bill'), gapsOfLeg(once, 'channel'), gapsOfLeg(once, 'payment-notice')]).to.deep.equal([2, 1, 0]);
    expect(forgetGaps(once)).to.deep.equal({ orders: 3, complete: 3, gaps: {} });
  });

  it('are kept as they were: what turned into another gap is over, and the other one gets the next number', () => {
    const kept = (changes: Partial<KeptGap>): KeptGap => ({
      platformOrderNo: 'P2', merchantNo: 'M1', bizOrderNo: 'B1', leg: 'e-bill', kind: 'missing', expected: charged, found: undefined, gapNo: '1', day: '20260508', seq: 1,
      channelMerchantId: 'C1', firstSeenAt: 1, closedAt: undefined, version: 1, ...changes,
    });
    const found = page.flatMap(gapsOf);
    expect(compareGaps([], found).fresh.map(({ platformOrderNo, leg, seq }) => `${platformOrderNo} ${leg} ${seq}`)).to.deep.equal(['P2 e-bill 1', 'P3 channel 1', 'P3 e-bill 1']);
    expect(compareGaps([kept({})], gapsOf(legs({ platformOrderNo: 'P2', eBills: bills([]) })))).to.deep.equal({ over: [], fresh: [] });
    expect(compareGaps([kept({})], [])).to.deep.equal({ over: [kept({})], fresh: [] });
    const turned = compareGaps([kept({ closedAt: 2 }), kept({ seq: 2 })], gapsOf(legs({ platformOrderNo: 'P2', eBills: bills([fen(1)]) })));
    expect([turned.over.map(({ seq }) => seq), turned.fresh.map(({ kind, seq }) => `${kind} ${seq}`)]).to.deep.equal([[2], ['differs 3']]);
  });
});
