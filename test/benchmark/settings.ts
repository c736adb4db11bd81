/** How long each part lasts. Nothing here is a requirement: longer only makes the medians steadier. */
export interface Settings {
  readonly quick: boolean;
  /** Pairs of rounds (floor, product) for each algorithm and number of connections; the medians of them are reported. */
  readonly rounds: number;
  readonly roundMs: number;
  readonly warmUpMs: number;
  readonly connections: readonly number[];
  readonly paymentMs: number;
  readonly payers: number;
  readonly heldMs: number;
  readonly heldConnections: number;
  /** Each held connection sends one request in this time (design section 7). */
  readonly heldEveryMs: number;
  readonly overloadMs: number;
  readonly overloadConnections: number;
  /** Wait after a start before idle memory is read. */
  readonly idleMs: number;
}

const usual: Settings = {
  quick: false, rounds: 3, roundMs: 3_000, warmUpMs: 2_000, connections: [1, 32, 1_000], paymentMs: 20_000, payers: 8,
  heldMs: 30_000, heldConnections: 1_000, heldEveryMs: 10_000, overloadMs: 8_000, overloadConnections: 1_000, idleMs: 5_000,
};

const quick: Settings = { ...usual, quick: true, rounds: 1, roundMs: 1_500, warmUpMs: 1_000, paymentMs: 6_000, heldMs: 10_000, overloadMs: 3_000, idleMs: 3_000 };

/** `--quick`, and `--connections=1,32` for whoever looks for the cause of a figure. */
export function settingsOf(given: readonly string[]): Settings {
  const settings = given.includes('--quick') ? quick : usual;
  const connections = given.find((one) => one.startsWith('--connections='))?.split('=')[1]?.split(',').map(Number);
  return connections?.every((count) => Number.isInteger(count) && count > 0) === true ? { ...settings, connections } : settings;
}
