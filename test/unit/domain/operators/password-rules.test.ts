import { expect } from 'chai';
import { dayMs } from '../../../../domain/kernel/china-time.js';
import { checkPassword, isPasswordExpired, mayChangeAgain, normalisedPassword, passwordRules } from '../../../../domain/operators/password-rules.js';

const judged = (password: string, account = 'zhang.wei', minLength = 12): string => {
  const checked = checkPassword(password, account, { minLength, validMs: 90 * dayMs });
  return checked.ok ? 'ok' : checked.refusal;
};

describe('the rules of a password (AUTH-02)', () => {
  it('want twelve characters as people count them, never fewer than eight, of three kinds', () => {
    expect(['Xk7#qprT', 'Xk7#qprTw2v', 'Xk7#qprTw2vM'].map((password) => judged(password))).to.deep.equal(['too-short', 'too-short', 'ok']);
    expect([judged('Xk7#qpr', 'a.b', 4), judged('Xk7#qprT', 'a.b', 4)]).to.deep.equal(['too-short', 'ok']);
    expect(['xkqprtwvmnbz', 'xkqprtwv1234', 'XKQPRTWV1234', 'xkqprtwv12#4', 'Xkqprtwv1234', '晴天要带伞雨天也要带伞', '晴天要带伞雨天也要带伞7a'].map((password) => judged(password)))
      .to.deep.equal(['too-plain', 'too-plain', 'too-plain', 'ok', 'ok', 'too-short', 'ok']);
    expect(judged('𠮷𠮷𠮷𠮷𠮷aB1'), 'eight characters, though thirteen code units').to.equal('too-short');
  });

  it('take no account name, forwards or backwards, and no word of the product, its place or everybody', () => {
    expect(['Zhang.Wei#2026x', 'x2026#iew.gnahZ', 'Sanming@2026', 'Tongjiao#12345', '三明市非税Ab1234#', 'Password1234!', 'P@ssw0rd-12345', 'Admin#12345678', 'Qwerty!23456789'].map((password) => judged(password)))
      .to.deep.equal(['holds-account', 'holds-account', 'too-common', 'too-common', 'too-common', 'too-common', 'too-common', 'too-common', 'too-common']);
  });

  it('cut nothing off, and know one spelling of what looks the same', () => {
    const long = `Aa1#${'x'.repeat(67)}`;
    expect([judged(`${long}y`), judged(`${long}z`), checkPassword(`${long}y`, 'a').ok && checkPassword(`${long}y`, 'a')]).to.deep.equal(['ok', 'ok', { ok: true, value: `${long}y` }]);
    expect(judged(`Aa1#${'x'.repeat(passwordRules.maxLength)}`)).to.equal('too-long');
    expect(normalisedPassword('e\u0301')).to.equal('é');
    expect([judged('Xk7#qprTw2v\u0000'), judged('Xk7#qprTw2v\ud800')]).to.deep.equal(['control-characters', 'control-characters']);
  });

  it('want another one after ninety days, and none within a day unless somebody else set it', () => {
    expect([isPasswordExpired(0, 90 * dayMs - 1), isPasswordExpired(0, 90 * dayMs)]).to.deep.equal([false, true]);
    expect([mayChangeAgain(0, false, dayMs - 1), mayChangeAgain(0, true, 1), mayChangeAgain(0, false, dayMs), mayChangeAgain(undefined, false, 0)]).to.deep.equal([false, true, true, true]);
  });
});
