import { expect } from 'chai';
import { businessTree, changedNode, newNode, type TreeFacts } from '../../../../domain/sharing/business-node.js';
import { noon } from '../../../builders/moments.js';

const facts: TreeFacts = {
  regions: [{ regionCode: '350400', regionName: '三明市' }],
  payees: [
    { merchantNo: 'M1', payeeName: '市不动产登记中心', institutionNo: 'I1', regionCode: '350400', unitCode: 'U1', enabled: true },
    { merchantNo: 'M2', payeeName: '无区划单位', institutionNo: 'I1', regionCode: undefined, unitCode: undefined, enabled: true },
    { merchantNo: 'M3', payeeName: '停用单位', institutionNo: 'I1', regionCode: '350400', unitCode: 'U1', enabled: false },
    { merchantNo: 'M4', payeeName: '不收非税的单位', institutionNo: 'I2', regionCode: '350400', unitCode: undefined, enabled: true },
  ],
  items: [
    { regionCode: '350400', itemCode: 'D1', itemName: '登记费', unitCodes: ['U1'], enabled: true }, { regionCode: '350400', itemCode: 'D2', itemName: '工本费', unitCodes: [], enabled: true },
    { regionCode: '350400', itemCode: 'D3', itemName: '别家的', unitCodes: ['U9'], enabled: true }, { regionCode: '350400', itemCode: 'D4', itemName: '停收', unitCodes: ['U1'], enabled: false },
    { regionCode: '350500', itemCode: 'D5', itemName: '别处的', unitCodes: [], enabled: true },
  ],
};

describe('business tree', () => {
  const tree = businessTree(facts);

  it('leads from region over payee to what its unit may charge, without what is switched off', () => {
    expect(tree.map(({ nodeId, parentId, parentIds, grade }) => [nodeId, parentId, parentIds, grade])).to.deep.equal([
      ['R-350400', '0', '0,', 1], ['P-M1', 'R-350400', '0,R-350400,', 2], ['I-M1-D1', 'P-M1', '0,R-350400,P-M1,', 3], ['I-M1-D2', 'P-M1', '0,R-350400,P-M1,', 3],
      ['P-M2', '0', '0,', 1], ['P-M4', 'R-350400', '0,R-350400,', 2],
    ]);
  });

  it('keeps a node as it is while nothing changes, and tells the moment of a change', () => {
    const [, payee] = tree;
    if (payee === undefined) throw new Error('no node');
    const kept = newNode(payee, noon);
    expect(changedNode(kept, payee, noon + 1)).to.equal(undefined);
    expect(changedNode(kept, { ...payee, nodeName: '新名' }, noon + 1)).to.deep.equal({ ...kept, nodeName: '新名', changedAt: noon + 1 });
    const gone = changedNode(kept, undefined, noon + 2);
    expect(gone).to.deep.equal({ ...kept, isGone: true, changedAt: noon + 2 });
    expect(gone && changedNode(gone, undefined, noon + 3)).to.equal(undefined);
    expect(gone && changedNode(gone, payee, noon + 4)).to.deep.equal({ ...kept, changedAt: noon + 4 });
  });
});
