import { codeTables } from './codes.js';
import { pageSizes, type ListFilter, type ListView } from './list-view.js';
import { maxFilterChars, maxRangeDays, parametersOf } from './query-schema.js';

/** Why a question to a list is refused, for people. Never repeats what was sent. */
export const words = {
  notAnObject: '查询参数应为名称与值的集合',
  notADay: (label: string) => `${label}应为存在的日期，格式为yyyyMMdd`,
  unclean: (label: string) => `${label}含有不可显示的字符`,
  endBeforeStart: (label: string) => `${label}的结束日期早于开始日期`,
  rangeTooLong: (label: string) => `${label}的范围最多${maxRangeDays}天`,
  ofParameter,
} as const;

/** What a parameter should have been. */
function ofParameter(view: ListView, parameter: string, isMissing: boolean): string {
  if (parameter === 'pageSize') return `每页条数应为${pageSizes.join('、')}之一`;
  if (parameter === 'cursor') return '分页位置无效，请从第一页重新查询';
  if (parameter === 'sort') return `本列表可按${view.sortable.map((column) => view.columns[column]?.label ?? column).join('、')}排序`;
  const filter = Object.entries(view.filters).find(([name, entry]) => parametersOf(name, entry).includes(parameter))?.[1];
  if (!filter) return '本列表没有这个查询条件';
  return isMissing ? `缺少${filter.label}` : wantedOf(filter);
}

function wantedOf(filter: ListFilter): string {
  if (filter.control === 'dateRange' || filter.control === 'day') return words.notADay(filter.label);
  if (filter.control === 'switch') return `${filter.label}应为true或false`;
  if (filter.codes !== undefined) return `${filter.label}应为${codeTables[filter.codes].map(({ code }) => code).join('、')}之一`;
  return `${filter.label}应为1到${maxFilterChars}个字符的文字`;
}
