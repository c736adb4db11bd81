import { writeSync } from 'node:fs';
import Mocha from 'mocha';

/** A process that has nothing left to test ends by itself; one that does not has something open, and would hold up CI until its limit. */
const patienceMs = 30_000;

/** Mocha's own spec report, then one plain line that any reader of logs understands: `N passed, N failed, N skipped`. */
export default class PlainClosingReporter extends Mocha.reporters.Spec {
  constructor(runner: Mocha.Runner, options?: Mocha.MochaOptions) {
    super(runner, options);
    runner.once('end', () => {
      const { passes, failures, pending } = this.stats;
      // Not referenced: it keeps nothing alive, and is heard only when something else does.
      setTimeout(() => endAnyway(failures), patienceMs).unref();
      process.stdout.write(`\n${passes} passed, ${failures} failed, ${pending} skipped\n`);
    });
  }
}

function endAnyway(failures: number): void {
  writeSync(2, `The tests are over and this process is not: ${process.getActiveResourcesInfo().join(', ')}. ${failures > 0 ? 'A test that failed left them.' : 'A test leaves them open.'}\n`);
  process.exit(1);
}
