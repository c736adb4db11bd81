import type { FileSeconds } from './file-seconds.js';

/** What the reporter of a process of the test run hands to the run (`TEST_OUTCOME` names the file it writes this into). */
export interface Outcome {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  readonly files: readonly FileSeconds[];
  /** Full titles of what failed. */
  readonly failures: readonly string[];
}

/** The last line of a run, which any reader of logs understands. */
export const closingLine = ({ passed, failed, skipped }: Pick<Outcome, 'passed' | 'failed' | 'skipped'>): string => `${passed} passed, ${failed} failed, ${skipped} skipped`;
