import { BadCursor, isReadable, type ListPage, type ListReader, type ListRow, type ListTotals } from '../../../application/ports/list-reader.js';
import type { OfferNames } from '../../../application/lists/offer-names.js';
import type { SignedIn } from '../../../application/operators/check-session.js';
import { listDeclaration, listPage, listTotals, type ListPageBody, type ListTotalsBody } from '../../../contracts/console/lists.js';
import { listNamed } from '../../../contracts/lists/all-lists.js';
import { readListQuery, type ListQuery } from '../../../contracts/lists/list-query.js';
import type { ListView, NameSource } from '../../../contracts/lists/list-view.js';
import { businessDay } from '../../../domain/kernel/china-time.js';
import { askerOf } from './for-parts.js';
import { declarationOf, type OfferedNames } from './list-declaration.js';
import { refused, type ConsoleRoute, type OwnCall, type Refusal } from './route.js';

export interface ListDeps { readonly lists: ListReader; readonly offerNames: Pick<OfferNames, 'run'>; readonly now: () => number; readonly noteDenied: (who: SignedIn, listName: string, asker: OwnCall<never>['asker']) => Promise<void> }

/** The lists of `contracts/lists`, each for whoever holds its permission. What lists there are is no secret; lists of institutions are none here. */
export function listRoutes({ lists, offerNames, now, noteDenied }: ListDeps): readonly ConsoleRoute[] {
  const offered = async (view: ListView, { operator: { scope } }: SignedIn): Promise<OfferedNames> => {
    const sources = new Set(Object.values(view.filters).flatMap(({ names }) => (names === undefined ? [] : [names])));
    const found = new Map<NameSource, readonly string[]>();
    for (const source of sources) {
      const names = await offerNames.run(source, scope);
      if (names !== undefined) found.set(source, names);
    }
    return found;
  };
  /** What comes of a question to a list that its asker may read. */
  const asked = async (call: OwnCall<never>, answer: (view: ListView, query: ListQuery) => Promise<ListPageBody | ListTotalsBody>): Promise<{ readonly body: ListPageBody | ListTotalsBody } | Refusal> => {
    const view = await viewFor(call, noteDenied);
    if ('refused' in view) return view;
    const query = readListQuery(view, call.query, businessDay(now()));
    if (!query.ok) return refused('BAD_REQUEST', { field: query.refusal.parameter, message: query.refusal.message });
    return { body: await answer(view, query.value) };
  };
  return [
    {
      name: 'list-declaration', method: 'GET', path: '/lists/:name/declaration', access: 'signed-in', summary: '列表的列、筛选项和排序', answer: listDeclaration, refuses: ['FORBIDDEN'],
      handle: async (call: OwnCall<never>) => {
        const view = await viewFor(call, noteDenied);
        return 'refused' in view ? view : { body: declarationOf(view, businessDay(now()), askerOf(call.who), await offered(view, call.who)) };
      },
    },
    {
      name: 'list-page', method: 'GET', path: '/lists/:name', access: 'signed-in', summary: '列表的一页', answer: listPage, refuses: ['BAD_REQUEST', 'FORBIDDEN'],
      handle: async (call: OwnCall<never>) => {
        try {
          return await asked(call, async (view, query) => pageBody(await lists.page(view, query, call.who.operator.scope)));
        } catch (error) {
          if (error instanceof BadCursor) return refused('BAD_REQUEST', { field: 'cursor', message: '翻页位置不正确' });
          throw error;
        }
      },
    },
    {
      name: 'list-totals', method: 'GET', path: '/lists/:name/totals', access: 'signed-in', summary: '列表全部查询结果的条数和合计', answer: listTotals, refuses: ['BAD_REQUEST', 'FORBIDDEN'],
      handle: (call: OwnCall<never>) => asked(call, async (view, query) => totalsBody(await lists.totals(view, query, call.who.operator.scope))),
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

const pageBody = ({ rows, nextCursor }: ListPage): ListPageBody => ({ rows: rows.map(rowOf), ...(nextCursor !== undefined && { nextCursor }) });
const totalsBody = ({ count, sums }: ListTotals): ListTotalsBody => ({ count, sums: Object.fromEntries(Object.entries(sums).map(([name, sum]) => [name, String(sum)])) });

type Cell = ListPageBody['rows'][number][string];
const rowOf = (row: ListRow): Record<string, Cell> => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, cellOf(value)]));
const cellOf = (value: ListRow[string]): Cell => {
  if (value === undefined) return null;
  if (typeof value === 'bigint') return String(value);
  return typeof value === 'object' ? value.map((moment) => moment ?? null) : value;
};
