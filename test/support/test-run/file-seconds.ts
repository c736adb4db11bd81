import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import type Mocha from 'mocha';

/**
 * What one test file cost, in seconds: on the wall, of this process's processor time, and of the processes it started and saw ending. Hooks of
 * its suites are in it, loading the file is not. `tests`: how many passed, failed or were skipped.
 */
export interface FileSeconds { readonly file: string; readonly tests: number; readonly wall: number; readonly own: number; readonly children: number }

/** Linux counts processor time in /proc in hundredths of a second, on every machine it runs on. */
const ticksPerSecond = 100;

/** Processor time of ended children; 0 where there is no /proc. */
function childrenSeconds(): number {
  try {
    const fields = readFileSync('/proc/self/stat', 'utf8').replace(/^.*\) /s, '').split(' ');
    return (Number(fields[13]) + Number(fields[14])) / ticksPerSecond;
  } catch {
    return 0;
  }
}

function spentSoFar(): Pick<FileSeconds, 'wall' | 'own' | 'children'> {
  const { user, system } = process.cpuUsage();
  return { wall: performance.now() / 1000, own: (user + system) / 1e6, children: childrenSeconds() };
}

const compiledFile = (node: { readonly file?: string | undefined }): string => relative(process.cwd(), node.file ?? '');

/** Follows a run; what it gives back tells the files in which anything was tested. */
export function followFiles(runner: Mocha.Runner): () => readonly FileSeconds[] {
  const files = new Map<string, FileSeconds>();
  const add = (file: string, more: Omit<FileSeconds, 'file'>): void => {
    const sum = files.get(file) ?? { tests: 0, wall: 0, own: 0, children: 0 };
    files.set(file, { file, tests: sum.tests + more.tests, wall: sum.wall + more.wall, own: sum.own + more.own, children: sum.children + more.children });
  };
  let before = spentSoFar();
  runner.on('suite', (suite) => { if (suite.parent?.root === true) before = spentSoFar(); });
  runner.on('suite end', (suite) => {
    if (suite.parent?.root !== true) return;
    const after = spentSoFar();
    add(compiledFile(suite), { tests: 0, wall: after.wall - before.wall, own: after.own - before.own, children: after.children - before.children });
  });
  runner.on('test end', (test) => { add(compiledFile(test), { tests: 1, wall: 0, own: 0, children: 0 }); });
  return () => [...files.values()];
}

/** A table for people: slowest first. */
export function secondsTable(files: readonly FileSeconds[]): string {
  const cell = (seconds: number): string => seconds.toFixed(1).padStart(9);
  const sum = (pick: (file: FileSeconds) => number): string => cell(files.reduce((total, file) => total + pick(file), 0));
  const rows = [...files].sort((one, two) => two.wall - one.wall);
  return [
    '     wall      own children tests  file', ...rows.map(({ file, tests, wall, own, children }) => `${cell(wall)}${cell(own)}${cell(children)}${String(tests).padStart(6)}  ${file}`),
    `${sum(({ wall }) => wall)}${sum(({ own }) => own)}${sum(({ children }) => children)}${String(files.reduce((total, { tests }) => total + tests, 0)).padStart(6)}  all files`, '',
  ].join('\n');
}
