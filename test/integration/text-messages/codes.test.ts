import { expect } from 'chai';
import { hourMs, minuteMs } from '../../../domain/kernel/china-time.js';
import { openTextTown, phoneWith, type TextTown } from './text-town.js';

describe('verification codes', () => {
  let town: TextTown;
  const phone = phoneWith('0000');
  beforeEach(async () => { town = await openTextTown(); });
  afterEach(() => town.close());
  const send = async (to = phone, more: { readonly address?: string; readonly isWanted?: boolean; readonly template?: 'LOGIN_CODE' | 'FIND_PAYMENT' | 'PASSWORD_RESET' } = {}) => {
    const answer = await town.sendCode.run({ template: 'LOGIN_CODE', phone: to, address: '192.0.2.1', isWanted: true, ...more });
    await town.sendCode.settled();
    return answer;
  };
  const attempt = (code: string, to = phone, template: 'LOGIN_CODE' | 'FIND_PAYMENT' = 'LOGIN_CODE', isWanted = true) => town.tryCode.run({ template, phone: to, code, address: '192.0.2.1', isWanted });
  const codeOf = async (to = phone): Promise<string> => /验证码([0-9]{6})/.exec((await town.received()).find(({ mobile }) => mobile === to)?.text ?? '')?.[1] ?? '';
  const wrong = (code: string): string => (code === '111111' ? '222222' : '111111');

  it('is sent at once, also at night, and is right once', async () => {
    town.clock.at += 13 * hourMs;
    expect(await send('+86 139-0000-0000')).to.deep.equal({ ok: true, value: 'sent' });
    const code = await codeOf();
    expect(code).to.match(/^[0-9]{6}$/);
    expect([await attempt(wrong(code)), await attempt(code, phoneWith('0009')), await attempt(code, phone, 'FIND_PAYMENT'), await attempt(code), await attempt(code)]).to.deep.equal(['wrong', 'ask-again', 'ask-again', 'right', 'ask-again']);
  });

  it('of two who use the same code at once one is right', async () => {
    await send();
    const code = await codeOf();
    expect((await Promise.all([attempt(code), attempt(code), attempt(code)])).sort()).to.deep.equal(['ask-again', 'ask-again', 'right']);
  });

  it('ends after five minutes, after five wrong tries, and with the next code', async () => {
    await send();
    const first = await codeOf();
    town.step(5 * minuteMs);
    expect(await attempt(first)).to.equal('ask-again');
    await send();
    const second = await codeOf();
    for (let n = 0; n < 5; n++) expect(await attempt(wrong(second))).to.equal('wrong');
    expect(await attempt(second)).to.equal('ask-again');
    town.step(minuteMs);
    await send();
    expect(await attempt(await codeOf())).to.equal('right');
  });

  it('is limited for a phone: one a minute, five an hour, whoever asks', async () => {
    expect((await send()).ok).to.equal(true);
    expect(await send(phone, { address: '198.51.100.9' })).to.have.nested.property('refusal.code', 'too-many');
    for (let n = 0; n < 4; n++) { town.step(minuteMs); expect((await send(phone, { address: `198.51.100.${n}` })).ok).to.equal(true); }
    town.step(minuteMs);
    expect(await send(phone, { address: '203.0.113.5', template: 'PASSWORD_RESET' })).to.have.nested.property('refusal.code', 'too-many');
    expect(await town.received()).to.have.length(5);
  });

  it('many who ask at once for one phone get one code', async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, (_, n) => send(phone, { address: `192.0.2.${n}` })));
    expect(answers.filter(({ ok }) => ok)).to.have.length(1);
    expect(await town.received()).to.have.length(1);
  });

  it('is limited for the place that asks, and for the whole network of an IPv6 address', async () => {
    for (let n = 0; n < 20; n++) expect((await send(phoneWith(String(2000 + n)), { address: `2001:db8:1:2::${n}` })).ok).to.equal(true);
    expect(await send(phoneWith('2900'), { address: '2001:db8:1:2:ffff::1' })).to.have.nested.property('refusal.code', 'too-many');
    expect((await send(phoneWith('2900'), { address: '2001:db8:1:3::1' })).ok).to.equal(true);
  });

  it('answers the same for a phone that is unknown: first yes, then the limit; nothing is sent, and no code is right', async () => {
    const stranger = phoneWith('3000');
    const [known, unknown] = [await send(), await send(stranger, { isWanted: false, address: '192.0.2.77' })];
    expect(unknown).to.deep.equal(known);
    const [knownAgain, unknownAgain] = [await send(), await send(stranger, { isWanted: false, address: '192.0.2.77' })];
    expect(unknownAgain).to.deep.equal(knownAgain);
    expect((await town.received()).map(({ mobile }) => mobile)).to.deep.equal([phone]);
    for (let n = 0; n < 5; n++) expect(await attempt('123456', stranger, 'LOGIN_CODE', false)).to.equal('wrong');
    expect(await attempt('123456', stranger, 'LOGIN_CODE', false)).to.equal('ask-again');
  });

  it('that has been sent is not ended by whoever has no right to one, neither by asking nor by typing', async () => {
    expect((await send()).ok).to.equal(true);
    const code = await codeOf();
    expect(await send(phone, { isWanted: false, address: '192.0.2.77' })).to.deep.equal({ ok: true, value: 'sent' });
    for (let n = 0; n < 5; n++) expect(await attempt(wrong(code), phone, 'LOGIN_CODE', false)).to.equal('wrong');
    expect([await attempt(code, phone, 'LOGIN_CODE', false), await attempt(code)]).to.deep.equal(['ask-again', 'right']);
  });

  it('is not kept from a phone by those who have no right to one; their asking counts against their place', async () => {
    for (let n = 0; n < 12; n++) {
      const stranger = await send(phone, { isWanted: false, address: `192.0.2.${n}` });
      expect(stranger.ok, String(n)).to.equal(n < 5);
      if (n < 5) town.step(minuteMs);
    }
    expect((await send()).ok).to.equal(true);
    expect(await town.received()).to.have.length(1);
    for (let n = 0; n < 20; n++) expect((await send(phoneWith(String(4000 + n)), { isWanted: false, address: '198.51.100.1' })).ok).to.equal(true);
    expect(await send(phoneWith('4900'), { address: '198.51.100.1' })).to.have.nested.property('refusal.code', 'too-many');
  });

  it('is answered before the platform answers, so that time tells nothing of a phone', async () => {
    await town.close();
    town = await openTextTown({ rules: { timeoutMs: 3_000 } });
    const slow = phoneWith('0003');
    const began = performance.now();
    expect((await town.sendCode.run({ template: 'LOGIN_CODE', phone: slow, address: '192.0.2.1', isWanted: true })).ok).to.equal(true);
    expect(performance.now() - began).to.be.below(2_000);
    await town.sendCode.settled();
    expect((await town.texts(slow))[0]).to.include({ state: 'unknown', code: 'timeout' });
  });

  it('is refused for what is no mobile number', async () => {
    for (const bad of ['', '12345', '1390000000a', "13900000000' or 1=1", '9'.repeat(10_000)]) expect(await send(bad)).to.deep.equal({ ok: false, refusal: { code: 'not-a-mobile' } });
    expect(await town.received()).to.deep.equal([]);
  });

  it('whose sending was cut off is looked after, and never sent again', async () => {
    await send(phoneWith('0003'));
    town.step(6 * minuteMs);
    await town.work();
    town.step(80 * hourMs);
    await town.work();
    expect((await town.texts(phoneWith('0003')))[0]?.endedAt).to.be.a('number');
    expect(await town.received()).to.have.length(1);
  });
});
