import type { ListDeclaration } from '../../../contracts/console/lists.js';
import { listNamed } from '../../../contracts/lists/all-lists.js';
import { codeTables, type CodeTableName } from '../../../contracts/lists/codes.js';
import { defaultDaysOf, type DayRange } from '../../../contracts/lists/list-query.js';
import { pageSizes, type HandedList, type ListView, type NameSource } from '../../../contracts/lists/list-view.js';
import { mayReadList, type ListAsker } from './for-parts.js';

const codesOf = (name: CodeTableName | undefined) => (name === undefined ? {} : { codes: codeTables[name].map(({ code, zh }) => ({ code, label: zh })) });

const daysOf = (days: DayRange | undefined) => ({ ...(days?.from !== undefined && { from: days.from }), ...(days?.to !== undefined && { to: days.to }) });

/** Names that the filters of a list offer, by where they are from. */
export type OfferedNames = ReadonlyMap<NameSource, readonly string[]>;

/** A list as a page draws it for somebody with these rights and this scope: what leads to lists that are not for them is left out. */
export function declarationOf(view: ListView, today: string, reader: ListAsker, offered: OfferedNames): ListDeclaration {
  const namesOf = (source: NameSource | undefined) => { const names = source && offered.get(source); return names === undefined ? {} : { names: [...names] }; };
  const mayRead = (list: string): boolean => mayReadList(reader, list);
  const handed = ({ list, with: taken }: HandedList) => ({ list, title: listNamed(list)?.title ?? list, with: { ...taken } });
  const { record, tree } = view;
  const beneath = (view.related ?? []).filter(({ list }) => mayRead(list));
  return {
    name: view.name, title: view.title, kind: view.kind, defaultSort: view.defaultSort.join(':'), totals: [...view.totals], pageSizes: [...pageSizes], ...(tree !== undefined && { tree: { ...tree } }),
    ...(record !== undefined && mayRead(record.list) && { record: handed(record) }), ...(beneath.length > 0 && { related: beneath.map(handed) }),
    columns: Object.entries(view.columns).map(([column, { label, type, hidden, codes, group, steps, link }]) => ({
      name: column, label, type, hidden: hidden === true, sortable: view.sortable.includes(column), ...codesOf(codes), ...(group !== undefined && { group }), ...(steps !== undefined && { steps: [...steps] }),
      ...(link !== undefined && mayRead(link.list) && { link: { ...link } }),
    })),
    filters: Object.entries(view.filters).map(([filter, { label, control, required, codes, names, anyDay }]) => ({
      name: filter, label, control, required: required === true, anyDay: anyDay === true, ...codesOf(codes), ...namesOf(names), ...daysOf(defaultDaysOf(view, filter, today)),
    })),
  };
}
