/** Values a log line may hold. Never personal data, barcodes, keys, tokens or bodies (LOG-02). */
export type JournalFields = Readonly<Record<string, string | number | boolean | undefined>>;

/** Structured log. `event` is a fixed kebab-case name. */
export interface Journal {
  info(event: string, fields?: JournalFields): void;
  warn(event: string, fields?: JournalFields): void;
  /** Something a person must look at. */
  alarm(event: string, fields?: JournalFields): void;
  /** A fault; only name and message of the error are kept, the stack goes to the log alone. */
  fault(event: string, error: unknown, fields?: JournalFields): void;
}
