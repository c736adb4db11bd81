import { writeFileSync, writeSync } from 'node:fs';
import Mocha from 'mocha';
import { followFiles, secondsTable } from './test-run/file-seconds.js';
import { closingLine, type Outcome } from './test-run/outcome.js';

/** A process that has nothing left to test ends by itself; one that does not has something open, and would hold up CI until its limit. */
const patienceMs = 30_000;

/**
 * Mocha's own spec report, then one plain line that any reader of logs understands: `N passed, N failed, N skipped`. `TEST_SECONDS` names a file for
 * the seconds of every test file. As a part of the whole run (`TEST_OUTCOME`) it says no sums: the run adds up and says them once.
 */
export default class PlainClosingReporter extends Mocha.reporters.Spec {
  readonly #isPart = process.env['TEST_OUTCOME'] !== undefined;

  constructor(runner: Mocha.Runner, options?: Mocha.MochaOptions) {
    super(runner, options);
    const files = followFiles(runner);
    runner.once('end', () => {
      const { passes, failures, pending } = this.stats;
      // Not referenced: it keeps nothing alive, and is heard only when something else does.
      setTimeout(() => endAnyway(failures), patienceMs).unref();
      const outcome: Outcome = { passed: passes, failed: failures, skipped: pending, files: files(), failures: this.failures.map((test) => test.fullTitle()) };
      const [outcomeInto, secondsInto] = [process.env['TEST_OUTCOME'], process.env['TEST_SECONDS']];
      if (secondsInto !== undefined) writeFileSync(secondsInto, secondsTable(outcome.files));
      if (outcomeInto === undefined) process.stdout.write(`\n${closingLine(outcome)}\n`);
      else writeFileSync(outcomeInto, JSON.stringify(outcome));
    });
  }

  override epilogue(): void {
    if (!this.#isPart) super.epilogue();
    else if (this.stats.failures > 0) Mocha.reporters.Base.list(this.failures);
  }
}

function endAnyway(failures: number): void {
  writeSync(2, `The tests are over and this process is not: ${process.getActiveResourcesInfo().join(', ')}. ${failures > 0 ? 'A test that failed left them.' : 'A test leaves them open.'}\n`);
  process.exit(1);
}
