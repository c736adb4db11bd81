import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const execute = promisify(execFile);
export const commandFile = (name: string): string => fileURLToPath(new URL(`../../../bootstrap/cli/${name}.js`, import.meta.url));

export interface Said { readonly code: number; readonly out: string; readonly error: string }

/** A command as an operator types it, in a process of its own; `environment` holds the installation's settings and nothing of this process. */
export async function typed(environment: Readonly<Record<string, string | undefined>>, name: string, ...words: readonly string[]): Promise<Said> {
  try {
    const { stdout, stderr } = await execute(process.execPath, [commandFile(name), ...words], { env: { ...environment, PATH: process.env['PATH'] } });
    return { code: 0, out: stdout, error: stderr };
  } catch (failed) {
    const { code, stdout, stderr } = failed as { readonly code: number; readonly stdout: string; readonly stderr: string };
    return { code, out: stdout, error: stderr };
  }
}
