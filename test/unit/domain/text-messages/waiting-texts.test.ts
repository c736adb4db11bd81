import { expect } from 'chai';
import { dayMs, hourMs, minuteMs } from '../../../../domain/kernel/china-time.js';
import { newTextMessage } from '../../../../domain/text-messages/new-message.js';
import { defaultNight } from '../../../../domain/text-messages/night.js';
import { nextLookAt } from '../../../../domain/text-messages/next-look.js';
import { mostParts, readTextSet, builtInTexts } from '../../../../domain/text-messages/text-set.js';
import { textTemplateNames } from '../../../../domain/text-messages/templates.js';
import { afterRestore, postpone, withhold } from '../../../../domain/text-messages/withholding.js';
import { defaultAskerLimits, judgeAsker, longestLimitMs } from '../../../../domain/text-messages/limits.js';
import { aTextMessage, textMessageMadeAt as made } from '../../../builders/text-message.js';

describe('texts that wait', () => {
  const facts = { messageId: 'T1', bizKey: 'B1', phone: '13800138000', params: ['a'], night: defaultNight } as const;

  it('are made with a mask and wait for the morning, a code never', () => {
    const night = made + 12 * hourMs;
    expect(newTextMessage({ ...facts, template: 'PAY_SUCCESS', now: night })).to.include({ maskedPhone: '138****8000', scene: 'payment-made', state: 'queued', createdAt: night, sendAt: made + 22 * hourMs });
    expect(newTextMessage({ ...facts, template: 'LOGIN_CODE', params: undefined, now: night }).sendAt).to.equal(night);
    expect(JSON.stringify(newTextMessage({ ...facts, template: 'PAY_SUCCESS', now: made }))).to.not.include('13800138000');
  });

  it('are withheld with our word, but not while a sending may be under way', () => {
    expect(withhold(aTextMessage(), 'opted-out', made + 1)).to.include({ state: 'failed', code: 'opted-out', endedAt: made + 1 });
    expect(withhold(aTextMessage({ resent: true }), 'opted-out', made + 1)).to.include({ state: 'unknown', endedAt: made + 1 });
    for (const changes of [{ isBeingSent: true }, { state: 'submitted' as const }, { state: 'delivered' as const }]) {
      expect(() => withhold(aTextMessage(changes), 'too-many', made)).to.throw();
      expect(() => postpone(aTextMessage(changes), made)).to.throw();
    }
  });

  it('are unknown after a restore when they were there before it, unless a person has ordered them since', () => {
    const restored = made + hourMs;
    expect(afterRestore(aTextMessage(), restored)).to.include({ state: 'unknown', code: 'restored', lastTriedAt: made });
    expect(afterRestore(aTextMessage({ createdAt: restored + 1 }), restored)).to.equal(undefined);
    expect(afterRestore(aTextMessage(), undefined)).to.equal(undefined);
    for (const changes of [{ resent: true }, { state: 'submitted' as const }, { isBeingSent: true }, { lastTriedAt: restored + 1 }]) expect(afterRestore(aTextMessage(changes), restored)).to.equal(undefined);
  });

  it('are looked at when they may be sent, when the platform can be asked, and when nobody waits any longer', () => {
    expect(nextLookAt(aTextMessage({ sendAt: made + 5 }), made, true)).to.equal(made + 5);
    expect(nextLookAt(aTextMessage({ isBeingSent: true, lastTriedAt: made }), made, true)).to.equal(made + 5 * minuteMs);
    const sent = aTextMessage({ state: 'submitted', groupNo: 'G', submittedAt: made, lastTriedAt: made });
    const looks: number[] = [];
    for (let at: number | undefined = made; at !== undefined && looks.length < 10 && at < made + 3 * dayMs;) { at = nextLookAt(sent, at, true); if (at !== undefined) looks.push(at - made); }
    expect(looks).to.deep.equal([10 * minuteMs, hourMs, 6 * hourMs, dayMs, 2 * dayMs, 3 * dayMs]);
    expect(nextLookAt(sent, made, false)).to.equal(made + 3 * dayMs);
    expect(nextLookAt(aTextMessage({ state: 'unknown', lastTriedAt: made }), made, true)).to.equal(made + 3 * dayMs);
    expect(nextLookAt({ ...sent, endedAt: made }, made, true)).to.equal(undefined);
  });
});

describe('the wording of an installation', () => {
  it('stands over the built-in one where it has the same parameters in the same order', () => {
    const read = readTextSet({ REFUND_SUCCESS: '{item}退款{amount}元' }, '三明财政');
    expect(read).to.deep.equal({ ok: true, value: { ...builtInTexts, REFUND_SUCCESS: '{item}退款{amount}元' } });
  });

  for (const [why, template, text] of [
    ['unknown-template', 'NO_SUCH', 'x'], ['unknown-template', 'constructor', 'x'], ['params-differ', 'REFUND_SUCCESS', '{item}退款'], ['params-differ', 'REFUND_SUCCESS', '{amount}元{item}'],
    ['params-differ', 'REFUND_SUCCESS', '{item}{item}{amount}'], ['params-differ', 'REFUND_SUCCESS', '{item}{amount}{name}'], ['params-differ', 'REFUND_SUCCESS', '{item}{amount}{'],
    ['empty', 'REFUND_SUCCESS', ' '], ['unsafe', 'REFUND_SUCCESS', '【银行】{item}{amount}'], ['unsafe', 'REFUND_SUCCESS', '{item}\n{amount}'], ['link', 'REFUND_SUCCESS', '{item}{amount} 见 a.example.cn'],
    ['too-long', 'REFUND_SUCCESS', `{item}{amount}${'费'.repeat(400)}`], ['too-long', 'REFUND_SUCCESS', `{item}{amount}${'费'.repeat(100_000)}`],
  ] as const) it(`is refused as ${why}: ${template} ${text.slice(0, 20)}`, () => { expect(readTextSet({ [template]: text }, '三明财政')).to.deep.equal({ ok: false, refusal: [{ template, code: why }] }); });

  it('costs a known number of parts at most, and the built-in texts two', () => {
    for (const name of textTemplateNames) expect(mostParts(name, builtInTexts[name], '三明财政'), name).to.be.within(1, 2);
    expect(mostParts('LOGIN_CODE', builtInTexts.LOGIN_CODE, '三明财政')).to.equal(1);
  });
});

describe('limits of who asks', () => {
  it('let twenty in an hour and sixty a day pass', () => {
    const asked = (count: number, every: number) => Array.from({ length: count }, (_, n) => made - n * every);
    expect(judgeAsker(asked(19, 1), made).ok).to.equal(true);
    expect(judgeAsker(asked(20, 1), made)).to.deep.equal({ ok: false, refusal: { code: 'too-many', againAt: made - 19 + hourMs } });
    expect(judgeAsker(asked(60, 20 * minuteMs), made)).to.have.nested.property('refusal.code', 'too-many');
    expect(longestLimitMs(defaultAskerLimits)).to.equal(dayMs);
  });
});
