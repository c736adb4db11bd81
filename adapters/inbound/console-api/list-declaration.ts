import type { ListDeclaration } from '../../../contracts/console/lists.js';
import { listNamed } from '../../../contracts/lists/all-lists.js';
import { codeTables, type CodeTableName } from '../../../contracts/lists/codes.js';
import { pageSizes, type HandedList, type ListView } from '../../../contracts/lists/list-view.js';

const codesOf = (name: CodeTableName | undefined) => (name === undefined ? {} : { codes: codeTables[name].map(({ code, zh }) => ({ code, label: zh })) });

/** A list as a page draws it for somebody with these rights: what leads to lists that are not for them is left out. */
export function declarationOf({ name, title, kind, columns, filters, sortable, defaultSort, totals, record, related }: ListView, rights: ReadonlySet<string>): ListDeclaration {
  const mayRead = (list: string): boolean => rights.has(listNamed(list)?.permission ?? '');
  const handed = ({ list, with: taken }: HandedList) => ({ list, title: listNamed(list)?.title ?? list, with: { ...taken } });
  const beneath = (related ?? []).filter(({ list }) => mayRead(list));
  return {
    name, title, kind, defaultSort: defaultSort.join(':'), totals: [...totals], pageSizes: [...pageSizes],
    ...(record !== undefined && mayRead(record.list) && { record: handed(record) }), ...(beneath.length > 0 && { related: beneath.map(handed) }),
    columns: Object.entries(columns).map(([column, { label, type, hidden, codes, group, steps, link }]) => ({
      name: column, label, type, hidden: hidden === true, sortable: sortable.includes(column), ...codesOf(codes), ...(group !== undefined && { group }), ...(steps !== undefined && { steps: [...steps] }),
      ...(link !== undefined && mayRead(link.list) && { link: { ...link } }),
    })),
    filters: Object.entries(filters).map(([filter, { label, control, required, codes }]) => ({
      name: filter, label, control, required: required === true, ...codesOf(codes), ...(control === 'dateRange' && { from: `${filter}From`, to: `${filter}To` }),
    })),
  };
}
