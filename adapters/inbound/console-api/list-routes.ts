import { BadCursor, isReadable, type ListPage, type ListReader, type ListRow } from '../../../application/ports/list-reader.js';
import type { SignedIn } from '../../../application/operators/check-session.js';
import { listDeclaration, listPage, type ListPageBody } from '../../../contracts/console/lists.js';
import { listNamed } from '../../../contracts/lists/all-lists.js';
import { readListQuery } from '../../../contracts/lists/list-query.js';
import type { ListView } from '../../../contracts/lists/list-view.js';
import { businessDay } from '../../../domain/kernel/china-time.js';
import { declarationOf } from './list-declaration.js';
import { refused, type ConsoleRoute, type OwnCall, type Refusal } from './route.js';

export interface ListDeps { readonly lists: ListReader; readonly now: () => number; readonly noteDenied: (who: SignedIn, listName: string, asker: OwnCall<never>['asker']) => Promise<void> }

/** The lists of `contracts/lists`, each for whoever holds its permission. What lists there are is no secret; lists of institutions are none here. */
export function listRoutes({ lists, now, noteDenied }: ListDeps): readonly ConsoleRoute[] {
  return [
    {
      name: 'list-declaration', method: 'GET', path: '/lists/:name/declaration', access: 'signed-in', summary: '列表的列、筛选项和排序', answer: listDeclaration, refuses: ['FORBIDDEN'],
      handle: async (call: OwnCall<never>) => {
        const view = await viewFor(call, noteDenied);
        return 'refused' in view ? view : { body: declarationOf(view, businessDay(now()), call.who.rights) };
      },
    },
    {
      name: 'list-page', method: 'GET', path: '/lists/:name', access: 'signed-in', summary: '列表的一页', answer: listPage, refuses: ['BAD_REQUEST', 'FORBIDDEN'],
      handle: async (call: OwnCall<never>) => {
        const view = await viewFor(call, noteDenied);
        if ('refused' in view) return view;
        const query = readListQuery(view, call.query, businessDay(now()));
        if (!query.ok) return refused('BAD_REQUEST', { field: query.refusal.parameter, message: query.refusal.message });
        try {
          return { body: bodyOf(await lists.page(view, query.value, call.who.operator.scope)) };
        } catch (error) {
          if (error instanceof BadCursor) return refused('BAD_REQUEST', { field: 'cursor', message: '翻页位置不正确' });
          throw error;
        }
      },
    },
  ];
}

/** The list that a route names, for whoever may read it, or a part of it: which rows is the reader's business (ISO-01). */
export async function viewFor({ who, params, asker }: OwnCall<never>, noteDenied: ListDeps['noteDenied']): Promise<ListView | Refusal> {
  const view = listNamed(params['name'] ?? '');
  if (view === undefined || view.rowScope !== 'all') return refused('NOT_FOUND');
  const isPermitted = who.rights.has(view.permission);
  if (isPermitted && isReadable(view, who.operator.scope)) return view;
  await noteDenied(who, view.name, asker);
  return refused('FORBIDDEN', isPermitted ? { message: '账号的数据范围不能查看此列表' } : {});
}

const bodyOf = ({ rows, nextCursor, totals }: ListPage): ListPageBody => ({
  rows: rows.map(rowOf), ...(nextCursor !== undefined && { nextCursor }),
  totals: { count: totals.count, sums: Object.fromEntries(Object.entries(totals.sums).map(([name, sum]) => [name, String(sum)])) },
});

type Cell = ListPageBody['rows'][number][string];
const rowOf = (row: ListRow): Record<string, Cell> => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, cellOf(value)]));
const cellOf = (value: ListRow[string]): Cell => {
  if (value === undefined) return null;
  if (typeof value === 'bigint') return String(value);
  return typeof value === 'object' ? value.map((moment) => moment ?? null) : value;
};
