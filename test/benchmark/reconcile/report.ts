import type { FloorFigures } from './floor.js';
import type { Part, ProductFigures } from './product-process.js';

/** One size on one engine. */
export interface Measured { readonly trades: number; readonly lines: number; readonly zipBytes: number; readonly product: ProductFigures; readonly floor: FloorFigures | undefined }

const row = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`;
const table = (heads: readonly string[], rows: readonly (readonly (string | number)[])[]): string => [row(heads), row(heads.map(() => '---')), ...rows.map(row)].join('\n');
const count = (value: number): string => value.toLocaleString('en');
const seconds = (value: number): string => (value < 10 ? value.toFixed(2) : value.toFixed(1));
const pair = ({ seconds: wall, cpuSeconds }: Part): string => `${seconds(wall)} / ${seconds(cpuSeconds)}`;

/** Figures as Markdown. */
export function reportOf(banner: string, all: readonly Measured[]): string {
  const isInProcess = banner.startsWith('SQLite');
  const parts = [
    `## ${banner}`,
    table(['lines', 'receive, s wall / CPU', 'run, s wall / CPU', 'stretches', 'lines a second', 'µs a line, wall / CPU', 'peak MB (at start)'], all.map(({ lines, product }) => [
      count(lines), pair(product.receive), pair(product.run), product.stretches, count(Math.round(lines / product.run.seconds)),
      `${seconds(product.run.seconds * 1e6 / lines)} / ${seconds(product.run.cpuSeconds * 1e6 / lines)}`, `${Math.round(product.peakMb)} (${Math.round(product.startMb)})`,
    ])),
    table(['lines', 'load lines, s', 'join', 'insert entries', 'settle trades', 'floor: the last three', 'its CPU', 'run / floor', 'CPU / floor\'s CPU'], all.flatMap(({ lines, floor, product }) => (floor === undefined ? [] : [[
      count(lines), seconds(floor.load), seconds(floor.join), seconds(floor.entries), seconds(floor.settle), seconds(floorOf(floor)), isInProcess ? seconds(floor.cpu) : '', (product.run.seconds / floorOf(floor)).toFixed(2), isInProcess ? (product.run.cpuSeconds / floor.cpu).toFixed(2) : '',
    ]]))),
  ];
  const largest = all.at(-1);
  if (largest) {
    const { receive, run } = largest.product;
    const statements = [...receive.statements.slice(0, 4).map((one) => ['receive', one] as const), ...run.statements.slice(0, 14).map((one) => ['run', one] as const)];
    parts.push(`Statements of ${count(largest.lines)} lines (bill of ${count(largest.zipBytes)} bytes):`, table(['part', 'statement', 'sent', 's', 'CPU s', 'ms each'], statements.map(([part, { shape, count: sent, ms, cpuMs }]) => [
      part, `\`${shape}\``, count(sent), seconds(ms / 1000), Number.isFinite(cpuMs) ? seconds(cpuMs / 1000) : '', (ms / sent).toFixed(3),
    ])));
  }
  return `${parts.join('\n\n')}\n`;
}

const floorOf = ({ join, entries, settle }: FloorFigures): number => join + entries + settle;
