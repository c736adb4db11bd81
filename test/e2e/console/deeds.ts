import type { ConsoleLife } from '../../integration/console/console-life.js';

/** What the operation log says that operators did to one thing, in the order in which they did it. What was refused is not among it. */
export async function deedsOn(life: ConsoleLife, objectKind: string, objectNo: string): Promise<readonly string[]> {
  const rows: readonly { readonly action: string }[] = await life.city.resources.engine.reader('audit_entry').where({ object_kind: objectKind, object_no: objectNo, actor_kind: 'operator' }).orderBy('entry_id').select('action');
  return rows.map(({ action }) => action);
}
