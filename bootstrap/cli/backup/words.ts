import { dashedTime } from '../../../domain/kernel/china-time.js';
import { yuan, type FenSum } from '../../../domain/kernel/money.js';

/** `8000` fen as `80.00 元`. Totals may have more digits than one amount. */
export const yuanOf = (fenAmount: bigint): string => `${yuan(fenAmount as FenSum)} 元`;

export const timeOf = (at: number | undefined): string => (at === undefined ? '–' : dashedTime(at));

/** A command's only way out: its lines on success, a plain sentence and exit code 1 otherwise. */
export function runCommand(work: () => Promise<readonly string[]>): void {
  work().then((lines) => { process.stdout.write(`${lines.join('\n')}\n`); }, (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  });
}
