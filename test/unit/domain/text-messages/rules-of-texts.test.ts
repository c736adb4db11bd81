import { expect } from 'chai';
import { dayMs, hourMs, minuteMs, secondMs } from '../../../../domain/kernel/china-time.js';
import { judgeLimits, type SentText } from '../../../../domain/text-messages/limits.js';
import { earliestSendAt } from '../../../../domain/text-messages/night.js';
import { isBlocked, isOptOut } from '../../../../domain/text-messages/opt-out.js';
import { deduplicationKey, readMobile } from '../../../../domain/text-messages/phone.js';
import type { TextScene } from '../../../../domain/text-messages/templates.js';

const now = Date.UTC(2026, 10, 3, 2);
const sent = (scene: TextScene, ...ages: readonly number[]): readonly SentText[] => ages.map((age) => ({ scene, at: now - age }));
const tooMany = (againAt: number) => ({ ok: false, refusal: { code: 'too-many', againAt } });
const allowed = { ok: true, value: 'allowed' };

describe('limits of texts to one phone', () => {
  it('allow a code of the same scene after 60 seconds, not before', () => {
    expect(judgeLimits('login', sent('login', minuteMs), now)).to.deep.equal(allowed);
    expect(judgeLimits('login', sent('login', minuteMs - 1), now)).to.deep.equal(tooMany(now + 1));
  });

  it('let another scene have its code within the minute', () => {
    expect(judgeLimits('password-reset', sent('login', 1), now)).to.deep.equal(allowed);
  });

  it('allow five codes of all scenes within an hour', () => {
    const four = sent('login', 59 * minuteMs, 40 * minuteMs, 30 * minuteMs, 20 * minuteMs);
    expect(judgeLimits('login', four, now)).to.deep.equal(allowed);
    expect(judgeLimits('login', [...sent('password-reset', 10 * minuteMs), ...four], now)).to.deep.equal(tooMany(now + minuteMs));
  });

  it('allow ten codes within a day, and name the moment when all limits allow again', () => {
    const spread = [23, 20, 18, 16, 14, 12, 10, 8, 6, 4].map((hours) => hours * hourMs);
    expect(judgeLimits('login', sent('login', ...spread.slice(1)), now)).to.deep.equal(allowed);
    expect(judgeLimits('login', sent('login', ...spread), now)).to.deep.equal(tooMany(now + hourMs));
    expect(judgeLimits('login', sent('login', ...spread, 30 * secondMs), now)).to.deep.equal(tooMany(now + 4 * hourMs));
  });

  it('allow twenty notices a day of all scenes, and count no codes among them', () => {
    const notices = [...sent('payment-made', ...Array<number>(19).fill(dayMs - secondMs)), ...sent('login', 1, 2, 3)];
    expect(judgeLimits('refund-made', notices, now)).to.deep.equal(allowed);
    expect(judgeLimits('refund-made', [...notices, ...sent('bill-issued', 5)], now)).to.deep.equal(tooMany(now + secondMs));
  });

  it('are not opened by a clock that was set back', () => {
    expect(judgeLimits('login', sent('login', -hourMs), now)).to.deep.equal(tooMany(now + hourMs + minuteMs));
  });

  it('can be given others', () => {
    expect(judgeLimits('login', sent('login', 1), now, { code: [], notice: [] })).to.deep.equal(allowed);
  });
});

describe('the night', () => {
  const china = (day: number, hour: number, minute = 0, ms = 0): number => Date.UTC(2026, 10, day, hour - 8, minute, 0, ms);

  it('begins at 21:00 and ends at 08:00 in China', () => {
    expect(earliestSendAt('notice', china(3, 20, 59, 59_999))).to.equal(china(3, 20, 59, 59_999));
    expect(earliestSendAt('notice', china(3, 21))).to.equal(china(4, 8));
    expect(earliestSendAt('notice', china(4, 0))).to.equal(china(4, 8));
    expect(earliestSendAt('notice', china(4, 7, 59, 59_999))).to.equal(china(4, 8));
    expect(earliestSendAt('notice', china(4, 8))).to.equal(china(4, 8));
    expect(earliestSendAt('notice', china(4, 8, 0, 1))).to.equal(china(4, 8, 0, 1));
  });

  it('never delays a code', () => expect(earliestSendAt('code', china(4, 3))).to.equal(china(4, 3)));
});

describe('opting out', () => {
  for (const text of ['T', 't', 'TD', 'Td', '退订', ' 退 订 ', 'ＴＤ', 'ｔ', 'T\u200bD', '　退订\r\n']) {
    it(`is meant by ${JSON.stringify(text)}`, () => expect(isOptOut(text)).to.equal(true));
  }
  for (const text of ['', 'TT', 'TDD', '不退订', '怎么退订', 'T'.padEnd(201)]) {
    it(`is not meant by ${JSON.stringify(text.slice(0, 20))} of ${text.length} signs`, () => expect(isOptOut(text)).to.equal(false));
  }

  it('blocks notices and never codes', () => {
    expect([isBlocked('notice', true), isBlocked('notice', false), isBlocked('code', true)]).to.deep.equal([true, false, false]);
  });
});

describe('phone numbers', () => {
  for (const text of ['13800000001', '+86 138-0000-0001', '008613800000001', '8613800000001', '１３８００００００01', '(138) 0000 0001']) {
    it(`reads ${text}`, () => expect(readMobile(text)).to.deep.equal({ ok: true, value: '13800000001' }));
  }
  for (const text of ['', '1380000000', '138000000011', '12800000001', '0598-8222222', '13800000001,13800000002', '1380000000a', '13800000001\n', '+1 13800000001']) {
    it(`refuses ${JSON.stringify(text)}`, () => expect(readMobile(text).ok).to.equal(false));
  }

  it('share a key of de-duplication only with the same scene and business key', () => {
    const keys = [['login', 'a', '1'], ['login', 'a","1', ''], ['login', '', 'a","1'], ['payment-made', 'a', '1']] as const;
    expect(new Set(keys.map(([scene, bizKey, phone]) => deduplicationKey(scene, bizKey, phone))).size).to.equal(4);
    expect(deduplicationKey('login', 'a', '1')).to.equal(deduplicationKey('login', 'a', '1'));
  });
});
