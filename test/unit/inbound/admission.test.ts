import { expect } from 'chai';
import { Admission } from '../../../adapters/inbound/gateway/admission.js';

const nextTurn = (): Promise<void> => new Promise((resolve) => { setImmediate(resolve); });

describe('admission to the gateway', () => {
  it('gives out its places, and a place again when somebody has left', () => {
    const admission = new Admission(2);
    expect([admission.enter(), admission.enter(), admission.enter()]).to.deep.equal([true, true, false]);
    admission.leave();
    expect([admission.enter(), admission.enter()]).to.deep.equal([true, false]);
  });

  it('begins one request in each turn of the event loop, in the order of their coming', async () => {
    const admission = new Admission(10);
    const begun: number[] = [];
    for (const one of [1, 2, 3]) void admission.turn().then(() => { begun.push(one); });
    const seen: number[][] = [];
    for (let turn = 0; turn < 4; turn++) {
      await nextTurn();
      seen.push([...begun]);
    }
    expect(begun).to.deep.equal([1, 2, 3]);
    expect(seen[0]).to.have.length.below(3);
    for (const [index, before] of seen.slice(0, -1).entries()) expect(seen[index + 1]?.length).to.be.at.most(before.length + 1);
  });

  it('makes nobody wait when the turn is free', async () => {
    const admission = new Admission(10);
    for (let request = 0; request < 3; request++) {
      let began = false;
      const turn = admission.turn().then(() => { began = true; });
      await Promise.resolve();
      await Promise.resolve();
      expect(began).to.equal(true);
      await turn;
      await nextTurn();
      await nextTurn();
    }
  });
});
