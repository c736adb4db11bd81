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

/** `older`: an image from before; `missing`: gone past the platform; `returned`: there although the platform removed it, or never wrote it; `rewritten`: an older image was put back in between, and the platform wrote on top of it. */
export type JournalFlaw = 'older' | 'missing' | 'returned' | 'rewritten';

/** What comparing rows with what the operation log says was written of them came to (INT-02). */
export interface JournalVerdict {
  /** Entries that were read, and what they mention of rows. */
  readonly entries: number;
  readonly mentions: number;
  /** Rows that are not as the log says they were left; the first of them by name. */
  readonly differing: number;
  readonly named: readonly { readonly table: string; readonly rowNo: string; readonly flaw: JournalFlaw }[];
  /** The first number from which on the log itself does not fit: what stood there may have been taken away with what it said. */
  readonly badSeq: number | undefined;
}

/** Whether orders, attempts and refunds, archived ones too, and the whole directory are as the platform wrote them (INT-01, INT-03). */
export interface RowIntegrity {
  verify(): Promise<RowVerdict>;
  /** The directory alone. */
  verifyDirectory(): Promise<RowVerdict>;
  /** Whether each row is at least as new as the operation log says, and there or gone as it says. May be asked while rows are written. */
  verifyJournal(): Promise<JournalVerdict>;
}
