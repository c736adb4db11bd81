import type { Outcome } from './outcome.js';

/** How a process of the run ended. `outcome` is absent when its reporter never came to its end. */
export interface Ended { readonly code: number | null; readonly signal: string | null; readonly outcome: Outcome | undefined; readonly late: string | undefined }

export interface Verdict { readonly passed: number; readonly failed: number; readonly skipped: number; readonly troubles: readonly string[] }

/**
 * Whether what was asked for was tested: a process that crashed, that ended otherwise than its tests did, or that passed over one of its files is a
 * failure of its own, though no test failed.
 */
export function judge(files: readonly string[], { code, signal, outcome, late }: Ended): Verdict {
  const troubles: string[] = [];
  if (late !== undefined) troubles.push(late);
  if (outcome === undefined) troubles.push(`${files.join(', ')}: the process ended with ${signal ?? `code ${String(code)}`} before its tests were counted`);
  else {
    const tested = new Map(outcome.files.map(({ file, tests }) => [file, tests]));
    const untested = files.filter((file) => (tested.get(file) ?? 0) === 0);
    if (untested.length > 0) troubles.push(`${untested.join(', ')}: not one test was run`);
    const unasked = [...tested.keys()].filter((file) => !files.includes(file));
    if (unasked.length > 0) troubles.push(`${unasked.join(', ')}: run without being asked for`);
    if (outcome.failed === 0 && code !== 0) troubles.push(`${files.join(', ')}: no test failed, but the process ended with ${signal ?? `code ${String(code)}`}`);
    troubles.push(...outcome.failures.map((title) => `failed: ${title}`));
  }
  const { passed = 0, failed = 0, skipped = 0 } = outcome ?? {};
  // The sum never says `0 failed` of a run that went wrong.
  return { passed, failed: failed === 0 && troubles.length > 0 ? 1 : failed, skipped, troubles };
}
