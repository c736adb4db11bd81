import { Type, type Static } from '@sinclair/typebox';
import { pageSizes } from '../lists/list-view.js';
import { closed } from './schemas.js';

const handed = closed({ list: Type.String(), title: Type.String(), with: Type.Record(Type.String(), Type.String()) });
const code = closed({ code: Type.String(), label: Type.String() });

/** What a page has to know to draw a list: the declaration of `contracts/lists`, with the words of its codes. `from` and `to`: the days that an empty range means today, unless a filter with `anyDay` is given; `names`: what a filter offers from the directory, absent where there are too many. */
export const listDeclaration = closed({
  name: Type.String(), title: Type.String(), kind: Type.Union([Type.Literal('list'), Type.Literal('detail'), Type.Literal('record')]),
  columns: Type.Array(closed({
    name: Type.String(), label: Type.String(), type: Type.String(), hidden: Type.Boolean(), sortable: Type.Boolean(), codes: Type.Optional(Type.Array(code)),
    group: Type.Optional(Type.String()), steps: Type.Optional(Type.Array(Type.String())), link: Type.Optional(closed({ list: Type.String(), as: Type.String() })),
  })),
  filters: Type.Array(closed({ name: Type.String(), label: Type.String(), control: Type.String(), required: Type.Boolean(), codes: Type.Optional(Type.Array(code)), names: Type.Optional(Type.Array(Type.String())), anyDay: Type.Boolean(), from: Type.Optional(Type.String()), to: Type.Optional(Type.String()) })),
  tree: Type.Optional(closed({ key: Type.String(), parent: Type.String() })),
  defaultSort: Type.String(), totals: Type.Array(Type.String()), pageSizes: Type.Array(Type.Union(pageSizes.map((size) => Type.Literal(size)))),
  record: Type.Optional(handed), related: Type.Optional(Type.Array(handed)),
});

/** Times in epoch ms, money in fen as text, days yyyyMMdd, codes as they are, a progress as the moments of its steps. */
const cell = Type.Union([Type.String(), Type.Number(), Type.Null(), Type.Array(Type.Union([Type.Number(), Type.Null()]))]);
export const listPage = closed({
  rows: Type.Array(Type.Record(Type.String(), cell)),
  nextCursor: Type.Optional(Type.String()),
});
/** Of everything that was found: how many rows, and the sums of the columns that the list adds up, money in fen as text. */
export const listTotals = closed({ count: Type.Integer(), sums: Type.Record(Type.String(), Type.String()) });
/** The same parameters as of the list's page; where a page begins and how long it is does not matter. */
export const startExport = closed({ parameters: Type.Record(Type.String({ maxLength: 64 }), Type.String({ maxLength: 2000 }), { description: '查询参数' }) });
export const exportStarted = closed({ exportNo: Type.String() });
export const exportState = closed({
  state: Type.Union([Type.Literal('running'), Type.Literal('done'), Type.Literal('failed')]), written: Type.Integer(), fileNo: Type.Optional(Type.String()), fileName: Type.Optional(Type.String()),
  message: Type.Optional(Type.String()),
});

export type ListDeclaration = Static<typeof listDeclaration>;
export type ListPageBody = Static<typeof listPage>;
export type ListTotalsBody = Static<typeof listTotals>;
export type StartExport = Static<typeof startExport>;
export type ExportState = Static<typeof exportState>;
