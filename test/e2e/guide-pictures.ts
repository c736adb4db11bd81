import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { smallPng } from './small-png.js';

/**
 * `npm run guide:pictures`: the pictures that the operators' guide shows, out of those that the tests of the console took (`SCREENSHOTS`). The guide says by name which ones it wants.
 * Not a test, and run by nobody's suite.
 */
const guide = 'docs/operate/console-guide.md';
const folder = join('docs', 'pictures', 'console');
const mostBytes = 200_000;

const [taken = ''] = process.argv.slice(2);
const names = [...readFileSync(guide, 'utf8').matchAll(/\.\.\/pictures\/console\/([a-z-]+)\.png/g)].map(([, name = '']) => name);
mkdirSync(folder, { recursive: true });
for (const name of new Set(names)) {
  const from = join(taken, `${name}.png`);
  if (!existsSync(from)) throw new Error(`no test took the picture ${name}`);
  const bytes = smallPng(readFileSync(from));
  if (bytes.length > mostBytes) throw new Error(`${name} has ${bytes.length} bytes`);
  writeFileSync(join(folder, `${name}.png`), bytes);
}
process.stdout.write(`${new Set(names).size} pictures in ${folder}\n`);
