import { expect } from 'chai';
import type { OwnPayCodes } from '../../../application/ports/own-pay-codes.js';
import { dayMs } from '../../../domain/kernel/china-time.js';
import { no, noon } from './builders.js';

/** `another`: the same codes, seen by another process. */
export type OpenCodes = () => Promise<{ readonly codes: OwnPayCodes; readonly another: OwnPayCodes; readonly otherRange: OwnPayCodes; close(): Promise<void> }>;

/** The codes are those of region 350400, system 35; the other range is system 36. */
export function payCodesContract(adapter: string, open: OpenCodes): void {
  describe(`own pay codes on ${adapter}`, () => {
    let opened: Awaited<ReturnType<OpenCodes>>;
    beforeEach(async () => { opened = await open(); });
    afterEach(() => opened.close());

    it('are given once for each order and stay its own for ever', async () => {
      const { codes, another } = opened;
      expect(await codes.known(no(1))).to.equal(undefined);
      const first = await codes.codeOf(no(1), noon);
      expect(first).to.equal('35040026350000000001');
      expect(await codes.codeOf(no(2), noon)).to.equal('35040026350000000002');
      expect([await codes.codeOf(no(1), noon + 400 * dayMs), await another.codeOf(no(1), noon), await another.known(no(1))]).to.deep.equal([first, first, first]);
    });

    it('are never the same for two orders, however many processes ask at once', async () => {
      const { codes, another } = opened;
      const orders = Array.from({ length: 20 }, (_, index) => no(index + 1));
      const [ones, others] = await Promise.all([Promise.all(orders.map((order) => codes.codeOf(order, noon))), Promise.all([...orders].reverse().map((order) => another.codeOf(order, noon)))]);
      expect(new Set(ones).size).to.equal(orders.length);
      expect([...others].reverse()).to.deep.equal(ones);
      expect([...ones].sort().at(-1)).to.equal('35040026350000000020');
    });

    it('begin anew with each year and each range', async () => {
      const { codes, otherRange } = opened;
      await codes.codeOf(no(1), noon);
      expect(await codes.codeOf(no(2), noon + 366 * dayMs)).to.equal('35040027350000000001');
      expect(await otherRange.codeOf(no(3), noon)).to.equal('35040026360000000001');
    });
  });
}
