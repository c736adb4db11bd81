import { expect } from 'chai';
import { minuteMs } from '../../../../domain/kernel/china-time.js';
import { checkFreeText } from '../../../../domain/text-messages/free-text.js';
import { partCount } from '../../../../domain/text-messages/parts.js';
import { renderText } from '../../../../domain/text-messages/render.js';
import { textTemplates, type TextTemplateName } from '../../../../domain/text-messages/templates.js';
import { codeFrom, hashedText, newCode, tryCode } from '../../../../domain/text-messages/verification-code.js';

const paid = { item: '学费', amount: '80.00', payCode: '350404263000000001' };
const refusal = (code: string, param: string) => ({ ok: false, refusal: { code, param } });

describe('templates of texts', () => {
  for (const [name, { text, params }] of Object.entries(textTemplates)) {
    it(`${name} names its parameters once each, in the order of its text`, () => {
      expect([...text.matchAll(/\{([A-Za-z]+)\}/g)].map((match) => match[1])).to.deep.equal(params.map((param) => param.name));
    });
  }

  it('have a scene each, but for those that name an order without a pay code: of these an order has one or the other', () => {
    const scenes = Object.entries(textTemplates).map(([name, { scene }]) => `${name.replace(/_ORDER$/, '')} ${scene}`);
    expect(new Set(scenes).size).to.equal(Object.keys(textTemplates).length - 2);
    expect(new Set(Object.values(textTemplates).map(({ scene }) => scene)).size).to.equal(new Set(scenes).size);
  });

  it('fill in the values and give them in their order', () => {
    expect(renderText('PAY_SUCCESS', { payCode: paid.payCode, amount: paid.amount, item: paid.item })).to.deep.equal({
      ok: true, value: { text: '您缴纳的学费80.00元已成功,缴款码350404263000000001,票据请在平台查看。', params: ['学费', '80.00', '350404263000000001'] },
    });
  });

  const wrong: readonly (readonly [string, TextTemplateName, Record<string, string>, string, string])[] = [
    ['a missing value', 'PAY_SUCCESS', { item: '学费', amount: '80.00' }, 'missing', 'payCode'],
    ['a blank value', 'PAY_SUCCESS', { ...paid, item: ' 　' }, 'missing', 'item'],
    ['a value that the template does not have', 'LOGIN_CODE', { code: '123456', name: '张三' }, 'extra', 'name'],
    ['a value that only the prototype has', 'LOGIN_CODE', Object.create({ code: '123456' }) as Record<string, string>, 'missing', 'code'],
    ['one sign too many', 'PAY_SUCCESS', { ...paid, item: '费'.repeat(21) }, 'too-long', 'item'],
    ['a line break', 'PAY_SUCCESS', { ...paid, item: '学费\n您的账户' }, 'unsafe', 'item'],
    ['a line separator', 'PAY_SUCCESS', { ...paid, item: '学费\u2028账户' }, 'unsafe', 'item'],
    ['an invisible sign', 'PAY_SUCCESS', { ...paid, item: '学\u200b费' }, 'unsafe', 'item'],
    ['the brackets of a signature', 'PAY_SUCCESS', { ...paid, item: '【某银行】' }, 'unsafe', 'item'],
    ['a link', 'PAY_SUCCESS', { ...paid, item: '见 http://a.cn' }, 'link', 'item'],
    ['a host in full width', 'PAY_SUCCESS', { ...paid, item: 'ｅｖｉｌ．ｃｎ' }, 'link', 'item'],
    ['an amount that is none', 'PAY_SUCCESS', { ...paid, amount: '80.0' }, 'wrong-form', 'amount'],
    ['a code of five digits', 'LOGIN_CODE', { code: '12345' }, 'wrong-form', 'code'],
  ];
  for (const [what, name, values, code, param] of wrong) {
    it(`refuse ${what}`, () => expect(renderText(name, values)).to.deep.equal(refusal(code, param)));
  }

  it('take a value of the greatest length, and one that looks like a parameter as it is', () => {
    expect(renderText('PAY_SUCCESS', { ...paid, item: '费'.repeat(20) }).ok).to.equal(true);
    const odd = renderText('PAY_SUCCESS', { ...paid, item: '{payCode}$&' });
    expect(odd.ok && odd.value.text).to.equal('您缴纳的{payCode}$&80.00元已成功,缴款码350404263000000001,票据请在平台查看。');
  });
});

