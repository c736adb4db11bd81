import { generateKeyPairSync } from 'node:crypto';
import { expect } from 'chai';
import { PinoJournal, withoutSecrets } from '../../../adapters/outbound/system/pino-journal.js';

describe('the journal', () => {
  const lines: string[] = [];
  let requestId: string | undefined;
  const journal = new PinoJournal('debug', { write: (line) => { lines.push(line); } }, { current: () => requestId });
  const last = (): Record<string, unknown> => JSON.parse(lines.at(-1) ?? '{}') as Record<string, unknown>;
  beforeEach(() => { lines.length = 0; requestId = undefined; });

  it('writes one JSON object a line, with time, level and event', () => {
    journal.info('report-applied', { orderNo: 'P1', count: 3, odd: undefined });
    journal.warn('slow');
    journal.alarm('paid-twice', { orderNo: 'P1' });
    const [info, warn, alarm] = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(info).to.include({ level: 'info', event: 'report-applied', orderNo: 'P1', count: 3 });
    expect(info?.['time']).to.match(/^[0-9]{4}-[0-9]{2}-[0-9]{2}T/);
    expect(info).to.not.have.any.keys('pid', 'hostname');
    expect(warn).to.include({ level: 'warn', event: 'slow' });
    expect(alarm).to.include({ level: 'error', event: 'paid-twice', alarm: true });
    expect(lines.every((line) => line.endsWith('\n') && line.indexOf('\n') === line.length - 1)).to.equal(true);
  });

  it('names the request a line belongs to', () => {
    requestId = 'req-7';
    journal.info('x');
    expect(last()).to.include({ requestId: 'req-7' });
  });

  const pem = generateKeyPairSync('ec', { namedCurve: 'prime256v1', privateKeyEncoding: { type: 'pkcs8', format: 'pem' }, publicKeyEncoding: { type: 'spki', format: 'pem' } }).privateKey;
  const secrets: readonly (readonly [string, string, string])[] = [
    ['a phone', '13800138000', '[mobile]'], ['a phone with country', '+8613800138000', '+[mobile]'], ['an Alipay code', '281234567890123456', '[certificate]'],
    ['a long Alipay code', '301234567890123456789012', '[barcode]'], ['a short Alipay code', '2512345678901234', '[barcode]'], ['a UnionPay code', '6212345678901234567', '[barcode]'],
    ['a certificate number', '350402199001011234', '[certificate]'], ['a certificate number with X', '35040219900101123x', '[certificate]'], ['a key', pem, '[key]'],
    ['a key that was cut off', pem.slice(0, 120), '[key]'],
  ];
  for (const [name, secret, shown] of secrets) {
    it(`never shows ${name}`, () => {
      const body = secret.replace(/-----[^-]+-----|\s/g, '').slice(0, 40);
      expect(withoutSecrets(`与 ${secret}`).trim()).to.equal(`与 ${shown}`);
      for (const write of [
        () => journal.info('x', { note: `来自 ${secret}，已处理` }), () => journal.warn('x', { note: secret }), () => journal.alarm('x', { note: secret }),
        () => journal.fault('x', new Error(`bad ${secret} here`), { note: secret }), () => journal.fault('x', new Error(`line one\n${secret}`)),
      ]) {
        write();
        expect(lines.at(-1)).to.not.contain(body);
      }
    });
  }

  it('leaves our own numbers, amounts and times as they are', () => {
    for (const text of ['20260508120506007007000420', '12000', '20260508120506', 'T-123456', '2026-05-08T04:05:06.789Z', '202605082200142312345678901234']) expect(withoutSecrets(text)).to.equal(text);
  });

  it('cannot be made to write a second line, or to hide one', () => {
    for (const trick of ['\r\n{"event":"forged"}', '\u001b[2K', '\u009b2K', '\u2028', '\u202e', '\u2066', '\u0000']) {
      journal.info('x', { note: `a${trick}b` });
      expect(lines.at(-1)?.slice(0, -1), JSON.stringify(trick)).to.not.match(/[\p{Cc}\p{Bidi_Control}\u2028\u2029]/u);
    }
    expect(lines).to.have.lengthOf(7);
  });

  it('cuts what is too long', () => expect(withoutSecrets('x'.repeat(2_000))).to.equal(`${'x'.repeat(500)}…`));

  it('keeps name, message and frames of a fault, not the message twice', () => {
    journal.fault('job-failed', new TypeError('first\nsecond'), { topic: 'query-attempt' });
    expect(last()).to.include({ event: 'job-failed', error: 'TypeError', message: 'first second', topic: 'query-attempt' });
    expect(last()['stack']).to.match(/^at /).and.to.not.contain('second');
  });

  it('says nothing of what was thrown when it is no error', () => {
    journal.fault('x', '13800138000');
    expect(last()).to.include({ error: 'thrown', message: 'string' });
    expect(lines.at(-1)).to.not.contain('13800138000');
  });

  it('is quiet below its level', () => {
    const quiet: string[] = [];
    const warnings = new PinoJournal('warn', { write: (line) => { quiet.push(line); } });
    warnings.info('x');
    warnings.warn('y');
    expect(quiet).to.have.lengthOf(1);
  });
});
