export type Bound = string | number | null;

export interface FrontStatements {
  rows(sql: string, values: readonly Bound[]): Promise<readonly Readonly<Record<string, unknown>>[]>;
  change(sql: string, values: readonly Bound[]): Promise<void>;
}

/**
 * What this driver needs of a database: statements as text and a transaction. The engines stand behind it (persistence), handed over by whoever
 * wires us: outbound neighbours are strangers to each other.
 */
export interface FrontLine {
  /** Most rows of one INSERT. */
  readonly rowsPerInsert: number;
  /** A name as this engine quotes it, its capitals kept. */
  quote(name: string): string;
  transaction<T>(work: (statements: FrontStatements) => Promise<T>): Promise<T>;
  /**
   * `row`: this row, by its values. `not-written`: nothing is stored. `refused`: nor will it be as things stand. `unknown`: nobody knows.
   * `code` never repeats a value.
   */
  faultOf(error: unknown): { readonly kind: 'row' | 'not-written' | 'refused' | 'unknown'; readonly code: string };
}
