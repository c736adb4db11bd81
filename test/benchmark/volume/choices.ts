import { months } from './shares.js';

/** What was asked for on the command line. */
export interface Choices {
  readonly address: string;
  /** The address names a database that an earlier run filled and kept: it is measured as it is, and stays. */
  readonly isFilled: boolean;
  readonly orders: number; readonly auditMonths: number;
  /** Measures twice: with the schema before this step, then with all of it. */
  readonly before: string | undefined;
  /** Operations whose name contains it. */
  readonly only: string;
  readonly pathMs: number; readonly keep: boolean;
  /** File for the figures. */
  readonly json: string | undefined;
}

const usage = 'npm run benchmark:volume -- <address> [--orders N] [--audit-months M] [--before <step>] [--only <operation>] [--path-seconds S] [--json <file>] [--keep]';
const named = ['orders', 'audit-months', 'before', 'only', 'path-seconds', 'json'];

export function choicesOf(given: readonly string[]): Choices {
  const [address, ...rest] = given;
  if (address === undefined || address.startsWith('--')) throw new Error(usage);
  const options = new Map<string, string>();
  for (let at = 0; at < rest.length; at++) {
    const name = rest[at]?.slice(2) ?? '';
    if (name === 'keep') continue;
    if (!named.includes(name)) throw new Error(usage);
    options.set(name, rest[++at] ?? '');
  }
  const count = (name: string, usual: number): number => {
    const value = Number(options.get(name) ?? usual);
    if (!Number.isInteger(value) || value < 0) throw new Error(`--${name} is a whole number`);
    return value;
  };
  const isFilled = new URL(address).pathname.startsWith('/tj_volume_');
  return {
    address, isFilled, orders: count('orders', 100_000), auditMonths: count('audit-months', months), before: options.get('before'), only: options.get('only') ?? '',
    pathMs: count('path-seconds', 20) * 1000, keep: isFilled || rest.includes('--keep'), json: options.get('json'),
  };
}
