/** Most rows that a verdict names. */
export const maxNamedRows = 20;

export interface RowVerdict {
  /** Rows that were looked at, and those of earlier releases that have no code yet. */
  readonly rows: number;
  readonly uncoded: number;
  /** Rows that are not as the platform wrote them; the first of them by name. */
  readonly changed: number;
  readonly named: readonly { readonly table: string; readonly rowNo: string }[];
}

/** Whether orders, attempts and refunds, archived ones too, are as the platform wrote them (INT-01). */
export interface RowIntegrity { verify(): Promise<RowVerdict> }
