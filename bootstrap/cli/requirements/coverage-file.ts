import { readFileSync } from 'node:fs';
import { generatedBy, markdownTable } from '../markdown-table.js';
import type { Coverage, CoveredBy } from './coverage.js';

export const coverageFile = 'contracts/requirements/covered.json';

/** What the committed file says of one entry; only what there is. */
interface Written { readonly id: string; readonly covered?: CoveredBy }

/** Ids that the committed file says are covered: fewer they never become but by somebody's hand. */
export const coveredFloor = (): readonly string[] => (JSON.parse(readFileSync(coverageFile, 'utf8')) as readonly Written[]).filter(({ covered }) => covered !== undefined).map(({ id }) => id);

const filled = (parts: Readonly<Record<string, readonly string[]>>): object => Object.fromEntries(Object.entries(parts).filter(([, list]) => list.length > 0));

/** contracts/requirements/covered.json: one entry a line, so that two changes seldom meet; entries of which nothing is known are left out. */
export function coverageJson(coverage: readonly Coverage[]): string {
  const lines = coverage.map(({ entry: { id }, by, routes, lists, screens, code, tests, documents, lacks }) => ({ id, ...(by !== undefined && { covered: by }), ...filled({ routes, lists, screens, code, tests, documents, lacks }) }));
  return `[\n${lines.filter((line) => Object.keys(line).length > 1).map((line) => JSON.stringify(line)).join(',\n')}\n]\n`;
}

export interface AreaCount { readonly area: string; readonly covered: number; readonly entries: number }
export const countsOf = (coverage: readonly Coverage[]): readonly AreaCount[] =>
  [...new Set(coverage.map(({ entry }) => entry.area))].map((area) => {
    const within = coverage.filter(({ entry }) => entry.area === area);
    return { area, covered: within.filter(({ by }) => by !== undefined).length, entries: within.length };
  });

const coveredWords: Readonly<Record<CoveredBy, string>> = { test: 'test', list: 'list on its page', document: 'document', parts: 'all its parts' };
const rule = [
  'Each entry of the requirement matrix (`contracts/requirements/matrix.json`) with where it is built and what shows it. Sources are declarations: `requirements` of list views and of console routes, the menu, the tables of gateway methods; and what',
  'comments of the code, titles of tests with the comments before them, and documents cite. An id counts as a whole word; `1.1.6.3.2-b, -d to -f` names four.', '',
  'An entry is **covered** when', '',
  '- a test of the normal suite cites it in a title or in the comment before a suite or a test (**test**): whoever cites an id says that this test fails when it is no longer fulfilled;',
  '- or it is a list or a filter that a list view declares, so that a test of `contracts` holds labels, names, order and controls against the matrix, and a page of the menu shows that list (**list on its page**);',
  '- or it is a non-functional entry that only a review can show, and a page under `docs` names it (**document**);',
  '- or it is the heading of parts that are all covered (**all its parts**).', '',
  'Code, a route or a list view alone covers nothing; a list that no page shows needs a test, and so does every detail. A list with a column or filter that nothing stores yet is not covered, whatever cites it.', '',
  '`npm run coverage:requirements` prints what is covered and what is not, `-- --area ops-service` of one area. What this file calls covered stays covered: a test fails when one falls out, and the generator refuses to write the file without it. To give',
  'one up, its `covered` is taken out of `contracts/requirements/covered.json` by hand.',
];

const cellOf = (parts: readonly string[]): string => (parts.length === 0 ? '–' : parts.join('<br>'));
const coded = (parts: readonly string[]): readonly string[] => parts.map((part) => `\`${part}\``);
function rowOf({ entry: { id, title }, by, routes, lists, screens, code, tests, documents, lacks }: Coverage): readonly string[] {
  const shownBy = by === undefined ? `not yet${lacks.length === 0 ? '' : `: lacks ${lacks.join('、')}`}` : coveredWords[by];
  return [id, title, shownBy, cellOf([...coded(routes), ...coded(lists), ...screens]), cellOf(coded(code)), cellOf(coded([...tests, ...documents]))];
}

/** docs/reference/coverage.md. */
export function coverageMarkdown(coverage: readonly Coverage[]): string {
  const counts = countsOf(coverage);
  const tables = counts.flatMap(({ area, covered, entries }) => [
    `## ${area}: ${covered} of ${entries}`, '',
    markdownTable(['Id', 'Title', 'Covered by', 'Route, list, page', 'Code', 'Tests and documents'], coverage.filter(({ entry }) => entry.area === area).map(rowOf)), '',
  ]);
  const sum = (of: 'covered' | 'entries'): number => counts.reduce((total, count) => total + count[of], 0);
  return ['# Requirement coverage', '', generatedBy('declarations, comments and titles of tests'), '', ...rule, '', `${sum('covered')} of ${sum('entries')} entries are covered.`, '', ...tables].join('\n');
}
