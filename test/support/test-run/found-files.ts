import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Runs for as long as one lets it: `npm run test:long`. */
const leftOut = 'test/long/';

/**
 * Compiled test files, by their sources: what was compiled from a source that is gone is not run, and a source that is not compiled stops the run.
 * `under`: folders or files as `test/contract`; none means all.
 */
export function testFiles(under: readonly string[] = []): readonly string[] {
  const all = readdirSync('test', { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.test.ts')).map((name) => `test/${name}`).sort();
  const wanted = (source: string): boolean => under.length === 0 ? !source.startsWith(leftOut) : under.some((one) => source === one || source.startsWith(one.endsWith('/') ? one : `${one}/`));
  const empty = under.filter((one) => !all.some((source) => source === one || source.startsWith(`${one}/`)));
  if (empty.length > 0) throw new Error(`no tests under ${empty.join(', ')}`);
  const files = all.filter(wanted).map((source) => join('dist', source.replace(/\.ts$/, '.js')));
  const missing = files.filter((file) => !existsSync(file));
  if (missing.length > 0) throw new Error(`not compiled (npm run build): ${missing.join(', ')}`);
  return files;
}
