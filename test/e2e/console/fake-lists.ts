import type { ListDeclaration, ListPageBody, ListTotalsBody } from '../../../contracts/console/lists.js';
import { listNamed } from '../../../contracts/lists/all-lists.js';
import { codeTables } from '../../../contracts/lists/codes.js';
import { pageSizes, type ListColumn, type ListFilter, type ListView } from '../../../contracts/lists/list-view.js';
import { noon } from '../../unit/where/fake-where.js';

const codesOf = ({ codes }: ListColumn | ListFilter): { codes?: { code: string; label: string }[] } => (codes === undefined ? {} : { codes: codeTables[codes].map(({ code, zh }) => ({ code, label: zh })) });

/** A declaration of the product, as the server tells it. */
export function declarationOf(view: ListView): ListDeclaration {
  return {
    name: view.name, title: view.title, kind: view.kind, defaultSort: view.defaultSort.join(':'), totals: [...view.totals], pageSizes: [...pageSizes],
    columns: Object.entries(view.columns).map(([name, column]) => ({
      name, label: column.label, type: column.type, hidden: column.hidden === true, sortable: view.sortable.includes(name), ...codesOf(column),
      ...(column.group === undefined ? {} : { group: column.group }), ...(column.steps === undefined ? {} : { steps: [...column.steps] }),
    })),
    filters: Object.entries(view.filters).map(([name, filter]) => ({
      name, label: filter.label, control: filter.control, required: filter.required === true, anyDay: (filter).anyDay === true, ...codesOf(filter), ...(view.defaultRange?.filter === name ? { from: '20261025', to: '20261123' } : {}),
    })),
  };
}

const hourMs = 3_600_000;
const values: Readonly<Record<ListColumn['type'], (at: number, name: string, column: ListColumn) => ListPageBody['rows'][number][string]>> = {
  time: (at) => noon - at * hourMs, day: () => '20261123', money: (at) => String(at === 1 ? -8_000 : 12_345_600 + at * 101), count: (at) => at * 1_111, mobile: () => '138****8000',
  text: (at, name) => `${name}-${String(at).padStart(3, '0')}`, code: (at, _name, { codes }) => (codes === undefined ? null : codeTables[codes][at % codeTables[codes].length]?.code ?? null),
  progress: (at) => [noon - at * hourMs, noon - at * hourMs + 61_000, null, null],
};

export const rowOf = (view: ListView, at: number): ListPageBody['rows'][number] => Object.fromEntries(Object.entries(view.columns).map(([name, column]) => [name, values[column.type](at, name, column)]));

/** Asking for 处理状态 leaves a third of them, for 无此号 none. */
const foundOf = (count: number, asked: Readonly<Record<string, unknown>>): number => (asked['bizOrderNo'] === 'NONE' ? 0 : asked['handleState'] === undefined ? count : Math.floor(count / 3));

export function totalsOf(view: ListView, count: number, asked: Readonly<Record<string, unknown>>): ListTotalsBody {
  const found = foundOf(count, asked);
  return { count: found, sums: Object.fromEntries(view.totals.map((name) => [name, String(123_456_789 * found)])) };
}

/** `count` rows, turned by places. */
export function pageOf(view: ListView, count: number, asked: Readonly<Record<string, unknown>>): ListPageBody {
  const found = foundOf(count, asked);
  const size = Number(asked['pageSize']);
  const from = asked['cursor'] === undefined ? 0 : Number(String(asked['cursor']).replace('after-', ''));
  const ordinals = Array.from({ length: Math.max(0, Math.min(size, found - from)) }, (_one, at) => from + at + 1);
  const isUp = String(asked['sort']).endsWith(':asc');
  const rows = ordinals.map((at) => rowOf(view, isUp ? found + 1 - at : at));
  return { rows, ...(from + size < found ? { nextCursor: `after-${from + size}` } : {}) };
}

export { listNamed };
