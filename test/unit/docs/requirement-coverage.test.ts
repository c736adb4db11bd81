import { expect } from 'chai';
import { readFileSync } from 'node:fs';
import { idsIn, wordsOfCode, wordsOfTests } from '../../../bootstrap/cli/requirements/citations.js';
import { coverageOf, fallenOut, type Coverage, type CoveredBy } from '../../../bootstrap/cli/requirements/coverage.js';
import { coverageFile, coverageJson, coverageMarkdown, coveredFloor } from '../../../bootstrap/cli/requirements/coverage-file.js';
import type { Place } from '../../../bootstrap/cli/requirements/places.js';
import { readCoverage } from '../../../bootstrap/cli/requirements/read-coverage.js';
import { readMatrix } from '../../../bootstrap/cli/requirements/read-matrix.js';
import { declaredRoutes } from '../../../bootstrap/cli/declared-routes.js';
import { listEntries } from '../../../contracts/requirements/list-entries.js';
import type { RequirementEntry } from '../../../contracts/requirements/matrix-entry.js';

/** Of no section of the document: what stands here in the form of titles must not count as a citation. */
const known = new Set(['2.7.4.3', '2.7.4.3.1', '2.7.4.3.1-a', '2.7.4.3.1-b', '2.7.4.3.1-d', '2.7.4.3.1-e', 'PERF-4', 'PERF-4-a']);
const cited = (text: string): readonly string[] => idsIn(text, known).ids;

describe('ids of the requirement matrix in words', () => {
  it('are whole words, the longest that is written', () => {
    expect(cited('交易结算（2.7.4.3.1-a）、PERF-4-a.')).to.deep.equal(['2.7.4.3.1-a', 'PERF-4-a']);
    expect(cited('2.7.4.3.1 and 2.7.4.3: both.')).to.deep.equal(['2.7.4.3.1', '2.7.4.3']);
    expect(cited('v2.7.4.3 2.7.4.31 2.7.4.3.1-ab x-PERF-4 2.7.4.3-1')).to.deep.equal([]);
  });

  it('may leave out what the one before said, and name the ends of several', () => {
    expect(cited('(2.7.4.3.1-a, -d)')).to.deep.equal(['2.7.4.3.1-a', '2.7.4.3.1-d']);
    expect(cited('(2.7.4.3.1-a to -d and -e)')).to.deep.equal(['2.7.4.3.1-a', '2.7.4.3.1-b', '2.7.4.3.1-d', '2.7.4.3.1-e']);
    expect(cited('PERF-4, -a')).to.deep.equal(['PERF-4', 'PERF-4-a']);
    expect(cited('2.7.4.3.1-a, - b; -d')).to.deep.equal(['2.7.4.3.1-a']);
  });

  it('are told when the matrix has none of that name', () => {
    expect(idsIn('2.7.4.3.1-z, -a; 1.1.9; 2.0.1; SEC-99', known)).to.deep.equal({ ids: ['2.7.4.3.1-a'], unknown: ['1.1.9', 'SEC-99'] });
  });

  it('count in titles of tests and in the comment before them, and in comments of code; nowhere else', () => {
    const source = [
      "const code = '2.7.4.3.1-e'; // 2.7.4.3", '/**', ' * A suite about 2.7.4.3.1-a,', ' * -b.', ' */', "describe('settlement (2.7.4.3.1)', () => {",
      "  it.skip('does not (PERF-4)', () => {});", "  // it('did once (2.7.4.3.1-e)', () => {});", "  it(`knows ${one} (2.7.4.3.1-d)`, () => { expect('PERF-4-a').to.be.ok; });", '});',
    ].join('\n');
    expect(cited(wordsOfTests(source))).to.have.members(['2.7.4.3.1', '2.7.4.3.1-a', '2.7.4.3.1-b', '2.7.4.3.1-d']);
    expect(cited(wordsOfCode(source))).to.have.members(['2.7.4.3', '2.7.4.3.1-a', '2.7.4.3.1-b', '2.7.4.3.1-e']);
  });
});

