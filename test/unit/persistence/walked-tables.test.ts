import { expect } from 'chai';
import { walkedTables } from '../../../adapters/outbound/persistence/sql/key-walk/walked-tables.js';
import { RowCodes } from '../../../adapters/outbound/persistence/sql/row-codes.js';
import { allSteps } from '../../../adapters/outbound/persistence/sql/migrations/all-steps.js';
import { vault } from '../../contract/persistence/opened.js';

/** Live for hours, or are never changed: what stays under the key of its day. */
const leftOut = ['sign_in_challenge.sealed_key', 'sign_in_challenge.sealed_captcha', 'issue_step.sealed_words'];
/** Of these no value is kept from which the index could be made anew: the row comes over when it is written, or is of no use after days. */
const underIndexAlone = ['text_block.phone_index', 'text_code.phone_index', 'text_inbound.said_index', 'text_message.asker_index', 'key_walk.table_index'];
const isSealed = (name: string): boolean => name.startsWith('sealed_') || /^payer_(name|mobile|cert_no|email)$/.test(name);

const columnsLike = (is: (name: string) => boolean): readonly string[] => allSteps.flatMap((step) =>
  (step.change === 'create-table' ? step.columns.map(({ name }) => ({ table: step.table, name })) : step.change === 'add-column' ? [{ table: step.table, name: step.column.name }] : [])
    .filter(({ name }) => is(name)).map(({ table, name }) => `${table}.${name}`));
const notWalked = (columns: readonly string[]): readonly string[] => {
  const walked = walkedTables(vault, new RowCodes(vault, () => Promise.resolve(undefined)));
  return columns.filter((column) => !walked.some(({ name, columns: its }) => its.some((one) => `${name}.${one}` === column))).sort();
};

describe('the walk to the data keys of today (KEY-02)', () => {
  it('goes through every column of the schema that is sealed', () => {
    const sealed = columnsLike(isSealed);
    expect(sealed.length).to.be.above(20);
    expect(notWalked(sealed)).to.deep.equal([...leftOut].sort());
  });

  it('goes through every column of the schema that is an index of a value that is kept', () => {
    const indexes = columnsLike((name) => name.endsWith('_index'));
    expect(indexes.length).to.be.above(15);
    const keyed = notWalked(indexes.filter((name) => name !== 'text_inbound.said_index')).concat('text_inbound.said_index');
    expect(keyed.sort()).to.deep.equal([...underIndexAlone].sort());
  });
});
