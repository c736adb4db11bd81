import { expect } from 'chai';
import { busNoOf, mostRounds, roundToTry } from '../../../../domain/e-bills/bus-no.js';
import { eBillArrows, mayBecome, type EBillState } from '../../../../domain/e-bills/e-bill.js';
import { readEBillNumbers, usualFormats } from '../../../../domain/e-bills/e-bill-numbers.js';
import { mayIssue, mayReissue, mostItems, usualPendingMs } from '../../../../domain/e-bills/may-issue.js';
import { fen } from '../../../../domain/kernel/money.js';
import { aBill, anItem } from '../../../builders/e-bills.js';
import { noon } from '../../../builders/moments.js';

const states = Object.keys(eBillArrows) as EBillState[];

describe('life of an e-bill', () => {
  it('reaches every state from pending', () => {
    const reached = new Set<EBillState>(['pending']);
    for (const state of reached) for (const next of eBillArrows[state]) reached.add(next);
    expect([...reached].sort()).to.deep.equal([...states].sort());
  });
  it('has these arrows and no others', () => {
    const arrows = states.flatMap((from) => states.filter((to) => mayBecome({ state: from }, to)).map((to) => `${from} ${to}`));
    expect(arrows).to.have.members([
      'pending issuing', 'pending failed', 'pending void', 'issuing issued', 'issuing failed', 'failed issuing', 'failed issued', 'failed void',
      'issued reversing', 'issued reversed', 'issued void', 'reversing reversed', 'reversing issued', 'reversing void',
    ]);
  });
});

describe('whether an e-bill may be issued', () => {
  const wish = { orderState: 'paid', isWanted: true, amount: fen(8_000), items: [anItem()] } as const;
  const refusalOf = (changes: Partial<Parameters<typeof mayIssue>[0]>) => {
    const answer = mayIssue({ ...wish, ...changes });
    return answer.ok ? undefined : answer.refusal;
  };
  it('is so for a paid order with a wish and lines that add up', () => {
    expect(refusalOf({})).to.equal(undefined);
    expect(refusalOf({ items: [anItem({ amount: fen(7_999) }), anItem({ amount: fen(1) })] })).to.equal(undefined);
  });
  for (const orderState of ['awaiting', 'paying', 'failed', 'closed'] as const) {
    it(`is not so while the order is ${orderState}`, () => { expect(refusalOf({ orderState })).to.deep.equal({ code: 'order-not-paid' }); });
  }
  it('is not so without a wish, an amount or lines', () => {
    expect(refusalOf({ isWanted: false })).to.deep.equal({ code: 'not-wanted' });
    expect(refusalOf({ amount: fen(0) })).to.deep.equal({ code: 'nothing-left' });
    expect(refusalOf({ items: [] })).to.deep.equal({ code: 'no-items' });
    expect(refusalOf({ items: [anItem(), anItem({ amount: fen(0) })] })).to.deep.equal({ code: 'empty-item' });
    expect(refusalOf({ items: Array.from({ length: mostItems + 1 }, () => anItem()) })).to.deep.equal({ code: 'too-many-items' });
  });
  for (const amount of [7_999, 8_001]) {
    it(`refuses lines that come to ${amount} instead of 8000 fen and balances nothing`, () => {
      expect(refusalOf({ items: [anItem({ amount: fen(amount) })] })).to.deep.equal({ code: 'items-differ', amount: 8_000n, items: BigInt(amount) });
    });
  }
  it('is pressed again only for what failed or has waited too long', () => {
    const late = noon + usualPendingMs + 1;
    const allowed = states.filter((state) => mayReissue(aBill({ state, createdAt: noon }), late));
    expect(allowed).to.have.members(['pending', 'failed']);
    expect(mayReissue(aBill({ state: 'pending', createdAt: noon }), late - 1)).to.equal(false);
    expect(mayReissue(aBill({ state: 'failed', createdAt: noon }), noon)).to.equal(true);
  });
});

describe('the number of a try', () => {
  it('is the order number first, with a suffix after each reversal', () => {
    expect([1, 2, 10].map((round) => busNoOf('P', round))).to.deep.equal(['P', 'P-2', 'P-10']);
    for (const round of [0, 1.5, mostRounds + 1]) expect(() => busNoOf('P', round)).to.throw(RangeError);
  });
  it('stays the same until the e-bill is reversed', () => {
    expect(roundToTry([])).to.deep.equal({ ok: true, value: 1 });
    for (const state of ['pending', 'issuing', 'issued', 'failed', 'reversing'] as const) expect(roundToTry([aBill({ state })])).to.deep.equal({ ok: true, value: 1 });
    expect(roundToTry([aBill({ state: 'reversed' })])).to.deep.equal({ ok: true, value: 2 });
    expect(roundToTry([aBill({ round: 2, state: 'failed' }), aBill({ state: 'reversed' })])).to.deep.equal({ ok: true, value: 2 });
  });
  it('ends with a void e-bill and after too many reversals', () => {
    expect(roundToTry([aBill({ state: 'void' })])).to.deep.equal({ ok: false, refusal: 'ended' });
    expect(roundToTry([aBill({ round: mostRounds, state: 'reversed' })])).to.deep.equal({ ok: false, refusal: 'too-many-rounds' });
  });
});

describe('numbers of an e-bill', () => {
  const told = { eBillCode: '35010126', eBillNo: '0000000001', checkCode: 'a1B2c3' };
  it('are taken as told where they have the usual form', () => { expect(readEBillNumbers(usualFormats, told)).to.deep.equal({ ok: true, value: told }); });
  for (const [name, text] of [['eBillCode', '3501012'], ['eBillCode', '3501012x'], ['eBillNo', '１２３４５６７８９０'], ['eBillNo', 1], ['checkCode', 'abc'], ['checkCode', 'ab\ncd'], ['checkCode', undefined]] as const) {
    it(`refuse ${JSON.stringify(text)} as ${name}`, () => { expect(readEBillNumbers(usualFormats, { ...told, [name]: text })).to.deep.equal({ ok: false, refusal: name }); });
  }
  it('have the length that the configuration says', () => {
    const formats = { ...usualFormats, eBillCode: { signs: 'letters-and-digits', shortest: 10, longest: 12 } } as const;
    expect(readEBillNumbers(formats, { ...told, eBillCode: '3501A126000' }).ok).to.equal(true);
    expect(readEBillNumbers(formats, told)).to.deep.equal({ ok: false, refusal: 'eBillCode' });
  });
});
