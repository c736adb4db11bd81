import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { ServerCertificate } from '../../support/own-authority.js';
import { ownMariadb, ownPostgres, whyNoOwn, type OwnServer } from '../../support/own-server.js';
import { asAdmin } from '../../support/servers.js';

/** How one kind of server is given a certificate, takes another while it runs, refuses plain lines, and tells what protects a line. */
interface Kind {
  readonly name: string; readonly whyNot: string | undefined; readonly account: string;
  prepare(certificate: string | undefined, key: string): Promise<OwnServer>;
  readonly reload: string; readonly demand: string; readonly cipher: string;
  /** Changes with every reload, as a new line sees it; undefined: the reload is over when it is answered. */
  readonly loaded: string | undefined;
}

export const encryptedKinds: readonly Kind[] = [
  {
    name: 'MariaDB', whyNot: whyNoOwn.mysql, account: 'root',
    prepare: (certificate, key) => ownMariadb(certificate === undefined ? [] : [`--ssl-cert=${certificate}`, `--ssl-key=${key}`]),
    reload: 'flush ssl', demand: 'set global require_secure_transport = on', loaded: undefined,
    cipher: "select variable_value as protection from information_schema.session_status where variable_name = 'Ssl_cipher'",
  },
  {
    name: 'PostgreSQL', whyNot: whyNoOwn.postgres, account: 'postgres',
    prepare: (certificate, key) => ownPostgres(certificate === undefined ? [] : ['ssl=on', `ssl_cert_file=${certificate}`, `ssl_key_file=${key}`]),
    reload: 'select pg_reload_conf()', demand: "do $$ begin execute format('copy (select %L) to %L', 'hostssl all all all trust', current_setting('hba_file')); perform pg_reload_conf(); end $$",
    loaded: 'select pg_conf_load_time()::text as moment',
    cipher: "select coalesce(cipher, '') as protection from pg_stat_ssl where pid = pg_backend_pid()",
  },
];

const waitMs = 20_000;

/** A server of a test's own that speaks TLS with a given certificate; without one, none. */
export class EncryptedServer {
  readonly address: string;
  readonly port: number;
  readonly #kind: Kind;
  readonly #server: OwnServer;
  readonly #folder: string;

  private constructor(kind: Kind, server: OwnServer, folder: string) {
    [this.#kind, this.#server, this.#folder] = [kind, server, folder];
    this.address = server.address;
    this.port = Number(new URL(server.address).port);
  }

  static async start(kind: Kind, certificate: ServerCertificate | undefined): Promise<EncryptedServer> {
    const folder = mkdtempSync(join(tmpdir(), 'tongjiao-certificate-'));
    chmodSync(folder, 0o755);
    const own = new EncryptedServer(kind, await kind.prepare(certificate === undefined ? undefined : join(folder, 'server.crt'), join(folder, 'server.key')), folder);
    if (certificate) own.#lay(certificate);
    await own.#server.start();
    // A port answers before the server lets anybody in.
    await until('the server lets in', () => own.#ask('select 1').then(() => true, () => false));
    return own;
  }

  /** New lines are answered with this one. */
  async present(certificate: ServerCertificate): Promise<void> {
    const { reload, loaded } = this.#kind;
    this.#lay(certificate);
    const before = loaded === undefined ? undefined : await this.#ask(loaded);
    await this.#ask(reload);
    if (loaded !== undefined) await until('the certificate is taken', async () => await this.#ask(loaded) !== before);
  }

  /** Plain lines are refused from now on. */
  async demandTls(): Promise<void> {
    await this.#ask(this.#kind.demand);
    await until('plain lines are refused', () => this.#ask('select 1').then(() => false, () => true));
  }

  /** Asks over a plain line of its own; the answer as text. */
  async #ask(sql: string): Promise<string> {
    let answer = '';
    await asAdmin(this.address, async (admin) => {
      const told = await admin.raw<{ readonly rows?: unknown }>(sql);
      answer = JSON.stringify(told.rows ?? '');
    });
    return answer;
  }

  async remove(): Promise<void> {
    await this.#server.remove();
    rmSync(this.#folder, { recursive: true });
  }

  /** Whoever runs the server owns the key, as the server demands. */
  #lay({ certificatePem, keyPem }: ServerCertificate): void {
    const [certificate, key] = [join(this.#folder, 'server.crt'), join(this.#folder, 'server.key')];
    writeFileSync(certificate, certificatePem);
    writeFileSync(key, keyPem, { mode: 0o600 });
    if (this.#kind.account !== 'root') execFileSync('chown', [this.#kind.account, key]);
  }
}

async function until(what: string, probe: () => Promise<boolean>): Promise<void> {
  const deadline = performance.now() + waitMs;
  while (!await probe()) {
    if (performance.now() > deadline) throw new Error(`in vain waited until ${what}`);
    await pause(50);
  }
}
