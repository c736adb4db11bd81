import type { Knex } from 'knex';
import type { SqlEngine } from '../../../adapters/outbound/persistence/sql/engine.js';

export interface HeardStatement { readonly sql: string; readonly bindings: readonly unknown[]; readonly ms: number }
interface QueryEvent { readonly sql: string; readonly bindings?: readonly unknown[]; readonly __knexQueryUid: string }

/** Writes down every statement an engine sends, as its driver gets it, with the time to its answer. */
export class Heard {
  readonly #begun = new Map<string, number>();
  #heard: HeardStatement[] = [];

  constructor(engine: SqlEngine) {
    this.#listen(engine.writer);
    if (engine.reader !== engine.writer) this.#listen(engine.reader);
  }

  /** Those since the last call; without BEGIN, COMMIT and the like. */
  taken(): readonly HeardStatement[] {
    const taken = this.#heard;
    this.#heard = [];
    return taken.filter(({ sql }) => /^(select|insert|update|delete) /i.test(sql));
  }

  #listen(knex: Knex): void {
    knex.on('query', ({ __knexQueryUid: uid }: QueryEvent) => { this.#begun.set(uid, performance.now()); });
    knex.on('query-response', (_: unknown, query: QueryEvent) => { this.#end(query); });
  }

  #end({ __knexQueryUid: uid, sql, bindings = [] }: QueryEvent): void {
    this.#heard.push({ sql, bindings, ms: performance.now() - (this.#begun.get(uid) ?? Number.NaN) });
    this.#begun.delete(uid);
  }
}

/** A statement without what changes from call to call and from engine to engine: quotes, numbered placeholders, lengths of lists, columns. */
export const shapeOf = (sql: string): string => sql
  .replace(/["`]/g, '').replace(/\$\d+/g, '?').replace(/\((\?, )+\?\)/g, '(…)')
  .replace(/^select .* from /, 'select … from ').replace(/^insert into (\w+).*/, 'insert into $1').replace(/^update (\w+) set .* where /, 'update $1 … where ');
