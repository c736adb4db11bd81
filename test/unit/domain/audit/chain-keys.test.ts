import { expect } from 'chai';
import { firstKeys, keysAfter, lateEntriesMs, type ChainKeys } from '../../../../domain/audit/chain-keys.js';

describe('keys of the chain of audit entries', () => {
  const after = (keys: ChainKeys, ...made: readonly (readonly [entryKey: number, linkKey: number, at: number])[]): ChainKeys =>
    made.reduce((so, [entryKey, linkKey, at]) => keysAfter(so, { entryKey, linkKey, at }), keys);

  it('stay as they are while there is one', () => {
    expect(after(firstKeys, [0, 0, 5], [0, 0, lateEntriesMs * 9])).to.deep.equal(firstKeys);
  });

  it('let entries under the key before come for some minutes, and links go forward at once', () => {
    const begun = after(firstKeys, [0, 0, 5], [1, 1, 100], [0, 1, 90], [1, 1, 100 + lateEntriesMs]);
    expect(begun).to.deep.equal({ link: 1, entry: 0, newest: 1, newestSince: 100 });
    expect(after(begun, [1, 1, 101 + lateEntriesMs])).to.deep.include({ entry: 1, link: 1 });
  });

  it('are not moved on by what is dated under an older key: that may be anybody\'s', () => {
    expect(after(firstKeys, [1, 1, 100], [0, 1, lateEntriesMs * 1000])).to.deep.include({ entry: 0, newestSince: 100 });
  });

  it('move over a key that was used for minutes only', () => {
    expect(after(firstKeys, [1, 1, 100], [2, 2, 200], [1, 2, 300 + lateEntriesMs]).entry).to.equal(0);
    expect(after(firstKeys, [1, 1, 100], [2, 2, 200], [2, 2, 201 + lateEntriesMs]).entry).to.equal(2);
  });
});
