import { expect } from 'chai';
import { allLists, listNamed } from '../../../../contracts/lists/all-lists.js';
import { codeTables, type CodeTable } from '../../../../contracts/lists/codes.js';
import type { ListView } from '../../../../contracts/lists/list-view.js';
import { listEntries, listEnums } from '../../../../contracts/requirements/list-entries.js';
import type { MatrixEntry } from '../../../../contracts/requirements/matrix-entry.js';

const stated = <T extends { readonly own?: true }>(parts: Readonly<Record<string, T>>): readonly (readonly [string, T])[] => Object.entries(parts).filter(([, { own }]) => own !== true);
const entriesOf = (view: ListView): readonly MatrixEntry[] => listEntries.filter(({ id }) => view.requirements.includes(id));
const rules: Readonly<Record<string, string>> = { 'today': 'today', 'last 7 days': 'last-7-days', 'last 30 days': 'last-30-days', 'this month': 'this-month' };

function compareColumns(view: ListView, entry: MatrixEntry): void {
  const wanted = entry.columns.filter(({ block, notStored }) => block !== true && notStored !== true);
  // The document names the block of some columns only.
  const grouped = new Set(wanted.filter(({ group }) => group !== undefined).map(({ en }) => en));
  const columns = stated(view.columns).map(([en, { label, group }]) => ({ zh: label, en, ...(group !== undefined && grouped.has(en) ? { group } : {}) }));
  expect(columns, `columns of ${view.name}`).to.deep.equal(wanted.map(({ zh, en, group }) => ({ zh, en, ...(group === undefined ? {} : { group }) })));
  const groups = Object.values(view.columns).map(({ group }) => group);
  for (const { zh } of entry.columns.filter(({ block }) => block === true)) expect(groups, `blocks of ${view.name}`).to.include(zh);
  const missing = entry.columns.filter(({ notStored }) => notStored === true).map(({ en }) => en);
  expect(Object.keys(view.columns).filter((name) => missing.includes(name)), `what ${view.name} has after all`).to.deep.equal([]);
  if (entry.totals) expect(view.totals, `totals of ${view.name}`).to.deep.equal(entry.totals);
  if (entry.sort && !missing.includes(entry.sort[0])) expect(view.defaultSort, `order of ${view.name}`).to.deep.equal(entry.sort);
  const [filter, rule = ''] = entry.defaultRange ?? [];
  const range = filter === undefined || rules[rule] === undefined ? undefined : { filter, rule: rules[rule] };
  if (entry.kind === 'list') expect(view.defaultRange, `range of ${view.name}`).to.deep.equal(range);
}

describe('lists against the requirement matrix', () => {
  for (const view of allLists) {
    it(`${view.name} has the columns, totals, order and filters that the document wants, under its names and labels`, () => {
      const entries = entriesOf(view);
      expect(entries.map(({ id }) => id)).to.deep.equal([...view.requirements].sort());
      const shown = entries.filter(({ kind }) => kind !== 'filter');
      expect(shown).to.have.length(view.requirements.length === 0 ? 0 : 1);
      for (const entry of shown) compareColumns(view, entry);
      const filters = stated(view.filters).map(([en, { label, control }]) => ({ zh: label, en, control }));
      expect(filters).to.deep.equal(entries.flatMap((entry) => entry.filters.filter(({ notStored }) => notStored !== true)));
    });

    it(`${view.name} is whole: it sorts by and adds up columns that it has, and its codes have tables`, () => {
      for (const column of [...view.sortable, ...view.totals]) expect(view.columns, column).to.have.property(column);
      expect(view.sortable).to.include(view.defaultSort[0]);
      for (const [name, column] of Object.entries(view.columns)) {
        expect(column.codes !== undefined, name).to.equal(column.type === 'code');
        expect(column.steps !== undefined, name).to.equal(column.type === 'progress');
      }
      for (const total of view.totals) expect(['money', 'count']).to.include(view.columns[total]?.type);
      expect(listNamed(view.name)).to.equal(view);
    });
  }

  it('lead to lists that there are, with parameters that they take and columns that the row has', () => {
    for (const { name, columns, record, related } of allLists) {
      for (const { list, with: taken } of [...record ? [record] : [], ...related ?? []]) {
        const target = listNamed(list);
        expect(target, `${name} leads to ${list}`).to.not.equal(undefined);
        for (const [parameter, column] of Object.entries(taken)) {
          expect(target?.filters, `${name} asks ${list}`).to.have.property(parameter);
          expect(columns, `${name} hands down`).to.have.property(column);
        }
        const needed = Object.entries(target?.filters ?? {}).filter(([, { required }]) => required === true).map(([parameter]) => parameter);
        expect(Object.keys(taken), `${name} asks ${list} for all it needs`).to.include.members(needed);
      }
      if (record) expect(listNamed(record.list)?.kind, name).to.equal('record');
      for (const { link } of Object.values(columns)) if (link) expect(listNamed(link.list)?.filters, `${name} links to ${link.list}`).to.have.property(link.as);
    }
  });

  it('cover every list, detail and filter of their screens, each once', () => {
    const used = allLists.flatMap(({ requirements }) => requirements);
    expect(used.sort()).to.deep.equal(listEntries.map(({ id }) => id).sort());
  });

  it('show the codes and labels of the matrix', () => {
    for (const [name, values] of Object.entries(listEnums)) {
      const table: CodeTable = codeTables[name as keyof typeof codeTables];
      expect(Object.fromEntries(table.map(({ code, zh }) => [code, zh])), name).to.deep.equal(values);
    }
  });
});
