import { expect } from 'chai';
import { batchAskedAt, batchKey, nextBatchStep, readBatchKey, type BatchStanding } from '../../../domain/callbacks/resend-batch.js';
import { medianOf } from '../../../domain/callbacks/median.js';

const standing = (changes: Partial<BatchStanding>): BatchStanding => ({ left: 100, underWay: 0, accepted: 0, failedAgain: 0, ...changes });

describe('the pace of a batch of callbacks', () => {
  it('begins with one, goes on by pages once one is taken, and waits while any is under way', () => {
    expect(nextBatchStep(standing({}))).to.deep.equal({ send: 1 });
    expect(nextBatchStep(standing({ failedAgain: 2 }))).to.deep.equal({ send: 1 });
    expect(nextBatchStep(standing({ accepted: 1 }))).to.deep.equal({ send: 20 });
    expect(nextBatchStep(standing({ accepted: 50, underWay: 1 }))).to.equal('wait');
  });

  it('stops where the other side is down, also when it went down on the way, and ends when nothing is left', () => {
    expect(nextBatchStep(standing({ failedAgain: 3 }))).to.equal('stopped');
    expect(nextBatchStep(standing({ accepted: 20, failedAgain: 22 }))).to.deep.equal({ send: 20 });
    expect(nextBatchStep(standing({ accepted: 20, failedAgain: 23 }))).to.equal('stopped');
    expect(nextBatchStep(standing({ left: 0, underWay: 4 }))).to.equal('over');
  });

  it('says all of itself in its name, and no other text is one', () => {
    const batch = { devId: 'DEV:1', fromAt: 1, toAt: 2, askedAt: batchAskedAt(119_999) };
    expect([readBatchKey(batchKey(batch)), batch.askedAt]).to.deep.equal([batch, 60_000]);
    expect(batchKey({ ...batch, devId: 'D'.repeat(64), fromAt: 9e13, toAt: 9e13, askedAt: 9e13 })).to.have.length.at.most(128);
    for (const key of ['', '1:2:3', '1:2:3:', '-1:2:3:D', '1:2:3:D D', `1:2:3:${'D'.repeat(65)}`, "1:2:3:'\n"]) expect(readBatchKey(key), key).to.equal(undefined);
  });

  it('measures by the middle one', () => expect([medianOf([]), medianOf([5]), medianOf([9, 1, 5]), medianOf([4, 3, 2, 1])]).to.deep.equal([undefined, 5, 5, 2]));
});
