import { X509Certificate } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import type { ServerAddress } from '../adapters/outbound/persistence/sql/server-address.js';
import { ConfigError } from './config.js';

/** Engine families and the names under which an address may ask for them. */
const families = {
  mysql: { schemes: ['mysql', 'mariadb'], port: 3306 },
  kingbase: { schemes: ['kingbase', 'postgres', 'postgresql'], port: 5432 },
  dm: { schemes: ['dm'], port: 5236 },
  oracle: { schemes: ['oracle'], port: 1521 },
} as const;
export type ServerFamily = keyof typeof families;

export type DatabaseAddress =
  | { readonly family: 'sqlite'; readonly file: string }
  | { readonly family: ServerFamily; readonly server: ServerAddress };

/** Kingbase's own port; the rest of its family listens on PostgreSQL's. */
const kingbasePort = 54321;
const defaultConnections = 20;
const mostConnections = 200;
const knownParameters = ['schema', 'tls', 'ca', 'certs', 'connections'];

/** The account of an address, when it is not the one written in it. */
export interface Account { readonly user: string | undefined; readonly password: string | undefined }

/**
 * Reads `sqlite:<file>` or `<scheme>://user@host:port/database?schema=&tls=on&ca=<file>&connections=` (DM: `certs=<folder>`). Throws ConfigError with a sentence that
 * never repeats the address: it may hold a password.
 */
export function databaseAddress(text: string, account: Account): DatabaseAddress {
  if (text.startsWith('sqlite:')) return { family: 'sqlite', file: text.slice('sqlite:'.length) };
  const url = parse(text);
  const scheme = url.protocol.slice(0, -1);
  const family = (Object.keys(families) as ServerFamily[]).find((name) => (families[name].schemes as readonly string[]).includes(scheme));
  if (family === undefined) throw new ConfigError(`database: ${scheme}: is no engine of this product; use sqlite:, mysql:, kingbase:, postgres:, dm: or oracle:`);
  const user = account.user ?? decodeURIComponent(url.username);
  const database = decodeURIComponent(url.pathname.slice(1));
  if (user === '') throw new ConfigError(`database: name the account in the address, as in ${scheme}://account@host:port/database`);
  if (database === '' && family !== 'dm') throw new ConfigError(`database: name the ${family === 'oracle' ? 'service' : 'database'} in the address, as in ${scheme}://account@host:port/${family === 'oracle' ? 'service' : 'database'}`);
  const parameters = parametersOf(url);
  const written = url.password === '' ? undefined : decodeURIComponent(url.password);
  return {
    family,
    server: {
      host: url.hostname.replace(/^\[|\]$/g, ''), port: Number(url.port || (scheme === 'kingbase' ? kingbasePort : families[family].port)), user, database,
      // A password in the address belongs to the account of the address.
      password: account.password ?? (account.user === undefined ? written : undefined),
      schema: parameters['schema'], tls: tlsOf(parameters), certificateFolder: certificatesOf(family, parameters), connections: connectionsOf(parameters['connections']),
    },
  };
}

function parse(text: string): URL {
  try {
    return new URL(text);
  } catch {
    throw new ConfigError('database: not an address; write it as in mysql://account@host:3306/database, or sqlite:<file>');
  }
}

function parametersOf(url: URL): Readonly<Record<string, string | undefined>> {
  const given = Object.fromEntries(url.searchParams);
  const unknown = Object.keys(given).find((name) => !knownParameters.includes(name));
  if (unknown !== undefined) throw new ConfigError(`database: ${unknown} is not a parameter of the address; known are ${knownParameters.join(', ')}`);
  return given;
}

function tlsOf({ tls, ca }: Readonly<Record<string, string | undefined>>): ServerAddress['tls'] {
  if (tls !== undefined && tls !== 'on' && tls !== 'off') throw new ConfigError('database: tls is on or off');
  if (ca !== undefined && tls !== 'on') throw new ConfigError('database: ca goes with tls=on');
  if (tls !== 'on') return undefined;
  return { caPem: ca === undefined ? undefined : readAuthorities(ca) };
}

/** One certificate or several. Read at once: a driver would meet a file of something else in the middle of its handshake. */
function readAuthorities(file: string): string {
  if (!existsSync(file)) throw new ConfigError(`database: the certificate file ${file} does not exist`);
  const pem = readFileSync(file, 'utf8');
  const certificates = pem.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [];
  if (certificates.length === 0 || !certificates.every(isCertificate)) throw new ConfigError(`database: the certificate file ${file} holds no certificate in PEM form that can be read`);
  return pem;
}

function isCertificate(pem: string): boolean {
  try {
    return new X509Certificate(pem).raw.length > 0;
  } catch {
    return false;
  }
}

/** DM alone takes its certificates from a folder, and nothing else. */
function certificatesOf(family: ServerFamily, { tls, certs }: Readonly<Record<string, string | undefined>>): string | undefined {
  if (family === 'dm' && tls !== undefined) throw new ConfigError('database: DM takes certs=<folder> with ca-cert.pem, client-cert.pem and client-key.pem instead of tls and ca');
  if (family !== 'dm' && certs !== undefined) throw new ConfigError('database: certs is for DM; use tls=on and ca=<file>');
  if (certs !== undefined && !existsSync(certs)) throw new ConfigError(`database: the certificate folder ${certs} does not exist`);
  return certs;
}

function connectionsOf(text: string | undefined): number {
  const connections = text === undefined ? defaultConnections : Number(text);
  if (!Number.isInteger(connections) || connections < 1 || connections > mostConnections) throw new ConfigError(`database: connections is a whole number from 1 to ${mostConnections}`);
  return connections;
}
