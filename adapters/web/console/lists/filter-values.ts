import dayjs, { type Dayjs } from 'dayjs';
import { parametersOf } from '../../shared/list-address.js';
import type { Filter } from './list-types.js';

/** What stands in the fields of the form, by the name of the filter. */
export type FilterValues = Readonly<Record<string, unknown>>;

const wireForm = 'YYYYMMDD';
const readDay = (day: string | undefined): Dayjs | null => (day !== undefined && /^\d{8}$/.test(day) ? dayjs(`${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}`) : null);
const writeDay = (day: unknown): string | undefined => (dayjs.isDayjs(day) ? day.format(wireForm) : undefined);

/** Whether something is looked for that may be of any day. */
const isPointed = (filters: readonly Filter[], given: Readonly<Record<string, string>>): boolean => filters.some(({ name, anyDay }) => anyDay && given[name] !== undefined);

/** Parameters of the address, as the fields show them. An empty range shows what the list takes it for. */
export function toFields(filters: readonly Filter[], given: Readonly<Record<string, string>>): FilterValues {
  return Object.fromEntries(filters.map((filter): readonly [string, unknown] => {
    const [first = '', second = ''] = parametersOf(filter);
    const value = given[first];
    if (filter.control === 'switch') return [filter.name, value === 'true'];
    if (filter.control === 'day') return [filter.name, readDay(value)];
    if (filter.control !== 'dateRange') return [filter.name, value];
    const isEmpty = value === undefined && given[second] === undefined;
    return [filter.name, isEmpty ? isPointed(filters, given) ? [null, null] : [readDay(filter.from), readDay(filter.to)] : [readDay(value), readDay(given[second])]];
  }));
}

/** The fields, as parameters of the address. */
export function toParameters(filters: readonly Filter[], values: FilterValues): Readonly<Record<string, string>> {
  const pairs = filters.flatMap((filter): (readonly [string, string | undefined])[] => {
    const [first = '', second = ''] = parametersOf(filter);
    const value = values[filter.name];
    if (filter.control === 'switch') return [[first, value === true ? 'true' : undefined]];
    if (filter.control === 'day') return [[first, writeDay(value)]];
    if (filter.control !== 'dateRange') return [[first, typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined]];
    const [from, to] = Array.isArray(value) ? value as unknown[] : [];
    const days = [writeDay(from), writeDay(to)];
    // What the list does by itself need not stand in the address: tomorrow it means other days.
    const isDefault = filter.from !== undefined && days[0] === filter.from && days[1] === filter.to;
    return isDefault ? [] : [[first, days[0]], [second, days[1]]];
  });
  return Object.fromEntries(pairs.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
}
