import type { ListQuery } from '../../contracts/lists/list-query.js';
import type { ListView } from '../../contracts/lists/list-view.js';
import { parametersOf } from '../../contracts/lists/query-schema.js';
import { maskCertNo, maskMobile, normaliseCertNo, normaliseMobile } from '../../domain/kernel/personal-data.js';

export type Parameters = Readonly<Record<string, string>>;

/** The question as parameters again, with the days that an empty range means: read once more they are the same question, also on another day. */
export function checkedParameters(view: ListView, { filters, sort }: ListQuery): Parameters {
  const given = Object.entries(view.filters).flatMap(([name, filter]): readonly (readonly [string, string | undefined])[] => {
    const [first = name, second = name] = parametersOf(name, filter);
    const value = filters[name];
    if (value === undefined) return [];
    if (typeof value === 'object') return [[first, value.from], [second, value.to]];
    return [[name, String(value)]];
  });
  return { ...Object.fromEntries(given.filter((pair): pair is readonly [string, string] => pair[1] !== undefined)), sort: sort.join(':') };
}

/** The same for whoever reads what was exported: a phone number or a certificate number that was looked for is masked (AUD-02). */
export const shownParameters = (view: ListView, parameters: Parameters): Parameters =>
  Object.fromEntries(Object.entries(parameters).map(([name, value]) => [name, shownValue(view, name, value)]));

function shownValue(view: ListView, name: string, value: string): string {
  if (view.filters[name]?.control !== 'text') return value;
  if (view.columns[name]?.type === 'mobile' || /phone|mobile/i.test(name)) return maskMobile(value);
  // People also paste them where something else is asked for.
  if (/^[+\d\s-]+$/.test(value.normalize('NFKC')) && /^(86)?1\d{10}$/.test(normaliseMobile(value))) return maskMobile(value);
  return /^\d{17}[\dX]$/.test(normaliseCertNo(value)) ? maskCertNo(value) : value;
}
