import { Type, type TObject, type TSchema } from '@sinclair/typebox';
import { codeTables } from './codes.js';
import { pageSizes, type ListFilter, type ListView } from './list-view.js';

/** Longest text of a filter: names have 200 characters, numbers 128. */
export const maxFilterChars = 200;
/** Longest cursor that we give out is far below. */
export const maxCursorChars = 2000;
/** Days of one range, both ends included: three years, and the spare day. */
export const maxRangeDays = 1097;

export const daySchema = Type.String({ pattern: '^20[0-9]{6}$', description: 'yyyyMMdd' });

/** Names of the parameters of a filter. */
export const parametersOf = (name: string, filter: ListFilter): readonly string[] => (filter.control === 'dateRange' ? [`${name}From`, `${name}To`] : [name]);

function schemaOf(filter: ListFilter): TSchema {
  const description = filter.label;
  if (filter.control === 'dateRange' || filter.control === 'day') return Type.String({ ...daySchema, description });
  if (filter.control === 'switch') return Type.Union([Type.Literal('true'), Type.Literal('false')], { description });
  if (filter.codes !== undefined) return Type.Union(codeTables[filter.codes].map(({ code }) => Type.Literal(code)), { description });
  return Type.String({ minLength: 1, maxLength: maxFilterChars, description });
}

/** Parameters of one list, as texts: what its address takes and what OpenAPI shows. */
export function querySchema(view: ListView): TObject {
  const filters = Object.entries(view.filters).flatMap(([name, filter]) =>
    parametersOf(name, filter).map((parameter) => [parameter, filter.required === true && filter.control !== 'dateRange' ? schemaOf(filter) : Type.Optional(schemaOf(filter))] as const));
  return Type.Object({
    pageSize: Type.Optional(Type.Union(pageSizes.map((size) => Type.Literal(String(size))), { description: '每页条数' })),
    cursor: Type.Optional(Type.String({ pattern: '^[A-Za-z0-9_-]+$', maxLength: maxCursorChars, description: '上一页返回的位置' })),
    sort: Type.Optional(Type.Union(view.sortable.flatMap((column) => [Type.Literal(`${column}:asc`), Type.Literal(`${column}:desc`)]), { description: '排序' })),
    ...Object.fromEntries(filters),
  }, { additionalProperties: false });
}
