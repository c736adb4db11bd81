export interface TreeRules { readonly key: string; readonly parent: string }
type Row = Readonly<Record<string, unknown>>;
export type TreeRow<R extends Row> = R & { readonly children?: readonly TreeRow<R>[] };

/** Rows under those that they belong to, in the order they came. A row whose parent is not among them, because a filter left it out, stands at the top; none is lost, whatever points where. */
export function treeOf<R extends Row>(rows: readonly R[], { key, parent }: TreeRules): readonly TreeRow<R>[] {
  const keys = new Set(rows.map((row) => row[key]));
  const placed = new Set<R>();
  const at = (row: R): TreeRow<R> => {
    placed.add(row);
    const below = rows.filter((one) => one[parent] === row[key] && !placed.has(one)).map(at);
    return below.length === 0 ? row : { ...row, children: below };
  };
  const tops = rows.filter((row) => !keys.has(row[parent]) || row[parent] === row[key]).map(at);
  return [...tops, ...rows.filter((row) => !placed.has(row))];
}
