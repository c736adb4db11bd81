import { execFileSync } from 'node:child_process';
import { closeSync, openSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { onPath } from '../../support/own-server.js';
import { mysqlServer, postgresServer, type TestServer } from '../../support/servers.js';

/** How an engine's own tools put a database into a file and back, in the words of docs/operate/backup.md. */
export interface EngineTools {
  readonly engine: string;
  readonly server: TestServer;
  /** Why they cannot be used on this machine. */
  readonly whyNot: string | undefined;
  /** `folder`: for the account's file, so that no command line holds a password. */
  dump(address: string, file: string, folder: string): void;
  /** The database of that name must be gone. */
  restore(address: string, file: string, folder: string): void;
}

const missing = (...programs: readonly string[]): string | undefined => {
  const absent = programs.filter((program) => !onPath(program));
  return absent.length === 0 ? undefined : `no ${absent.join(', ')} on this machine`;
};

const partsOf = (address: string): { readonly host: string; readonly port: string; readonly user: string; readonly password: string; readonly name: string } => {
  const { hostname, port, username, password, pathname } = new URL(address);
  return { host: hostname, port, user: decodeURIComponent(username), password: decodeURIComponent(password), name: pathname.slice(1) };
};

function mariadbAccount(address: string, folder: string): string {
  const { host, port, user, password } = partsOf(address);
  const file = join(folder, 'backup.cnf');
  writeFileSync(file, `[client]\nhost=${host}\nport=${port || '3306'}\nuser=${user}\npassword="${password}"\n`, { mode: 0o600 });
  return `--defaults-extra-file=${file}`;
}

const mariadb: EngineTools = {
  engine: 'MariaDB', server: mysqlServer, whyNot: missing('mariadb-dump', 'mariadb'),
  dump(address, file, folder) {
    const out = openSync(file, 'wx', 0o600);
    try {
      execFileSync('mariadb-dump', [
        mariadbAccount(address, folder), '--single-transaction', '--quick', '--hex-blob', '--routines', '--triggers', '--default-character-set=utf8mb4', '--databases', partsOf(address).name,
      ], { stdio: ['ignore', out, 'pipe'] });
    } finally {
      closeSync(out);
    }
  },
  restore(address, file, folder) {
    const dump = openSync(file, 'r');
    try {
      execFileSync('mariadb', [mariadbAccount(address, folder)], { stdio: [dump, 'pipe', 'pipe'] });
    } finally {
      closeSync(dump);
    }
  },
};

/** Runs one of PostgreSQL's tools on the address's server. */
function postgresTool(program: string, address: string, folder: string, words: readonly string[]): void {
  const { host, port, user, password } = partsOf(address);
  const file = join(folder, 'pgpass');
  writeFileSync(file, `*:*:*:*:${password.replace(/[:\\]/g, '\\$&')}\n`, { mode: 0o600 });
  execFileSync(program, [`--host=${host}`, `--port=${port || '5432'}`, `--username=${user}`, ...words], { stdio: ['ignore', 'pipe', 'pipe'], env: { PATH: process.env['PATH'], PGPASSFILE: file } });
}

const postgres: EngineTools = {
  engine: 'PostgreSQL', server: postgresServer, whyNot: missing('pg_dump', 'pg_restore', 'createdb'),
  dump(address, file, folder) { postgresTool('pg_dump', address, folder, ['--format=custom', '--no-owner', `--file=${file}`, partsOf(address).name]); },
  restore(address, file, folder) {
    const { name } = partsOf(address);
    postgresTool('createdb', address, folder, ['--encoding=UTF8', '--template=template0', name]);
    postgresTool('pg_restore', address, folder, ['--exit-on-error', '--single-transaction', '--no-owner', `--dbname=${name}`, file]);
  },
};

export const engineTools: readonly EngineTools[] = [mariadb, postgres];
