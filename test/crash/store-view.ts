import Database from 'libsql';

type Row = Readonly<Record<string, string | number | null>>;

/** A look into the platform's SQLite file by plain SQL, without the product's own repositories. Changes nothing. */
export class StoreView {
  readonly #database: Database.Database;

  constructor(file: string) {
    this.#database = new Database(file);
    this.#database.exec('PRAGMA busy_timeout=2000');
    this.#database.exec('PRAGMA query_only=ON');
  }

  all(sql: string, ...values: readonly (string | number)[]): readonly Row[] {
    return this.#database.prepare(sql).all(...values) as Row[];
  }

  /** Jobs that are being worked on or should be by `now`. */
  busyJobs(now: number): number {
    return Number(this.all(`SELECT COUNT(*) AS n FROM outbox WHERE state = 'CLAIMED' OR (state = 'READY' AND due_at <= ?)`, now)[0]?.['n']);
  }

  nextDueAt(): number | undefined {
    const due = this.all(`SELECT MIN(due_at) AS due FROM outbox WHERE state = 'READY'`)[0]?.['due'];
    return due === null || due === undefined ? undefined : Number(due);
  }

  attemptsOf(platformOrderNo: string): readonly string[] {
    return this.all('SELECT attempt_no FROM pay_attempt WHERE platform_order_no = ? ORDER BY attempt_no', platformOrderNo).map((row) => String(row['attempt_no']));
  }

  hasAttempt(state: string): boolean {
    return this.all('SELECT 1 FROM pay_attempt WHERE state = ? LIMIT 1', state).length > 0;
  }

  close(): void { this.#database.close(); }
}
