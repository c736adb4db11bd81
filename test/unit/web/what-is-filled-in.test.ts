import { expect } from 'chai';
import { listIn, rechosen, textIfAny, textIn } from '../../../adapters/web/shared/form-values.js';

describe('what somebody put into a form', () => {
  it('is read without the blanks around it, and left out where nothing was typed', () => {
    const values = { name: ' 林晓宇 ', mobile: '  ', roleCodes: ['cashier'], remark: undefined };
    expect([textIn(values, 'name'), textIn(values, 'remark'), textIn(values, 'roleCodes'), textIn(values, 'nothing')]).to.deep.equal(['林晓宇', '', '', '']);
    expect([textIfAny(values, 'name'), textIfAny(values, 'mobile'), textIfAny(values, 'remark')]).to.deep.equal([{ name: '林晓宇' }, {}, {}]);
    expect([listIn(values, 'roleCodes'), listIn(values, 'name'), listIn(values, 'remark')]).to.deep.equal([['cashier'], [], []]);
  });

  it('keeps the order in which choices are offered, and keeps what is not offered any more', () => {
    const offered = ['a', 'b', 'c', 'd'];
    expect(rechosen(['c'], offered, ['a'], true)).to.deep.equal(['a', 'c']);
    expect(rechosen(['c', 'gone'], offered, ['b', 'c', 'd'], true)).to.deep.equal(['b', 'c', 'd', 'gone']);
    expect(rechosen(['a', 'b', 'gone'], offered, ['a', 'b'], false)).to.deep.equal(['gone']);
    expect(rechosen([], offered, ['a'], false)).to.deep.equal([]);
  });
});
