import { spawn } from 'node:child_process';
import type { Verdict } from './verdict.js';

/** A check that is no test, by its script in package.json: it takes a core for a minute that the tests leave idle while they wait. */
export async function runScript(name: string): Promise<Verdict & { readonly said: string }> {
  const child = spawn('npm', ['run', '-s', name], { stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => { said += text; });
  const end = await new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message)).once('close', (code, signal) => resolve(signal ?? `code ${String(code)}`));
  });
  const isWell = end === 'code 0';
  return { passed: 0, failed: isWell ? 0 : 1, skipped: 0, troubles: isWell ? [] : [`npm run ${name} ended with ${end}`], said };
}
