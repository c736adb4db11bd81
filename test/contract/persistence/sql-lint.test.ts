import { expect } from 'chai';
import { allSteps, bootSteps } from '../../../adapters/outbound/persistence/sql/migrations/all-steps.js';
import { dmDialect, oracleDialect, reserved } from '../../support/sql-lint/rules.js';
import { lintSql } from '../../support/sql-lint/sql-lint.js';

const dm = (sql: string, values = 0): string => lintSql(sql, values, dmDialect).join('; ');
const oracle = (sql: string, values = 0): string => lintSql(sql, values, oracleDialect).join('; ');

describe('the lint of SQL for DM and Oracle', () => {
  it('lets through what the repositories need', () => {
    for (const [sql, values] of [
      ['select "A", "B" from "T" where "A" = ? and "B" in (?, ?) order by "A" desc, "B" asc limit ?', 4],
      ['select "A" from "T" where "A" = ? and ("B" < ? or ("B" = ? and "C" < ?)) order by "B" asc limit ? offset ?', 6],
      ['select "A" from "T" where "A" = ? for update', 1],
      ['select "A", sum("B") as "S" from "T" where "A" = ? group by "A" order by "A" asc limit ?', 2],
      ['insert into "T" ("A", "B") values (?, ?)', 2],
      ['insert into "T" ("A", "B") select "A", "B" from "U" where "A" in (?, ?)', 2],
      ['update "T" set "A" = ?, "B" = "B" + ? where "C" = ? and ("D" = ? or "E" <= ?)', 5],
      ['delete from "T" where "A" in (?, ?) and "B" = ?', 3],
      ['create table "T" ("A" varchar(32) not null, "B" clob, primary key ("A"))', 0],
      ['create unique index "T_UQ" on "T" ("A", "B")', 0],
      ['alter table "T" add "A" varchar(400)', 0],
    ] as const) expect(dm(sql, values), sql).to.equal('');
    expect(oracle('select "A" from "T" where "A" = :1 and "B" = :2 fetch first :3 rows only', 3)).to.equal('');
  });

  const planted: Readonly<Record<string, readonly [sql: string, values: number, fault: string]>> = {
    'a name in lower case': ['select "a" from "T"', 0, 'not in upper case'],
    'a name without quotes': ['select A from "T"', 0, 'not one of the allowed forms'],
    'a name of 31 bytes': [`select "${'A'.repeat(31)}" from "T"`, 0, 'longer than 30'],
    'a reserved name': ['select "LEVEL" from "T"', 0, 'reserved'],
    'a cast of PostgreSQL': ['select "A"::text from "T"', 0, 'not one of'],
    'returning': ['insert into "T" ("A") values (?) returning "A"', 1, 'not one of'],
    'on conflict': ['insert into "T" ("A") values (?) on conflict do nothing', 1, 'not one of'],
    'a copy without columns': ['insert into "T" ("A") select * from "U" where "A" in (?)', 1, 'not one of'],
    'a copy of everything': ['insert into "T" ("A") select "A" from "U"', 0, 'not one of'],
    'several rows': ['insert into "T" ("A") values (?), (?)', 2, 'not one of'],
    'ilike': ['select "A" from "T" where "A" ilike ?', 1, 'not one of'],
    'back-ticks': ['select `A` from "T"', 0, 'not one of'],
    'a second statement': ['delete from "T" where "A" = ?; delete from "T"', 1, 'not one of'],
    'an empty text': ['select "A" from "T" where "A" = \'\'', 0, 'an empty text'],
    'a text in the statement': ['select "A" from "T" where "A" = \'x\'', 0, 'not bound'],
    'a sum of more than a column': ['select sum("A" + "B") as "S" from "T"', 0, 'not one of'],
    'an unknown function': ['select now() from "T"', 0, 'not one of'],
    'a value too few': ['select "A" from "T" where "A" = ?', 0, '1 placeholders and 0 values'],
    'a change of all rows': ['update "T" set "A" = ?', 1, 'not one of'],
    'a deletion of all rows': ['delete from "T"', 0, 'not one of'],
    'a comment': ['delete from "T" where "A" = ? -- and "B" = ?', 2, 'not one of'],
    'a long text that is compared': ['select "A" from "PAY_ORDER" where "PASSBACK_PARAMS" = ?', 1, 'the long text PASSBACK_PARAMS'],
    'a long text that is sorted': ['select "A" from "PAY_ORDER" order by "SUB_ORDERS" asc', 0, 'the long text SUB_ORDERS'],
    'a long text that is indexed': ['create index "X" on "PAY_ORDER" ("SUB_ORDERS")', 0, 'the long text SUB_ORDERS'],
    'a lock of a page': ['select "A" from "T" where "A" = ? limit ? for update', 2, 'not one of'],
    'five hundred and one items': [`delete from "T" where "A" in (${Array.from({ length: 501 }, () => '?').join(', ')})`, 501, 'more than 500 items'],
    'placeholders of Oracle': ['select "A" from "T" where "A" = :1', 1, 'placeholders of another database'],
    'a page of Oracle': ['select "A" from "T" fetch first ? rows only', 1, 'not one of'],
  };
  const list = (inner: string, rest = 'order by "A" asc limit ?'): string => `select * from (${inner}) "Q" ${rest}`;
  const plantedLists: Readonly<Record<string, readonly [sql: string, values: number, fault: string]>> = {
    'a function that not every database has, in a list': [list('select ifnull("A", ?) as "A" from "T" "T1"'), 2, 'the word ifnull'],
    'a table of a list that is named by AS': [list('select "A" as "A" from "T" as "T1"'), 1, 'named by AS'],
    'a select of a list that is named by AS': ['select * from (select "A" as "A" from "T" "T1") as "Q" order by "A" asc limit ?', 1, 'named by AS'],
    'a list without a limit': [list('select "A" as "A" from "T" "T1"', 'order by "A" asc'), 0, 'without a limit'],
    'a text in a list': [list('select "A" as "A" from "T" "T1" where "B" = \'x\''), 1, 'not bound'],
  };
  it('lets through what the lists need', () => {
    const inner = 'select "T1"."A" as "A", sum(case when "T1"."K" = ? then -"T1"."B" else "T1"."B" end) as "B" from "T" "T1" left join "U" "U1" on "U1"."A" = "T1"."A" where "T1"."A" in (select "V1"."A" from "V" "V1" where lower("V1"."N") like ? escape \'!\') group by "T1"."A"';
    expect(dm(list(inner), 3)).to.equal('');
    expect(dm(`select count(*) as "N", sum("B") as "B" from (${inner}) "Q"`, 2)).to.equal('');
  });
  for (const [name, [sql, values, fault]] of Object.entries({ ...planted, ...plantedLists })) {
    it(`finds ${name}`, () => { expect(dm(sql, values)).to.contain(fault); });
  }

  it('finds what DM takes and Oracle does not', () => {
    expect(oracle('select "A" from "T" limit :1', 1)).to.contain('not one of');
    expect(oracle('select "A" from "T" where "A" = ?', 1)).to.contain('placeholders of another database');
    expect(oracle('select "A" from "T" where "A" = :2 and "B" = :1', 2)).to.contain('out of order');
    expect(oracle('create table "T" ("A" bigint not null, primary key ("A"))')).to.contain('not one of');
  });

  it('knows every name of the schema to be free', () => {
    const names = [...bootSteps, ...allSteps].flatMap((step) => (step.change === 'create-table' ? [step.table, ...step.columns.map((column) => column.name)] : step.change === 'add-column' ? [step.column.name] : [step.index]));
    expect(names.filter((name) => reserved.has(name.toUpperCase()) || Buffer.byteLength(name) > 30)).to.deep.equal([]);
  });
});
