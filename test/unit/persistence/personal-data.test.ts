import { expect } from 'chai';
import { maskCertNo, maskMobile, maskName, normaliseCertNo, normaliseMobile, normaliseName } from '../../../domain/kernel/personal-data.js';

describe('personal data', () => {
  it('is masked as the security notes show', () => {
    expect(maskMobile('13800138000')).to.equal('138****8000');
    expect(maskCertNo('350402199001011234')).to.equal('350402********1234');
    expect(maskName('张三')).to.equal('张*');
  });

  it('never shows more than seven digits of a phone, nor all but two of a short one', () => {
    for (let length = 0; length <= 30; length++) {
      for (const shape of [(digits: string) => digits, (digits: string) => `+${digits}`, (digits: string) => digits.split('').join('-')]) {
        const digits = '9182736450'.repeat(3).slice(0, length);
        const shown = maskMobile(shape(digits)).replace(/[^0-9]/g, '');
        expect(shown.length, digits).to.be.at.most(Math.min(7, Math.max(0, length - 4)));
      }
    }
  });

  it('hides at least four signs of every certificate number', () => {
    for (let length = 0; length <= 30; length++) {
      const masked = maskCertNo('A1B2C3D4E5'.repeat(3).slice(0, length));
      expect(masked.split('*').length - 1).to.be.at.least(4);
      expect(masked.replaceAll('*', '').length).to.be.at.most(Math.max(0, length - 4));
    }
  });

  it('never shows a name whole', () => {
    expect(['', '张', '张三丰', '三明市自来水有限公司', '𠮷野'].map(maskName)).to.deep.equal(['*', '*', '张**', '三***', '𠮷*']);
  });

  it('has one written form', () => {
    expect(normaliseMobile('+86 138-0013 8000')).to.equal('8613800138000');
    expect(normaliseMobile('１３８００１３８０００')).to.equal('13800138000');
    expect(normaliseCertNo(' 35040219900101123x ')).to.equal('35040219900101123X');
    expect(normaliseName(' e\u0301tienne ')).to.equal('\u00e9tienne');
  });
});
