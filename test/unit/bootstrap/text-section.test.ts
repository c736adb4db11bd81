import { expect } from 'chai';
import type { ReadOutsideFile } from '../../../bootstrap/outside/outside-file.js';
import { textLineOf } from '../../../bootstrap/outside/text-section.js';
import { pushToken } from '../../builders/cloud-mas-settings.js';
import { RecordingJournal } from '../application/recording-journal.js';

const settings = { environment: 'simulator', signature: '三明财政', baseUrl: 'http://127.0.0.1:9/sms', ecName: '三明市财政局', apId: 'smfs', sign: 'SIGN0001', pushNetworks: ['127.0.0.0/8'] };
const secrets: Readonly<Record<string, string>> = { key: 'DemoSecret1', token: pushToken };
const needs = { http: { send: () => Promise.reject(new Error('nobody is called')) }, journal: new RecordingJournal() };
const fileWith = (more: object): ReadOutsideFile => ({ textMessages: { secretKeyFile: 'key', pushTokenFile: 'token', settings: { ...settings, ...more } }, secret: (name) => secrets[name] ?? '' });
const lineOf = (more: object = {}) => textLineOf(fileWith(more), needs);

describe('text messages in the description of the outside systems', () => {
  it('are not connected where the description says nothing of them', () => { expect(textLineOf({ secret: () => '' }, needs)).to.equal(undefined); });

  it('have usual limits, night and pace where nothing else is said', () => {
    expect(lineOf()).to.deep.include({ messagesPerSecond: 100, callsAtOnce: 4, signature: '三明财政' });
    expect(lineOf()?.rules).to.deep.include({ sendAs: 'template', night: { fromMinute: 1260, untilMinute: 480 }, operatorPhones: [], timeoutMs: 10_000 });
    expect(lineOf()?.platform.queries).to.equal(undefined);
    expect(lineOf({ canQuery: true })?.platform.queries).to.not.equal(undefined);
  });

  it('take other words, limits and phones of operators, each phone once', () => {
    const rules = lineOf({ texts: { LOGIN_CODE: '登录验证码{code}' }, operatorPhones: ['138 0013 8000', '+8613800138000'], nightFrom: '22:30', nightUntil: '07:00', noticesPerDay: 5, codesPerHour: 3 })?.rules;
    expect(rules?.texts.LOGIN_CODE).to.equal('登录验证码{code}');
    expect(rules?.operatorPhones).to.deep.equal(['13800138000']);
    expect(rules?.night).to.deep.equal({ fromMinute: 1350, untilMinute: 420 });
    expect([rules?.limits.notice[0]?.most, rules?.limits.code[1]?.most]).to.deep.equal([5, 3]);
  });

  for (const [what, more, words] of [
    ['a wording without its parameter', { texts: { LOGIN_CODE: '验证码' } }, /LOGIN_CODE：参数与内置模板不一致（应依次为 \{code\}/],
    ['a template that does not exist', { texts: { OTHER: 'x' } }, /没有这个模板/],
    ['a phone that is none, without repeating it', { operatorPhones: ['0598-8222222'] }, /operatorPhones 的第 1 个不是手机号$/],
    ['a night that ends before it begins', { nightFrom: '06:00', nightUntil: '08:00' }, /nightFrom 应为晚上/],
    ['no signature', { signature: '' }, /signature/], ['a setting that it does not know', { colour: 'red' }, /additional properties/],
    ['a platform that is no address', { baseUrl: 'ftp://x' }, /baseUrl/],
  ] as const) it(`refuse ${what}`, () => { expect(() => lineOf(more)).to.throw(words); });
});
