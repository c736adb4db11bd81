import Mocha from 'mocha';

/** Mocha's own spec report, then one plain line that any reader of logs understands: `N passed, N failed, N skipped`. */
export default class PlainClosingReporter extends Mocha.reporters.Spec {
  constructor(runner: Mocha.Runner, options?: Mocha.MochaOptions) {
    super(runner, options);
    runner.once('end', () => {
      const { passes, failures, pending } = this.stats;
      process.stdout.write(`\n${passes} passed, ${failures} failed, ${pending} skipped\n`);
    });
  }
}
