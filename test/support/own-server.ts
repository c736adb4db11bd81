import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { freePorts } from './city.js';

/** A server of a test's own, that may be killed and started again over the same folder. */
export interface OwnServer {
  readonly address: string;
  /** Root of its processes; undefined while it does not run. */
  readonly pid: number | undefined;
  start(): Promise<void>;
  /** SIGKILL: nothing is flushed. */
  kill(): Promise<void>;
  /** Ends it and removes its folder. */
  remove(): Promise<void>;
}

interface Recipe { readonly name: string; readonly command: string; readonly args: readonly string[]; readonly address: string; readonly port: number; readonly folder: string }

const postgresBin = (): string | undefined => {
  const versions = '/usr/lib/postgresql';
  const [newest] = existsSync(versions) ? readdirSync(versions).sort((one, two) => Number(two) - Number(one)) : [];
  return newest === undefined ? undefined : join(versions, newest, 'bin');
};
export const onPath = (command: string): boolean => ['/usr/bin', '/usr/sbin', '/usr/local/bin', '/bin'].some((folder) => existsSync(join(folder, command)));

/** Why an own server of a kind cannot be started on this machine; undefined when it can. */
export const whyNoOwn = {
  mysql: onPath('mariadbd') && onPath('mariadb-install-db') ? undefined : 'no mariadbd on this machine',
  postgres: postgresBin() !== undefined && onPath('runuser') ? undefined : 'no PostgreSQL binaries on this machine',
  redis: onPath('redis-server') ? undefined : 'no redis-server on this machine',
};

const readyWithinMs = 30_000;

/** `settings` as in `--ssl-cert=file`. */
export async function ownMariadb(settings: readonly string[] = []): Promise<OwnServer> {
  const [port = 0] = await freePorts(1);
  const folder = mkdtempSync(join(tmpdir(), 'tongjiao-mariadb-'));
  execFileSync('mariadb-install-db', ['--no-defaults', `--datadir=${folder}`, '--auth-root-authentication-method=normal', '--skip-test-db', '--user=root'], { stdio: 'ignore' });
  return new ChildServer({
    name: 'mariadbd', command: 'mariadbd', port, folder, address: `mysql://root@127.0.0.1:${port}/mysql`,
    args: ['--no-defaults', '--user=root', `--datadir=${folder}`, `--socket=${folder}/s.sock`, `--pid-file=${folder}/pid`, '--bind-address=127.0.0.1', `--port=${port}`, '--innodb-flush-log-at-trx-commit=1', ...settings],
  });
}

/** `settings` as in `ssl=on`. Runs as the account `postgres`: the server refuses to run as root. */
export async function ownPostgres(settings: readonly string[] = []): Promise<OwnServer> {
  const [port = 0] = await freePorts(1);
  const folder = mkdtempSync(join(tmpdir(), 'tongjiao-postgres-'));
  const bin = postgresBin() ?? '';
  execFileSync('chown', ['postgres', folder]);
  const asPostgres = (...command: string[]): readonly string[] => ['-u', 'postgres', '--', ...command];
  execFileSync('runuser', asPostgres(join(bin, 'initdb'), '-D', join(folder, 'data'), '-A', 'trust', '-E', 'UTF8', '--locale=C'), { stdio: 'ignore', cwd: folder });
  return new ChildServer({
    name: 'postgres', command: 'runuser', port, folder, address: `postgres://postgres@127.0.0.1:${port}/postgres`,
    args: asPostgres(join(bin, 'postgres'), '-D', join(folder, 'data'), '-p', String(port), '-h', '127.0.0.1', '-k', folder, '-c', 'max_connections=200', ...settings.flatMap((setting) => ['-c', setting])),
  });
}

export async function ownRedis(): Promise<OwnServer> {
  const [port = 0] = await freePorts(1);
  const folder = mkdtempSync(join(tmpdir(), 'tongjiao-redis-'));
  return new ChildServer({
    name: 'redis-server', command: 'redis-server', port, folder, address: `redis://127.0.0.1:${port}/0`,
    args: ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--dir', folder],
  });
}

class ChildServer implements OwnServer {
  readonly address: string;
  readonly #recipe: Recipe;
  #child: ChildProcess | undefined;

  constructor(recipe: Recipe) {
    this.#recipe = recipe;
    this.address = recipe.address;
  }

  get pid(): number | undefined { return this.#isAlive ? this.#child?.pid : undefined; }

  get #isAlive(): boolean { return this.#child !== undefined && this.#child.exitCode === null && this.#child.signalCode === null; }

  async start(): Promise<void> {
    const { name, command, args, port, folder } = this.#recipe;
    const deadline = performance.now() + readyWithinMs;
    while (!await answers(port)) {
      if (performance.now() > deadline) throw new Error(`${name} did not start`);
      // A server that was killed may find what its last children still hold, and end at once: it is tried again.
      // A group of its own: the server may be a grandchild, and dies with its whole group.
      if (!this.#isAlive) this.#child = spawn(command, args, { stdio: 'ignore', cwd: folder, detached: true });
      await pause(200);
    }
  }

  async kill(): Promise<void> {
    const child = this.#child;
    if (child?.pid === undefined || !this.#isAlive) return;
    const ended = new Promise((resolve) => { child.once('exit', resolve); });
    process.kill(-child.pid, 'SIGKILL');
    await ended;
    while (await answers(this.#recipe.port)) await pause(50);
  }

  async remove(): Promise<void> {
    await this.kill();
    rmSync(this.#recipe.folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

const answers = (port: number): Promise<boolean> => new Promise((resolve) => {
  const socket = connect(port, '127.0.0.1');
  const end = (answer: boolean) => () => { socket.destroy(); resolve(answer); };
  socket.once('connect', end(true)).once('error', end(false));
});
