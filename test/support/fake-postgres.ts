import { createServer, type Server, type Socket } from 'node:net';
import { TLSSocket } from 'node:tls';
import { endsLogin, startLogin, type FakeLogin, type Login } from './fake-postgres-login.js';
import {
  authentication, columns, commandDone, int32, MessageReader, packet, parameter, readyForQuery, refusal, row, type Message,
} from './fake-postgres-wire.js';
import type { ServerCertificate } from './own-authority.js';

export type { FakeLogin } from './fake-postgres-login.js';

/** What the servers of the family say to `select version()`; from their public documents and reports, none of them was seen here. */
export const banners = {
  postgres: 'PostgreSQL 15.18 on x86_64-pc-linux-gnu, compiled by gcc 12.2.0, 64-bit',
  kingbase: 'KingbaseES V008R006C008B0014 on x86_64-pc-linux-gnu, compiled by gcc (GCC) 4.1.2 20080704 (Red Hat 4.1.2-46), 64-bit',
  openGauss: '(openGauss 5.0.0 build a07d57c3) compiled at 2023-03-29 03:37:13 commit 0 last mr  on x86_64-unknown-linux-gnu, compiled by g++ (GCC) 7.3.0, 64-bit',
  gaussDb: 'gaussdb (GaussDB Kernel 505.2.1 build 2bd2a4f2) compiled at 2024-08-01 10:00:00 commit 9967 last mr 19883 release on x86_64',
  polarDb: 'PostgreSQL 14.10 (PolarDB 14.10.18.0 build 82e3de90) on x86_64-linux-gnu',
} as const;

export interface FakePostgresOptions {
  /** The answer to `select version()`. */
  readonly banner: string;
  readonly login?: FakeLogin;
  /** The one account that is let in; a password is asked for by every login but `ok`. */
  readonly user?: string;
  readonly password?: string;
  /** What the server tells after the login beside its encoding. */
  readonly serverVersion?: string;
  /** With it the server takes a wish for TLS; without, it declines. */
  readonly certificate?: ServerCertificate;
  /** Rows of queries, each column as text; undefined: `select version()` gets the banner, any other is refused as one this server does not know. */
  readonly answers?: (sql: string) => readonly Readonly<Record<string, string>>[] | undefined;
}

export interface FakePostgres {
  readonly port: number;
  /** The account and password this server lets in. */
  readonly user: string;
  readonly password: string;
  /** All statements that arrived, in order. */
  readonly statements: readonly string[];
  close(): Promise<void>;
}

interface Setup extends Required<Omit<FakePostgresOptions, 'answers' | 'certificate'>>, Pick<FakePostgresOptions, 'answers' | 'certificate'> { readonly statements: string[] }

/** A server on the loopback that looks like one of the PostgreSQL family at login and at `select version()`, and is nothing else. */
export async function startFakePostgres(options: FakePostgresOptions): Promise<FakePostgres> {
  const setup: Setup = { login: 'ok', user: 'tongjiao', password: 'Fake-Pw-1', serverVersion: '12.1', ...options, statements: [] };
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => { sockets.delete(socket); });
    // A client that turns away closes as it likes.
    socket.on('error', () => { socket.destroy(); });
    talk(socket, setup);
  });
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  return { port: portOf(server), user: setup.user, password: setup.password, statements: setup.statements, close: () => closeAll(server, sockets) };
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return address.port;
}

function closeAll(server: Server, sockets: ReadonlySet<Socket>): Promise<void> {
  for (const socket of sockets) socket.destroy();
  return new Promise((resolve) => { server.close(() => { resolve(); }); });
}

function talk(socket: Socket, setup: Setup): void {
  const reader = new MessageReader();
  let login: Login | 'in' | undefined;
  let parsed = '';
  const letIn = (): void => {
    login = 'in';
    const told = Object.entries({ server_version: setup.serverVersion, server_encoding: 'UTF8', client_encoding: 'UTF8', DateStyle: 'ISO, MDY' });
    socket.write(Buffer.concat([authentication(0), ...told.map(([name, value]) => parameter(name, value)), packet('K', int32(1), int32(1)), readyForQuery()]));
  };
  const greet = (): void => {
    const started = startLogin(setup.login, setup);
    if (started === 'in') {
      letIn();
      return;
    }
    login = started;
    socket.write(started.first);
  };
  const goOn = (current: Login, body: Buffer): void => {
    const answer = current.answer(body);
    if (answer === 'in') letIn();
    else if (answer === 'out') socket.end(refusal('28P01', `password authentication failed for user "${setup.user}"`));
    else {
      socket.write(answer);
      if (endsLogin(answer)) letIn();
    }
  };
  const take = ({ type, body }: Message): void => {
    if (type === 'tls') takeTls(socket, setup);
    else if (type === 'cancel' || type === 'X') socket.end();
    else if (type === 'greeting') greet();
    else if (type === 'p' && login !== 'in' && login !== undefined) goOn(login, body);
    else if (type === 'Q') socket.write(Buffer.concat([answerTo(body.toString('utf8', 0, body.length - 1), setup), readyForQuery()]));
    else if (type === 'P') parsed = statementOf(body, socket);
    else if (type === 'B') socket.write(packet('2'));
    else if (type === 'E') socket.write(answerTo(parsed, setup));
    else if (type === 'S') socket.write(readyForQuery());
  };
  socket.on('data', (chunk) => { for (const message of reader.push(chunk)) take(message); });
}

function takeTls(socket: Socket, setup: Setup): void {
  const { certificate } = setup;
  socket.write(certificate === undefined ? 'N' : 'S');
  if (certificate === undefined) return;
  socket.removeAllListeners('data');
  const secure = new TLSSocket(socket, { isServer: true, cert: certificate.certificatePem, key: certificate.keyPem });
  secure.on('error', () => { socket.destroy(); });
  talk(secure, setup);
}

/** Parse: name of the statement, its text, the types of its values. */
function statementOf(body: Buffer, socket: Socket): string {
  socket.write(packet('1'));
  const start = body.indexOf(0) + 1;
  return body.toString('utf8', start, body.indexOf(0, start));
}

function answerTo(sql: string, { banner, answers, statements }: Setup): Buffer {
  statements.push(sql);
  const rows = answers?.(sql) ?? (/^\s*select\s+version\(\)/i.test(sql) ? [{ version: banner }] : undefined);
  const word = /^\s*(set|begin|start|commit|rollback|reset|discard)\b/i.exec(sql)?.[1]?.toUpperCase();
  if (rows !== undefined) return Buffer.concat([columns(Object.keys(rows[0] ?? {})), ...rows.map((one) => row(Object.values(one))), commandDone(`SELECT ${rows.length}`)]);
  return word === undefined ? refusal('42601', 'this server only says what it is') : commandDone(word);
}
