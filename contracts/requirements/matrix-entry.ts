/**
 * A column of a list or a block of a detail page. `proposed`: not in the document, but needed by its text. `block`: the document names a block and
 * leaves open what stands in it. `notStored`: nothing keeps it yet, so that the list does not have it.
 */
export interface MatrixColumn { readonly zh: string; readonly en: string; readonly group?: string; readonly proposed?: true; readonly block?: true; readonly notStored?: true }
export interface MatrixFilter { readonly zh: string; readonly en: string; readonly control: 'dateRange' | 'select' | 'text'; readonly notStored?: true }
export interface MatrixEntry {
  readonly id: string;
  readonly kind: 'list' | 'detail' | 'filter';
  readonly columns: readonly MatrixColumn[];
  readonly filters: readonly MatrixFilter[];
  readonly sort?: readonly [column: string, direction: 'asc' | 'desc'];
  readonly totals?: readonly string[];
  readonly defaultRange?: readonly [filter: string, rule: string];
}
