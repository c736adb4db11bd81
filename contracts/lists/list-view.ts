import type { CodeTableName } from './codes.js';

/**
 * `time` epoch ms, `day` yyyyMMdd, `money` fen, `count` whole number, `code` a code of its table, `mobile` shown masked, `progress` the moments
 * of its steps.
 */
export type ColumnType = 'time' | 'day' | 'money' | 'count' | 'text' | 'code' | 'mobile' | 'progress';

/** A list that belongs to a row of another one: what it is asked with, by its parameter, is taken from a column of the row. */
export interface HandedList { readonly list: string; readonly with: Readonly<Record<string, string>> }

export interface ListColumn {
  /** Heading on screen and in the exported file. */
  readonly label: string;
  readonly type: ColumnType;
  readonly codes?: CodeTableName;
  /** Block of a detail page. */
  readonly group?: string;
  /** Names of the moments of a `progress`. */
  readonly steps?: readonly string[];
  /** Not among the columns of the requirement document: our addition. */
  readonly own?: true;
  /** Where a number leads: the record list that is asked with it, by the parameter of that name. */
  readonly link?: { readonly list: string; readonly as: string };
  /** Sent with the row for the actions on it; never a column of the table or the file. */
  readonly hidden?: true;
}

/** `dateRange` has two parameters, `<name>From` and `<name>To`, both days included; the others have one, named like the filter. */
export type FilterControl = 'dateRange' | 'day' | 'select' | 'text' | 'switch';

/** Names of the directory that a filter is asked by. */
export type NameSource = 'channel-merchants' | 'regions' | 'industries';

export interface ListFilter {
  readonly label: string;
  readonly control: FilterControl;
  /** Of `text`: a name is found by a part of it, a number only whole. Of `select` without codes: the whole name. */
  readonly match?: 'part' | 'whole';
  readonly codes?: CodeTableName;
  /** A `select` takes one of these, to a `text` they are suggested. */
  readonly names?: NameSource;
  /** Not among the filters of the requirement document: our addition, or what the row above a detail hands down. */
  readonly own?: true;
  /** Names one thing or one person: whoever asks by it and gives no day is answered from all days, not from those that an empty range means. */
  readonly anyDay?: true;
  /** Without it the list is refused. */
  readonly required?: true;
}

export type SortDirection = 'asc' | 'desc';
/** What an empty date range means. */
export interface DefaultRange { readonly filter: string; readonly rule: 'today' | 'last-7-days' | 'last-30-days' | 'this-month' }

/** One list of the tender: read by the SQL reader, the check of its query, the exported file and the page (style.md, one declaration per list). */
export interface ListView {
  readonly name: string;
  /** Heading of the page, name of the exported file. */
  readonly title: string;
  readonly permission: string;
  /** Entries of the requirement matrix that it fulfils. */
  readonly requirements: readonly string[];
  /** `record`: one row, shown as a page of its blocks. */
  readonly kind: 'list' | 'detail' | 'record';
  /** `institution`: only rows of the payees of the institution that asks. */
  readonly rowScope: 'all' | 'institution';
  /** Its rows belong to payees: an account that is limited to a region or an institution reads those of its own. Without it such an account reads none of a list of the platform. */
  readonly byPayee?: true;
  readonly columns: Readonly<Record<string, ListColumn>>;
  readonly filters: Readonly<Record<string, ListFilter>>;
  readonly sortable: readonly string[];
  readonly defaultSort: readonly [column: string, direction: SortDirection];
  /** Columns whose sums over the whole filtered result are shown. */
  readonly totals: readonly string[];
  readonly defaultRange?: DefaultRange;
  /** Rows that belong under others: a row's own key, and the key of the row above it. Drawn as a tree and without pages; it never has more rows than the largest page. */
  readonly tree?: { readonly key: string; readonly parent: string };
  /** The list of one row that tells more of a row of this one; without it, the row is all there is to see. */
  readonly record?: HandedList;
  /** Lists that are read beneath a row, in their order. */
  readonly related?: readonly HandedList[];
}

export const pageSizes = [10, 20, 50, 100] as const;
export type PageSize = (typeof pageSizes)[number];
export const defaultPageSize: PageSize = 20;

export type ColumnName<V extends ListView> = keyof V['columns'] & string;
export type FilterName<V extends ListView> = keyof V['filters'] & string;

/** Columns that people see, in their order. */
export const shownColumns = (view: ListView): readonly (readonly [name: string, column: ListColumn])[] => Object.entries(view.columns).filter(([, { hidden }]) => hidden !== true);
