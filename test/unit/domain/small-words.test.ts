import { expect } from 'chai';
import { canonicalText } from '../../../domain/access/canonical-text.js';
import { chainStart, chainText, entryText, type AuditEntry } from '../../../domain/audit/audit-entry.js';
import { mayActFor, mayCall, mayComeFrom } from '../../../domain/directory/developer.js';
import { never, ok, refuse } from '../../../domain/kernel/result.js';
import { maskCertNo, maskMobile, maskName, normaliseCertNo, normaliseMobile, normaliseName } from '../../../domain/kernel/personal-data.js';
import { channelOfBarcode } from '../../../domain/payments/barcode.js';
import { aDeveloper } from '../../builders/directory.js';

describe('the text that is signed (GW-02)', () => {
  it('holds every non-empty parameter but sign, in ASCII order', () => {
    expect(canonicalText({ version: '1.0', sign: 'x', devId: 'D1', data: 'e30=', Zeta: '1', _a: '2', empty: '' })).to.equal('Zeta=1&_a=2&data=e30=&devId=D1&version=1.0');
  });
  it('sorts upper before lower case and a short name before its longer brother', () => {
    expect(canonicalText({ ab: '1', a: '2', B: '3', A: '4', a1: '5' })).to.equal('A=4&B=3&a=2&a1=5&ab=1');
  });
  it('leaves values as they are', () => expect(canonicalText({ b: 'x=1&y=2', a: '中 文%20+' })).to.equal('a=中 文%20+&b=x=1&y=2'));
  it('is empty for nothing', () => expect(canonicalText({ sign: 'x', a: '' })).to.equal(''));
});

describe('the text under an audit code (INT-01)', () => {
  const entry: AuditEntry = {
    entryId: 'E', at: 1, actor: { kind: 'system', code: 'c', address: undefined }, action: 'a', objectKind: 'order', objectNo: 'o', description: 'd', before: undefined,
    after: { b: '2', a: '1' }, requestId: undefined,
  };

  it('prefixes each part with its length, so content cannot move between neighbours', () => {
    expect(entryText({ ...entry, action: '1', objectKind: '23' })).to.not.equal(entryText({ ...entry, action: '12', objectKind: '3' }));
    expect(entryText(entry)).to.equal('1:E1:16:system1:c0:1:a5:order1:o1:d0:21:[["a","1"],["b","2"]]0:');
  });

  it('does not depend on the order in which facts were written down', () => {
    expect(entryText({ ...entry, after: { a: '1', b: '2' } })).to.equal(entryText(entry));
  });

  const changes: Readonly<Record<string, Partial<AuditEntry>>> = {
    entryId: { entryId: 'F' }, at: { at: 2 }, 'kind of actor': { actor: { ...entry.actor, kind: 'operator' } }, actor: { actor: { ...entry.actor, code: 'd' } },
    address: { actor: { ...entry.actor, address: '192.0.2.1' } }, action: { action: 'b' }, objectKind: { objectKind: 'refund' }, objectNo: { objectNo: 'p' }, description: { description: 'e' },
    before: { before: {} }, after: { after: { b: '2', a: '3' } }, 'name of a fact': { after: { b: '2', c: '1' } }, requestId: { requestId: 'r' },
  };
  for (const [name, change] of Object.entries(changes)) {
    it(`changes with the ${name}`, () => expect(entryText({ ...entry, ...change })).to.not.equal(entryText(entry)));
  }

  it('chains number, last link and own code', () => {
    expect(chainText(2, 'm1', 'm2')).to.equal('2|m1|m2');
    expect(chainStart).to.equal('0'.repeat(64));
  });
});

describe('codes on a payer’s phone (PAY-06)', () => {
  for (const code of ['2512345678901234', '281234567890123456', '30' + '1'.repeat(22)]) it(`knows ${code.length} digits of ${code.slice(0, 2)} as Alipay`, () => expect(channelOfBarcode(code)).to.equal('alipay'));
  it('knows 19 digits of 62 as UnionPay', () => expect(channelOfBarcode('6212345678901234567')).to.equal('unionpay'));
  for (const code of ['', '251234567890123', '30' + '1'.repeat(23), '2412345678901234', '3112345678901234', '621234567890123456', '62123456789012345678', '2512345678901234\n', ' 2512345678901234', '２５12345678901234', '25123456789O1234', '1312345678901234567']) {
    it(`refuses ${JSON.stringify(code)}`, () => expect(channelOfBarcode(code)).to.equal(undefined));
  }
});

describe('personal data', () => {
  it('has one written form for the index', () => {
    expect(normaliseMobile(' 138-0013 ８０００')).to.equal('13800138000');
    expect(normaliseCertNo('35040219900101 123x')).to.equal('35040219900101123X');
    expect(normaliseName('  欧阳 娜娜 ')).to.equal('欧阳 娜娜');
  });
  const masks: readonly (readonly [string, string])[] = [
    [maskMobile('138-0013-8000'), '138****8000'], [maskMobile('87654321'), '****4321'], [maskMobile('1234567'), '****'], [maskMobile(''), '****'],
    [maskCertNo('350402199001011234'), '350402********1234'], [maskCertNo('E12345678'), 'E*******8'], [maskCertNo('12345'), '*****'], [maskCertNo(''), '****'],
    [maskName('张三'), '张*'], [maskName('欧阳娜娜'), '欧***'], [maskName('阿卜杜拉·买买提'), '阿***'], [maskName('张'), '*'], [maskName(''), '*'], [maskName('𠮷田'), '𠮷*'],
  ];
  masks.forEach(([masked, expected], index) => it(`is masked as ${expected} (${index})`, () => expect(masked).to.equal(expected)));
});

describe('what a developer may do', () => {
  const developer = aDeveloper({ allowedMethods: ['a.b'], merchantNos: ['M1'], allowedAddresses: ['192.0.2.1'] });
  it('calls only the methods it was given', () => expect([mayCall(developer, 'a.b'), mayCall(developer, 'a'), mayCall(aDeveloper({ allowedMethods: [] }), 'a.b')]).to.deep.equal([true, false, false]));
  it('acts only for its payees', () => expect([mayActFor(developer, 'M1'), mayActFor(developer, 'M2'), mayActFor(aDeveloper({ merchantNos: [] }), 'M1')]).to.deep.equal([true, false, false]));
  it('comes from its addresses, or from anywhere when none is named', () => {
    expect([mayComeFrom(developer, '192.0.2.1'), mayComeFrom(developer, '192.0.2.2'), mayComeFrom(aDeveloper(), '192.0.2.2')]).to.deep.equal([true, false, true]);
  });
});

describe('results', () => {
  it('are a value or a refusal', () => expect([ok(1), refuse('no')]).to.deep.equal([{ ok: true, value: 1 }, { ok: false, refusal: 'no' }]));
  it('name a case nobody thought of', () => expect(() => never('odd' as never)).to.throw('odd'));
});