const entry = (id: string, kind: RequirementEntry['kind'], verify: RequirementEntry['verify'] = 'ui'): RequirementEntry => ({ id, kind, verify, area: 'ops', screen: null, title: id });
const sample = [entry('1.1', 'page'), entry('1.1.1', 'list'), entry('1.1.1-a', 'filter'), entry('1.1.1-b', 'detail'), entry('1.1.2', 'action'), entry('1.10', 'action'), entry('ARCH-1', 'nfr', 'review'), entry('PERF-1', 'nfr', 'load')];
const byOf = (coverage: readonly Coverage[]): Readonly<Record<string, CoveredBy | undefined>> => Object.fromEntries(coverage.map(({ entry: { id }, by }) => [id, by]));
const covering = (places: readonly (readonly [Place['kind'], string])[], lacking: readonly string[] = []): Readonly<Record<string, CoveredBy | undefined>> =>
  byOf(coverageOf(sample, places.map(([kind, id]) => ({ kind, id, where: kind })), new Map(lacking.map((id) => [id, ['列']]))));

describe('what counts as covered', () => {
  it('is what a test cites; code, routes and documents alone are not', () => {
    expect(covering([['test', '1.1.2'], ['code', '1.1.1'], ['route', '1.10'], ['document', '1.10'], ['document', 'PERF-1']])).to.deep.equal({
      '1.1': undefined, '1.1.1': undefined, '1.1.1-a': undefined, '1.1.1-b': undefined, '1.1.2': 'test', '1.10': undefined, 'ARCH-1': undefined, 'PERF-1': undefined,
    });
  });

  it('is a list or filter that is declared and on a page, and no detail', () => {
    const declared = covering([['list', '1.1.1'], ['screen', '1.1.1'], ['list', '1.1.1-a'], ['list', '1.1.1-b'], ['screen', '1.1.1-b']]);
    expect([declared['1.1.1'], declared['1.1.1-a'], declared['1.1.1-b']]).to.deep.equal(['list', undefined, undefined]);
  });

  it('is never what lacks a part', () => {
    expect(covering([['list', '1.1.1'], ['screen', '1.1.1'], ['test', '1.1.1']], ['1.1.1'])['1.1.1']).to.equal(undefined);
  });

  it('is what only a review can show and a document names', () => {
    expect(covering([['document', 'ARCH-1']])['ARCH-1']).to.equal('document');
  });

  it('is the heading of parts that are all covered', () => {
    const all = [['test', '1.1.1'], ['test', '1.1.1-a'], ['test', '1.1.1-b'], ['test', '1.1.2']] as const;
    expect(covering(all)['1.1']).to.equal('parts');
    for (const left of all) expect(covering(all.filter((one) => one !== left))['1.1'], left[1]).to.equal(undefined);
  });

  it('does not fall out unseen', () => {
    const coverage = coverageOf(sample, [{ id: '1.1.2', kind: 'test', where: 'a.test.ts' }], new Map());
    expect(fallenOut(['1.1.2'], coverage)).to.deep.equal([]);
    expect(fallenOut(['1.1.1', '1.1.2', 'gone'], coverage)).to.deep.equal(['1.1.1', 'gone']);
  });
});

describe('the coverage of the requirement matrix', function () {
  this.timeout(60_000);
  let found: ReturnType<typeof readCoverage>;
  before(async () => { found = readCoverage(await declaredRoutes()); });

  it('keeps everything that it once covered', () => {
    expect(coveredFloor()).to.have.length.above(50);
    expect(fallenOut(coveredFloor(), found.coverage)).to.deep.equal([]);
  });

  it('is written down as the sources stand', () => {
    expect(readFileSync(coverageFile, 'utf8')).to.equal(coverageJson(found.coverage));
    expect(readFileSync('docs/reference/coverage.md', 'utf8')).to.equal(coverageMarkdown(found.coverage));
  });

  it('finds no id in a test, a route, a list or a comment that the matrix does not have', () => {
    expect(found.unknown).to.deep.equal([]);
  });
});

describe('the copy of the requirement matrix', () => {
  const matrix = readMatrix();
  const names = (parts: readonly { readonly zh: string; readonly en: string }[] = []): readonly string[] => parts.map(({ zh, en }) => `${en} ${zh}`).sort();

  it('has every entry once', () => {
    expect(matrix).to.have.length(484);
    expect(new Set(matrix.map(({ id }) => id)).size).to.equal(484);
  });

  it('names the columns and filters that the entries of lists name', () => {
    for (const { id, kind, columns, filters } of listEntries) {
      const whole = matrix.find((one) => one.id === id) ?? expect.fail(`no entry ${id}`);
      expect({ kind, columns: names(columns), filters: names(filters) }, id).to.deep.equal({ kind: whole.kind, columns: names(whole.columns), filters: names(whole.filters) });
    }
  });
});
