import type { SqlEngine } from '../../../adapters/outbound/persistence/sql/engine.js';
import { poolOf, type Runner } from './connection.js';
import type { HeardStatement } from './heard.js';
import { rowsOf } from './sizes.js';

/** How the server answered one statement. */
export interface Plan {
  /** Each access to a table, in a few words. */
  readonly steps: readonly string[];
  /** Rows it looked at, whatever it gave back. */
  readonly rowsRead: number;
  /** 8 KB pages touched and of these not in the server's own memory; undefined where the server does not tell. */
  readonly pages: { readonly touched: number; readonly missed: number } | undefined;
}

type Node = Readonly<Record<string, unknown>>;
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;
/** A node and everything within it. */
const within = (value: unknown): readonly Node[] => (isNode(value) ? [...(Array.isArray(value) ? [] : [value]), ...Object.values(value).flatMap(within)] : []);
const figure = (node: Node, name: string): number => Number(node[name] ?? 0);

/** Runs the statement once more under the server's own eyes, and undoes it. An INSERT has no plan worth reading. */
export async function planOf(engine: SqlEngine, { sql, bindings }: HeardStatement): Promise<Plan | undefined> {
  if (/^insert /i.test(sql)) return undefined;
  const pool = poolOf(engine);
  const connection = await pool.acquireConnection();
  try {
    await engine.begin(connection);
    const asked = engine.name === 'mysql' ? `analyze format=json ${sql}` : `explain (analyze, buffers, format json) ${sql}`;
    const { response } = await (engine.writer.client as Runner).query(connection, { sql: asked, bindings: [...bindings], method: 'raw' });
    await engine.rollback(connection);
    const cell = Object.values(rowsOf(response)[0] ?? {})[0];
    const tree: unknown = typeof cell === 'string' ? JSON.parse(cell) : cell;
    return engine.name === 'mysql' ? mysqlPlan(tree) : kingbasePlan(tree);
  } finally {
    await pool.releaseConnection(connection);
  }
}

function mysqlPlan(tree: unknown): Plan {
  const nodes = within(tree);
  const accesses = nodes.filter((node) => typeof node['table_name'] === 'string' && node['access_type'] !== undefined);
  const sorts = nodes.some((node) => node['filesort'] !== undefined) ? ['sort'] : [];
  return {
    steps: [...accesses.map((node) => (node['access_type'] === 'ALL' ? `FULL SCAN of ${String(node['table_name'])}` : `${String(node['access_type'])} by ${String(node['key'])}${node['using_index'] === true ? ', index only' : ''}`)), ...sorts],
    rowsRead: accesses.reduce((sum, node) => sum + figure(node, 'r_rows') * Math.max(1, figure(node, 'r_loops')), 0), pages: undefined,
  };
}

function kingbasePlan(tree: unknown): Plan {
  const nodes = within(tree).filter((node) => typeof node['Node Type'] === 'string');
  const word = (node: Node): string | undefined => {
    const type = String(node['Node Type']);
    if (type === 'Seq Scan') return `FULL SCAN of ${String(node['Relation Name'])}`;
    if (/Index/.test(type)) return `${type.toLowerCase()} by ${String(node['Index Name'])}`;
    return /Sort/.test(type) ? type.toLowerCase() : undefined;
  };
  const top = nodes[0] ?? {};
  const missed = figure(top, 'Shared Read Blocks');
  return {
    steps: nodes.map(word).filter((step) => step !== undefined),
    rowsRead: nodes.filter((node) => /Scan$/.test(String(node['Node Type'])) && node['Plans'] === undefined)
      .reduce((sum, node) => sum + (figure(node, 'Actual Rows') + figure(node, 'Rows Removed by Filter')) * Math.max(1, figure(node, 'Actual Loops')), 0),
    pages: { touched: figure(top, 'Shared Hit Blocks') + missed, missed },
  };
}
