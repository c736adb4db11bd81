import type { LintDialect } from './rules.js';

/** Words of a list's select; each means the same everywhere. */
const known: ReadonlySet<string> = new Set(
  'select from where and or not in is null exists like escape group order by asc desc left join on union all as case when then else end sum count max min coalesce lower'.split(' '));
const symbols: ReadonlySet<string> = new Set(['*', ',', '(', ')', '.', '-', '+', '=', '<', '>', '<=', '>=', '<>', '!=']);

/** Sums over one table, which a scope narrows as it narrows a list. */
const isSums = (skeleton: string): boolean => /^select (?:I , )?count \( \* \) as I(?: , sum \( I \) as I)* from I I where /.test(skeleton);
/** Whether it is a list: a select over the rows of another select. Such a statement is too free for a form, so its words are judged. */
export const isListSelect = (skeleton: string): boolean => /^select (?:\*|count \( \* \) as I(?: , sum \( I \) as I)*) from \( select /.test(skeleton) || isSums(skeleton);

/** What DM or Oracle might not take of a list. */
export function listFaults(skeleton: string, dialect: LintDialect): readonly string[] {
  const page = new RegExp(` ${dialect.page}$`);
  const words = skeleton.replace(page, '').replaceAll("escape T", 'escape').split(' ').filter((piece) => !['I', 'P', 'N'].includes(piece));
  const strange = words.filter((word) => !known.has(word) && !symbols.has(word));
  return [
    ...strange.map((word) => `the word ${word} is not one of a list`),
    ...(/ (?:from|join) I as I/.test(skeleton) || /\) as I(?: where| order| group| left|$)/.test(skeleton.replace(/count \( \* \) as I.*? from/, '')) ? ['a table named by AS'] : []),
    ...(page.test(skeleton) || skeleton.startsWith('select count') || isSums(skeleton) ? [] : ['a list without a limit']),
  ];
}
