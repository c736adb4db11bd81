import { expect } from 'chai';
import { walkedTables } from '../../../adapters/outbound/persistence/sql/key-walk/walked-tables.js';
import { RowCodes } from '../../../adapters/outbound/persistence/sql/row-codes.js';
import { allSteps } from '../../../adapters/outbound/persistence/sql/migrations/all-steps.js';
import { vault } from '../../contract/persistence/opened.js';

/** Live for hours, or are never changed: what stays under the key of its day. */
const leftOut = ['sign_in_challenge.sealed_key', 'sign_in_challenge.sealed_captcha', 'issue_step.sealed_words'];
/** Rows of messages that are kept by their phone for as long as somebody wants none. */
const isSealed = (name: string): boolean => name.startsWith('sealed_') || /^payer_(name|mobile|cert_no|email)$/.test(name);

describe('the walk to the data keys of today (KEY-02)', () => {
  it('goes through every column of the schema that is sealed', () => {
    const walked = walkedTables(vault, new RowCodes(vault, () => Promise.resolve(undefined)));
    const sealed = allSteps.flatMap((step) => (step.change === 'create-table' ? step.columns.map(({ name }) => [step.table, name] as const) : step.change === 'add-column' ? [[step.table, step.column.name] as const] : []))
      .filter(([, column]) => isSealed(column));
    expect(sealed.length).to.be.above(20);
    const missing = sealed.filter(([table, column]) => !walked.some(({ name, columns }) => name === table && columns.includes(column))).map(([table, column]) => `${table}.${column}`);
    expect(missing.sort()).to.deep.equal([...leftOut].sort());
  });
});
