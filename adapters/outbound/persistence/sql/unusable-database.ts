/** A database that the product will not start on; the message says what to change, for the deployer. Nothing was changed. */
export class UnusableDatabase extends Error {
  override readonly name: string = 'UnusableDatabase';
}
