/**
 * A suite that needs something of its machine, a server or a program. `why`: what is missing; then it shows as pending with the reason, and fails
 * under CI=true, where every machine has all of it.
 */
export function needing(why: string | undefined, title: string, body: (this: Mocha.Suite) => void): void {
  if (why === undefined) {
    describe(title, body);
    return;
  }
  describe(`${title} (${why})`, () => {
    if (process.env['CI'] === 'true') it('is there', () => { throw new Error(why); });
    else it('is left out');
  });
}
