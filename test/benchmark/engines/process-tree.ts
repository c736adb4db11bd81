import { readdirSync, readFileSync } from 'node:fs';
import { ticksPerSecond } from '../process-figures.js';

/** What a process and all its living descendants have used so far; NaN where there is no /proc. */
export interface TreeUse { readonly cpuSeconds: number; /** Given to the disk. */ readonly writtenBytes: number; readonly residentMb: number }

/** `leaveOut`: part of a command line; such a descendant is not counted (the simulators are the platform's children, not its work). */
export function treeUse(rootPid: number, leaveOut?: string): TreeUse {
  const members = treeOf(rootPid).filter((pid) => leaveOut === undefined || !read(pid, 'cmdline').includes(leaveOut));
  const sum = (of: (pid: number) => number): number => members.reduce((total, pid) => total + of(pid), 0);
  return {
    // Own time and that of children that ended: a server's connections come and go.
    cpuSeconds: sum((pid) => fieldsOf(pid).slice(11, 15).reduce((ticks, field) => ticks + Number(field), 0)) / ticksPerSecond,
    writtenBytes: sum((pid) => Number(/^write_bytes: (\d+)/m.exec(read(pid, 'io'))?.[1] ?? 0)),
    residentMb: sum((pid) => Number(/^VmRSS:\s+(\d+) kB/m.exec(read(pid, 'status'))?.[1] ?? 0)) * 1024 / 1e6,
  };
}

/** The process and its living descendants. */
export function treeOf(rootPid: number): readonly number[] {
  const parents = new Map(readdirSync('/proc').filter((name) => /^\d+$/.test(name)).map((name) => [Number(name), Number(fieldsOf(Number(name))[1])]));
  const found = [rootPid];
  for (const pid of found) for (const [child, parent] of parents) if (parent === pid) found.push(child);
  return found;
}

export const commandLineOf = (pid: number): string => read(pid, 'cmdline');

/** Of /proc/<pid>/stat, from the state on: the program's name before it may hold blanks. */
function fieldsOf(pid: number): readonly string[] {
  const stat = read(pid, 'stat');
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
}

/** Empty for a process that ended meanwhile. */
function read(pid: number, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return '';
  }
}
