import { expect } from 'chai';
import type { NodeNumber, NodeNumbers } from '../../../application/ports/node-numbers.js';
import { noon } from './builders.js';

export const aNodeNumber = (changes: Partial<NodeNumber> = {}): NodeNumber => ({
  nodeNo: 7, usedUntil: noon, holding: 'a'.repeat(32), leaseUntil: noon + 20_000, seenAt: noon, version: 1,
  process: { hostName: '主机-1', processId: 4711, role: 'all', programVersion: '0.1.0', startedAt: noon - 5 }, ...changes,
});

export type OpenNumbers = () => Promise<{ readonly numbers: NodeNumbers; close(): Promise<void> }>;

export function nodeNumbersContract(adapter: string, open: OpenNumbers): void {
  describe(`node numbers on ${adapter}`, () => {
    let numbers: NodeNumbers;
    let close: () => Promise<void>;
    beforeEach(async () => { ({ numbers, close } = await open()); });
    afterEach(() => close());

    it('come back as they were stored, in the order of their numbers, with versions of the store', async () => {
      expect(await numbers.all()).to.deep.equal([]);
      expect(await numbers.replace(undefined, aNodeNumber({ version: 99 }))).to.equal(true);
      expect(await numbers.replace(undefined, aNodeNumber({ nodeNo: 0, usedUntil: -1, holding: undefined, leaseUntil: 0 }))).to.equal(true);
      expect(await numbers.all()).to.deep.equal([aNodeNumber({ nodeNo: 0, usedUntil: -1, holding: undefined, leaseUntil: 0 }), aNodeNumber()]);
    });

    it('are taken for the first time by one only', async () => {
      const answers = await Promise.all([1, 2, 3].map((one) => numbers.replace(undefined, aNodeNumber({ usedUntil: noon + one }))));
      expect(answers.filter((taken) => taken)).to.have.length(1);
      expect(await numbers.all()).to.have.length(1);
    });

    it('are changed by whoever saw the newest row, and by nobody else', async () => {
      await numbers.replace(undefined, aNodeNumber());
      const [seen] = await numbers.all();
      if (!seen) throw new Error('no row');
      const answers = await Promise.all([1, 2, 3].map((one) => numbers.replace(seen, { ...seen, usedUntil: noon + one, holding: String(one) })));
      expect(answers.filter((changed) => changed)).to.have.length(1);
      expect(await numbers.replace(seen, { ...seen, usedUntil: noon + 9 })).to.equal(false);
      const [after] = await numbers.all();
      expect([after?.version, after?.usedUntil, after?.holding]).to.deep.equal([2, noon + answers.indexOf(true) + 1, String(answers.indexOf(true) + 1)]);
      expect(await numbers.replace({ ...seen, nodeNo: 8 }, { ...seen, nodeNo: 8 }), 'a row that is not there').to.equal(false);
    });
  });
}
