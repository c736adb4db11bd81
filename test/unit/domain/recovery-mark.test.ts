import { expect } from 'chai';
import { dayMs, longTime, minuteMs } from '../../../domain/kernel/china-time.js';
import { platformNumber } from '../../../domain/kernel/numbers.js';
import {
  datingDoubtMs, heldKinds, holds, isOfLostHours, isReleased, mayBeLostOfDay, mayBeLostOrder, newRecoveryMark, release, stillHeld,
} from '../../../domain/recovery/recovery-mark.js';
import { noon } from '../../builders/moments.js';

const taken = noon - 180 * minuteMs;
const mark = newRecoveryMark('R1', noon, taken);

describe('a recovery mark', () => {
  it('holds every kind of what belongs to orders made up to the restore, and nothing of later ones', () => {
    for (const kind of heldKinds) {
      expect(holds(mark, kind, noon - dayMs), kind).to.equal(true);
      expect(holds(mark, kind, noon), kind).to.equal(true);
      expect(holds(mark, kind, noon + 1), kind).to.equal(false);
      expect(holds(undefined, kind, noon - dayMs), kind).to.equal(false);
    }
  });

  it('lets one kind go without the others', () => {
    for (const kind of heldKinds) {
      const released = release(mark, kind, noon + 5);
      expect(heldKinds.map((one) => isReleased(released, one)), kind).to.deep.equal(heldKinds.map((one) => one === kind));
      expect(stillHeld(released)).to.deep.equal(heldKinds.filter((one) => one !== kind));
      expect(holds(released, kind, noon - 1)).to.equal(false);
    }
  });

  it('doubts an order that is not here by the date its business system gave, with room for a clock that is ahead', () => {
    expect(mayBeLostOrder(mark, longTime(noon - minuteMs))).to.equal(true);
    expect(mayBeLostOrder(mark, longTime(noon + datingDoubtMs))).to.equal(true);
    expect(mayBeLostOrder(mark, longTime(noon + datingDoubtMs + 1000))).to.equal(false);
    expect(mayBeLostOrder(mark, 'no time at all')).to.equal(true);
    expect(mayBeLostOrder(undefined, longTime(noon - minuteMs))).to.equal(false);
    expect(mayBeLostOrder(release(mark, 'payments', noon), longTime(noon - minuteMs))).to.equal(false);
  });

  it('doubts by the day where only a day is named', () => {
    expect(mayBeLostOfDay(mark, 'refunds', '20260508')).to.equal(true);
    expect(mayBeLostOfDay(mark, 'refunds', '20260509')).to.equal(false);
    expect(mayBeLostOfDay(release(mark, 'refunds', noon), 'refunds', '20260508')).to.equal(false);
    expect(mayBeLostOfDay(release(mark, 'refunds', noon), 'payments', '20260508')).to.equal(true);
  });

  it('knows a number of the lost hours by the moment inside it', () => {
    expect(isOfLostHours(mark, platformNumber(noon - minuteMs, 1, 2))).to.equal(true);
    expect(isOfLostHours(mark, platformNumber(taken - 2 * minuteMs, 1, 2))).to.equal(false);
    expect(isOfLostHours(mark, platformNumber(noon + minuteMs, 1, 2))).to.equal(false);
    expect(isOfLostHours(newRecoveryMark('R1', noon, undefined), platformNumber(taken - dayMs, 1, 2))).to.equal(true);
    for (const odd of ['', '1', platformNumber(noon - minuteMs, 1, 2).replace(/.$/, (digit) => String((Number(digit) + 1) % 10))]) expect(isOfLostHours(mark, odd), odd).to.equal(false);
  });
});
