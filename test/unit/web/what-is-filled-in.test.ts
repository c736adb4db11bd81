import { expect } from 'chai';
import { flagIn, listIn, numberIn, rechosen, rowsIn, textIfAny, textIn } from '../../../adapters/web/shared/form-values.js';
import { fenOf, yuanText } from '../../../adapters/web/shared/money.js';

describe('what somebody put into a form', () => {
  it('is read without the blanks around it, and left out where nothing was typed', () => {
    const values = { name: ' 林晓宇 ', mobile: '  ', roleCodes: ['cashier'], remark: undefined };
    expect([textIn(values, 'name'), textIn(values, 'remark'), textIn(values, 'roleCodes'), textIn(values, 'nothing')]).to.deep.equal(['林晓宇', '', '', '']);
    expect([textIfAny(values, 'name'), textIfAny(values, 'mobile'), textIfAny(values, 'remark')]).to.deep.equal([{ name: '林晓宇' }, {}, {}]);
    expect([listIn(values, 'roleCodes'), listIn(values, 'name'), listIn(values, 'remark')]).to.deep.equal([['cashier'], [], []]);
  });

  it('has switches, numbers that were kept, and rows of which the empty ones are none', () => {
    const values = { on: true, off: false, version: 7, rows: [{ no: ' S1 ', name: '甲', enabled: false }, { no: '  ', name: '', enabled: true }] };
    expect([flagIn(values, 'on'), flagIn(values, 'off'), flagIn(values, 'version'), flagIn(values, 'nothing')]).to.deep.equal([true, false, false, false]);
    expect([numberIn(values, 'version'), numberIn(values, 'on'), numberIn(values, 'nothing')]).to.deep.equal([7, 0, 0]);
    expect([rowsIn(values, 'rows'), rowsIn(values, 'on'), rowsIn(values, 'nothing')]).to.deep.equal([[{ no: 'S1', name: '甲', enabled: false }], [], []]);
  });

  it('takes yuan as people type them, exactly, and nothing that is no amount', () => {
    const pairs = [['0.1', '10'], ['0.29', '29'], ['5', '500'], ['5,000.5', '500050'], ['5，000', '500000'], [' 12.34 ', '1234'], ['１２', '1200'], ['999999999.99', '99999999999'], ['0', '0'], ['007', '700']] as const;
    for (const [yuan, fen] of pairs) expect(fenOf(yuan), yuan).to.equal(fen);
    for (const odd of ['', '-1', '1.234', '1e3', '十元', '1.', '.5', '1,00', '1 000', '1000000000', '1.2.3', '0x10']) expect(fenOf(odd), odd).to.equal(undefined);
    for (const fen of ['1', '99', '100', '123456', '99999999999']) expect(fenOf(yuanText(fen)), fen).to.equal(fen);
  });

  it('keeps the order in which choices are offered, and keeps what is not offered any more', () => {
    const offered = ['a', 'b', 'c', 'd'];
    expect(rechosen(['c'], offered, ['a'], true)).to.deep.equal(['a', 'c']);
    expect(rechosen(['c', 'gone'], offered, ['b', 'c', 'd'], true)).to.deep.equal(['b', 'c', 'd', 'gone']);
    expect(rechosen(['a', 'b', 'gone'], offered, ['a', 'b'], false)).to.deep.equal(['gone']);
    expect(rechosen([], offered, ['a'], false)).to.deep.equal([]);
  });
});
