import { expect } from 'chai';
import { outsideText } from '../../../adapters/outbound/wire/outside-text.js';

describe('words of another system', () => {
  it('show no long number, in whatever digits it is written', () => {
    expect(outsideText('12345 123456 35040219900101123x 35040219900101123X号 １３８００１３８０００', 100)).to.equal('12345 *** *** ***号 ***');
  });

  it('are one line of whole signs, cut behind what was hidden', () => {
    expect(outsideText(' a\r\n\u202eb\ud800 ', 100)).to.equal('a b\ufffd');
    expect(outsideText('😀😀😀', 2)).to.equal('😀😀');
    expect(outsideText(`${'x'.repeat(5)}13800138000`, 10)).to.equal('xxxxx***');
  });
});
