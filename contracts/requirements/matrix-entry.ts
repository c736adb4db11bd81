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

/**
 * One entry of the whole requirement matrix, as `matrix.json` beside this file holds all 484 of them in the order of the document: what it is about and what it names, without its
 * sentences. `proposed`: not in the document, but needed by its text. `verify`: how it can be shown to be fulfilled.
 */
export interface RequirementEntry {
  readonly id: string;
  /** Part of the product, such as `ops-service`. */
  readonly area: string;
  /** null: holds everywhere. */
  readonly screen: string | null;
  readonly kind: 'list' | 'detail' | 'filter' | 'action' | 'export' | 'page' | 'flow' | 'rule' | 'api' | 'table' | 'nfr';
  readonly verify: 'ui' | 'api' | 'file' | 'schema' | 'test' | 'load' | 'review' | 'external';
  readonly title: string;
  readonly tableNo?: string;
  /** Of the gateway, where the document names one. */
  readonly method?: string;
  readonly actions?: readonly { readonly key: string; readonly zh: string }[];
  readonly columns?: readonly MatrixColumn[];
  readonly filters?: readonly MatrixFilter[];
  /** Inputs of a form or values of a rule. */
  readonly fields?: readonly MatrixColumn[];
}
