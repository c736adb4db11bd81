import { setTimeout as pause } from 'node:timers/promises';
import type { Knex } from 'knex';
import type { DriverConnection, SqlEngine } from '../engine.js';
import { errorField } from '../server-address.js';

interface Pool { acquireConnection(): Promise<DriverConnection>; releaseConnection(connection: DriverConnection): Promise<void> }

/** One connection of an engine, with transactions by hand. */
export class Line {
  readonly engine: SqlEngine;
  readonly connection: DriverConnection;
  #open = false;

  private constructor(engine: SqlEngine, connection: DriverConnection) {
    this.engine = engine;
    this.connection = connection;
  }

  static async open(engine: SqlEngine): Promise<Line> { return new Line(engine, await (engine.writer.client as Pool).acquireConnection()); }

  table(name: string): Knex.QueryBuilder { return this.engine.writer(name).connection(this.connection); }
  async raw(sql: string): Promise<readonly Readonly<Record<string, unknown>>[]> { return rowsOf(await this.engine.writer.raw(sql).connection(this.connection)); }

  async begin(): Promise<void> {
    await this.engine.begin(this.connection);
    this.#open = true;
  }
  async commit(): Promise<void> {
    this.#open = false;
    await this.engine.commit(this.connection);
  }
  async rollback(): Promise<void> {
    this.#open = false;
    await this.engine.rollback(this.connection);
  }

  /** Whatever is open on it is undone; a line on which that fails is closed instead of being handed out again. */
  async close(): Promise<void> {
    if (this.#open) await this.rollback().catch(() => { this.engine.discard(this.connection); });
    await (this.engine.writer.client as Pool).releaseConnection(this.connection);
  }
}

/** The rows of a raw query, whatever shape the driver gives them: `[rows, fields]`, `{ rows }` or rows. */
export function rowsOf(answer: unknown): readonly Readonly<Record<string, unknown>>[] {
  if (!Array.isArray(answer)) return (answer as { readonly rows?: readonly Readonly<Record<string, unknown>>[] } | null)?.rows ?? [];
  return (Array.isArray(answer[0]) ? answer[0] : answer) as readonly Readonly<Record<string, unknown>>[];
}

/** What a statement came to: an error and what the product takes it for, or nothing. */
export interface Refusal {
  readonly kind: string;
  /** The server's number or words, Chinese around it. */
  readonly told: string;
  /** The same with what the product takes it for. */
  readonly words: string;
}

/** The server's refusal of a statement; undefined when it went well. */
export async function refusalOf(engine: SqlEngine, work: PromiseLike<unknown>): Promise<Refusal | undefined> {
  try {
    await work;
    return undefined;
  } catch (error) {
    return refusal(engine, error);
  }
}

export function refusal(engine: SqlEngine, error: unknown): Refusal {
  const kind = engine.classify(error);
  const numbers = (['errno', 'code', 'errCode', 'errorNum'] as const).map((name) => errorField(error, name)).filter((told) => told !== undefined);
  const told = numbers.length > 0 ? `错误号 ${numbers.join(' / ')}` : `错误“${error instanceof Error ? error.message.slice(-120) : String(error)}”`;
  return { kind, told, words: `${told}，程序归类为 ${kind}` };
}

export interface Waited { readonly waitedMs: number; readonly end: 'done' | 'waiting' | Refusal }

/** How a statement ends that another transaction holds up; `waiting` when that takes longer than anybody should wait. Never throws. */
export async function waitFor(engine: SqlEngine, statement: PromiseLike<unknown>, patienceMs: number): Promise<Waited> {
  const began = performance.now();
  const settled = refusalOf(engine, statement).then((refused) => refused ?? 'done' as const);
  const stop = new AbortController();
  const end = await Promise.race([settled, pause(patienceMs, 'waiting' as const, { signal: stop.signal }).catch(() => 'waiting' as const)]);
  stop.abort();
  return { waitedMs: Math.round(performance.now() - began), end };
}
