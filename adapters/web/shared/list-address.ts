/** What a list shows, as its address says it: only what differs from the list's own defaults stands there. */
export interface ListAddress {
  readonly pageSize: number;
  /** `column:asc` or `column:desc`. */
  readonly sort: string;
  /** Parameters of the filters, as the server takes them. */
  readonly filters: Readonly<Record<string, string>>;
}

/** The part of a declaration that its address depends on. */
export interface AddressRules {
  readonly columns: readonly { readonly name: string; readonly sortable: boolean }[];
  readonly filters: readonly AddressFilter[];
  readonly defaultSort: string;
  readonly pageSizes: readonly number[];
}
export interface AddressFilter { readonly name: string; readonly control: string; readonly required: boolean }

const usualPageSize = 20;
const defaultSize = ({ pageSizes }: AddressRules): number => (pageSizes.includes(usualPageSize) ? usualPageSize : pageSizes[0] ?? usualPageSize);

/** Names of the parameters of a filter: a range has two. */
export const parametersOf = ({ name, control }: Pick<AddressFilter, 'name' | 'control'>): readonly string[] => (control === 'dateRange' ? [`${name}From`, `${name}To`] : [name]);

/** Reads an address bar. Somebody may have typed it: what the list does not know falls back to its default. */
export function readListAddress(search: string, rules: AddressRules): ListAddress {
  const given = new URLSearchParams(search);
  const size = Number(given.get('pageSize'));
  const sort = given.get('sort') ?? '';
  const [column, direction] = sort.split(':');
  const isSort = (direction === 'asc' || direction === 'desc') && rules.columns.some(({ name, sortable }) => sortable && name === column);
  const filters = rules.filters.flatMap(parametersOf).flatMap((name) => {
    const value = given.get(name)?.trim();
    return value === undefined || value === '' ? [] : [[name, value] as const];
  });
  return { pageSize: rules.pageSizes.includes(size) ? size : defaultSize(rules), sort: isSort ? sort : rules.defaultSort, filters: Object.fromEntries(filters) };
}

/** `?…`, or nothing when all is as the list has it by itself. */
export function writeListAddress({ pageSize, sort, filters }: ListAddress, rules: AddressRules): string {
  const search = new URLSearchParams();
  for (const name of rules.filters.flatMap(parametersOf)) {
    const value = filters[name] ?? '';
    if (value !== '') search.set(name, value);
  }
  if (sort !== rules.defaultSort) search.set('sort', sort);
  if (pageSize !== defaultSize(rules)) search.set('pageSize', String(pageSize));
  const text = search.toString();
  return text === '' ? '' : `?${text}`;
}

/** What the server is asked for; an exported file has all pages. */
export const listParameters = ({ sort, filters }: ListAddress): Readonly<Record<string, string>> => ({ ...filters, sort });

/** Filters that must be filled in before the list can be asked for. */
export const missingFilters = <F extends AddressFilter>({ filters }: ListAddress, declared: readonly F[]): readonly F[] =>
  declared.filter((filter) => filter.required && !parametersOf(filter).some((name) => filters[name] !== undefined));
