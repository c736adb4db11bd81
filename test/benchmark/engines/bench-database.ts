import { ownMariadb, ownPostgres, whyNoOwn, type OwnServer } from '../../support/own-server.js';
import { ownDatabase } from '../../support/servers.js';

export const engineNames = ['sqlite', 'mysql', 'postgres'] as const;
export type EngineName = (typeof engineNames)[number];

/** Where the databases of one engine are made. */
export interface BenchServer {
  readonly engine: EngineName;
  /** Root of the server's processes, where it is one of our own: then its CPU and its writing can be told. */
  readonly pid: number | undefined;
  /** A new database: its address, undefined where the product makes its own file. */
  database(): Promise<{ readonly address: string | undefined; drop(): Promise<void> }>;
  close(): Promise<void>;
}

/**
 * A server of this run alone, so that nobody else's work is in its figures: MariaDB and PostgreSQL as they come, every commit on the disk. MYSQL_URL
 * or POSTGRES_URL name another one; its CPU and writing are not told then.
 */
export async function openServer(engine: EngineName): Promise<BenchServer> {
  if (engine === 'sqlite') return { engine, pid: undefined, database: async () => ({ address: undefined, drop: async () => undefined }), close: async () => undefined };
  const given = process.env[engine === 'mysql' ? 'MYSQL_URL' : 'POSTGRES_URL'];
  if (given !== undefined && given !== '') return { engine, pid: undefined, database: async () => ownDatabase(given), close: async () => undefined };
  const missing = whyNoOwn[engine];
  if (missing !== undefined) throw new Error(`${missing}: name a server with ${engine === 'mysql' ? 'MYSQL_URL' : 'POSTGRES_URL'}`);
  const server: OwnServer = await (engine === 'mysql' ? ownMariadb() : ownPostgres());
  await server.start();
  return { engine, get pid() { return server.pid; }, database: async () => ownDatabase(server.address), close: () => server.remove() };
}
