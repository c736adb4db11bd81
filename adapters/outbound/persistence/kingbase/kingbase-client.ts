import { Socket } from 'node:net';
import { Client, type ClientConfig } from 'pg';
import PgClient from 'knex/lib/dialects/postgres/index.js';
import { guarded } from './guarded-socket.js';
import { lockTimeoutMs } from '../sql/server-address.js';

/** What we compile for: the oldest server whose SQL all of the family understand (databases.md 7). */
const compiledFor = '9.6';

/**
 * What every connection is set to, whatever the server's defaults are. Sent as statements and not as start-up parameters, which connection
 * poolers refuse. The server ends what takes too long; a line that no longer answers is given up by the driver a little later.
 */
const sessionStatements: readonly string[] = [
  `SET lock_timeout = ${lockTimeoutMs}`, "SET client_encoding = 'UTF8'",
  'SET SESSION CHARACTERISTICS AS TRANSACTION ISOLATION LEVEL READ COMMITTED',
];

/** The part of the driver that reads the server; under TLS it changes to a stream of its own. */
interface PgWire { readonly stream: Socket; once(event: 'sslconnect', listener: () => void): void }

/** knex's PostgreSQL client for the whole family: it takes any version banner (KingbaseES, openGauss, GaussDB) and sets its sessions up. */
export class KingbaseFamilyClient extends PgClient {
  override _parseVersion(banner: string): string {
    return /^PostgreSQL ([0-9.]+)/.exec(banner)?.[1] ?? compiledFor;
  }

  /** As knex does it, on a socket of ours: one whose reader may throw, encrypted or not, and which is closed when the server does not let us in. */
  override async _acquireOnlyConnection(): Promise<object> {
    const socket = guarded(new Socket());
    // Derived, not copied: knex hides the password from enumeration.
    const connection = new Client(Object.create(this.connectionSettings, { stream: { value: () => socket } }) as ClientConfig);
    const { connection: wire } = connection as unknown as { readonly connection: PgWire };
    wire.once('sslconnect', () => { guarded(wire.stream); });
    const dispose = (why: unknown): void => { Object.assign(connection, { __knex__disposed: why ?? 'the line ended' }); };
    connection.on('error', dispose).on('end', () => { dispose(undefined); });
    try {
      await connection.connect();
      return connection;
    } catch (error) {
      socket.destroy();
      throw error;
    }
  }

  override async acquireRawConnection(): Promise<object> {
    const connection = await super.acquireRawConnection();
    try {
      const { answerMs } = this.config as { readonly answerMs: number };
      for (const sql of [`SET statement_timeout = ${answerMs}`, ...sessionStatements]) await this._query(connection, { sql });
    } catch (error) {
      await (connection as { end(): Promise<void> }).end();
      throw error;
    }
    return connection;
  }
}
