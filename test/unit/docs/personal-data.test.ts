import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { allSteps } from '../../../adapters/outbound/persistence/sql/migrations/all-steps.js';
import { barOrderCreateRequest, orderCreateRequest } from '../../../contracts/gateway/order-create.js';

const page = readFileSync('docs/operate/personal-data.md', 'utf8');
/** How columns with data of persons are named: whoever adds one under another name names it here as well. */
const personal = /^(payer_(name|mobile|cert_no|email)(_index)?|user_id|contact_name|operator_name|asker_index|said_index|sealed_(description|solution|words|content)|\w*(mobile|phone)\w*)$/;

/** PRV-01: each field with data of persons has a purpose, a protection and an end. */
describe('the list of personal data', () => {
  const listed = [...page.matchAll(/^\| (`\w+\.\w+`(?: `\w+\.\w+`)*) \|/gm)].flatMap(([, columns = '']) => [...columns.matchAll(/`(\w+\.\w+)`/g)].map(([, column = '']) => column));

  it('has every column of the schema that holds some, and none that is not there', () => {
    const columns = allSteps.flatMap((step): readonly string[] => {
      if (step.change === 'create-table') return step.columns.map(({ name }) => `${step.table}.${name}`);
      return step.change === 'add-column' ? [`${step.table}.${step.column.name}`] : [];
    });
    const stored = columns.filter((column) => personal.test(column.split('.')[1] ?? '') && !(column.split('.')[0] ?? '').endsWith('_archive'));
    expect(stored.length).to.be.above(40);
    expect([...listed].sort()).to.deep.equal([...new Set(stored)].sort());
  });

  it('says of each what it is for, how it is kept and how long', () => {
    const rows = page.split('\n').filter((line) => line.startsWith('| `'));
    expect(rows.length).to.be.above(12);
    for (const row of rows) for (const cell of row.split('|').slice(1, -1)) expect(cell.trim(), row).to.not.equal('');
  });

  it('demands nothing of payers that a business system has to give with each order', () => {
    for (const { title, required = [] } of [orderCreateRequest, barOrderCreateRequest]) expect(required.filter((name) => /^payer|^userId$/.test(name)), title).to.deep.equal([]);
  });
});
