import type { Knex } from 'knex';
import type { StoredRow } from '../../../adapters/outbound/persistence/sql/codecs.js';
import type { SqlEngine } from '../../../adapters/outbound/persistence/sql/engine.js';

interface Statement { readonly sql: string; readonly method?: string; readonly output?: (this: unknown, response: unknown) => unknown }
interface Client {
  positionBindings(sql: string): string;
  acquireConnection: () => Promise<object>;
  releaseConnection: () => Promise<void>;
  query: (connection: object, statement: Statement) => Promise<Statement>;
  processResponse: (statement: Statement, runner: unknown) => unknown;
}

/** An engine whose statements are written down instead of run: no server, no driver, no connection. */
export interface RecordedEngine {
  readonly engine: SqlEngine;
  /** What every query on a table answers from now on; a table left out answers no row. */
  answer(rows: Readonly<Record<string, StoredRow>>): void;
  /** The statements since the last call. */
  taken(): readonly string[];
}

export function recordEngine(given: SqlEngine): RecordedEngine {
  let statements: string[] = [];
  let answers: Readonly<Record<string, StoredRow>> = {};
  // The table is the first name behind FROM, in whatever quotes and case.
  const rowsFor = (sql: string): readonly StoredRow[] => {
    const row = answers[/ from [`"]?(\w+)/i.exec(sql)?.[1]?.toLowerCase() ?? ''];
    return row === undefined ? [] : [row];
  };
  const record = (knex: Knex): void => {
    const client = knex.client as Client;
    client.acquireConnection = () => Promise.resolve({});
    client.releaseConnection = () => Promise.resolve();
    client.query = (_, statement) => {
      statements.push(client.positionBindings(statement.sql));
      return Promise.resolve(statement);
    };
    client.processResponse = (statement, runner) => {
      // No row, in the shape of every driver: an array, or an object that holds one.
      if (statement.output) return statement.output.call(runner, Object.assign([], { rows: [] }));
      return statement.method === 'select' ? rowsFor(statement.sql) : 1;
    };
  };
  record(given.writer);
  if (given.reader !== given.writer) record(given.reader);
  const nothing = (): Promise<void> => Promise.resolve();
  return {
    engine: { ...given, begin: nothing, commit: nothing, rollback: nothing },
    answer: (rows) => { answers = rows; },
    taken: () => {
      const since = statements;
      statements = [];
      return since;
    },
  };
}