describe('parts of a text', () => {
  // The signature 【财政】 takes four signs.
  for (const [signs, parts] of [[0, 1], [66, 1], [67, 2], [130, 2], [131, 3], [197, 3], [198, 4]] as const) {
    it(`${signs} signs after a signature of 4 are ${parts}`, () => expect(partCount('字'.repeat(signs), '财政')).to.equal(parts));
  }

  it('never cut a pair of surrogates', () => {
    // 4 + 62 = 66 units, and the pair does not fit into the 67th.
    const text = `${'字'.repeat(62)}😀${'字'.repeat(65)}`;
    expect(4 + text.length).to.be.lessThan(2 * 67);
    expect(partCount(text, '财政')).to.equal(2);
    expect(partCount(`${text}字`, '财政')).to.equal(3);
  });
});

describe('texts that a person writes', () => {
  // With the signature 【财政】 five parts hold 331 signs.
  it('have at most five parts', () => {
    expect(checkFreeText('字'.repeat(331), '财政')).to.deep.equal({ ok: true, value: 'fit' });
    expect(checkFreeText('字'.repeat(332), '财政')).to.deep.equal({ ok: false, refusal: 'too-long' });
    expect(checkFreeText('字'.repeat(1_000_000), '财政')).to.deep.equal({ ok: false, refusal: 'too-long' });
  });

  it('say something, on one line, under our own signature', () => {
    for (const content of ['', ' 　\n']) expect(checkFreeText(content, '财政')).to.deep.equal({ ok: false, refusal: 'empty' });
    for (const content of ['维护\n通知', '【某银行】维护', '维\u202e护']) expect(checkFreeText(content, '财政')).to.deep.equal({ ok: false, refusal: 'unsafe' });
  });
});

describe('verification codes', () => {
  const at = 1_800_000_000_000;
  const code = newCode('right-hash', at);

  it('have six digits', () => {
    expect([codeFrom(0), codeFrom(42), codeFrom(999_999)]).to.deep.equal(['000000', '000042', '999999']);
    for (const chance of [-1, 1_000_000, 0.5, Number.NaN]) expect(() => codeFrom(chance)).to.throw(RangeError);
  });

  it('belong to one scene and phone', () => {
    const texts = [hashedText('login', '1', '2'), hashedText('password-reset', '1', '2'), hashedText('login', '12', '')];
    expect(new Set(texts).size).to.equal(3);
  });

  it('are right once', () => {
    const first = tryCode(code, ['right-hash'], at + 1);
    expect(first).to.deep.equal({ verdict: 'right', code: { ...code, usedAt: at + 1 } });
    expect(tryCode(first.code, ['right-hash'], at + 2).verdict).to.equal('used');
  });

  it('hold five minutes', () => {
    expect(tryCode(code, ['right-hash'], at + 5 * minuteMs - 1).verdict).to.equal('right');
    expect(tryCode(code, ['right-hash'], at + 5 * minuteMs).verdict).to.equal('expired');
  });

  it('are dead after five wrong tries, even for the right one', () => {
    let tried = code;
    for (let n = 1; n <= 5; n += 1) {
      const { verdict, code: after } = tryCode(tried, ['wrong-hash'], at);
      expect([verdict, after.wrongTries]).to.deep.equal(['wrong', n]);
      tried = after;
    }
    expect(tryCode(tried, ['right-hash'], at)).to.deep.equal({ verdict: 'too-many-tries', code: tried });
    expect(tryCode({ ...code, wrongTries: 4 }, ['right-hash'], at).verdict).to.equal('right');
  });
});
