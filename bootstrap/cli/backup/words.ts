import { dashedTime, readBusinessDay, type BusinessDay } from '../../../domain/kernel/china-time.js';
import { yuan, type FenSum } from '../../../domain/kernel/money.js';
import { ConfigError } from '../../config.js';

/** `8000` fen as `80.00 元`. Totals may have more digits than one amount. */
export const yuanOf = (fenAmount: bigint): string => `${yuan(fenAmount as FenSum)} 元`;

export const timeOf = (at: number | undefined): string => (at === undefined ? '–' : dashedTime(at));

/** A day a person named. */
export function dayNamed(given: string | undefined): BusinessDay {
  const day = readBusinessDay(given);
  if (!day.ok) throw new ConfigError('日期写作 yyyyMMdd，例如 20260508');
  return day.value;
}

const fileTroubles: Readonly<Record<string, string>> = { EEXIST: '文件已存在，请换一个文件名', ENOENT: '文件或文件夹不存在', EISDIR: '这是文件夹，不是文件', EACCES: '没有权限读写该文件', ENOSPC: '磁盘已满' };

/** What the system says of a file that a person named, in words. */
function fileWords(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error) || !('path' in error) || typeof error.path !== 'string') return undefined;
  const words = fileTroubles[String(error.code)];
  return words === undefined ? undefined : `${words}：${error.path}`;
}

/** A command's only way out: its lines on success, a plain sentence and exit code 1 otherwise. */
export function runCommand(work: () => Promise<readonly string[]>): void {
  work().then((lines) => { process.stdout.write(`${lines.join('\n')}\n`); }, (error: unknown) => {
    process.stderr.write(`${fileWords(error) ?? (error instanceof Error ? error.message : String(error))}\n`);
    process.exitCode = 1;
  });
}
