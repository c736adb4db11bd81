import { expect } from 'chai';
import { laterMention, readRowsWritten, rowsWrittenText, standingAfter, type RowMention, type RowStanding } from '../../../domain/audit/rows-written.js';

const mention = (deed: RowMention['deed'], version: number): RowMention => ({ table: 'payee', key: ['M1'], version, deed });
const told = (...mentions: readonly RowMention[]): RowStanding | undefined => mentions.reduce<RowStanding | undefined>(standingAfter, undefined);

describe('what an audit entry says of rows (INT-02)', () => {
  it('reads what it wrote, whatever stands in a key', () => {
    const mentions: readonly RowMention[] = [
      { table: 'pay_order', key: ['20260508120000000000000001'], version: 3, deed: 'changed' }, { table: 'payee_channel', key: ['M "1"', 'C,[]'], version: 1, deed: 'added' }, { table: 'region', key: ['350400'], version: 12, deed: 'removed' },
    ];
    expect(rowsWrittenText(mentions)).to.equal('[["pay_order","=3","20260508120000000000000001"],["payee_channel","+1","M \\"1\\"","C,[]"],["region","-12","350400"]]');
    expect(readRowsWritten(rowsWrittenText(mentions))).to.deep.equal(mentions);
    expect(readRowsWritten('[]')).to.deep.equal([]);
  });

  it('reads nothing else', () => {
    for (const text of ['', 'x', '{}', 'null', '[1]', '[["payee","=1"]]', '[["payee","1","M1"]]', '[["payee","*1","M1"]]', '[["payee","=x","M1"]]', '[["payee","=1",1]]', '[["payee","=1","M1"],0]']) expect(readRowsWritten(text), text).to.equal(undefined);
  });

  it('tells of a row once, as its unit left it', () => {
    expect(laterMention(mention('added', 1), mention('changed', 2))).to.deep.equal(mention('added', 2));
    expect(laterMention(mention('changed', 4), mention('changed', 5))).to.deep.equal(mention('changed', 5));
    expect(laterMention(mention('removed', 5), mention('added', 1))).to.deep.equal(mention('added', 1));
    expect(laterMention(mention('added', 1), mention('removed', 1))).to.deep.equal(mention('removed', 1));
  });

  it('follows a row through its lives', () => {
    expect(told(mention('added', 1), mention('changed', 3), mention('changed', 2))).to.deep.equal({ kind: 'there', version: 3 });
    expect(told(mention('changed', 7))).to.deep.equal({ kind: 'there', version: 7 });
    expect(told(mention('added', 1), mention('changed', 2), mention('removed', 2))).to.deep.equal({ kind: 'gone', version: 2 });
    expect(told(mention('changed', 5), mention('removed', 5), mention('added', 1))).to.deep.equal({ kind: 'there', version: 1 });
    expect(told(mention('changed', 5), mention('added', 1)), 'deleted by hand and registered anew').to.deep.include({ kind: 'there', version: 1 });
    expect(told(mention('changed', 5), mention('added', 1), mention('changed', 2), mention('removed', 2))).to.deep.equal({ kind: 'gone', version: 2 });
  });

  it('is not misled where two units that met at a row were numbered the other way round', () => {
    expect(told(mention('added', 1), mention('removed', 2), mention('changed', 2)), 'the change came first').to.deep.equal({ kind: 'gone', version: 2 });
    expect(told(mention('changed', 5), mention('added', 1), mention('removed', 5)), 'the removal came first').to.deep.include({ kind: 'there', version: 1 });
    expect(told(mention('added', 1), mention('added', 1), mention('removed', 1)), 'nobody can tell').to.deep.equal({ kind: 'unsure' });
    expect(told(mention('added', 1), mention('added', 1), mention('removed', 1), mention('changed', 2))?.kind).to.equal('unsure');
    expect(told(mention('changed', 5), mention('removed', 5), mention('changed', 2), mention('added', 1)), 'a change of the new row').to.deep.equal({ kind: 'there', version: 1 });
  });
});
