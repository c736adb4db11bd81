import { expect } from 'chai';
import { treeOf, type TreeRow } from '../../../adapters/web/shared/tree-rows.js';

interface Entry { readonly [name: string]: unknown; readonly key: string; readonly parent: string }
const said = (rows: readonly TreeRow<Entry>[]): string => rows.map(({ key, children }) => (children === undefined ? key : `${key}(${said(children)})`)).join(' ');
const rows = (...pairs: readonly (readonly [string, string])[]): readonly Entry[] => pairs.map(([key, parent]) => ({ key, parent }));
const rules = { key: 'key', parent: 'parent' };

describe('rows that belong under others', () => {
  it('stand under them in the order they came', () => {
    expect(said(treeOf(rows(['p2', 'd1'], ['d2', '-'], ['d1', '-'], ['p1', 'd1'], ['p3', 'd2']), rules))).to.equal('d2(p3) d1(p2 p1)');
  });

  it('stand at the top where a filter left their parent out', () => {
    expect(said(treeOf(rows(['p1', 'd1'], ['p2', 'd2'], ['d2', '-']), rules))).to.equal('p1 d2(p2)');
  });

  it('are all there, whatever points where', () => {
    expect(said(treeOf(rows(['a', 'a'], ['b', 'c'], ['c', 'b'], ['d', 'a']), rules))).to.equal('a(d) b c');
    expect(treeOf([], rules)).to.deep.equal([]);
  });
});
