import { expect } from 'chai';
import { ProvinceDesk } from './province-desk.js';
import type { Capability, ProvinceTown } from './province-town.js';

const all: readonly Capability[] = ['issuing', 'pushing', 'confirming', 'voiding', 'statements', 'paidMessages', 'paidFrames'];

/** A dialect has what it says and lacks the rest: the other contracts leave out what is asserted to be absent here. */
export function capabilitiesContract(adapter: string, town: ProvinceTown): void {
  describe(`capabilities of ${adapter}`, () => {
    new ProvinceDesk(town).inMocha();

    for (const name of all) {
      const isThere = town.dialect.capabilities.includes(name);
      it(`${isThere ? 'include' : 'lack'} ${name}`, () => { expect(town.province[name] !== undefined).to.equal(isThere); });
    }

    it('are those of one region', () => { expect(town.province.region).to.equal('350400'); });
  });
}
