import type { Knex } from 'knex';
import type { Stored } from './codecs.js';
import type { DriverConnection } from './engine.js';

interface Sent { readonly sql: string; readonly method: string; readonly bindings: Stored[] }

/** The part of a knex client that runs a finished statement on one connection and reads its driver's answer. */
interface StatementRunner {
  query(connection: DriverConnection, statement: Sent): Promise<Sent>;
  processResponse(answered: Sent, runner: { readonly client: StatementRunner }): unknown;
}

/**
 * Statements with hundreds of values, compiled by knex once and kept: building the text again for each page of a bill costs more than the database
 * needs to answer it.
 */
export class KeptStatements {
  readonly #client: StatementRunner;
  readonly #known = new Map<string, Pick<Sent, 'sql' | 'method'>>();

  constructor(writer: Knex) { this.#client = writer.client as StatementRunner; }

  async run(connection: DriverConnection, name: string, make: () => Knex.QueryBuilder, values: readonly Stored[]): Promise<unknown> {
    const { sql, method } = this.#known.get(name) ?? this.#compile(name, make, values);
    return this.#client.processResponse(await this.#client.query(connection, { sql, method, bindings: [...values] }), { client: this.#client });
  }

  #compile(name: string, make: () => Knex.QueryBuilder, values: readonly Stored[]): Pick<Sent, 'sql' | 'method'> {
    const { sql, method, bindings } = make().toSQL();
    // Otherwise a value would stand in another's place from the second time on.
    if (bindings.length !== values.length || bindings.some((bound, place) => bound !== values[place])) throw new Error(`${name}: the values are not bound in this order`);
    const compiled = { sql, method };
    this.#known.set(name, compiled);
    return compiled;
  }
}
