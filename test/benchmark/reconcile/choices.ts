/** What was asked for on the command line. */
export interface Choices {
  /** `sqlite:<folder>`, or the address of a server of the MySQL or PostgreSQL family. */
  readonly address: string;
  readonly sizes: readonly number[];
  readonly isFloor: boolean; readonly keep: boolean;
  /** Options for the process that reconciles, as `--cpu-prof`. */
  readonly nodeOptions: readonly string[];
}

const usage = 'npm run benchmark:reconcile -- <sqlite:folder | address> [--sizes 10000,100000,1000000] [--no-floor] [--keep] [--node <option>]…';

export function choicesOf(given: readonly string[]): Choices {
  const [address, ...rest] = given;
  if (address === undefined || address.startsWith('--')) throw new Error(usage);
  let sizes = [10_000, 100_000, 1_000_000];
  const nodeOptions: string[] = [];
  for (let at = 0; at < rest.length; at++) {
    if (rest[at] === '--sizes') sizes = (rest[++at] ?? '').split(',').map(Number);
    else if (rest[at] === '--node') nodeOptions.push(rest[++at] ?? '');
    else if (rest[at] !== '--no-floor' && rest[at] !== '--keep') throw new Error(usage);
  }
  if (sizes.some((size) => !Number.isInteger(size) || size < 1000)) throw new Error(`sizes are whole numbers from 1000: ${usage}`);
  return { address, sizes, isFloor: !rest.includes('--no-floor'), keep: rest.includes('--keep'), nodeOptions };
}
