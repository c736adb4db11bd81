import type { TObject } from '@sinclair/typebox';
import { Value } from '@sinclair/typebox/value';
import { isCalendarDay, isCleanText } from '../gateway/text-rules.js';
import { defaultPageSize, type DefaultRange, type ListFilter, type ListView, type PageSize, type SortDirection } from './list-view.js';
import { maxRangeDays, parametersOf, querySchema } from './query-schema.js';
import { words } from './query-words.js';

/** Both days are included; either may be open. */
export interface DayRange { readonly from: string | undefined; readonly to: string | undefined }
export type FilterValue = DayRange | string | true;

/** A question to a list that has been checked; filters that restrict nothing are absent. */
export interface ListQuery {
  readonly pageSize: PageSize;
  /** Place behind which the page begins, as the page before gave it. */
  readonly cursor: string | undefined;
  readonly sort: readonly [column: string, direction: SortDirection];
  readonly filters: Readonly<Record<string, FilterValue>>;
  /** Day in China on which it was asked: ages count from here. */
  readonly today: string;
}

export interface QueryRefusal { readonly parameter: string; readonly message: string }
export type ReadQuery = { readonly ok: true; readonly value: ListQuery } | { readonly ok: false; readonly refusal: QueryRefusal };

const schemas = new WeakMap<ListView, TObject>();
function schemaFor(view: ListView): TObject {
  const schema = schemas.get(view) ?? querySchema(view);
  schemas.set(view, schema);
  return schema;
}

/** Reads what somebody sent as the parameters of a list. `''` and 全部 restrict nothing. */
export function readListQuery(view: ListView, sent: unknown, today: string): ReadQuery {
  const given = withoutEmpty(sent);
  if (given === undefined) return refuse('', words.notAnObject);
  const schema = schemaFor(view);
  const [fault] = Value.Errors(schema, given);
  if (fault) {
    const parameter = fault.path.split('/')[1]?.replaceAll('~1', '/').replaceAll('~0', '~') ?? '';
    return refuse(parameter, words.ofParameter(view, parameter, given[parameter] === undefined));
  }
  const texts = given as Readonly<Record<string, string>>;
  const isPointed = Object.entries(view.filters).some(([name, { anyDay }]) => anyDay === true && (texts[name]?.trim() ?? '') !== '');
  const filters: Record<string, FilterValue> = {};
  for (const [name, filter] of Object.entries(view.filters)) {
    const read = readFilter(view, name, filter, texts, isPointed ? undefined : today);
    if ('message' in read) return { ok: false, refusal: read };
    if (read.value !== undefined) filters[name] = read.value;
  }
  const [column = view.defaultSort[0], direction = view.defaultSort[1]] = (texts['sort']?.split(':') ?? []) as [string?, SortDirection?];
  return { ok: true, value: { pageSize: Number(texts['pageSize'] ?? defaultPageSize) as PageSize, cursor: texts['cursor'], sort: [column, direction], filters, today } };
}

function withoutEmpty(sent: unknown): Readonly<Record<string, unknown>> | undefined {
  if (typeof sent !== 'object' || sent === null || Array.isArray(sent)) return undefined;
  return Object.fromEntries(Object.entries(sent).filter(([, value]) => value !== '' && value !== undefined));
}

type Read = { readonly value: FilterValue | undefined } | QueryRefusal;

/** `today`: from which the days of an empty range are counted; undefined where it means all. */
function readFilter(view: ListView, name: string, filter: ListFilter, texts: Readonly<Record<string, string>>, today: string | undefined): Read {
  const [first = name, second = name] = parametersOf(name, filter);
  if (filter.control === 'dateRange') return readRange(view, name, { from: texts[first], to: texts[second] }, today);
  const text = texts[name]?.trim();
  if (text === undefined || text === '') return { value: undefined };
  if (filter.control === 'day') return isCalendarDay(text) ? { value: text } : { parameter: name, message: words.notADay(filter.label) };
  if (filter.control === 'switch') return { value: text === 'true' ? true : undefined };
  return isCleanText(text) ? { value: text } : { parameter: name, message: words.unclean(filter.label) };
}

function readRange(view: ListView, name: string, range: DayRange, today: string | undefined): Read {
  const label = view.filters[name]?.label ?? name;
  for (const [end, day] of [['From', range.from], ['To', range.to]] as const) {
    if (day !== undefined && !isCalendarDay(day)) return { parameter: `${name}${end}`, message: words.notADay(label) };
  }
  if (range.from === undefined && range.to === undefined) return { value: today === undefined ? undefined : defaultDaysOf(view, name, today) };
  if (range.from !== undefined && range.to !== undefined) {
    if (range.to < range.from) return { parameter: `${name}To`, message: words.endBeforeStart(label) };
    if (daysOf(range.to) - daysOf(range.from) >= maxRangeDays) return { parameter: `${name}To`, message: words.rangeTooLong(label) };
  }
  return { value: range };
}

const dayMs = 86_400_000;
/** Days since 1970 of a day that exists. */
const daysOf = (day: string): number => Date.UTC(Number(day.slice(0, 4)), Number(day.slice(4, 6)) - 1, Number(day.slice(6, 8))) / dayMs;
const dayAt = (days: number): string => new Date(days * dayMs).toISOString().slice(0, 10).replaceAll('-', '');

/** The days that an empty range of a filter means; undefined where it restricts nothing. */
export const defaultDaysOf = ({ defaultRange }: ListView, filter: string, today: string): DayRange | undefined => (defaultRange?.filter === filter ? defaultDays(defaultRange.rule, today) : undefined);

function defaultDays(rule: DefaultRange['rule'], today: string): DayRange {
  if (rule === 'this-month') return { from: `${today.slice(0, 6)}01`, to: today };
  return { from: dayAt(daysOf(today) - daysBefore[rule]), to: today };
}
const daysBefore = { 'today': 0, 'last-7-days': 6, 'last-30-days': 29 } as const;

const refuse = (parameter: string, message: string): ReadQuery => ({ ok: false, refusal: { parameter, message } });
