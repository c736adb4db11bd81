/** A column of a list or a block of a detail page. `proposed`: not in the document, but needed by its text. */
export interface MatrixColumn { readonly zh: string; readonly en: string; readonly group?: string; readonly proposed?: true }
export interface MatrixFilter { readonly zh: string; readonly en: string; readonly control: 'dateRange' | 'select' | 'text' }
export interface MatrixEntry {
  readonly id: string;
  readonly kind: 'list' | 'detail' | 'filter';
  readonly columns: readonly MatrixColumn[];
  readonly filters: readonly MatrixFilter[];
  readonly sort?: readonly [column: string, direction: 'asc' | 'desc'];
  readonly totals?: readonly string[];
  readonly defaultRange?: readonly [filter: string, rule: string];
}
