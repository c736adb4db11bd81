import { markdownTable } from '../../../bootstrap/cli/markdown-table.js';
import { median } from '../statistics.js';
import type { DatabaseSize } from './database-size.js';
import { ofFloor, type EngineFigures } from './engine-figures.js';
import { sampledTables } from './payment-sample.js';
import type { Volume } from './volume.js';
import { isCommit, type StatementFigures } from './statements.js';

const number = (value: number): string => (Number.isNaN(value) ? '–' : value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2));
/** The middle of the rounds and their ends. */
const spread = (values: readonly number[]): string => `${number(median(values))} (${number(Math.min(...values))}–${number(Math.max(...values))})`;

export function figuresMarkdown(figures: readonly EngineFigures[]): string {
  const rates = figures.map(({ engine, workers, rounds, floor, ...rest }) => [
    engine, String(workers), spread(rounds.map((round) => round.perSecond)), spread(rounds.map((round) => round.sustainedPerSecond)), spread(floor.map((round) => round.perSecond)), `${(ofFloor({ engine, workers, rounds, floor, ...rest }) * 100).toFixed(0)} %`,
    `${number(median(rounds.map((round) => round.create.p50)))} / ${number(median(rounds.map((round) => round.create.p99)))}`, `${number(median(rounds.map((round) => round.payToTold.p50)))} / ${number(median(rounds.map((round) => round.payToTold.p99)))}`,
    String(rounds.reduce((sum, round) => sum + round.payments, 0)), String(rounds.reduce((sum, round) => sum + round.errors, 0)),
  ]);
  const costs = figures.map(({ engine, workers, rounds, floor, queries, callbacks }) => [
    engine, String(workers), spread(rounds.map((round) => round.productCpuMs)), spread(rounds.map((round) => round.databaseCpuMs)), number(median(floor.map((round) => round.driverCpuMs))), number(median(floor.map((round) => round.databaseCpuMs))),
    number(median(rounds.map((round) => round.writtenBytes)) / 1024), number(median(rounds.map((round) => round.residentMb))),
    spread(queries.map((one) => one.perSecond)), `${number(median(queries.map((one) => one.productCpuMs)))} / ${number(median(queries.map((one) => one.databaseCpuMs)))}`,
    `${number(callbacks.perSecond)} (${callbacks.count})`, `${number(callbacks.productCpuMs)} / ${number(callbacks.databaseCpuMs)}`,
  ]);
  return [
    markdownTable(['engine', 'processes', 'payments/s while paying', 'with their jobs', 'floor/s', 'of floor', 'create p50 / p99 ms', 'pay → told p50 / p99 ms', 'payments', 'errors'], rates),
    markdownTable(['engine', 'processes', 'platform CPU ms', 'database CPU ms', 'floor: driver', 'floor: database', 'written KB', 'platform MB', 'queries/s', 'query CPU ms, platform / database', 'callbacks/s', 'callback CPU ms'], costs),
  ].join('\n\n');
}

export function statementsMarkdown({ engine, payments, statements }: StatementFigures): string {
  const sum = (of: (one: StatementFigures['statements'][number]) => number): number => statements.reduce((total, one) => total + of(one), 0);
  const total = `${engine}, ${payments} payments: ${number(sum((one) => one.perPayment))} statements a payment, ${number(sum((one) => (isCommit(one.sql) ? one.perPayment : 0)))} commits, ${number(sum((one) => one.perPayment * one.medianUs) / 1000)} ms in the driver`;
  const rows = statements.map((one) => [one.useCase, one.perPayment.toFixed(2), one.medianUs.toFixed(0), `\`${inShort(one.sql)}\``]);
  return [total, markdownTable(['use case', 'a payment', 'median µs', 'statement'], rows)].join('\n\n');
}

/** Which table, and by what: the columns of a row are many and always the same. */
export function inShort(sql: string): string {
  const plain = sql.replace(/["`]/g, '').replace(/\$\d+/g, '?');
  return plain.replace(/^select .*? from/, 'select … from').replace(/^insert into (\w+) .*/, 'insert into $1 …').replace(/^update (\w+) set .*? where/, 'update $1 set … where').replace(/\?(, \?)+/g, '?, …');
}

export function sizesMarkdown(sizes: readonly DatabaseSize[]): string {
  return markdownTable(['engine', 'orders', 'bytes an order', ...sampledTables, 'load took s'],
    sizes.map(({ engine, orders, bytesPerOrder, seconds }) => [engine, String(orders), bytesPerOrder.all.toFixed(0), ...sampledTables.map((table) => number(bytesPerOrder[table] ?? Number.NaN)), seconds.toFixed(0)]));
}

export function volumeMarkdown({ engine, payments, logBytes, redisBefore, redisPeak, databaseWire }: Volume): string {
  return markdownTable(['engine', 'payments', 'log bytes a payment (info)', 'Redis before KB', 'Redis peak KB', 'platform ↔ database bytes a payment'],
    [[engine, String(payments), number(logBytes), number(redisBefore / 1024), number(redisPeak / 1024), number(databaseWire)]]);
}
