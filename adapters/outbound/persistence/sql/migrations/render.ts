import type { Knex } from 'knex';
import type { SqlEngine } from '../engine.js';
import type { ColumnSpec, Step } from './steps.js';

/** The one DDL statement of a step, as the engine's knex compiles it. */
export function renderStep(engine: SqlEngine, step: Step): Knex.SchemaBuilder {
  const { schema } = engine.writer;
  if (step.change === 'create-table') {
    return schema.createTable(step.table, (table) => {
      for (const column of step.columns) addColumn(engine, table, column);
      table.primary([...step.primaryKey]);
    });
  }
  if (step.change === 'add-column') return schema.alterTable(step.table, (table) => { addColumn(engine, table, step.column); });
  if (step.change === 'drop-index') return schema.alterTable(step.table, (table) => { table.dropIndex([], step.index); });
  return schema.alterTable(step.table, (table) => {
    if (step.unique) table.unique([...step.columns], { indexName: step.index, useConstraint: false });
    else table.index([...step.columns], step.index);
  });
}

/** Whether the change is there already (of an index to be dropped: whether it is gone): made by a run that was cut off before it could record it. */
export async function isThere(engine: SqlEngine, step: Step): Promise<boolean> {
  if (step.change === 'create-table') return engine.writer.schema.hasTable(step.table);
  if (step.change === 'add-column') return engine.writer.schema.hasColumn(step.table, step.column.name);
  const hasIndex = await engine.hasIndex(step.table, step.index);
  return step.change === 'drop-index' ? !hasIndex : hasIndex;
}

function addColumn(engine: SqlEngine, table: Knex.CreateTableBuilder, spec: ColumnSpec): void {
  const column = table.specificType(spec.name, engine.columnType(spec));
  if (spec.required) column.notNullable();
}
