import type { ListDeclaration } from '../../../contracts/console/lists.js';
import { codeTables, type CodeTableName } from '../../../contracts/lists/codes.js';
import { defaultDaysOf, type DayRange } from '../../../contracts/lists/list-query.js';
import { pageSizes, type ListView } from '../../../contracts/lists/list-view.js';

const codesOf = (name: CodeTableName | undefined) => (name === undefined ? {} : { codes: codeTables[name].map(({ code, zh }) => ({ code, label: zh })) });

const daysOf = (days: DayRange | undefined) => ({ ...(days?.from !== undefined && { from: days.from }), ...(days?.to !== undefined && { to: days.to }) });

/** A list as a page draws it. */
export const declarationOf = (view: ListView, today: string): ListDeclaration => ({
  name: view.name, title: view.title, kind: view.kind, defaultSort: view.defaultSort.join(':'), totals: [...view.totals], pageSizes: [...pageSizes], ...(view.tree !== undefined && { tree: { ...view.tree } }),
  columns: Object.entries(view.columns).map(([column, { label, type, hidden, codes, group, steps }]) => ({
    name: column, label, type, hidden: hidden === true, sortable: view.sortable.includes(column), ...codesOf(codes), ...(group !== undefined && { group }), ...(steps !== undefined && { steps: [...steps] }),
  })),
  filters: Object.entries(view.filters).map(([filter, { label, control, required, codes, anyDay }]) => ({
    name: filter, label, control, required: required === true, anyDay: anyDay === true, ...codesOf(codes), ...daysOf(defaultDaysOf(view, filter, today)),
  })),
});
