import type { ListDeclaration } from '../../../contracts/console/lists.js';
import { codeTables, type CodeTableName } from '../../../contracts/lists/codes.js';
import { pageSizes, type ListView } from '../../../contracts/lists/list-view.js';

const codesOf = (name: CodeTableName | undefined) => (name === undefined ? {} : { codes: codeTables[name].map(({ code, zh }) => ({ code, label: zh })) });

/** A list as a page draws it. */
export const declarationOf = ({ name, title, kind, columns, filters, sortable, defaultSort, totals, tree }: ListView): ListDeclaration => ({
  name, title, kind, defaultSort: defaultSort.join(':'), totals: [...totals], pageSizes: [...pageSizes], ...(tree !== undefined && { tree: { ...tree } }),
  columns: Object.entries(columns).map(([column, { label, type, hidden, codes, group, steps }]) => ({
    name: column, label, type, hidden: hidden === true, sortable: sortable.includes(column), ...codesOf(codes), ...(group !== undefined && { group }), ...(steps !== undefined && { steps: [...steps] }),
  })),
  filters: Object.entries(filters).map(([filter, { label, control, required, codes }]) => ({
    name: filter, label, control, required: required === true, ...codesOf(codes), ...(control === 'dateRange' && { from: `${filter}From`, to: `${filter}To` }),
  })),
});
