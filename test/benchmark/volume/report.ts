import type { Latencies } from '../statistics.js';
import type { OldPages } from './old-pages.js';
import type { PathFigures } from './payment-path.js';
import type { StatementFigures } from './measure.js';
import type { TableSize } from './sizes.js';

/** Everything of one schema on one server. */
export interface Measured {
  readonly engine: string; readonly banner: string; readonly lastStep: string;
  /** Steps that took a tenth of a second or more. */
  readonly stepMs: Readonly<Record<string, number>>;
  readonly statements: readonly StatementFigures[]; readonly sizes: readonly TableSize[];
  readonly path: PathFigures | undefined; readonly oldPages: OldPages | undefined;
}

const ms = (value: number | undefined): string => (value === undefined ? '' : value < 10 ? value.toFixed(2) : value < 100 ? value.toFixed(1) : value.toFixed(0));
const pair = (one: Latencies | undefined): string => (one === undefined ? '' : `${ms(one.p50)} / ${ms(one.p99)}`);
const row = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`;
const table = (heads: readonly string[], rows: readonly (readonly (string | number)[])[]): string => [row(heads), row(heads.map(() => '---')), ...rows.map(row)].join('\n');

/** Figures as Markdown; times in ms, median / p99. */
export function reportOf({ banner, lastStep, stepMs, statements, sizes, path, oldPages }: Measured): string {
  const parts = [
    `## ${banner}, schema up to ${lastStep}`,
    table(['operation', 'statement', 'plan', 'rows read', 'pages (missed)', 'recent', 'old', 'again'], statements.map(({ operation, statement, plan, first, again }) => [
      operation, `\`${statement}\``, plan?.steps.join('; ') ?? '', plan === undefined ? '' : Math.round(plan.rowsRead), plan?.pages === undefined ? '' : `${plan.pages.touched} (${plan.pages.missed})`,
      pair(first.recent), pair(first.old), pair(again),
    ])),
    table(['step', 'seconds'], Object.entries(stepMs).map(([id, took]) => [id, (took / 1000).toFixed(1)])),
    table(['table', 'rows', 'bytes a row', 'indexes, bytes a row'], sizes.filter(({ rows }) => rows > 0).map(({ table: name, rows, rowBytes, indexBytes }) => [
      name, rows, Math.round(rowBytes / rows), Object.entries(indexBytes).map(([index, bytes]) => `${index} ${Math.round(bytes / rows)}`).join(', '),
    ])),
  ];
  if (path) parts.push(`Payments one after the other: ${path.paymentsPerSecond.toFixed(1)} a second, ${path.rowsPerSecond.toFixed(0)} rows inserted a second, ${pair(path.ms)} ms each (${path.payments}).`);
  if (oldPages) parts.push(`A page of 200 old orders: found in ${pair(oldPages.find)} ms, carried away with its ${oldPages.rowsOfPage} rows in ${pair(oldPages.move)} ms.`);
  return `${parts.join('\n\n')}\n`;
}
