import type { SqlEngine } from '../../../adapters/outbound/persistence/sql/engine.js';

/** The parts of a knex client that the benchmark uses beside the product's. */
export interface Pool { acquireConnection(): Promise<object>; releaseConnection(connection: object): Promise<void> }
export interface Runner { query(connection: object, statement: { sql: string; bindings: unknown[]; method: 'raw' }): Promise<{ readonly response: unknown }> }

export const poolOf = (engine: SqlEngine): Pool => engine.writer.client as Pool;
