import { expect } from 'chai';
import type { OwnPayCodes } from '../../../application/ports/own-pay-codes.js';
import { dayMs } from '../../../domain/kernel/china-time.js';
import { no, noon } from './builders.js';

/** Codes of region 350400 and a system: those of one process, and the same ones seen by another. */
export interface OpenedCodes { one(system: string): OwnPayCodes; another(system: string): OwnPayCodes; close(): Promise<void> }

/** Opened once: each story has a system, and orders, of its own. */
export function payCodesContract(adapter: string, open: () => Promise<OpenedCodes>): void {
  describe(`own pay codes on ${adapter}`, () => {
    let opened: OpenedCodes;
    before(async () => { opened = await open(); });
    after(() => opened.close());

    it('are given once for each order and stay its own for ever', async () => {
      const [codes, another] = [opened.one('35'), opened.another('35')];
      expect(await codes.known(no(1))).to.equal(undefined);
      const first = await codes.codeOf(no(1), noon);
      expect(first).to.equal('35040026350000000001');
      expect(await codes.codeOf(no(2), noon)).to.equal('35040026350000000002');
      expect([await codes.codeOf(no(1), noon + 400 * dayMs), await another.codeOf(no(1), noon), await another.known(no(1))]).to.deep.equal([first, first, first]);
    });

    it('are never the same for two orders, however many processes ask at once', async () => {
      const [codes, another] = [opened.one('36'), opened.another('36')];
      const orders = Array.from({ length: 20 }, (_, index) => no(index + 101));
      const [ones, others] = await Promise.all([Promise.all(orders.map((order) => codes.codeOf(order, noon))), Promise.all([...orders].reverse().map((order) => another.codeOf(order, noon)))]);
      expect(new Set(ones).size).to.equal(orders.length);
      expect([...others].reverse()).to.deep.equal(ones);
      expect([...ones].sort().at(-1)).to.equal('35040026360000000020');
    });

    it('begin anew with each year and each range', async () => {
      const codes = opened.one('37');
      await codes.codeOf(no(201), noon);
      expect(await codes.codeOf(no(202), noon + 366 * dayMs)).to.equal('35040027370000000001');
      expect(await opened.one('38').codeOf(no(203), noon)).to.equal('35040026380000000001');
    });
  });
}
