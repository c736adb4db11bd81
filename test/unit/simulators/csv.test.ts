import { expect } from 'chai';
import { csvRows } from '../../../adapters/simulators/shared/integrator/csv.js';

describe('reading a statement as CSV', () => {
  it('takes lines, quoted commas, quoted line ends and doubled quotes', () => {
    expect(csvRows('a,b,c\r\n1,"x, ""y""\r\nz",\r\nTOTAL,1,-5\r\n')).to.deep.equal([['a', 'b', 'c'], ['1', 'x, "y"\r\nz', ''], ['TOTAL', '1', '-5']]);
  });

  it('gives nothing for nothing, and the rest as one field when a quote is not ended', () => {
    expect(csvRows('')).to.deep.equal([]);
    expect(csvRows('a,"b\r\nc,d\r\n')).to.deep.equal([['a', 'b\r\nc,d\r\n']]);
  });
});
