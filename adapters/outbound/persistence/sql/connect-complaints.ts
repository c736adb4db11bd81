import { errorField, socketErrors } from './server-address.js';

const password = 'the database refuses the account or its password: check the account in the database address and TONGJIAO_DATABASE_PASSWORD or databasePasswordFile';
const noDatabase = 'the database server knows no database (or service) of that name: check the end of the database address, or let a DBA create it';
const noRight = 'the database server does not let this account use the database: let a DBA grant it';
const full = 'the database server has no connection left: raise its limit, or lower connections= in the database address; processes × connections must stay below it';
const silent = 'the database server does not answer: check host and port of the database address, and firewalls in between';
const login = 'the database server offers only a login method that the driver does not know: give the account scram-sha-256 (or md5) in sys_hba.conf / pg_hba.conf; an sm3-only account cannot be used';
const certificate = 'the TLS certificate of the database server';
const noTls = 'the database server speaks no TLS: switch it on there, or take tls=on out of the database address';
const onlyTls = 'the database server takes encrypted lines only: add tls=on to the database address, and ca= with the certificate file of its authority';
/** MariaDB refuses the account of a plain line where it takes none. */
const passwordOrTls = `${password}; a server that takes encrypted lines only says no more than this: then add tls=on to the database address`;

/** By the drivers' codes and numbers: mysql2 errno, SQLSTATE, dmdb, oracledb. */
const byCode: Readonly<Record<string, string>> = {
  1045: passwordOrTls, 1698: password, '28P01': password, 28000: password, '-2501': password, 1017: password, 'ORA-01017': password,
  1049: noDatabase, '3D000': noDatabase, 'ORA-12514': noDatabase, 'NJS-518': noDatabase, 1044: noRight, 1142: noRight, 42501: noRight,
  SQLITE_NOTADB: 'the database file is not an SQLite database: name another file', SQLITE_CANTOPEN: 'the database file cannot be opened: check its folder, its owner and its mode', SQLITE_READONLY: 'the database file is read-only for the account that runs the product: change its owner or mode',
  1040: full, 53300: full, 6001: silent, 20010: silent, 'NJS-503': silent, 'NJS-510': silent,
  HANDSHAKE_NO_SSL_SUPPORT: noTls, 3159: onlyTls,
};

/** Told by words before any code: PostgreSQL has one code for every line that its rules let in no further. */
const wordsFirst: readonly (readonly [RegExp, string])[] = [
  [/insecure transport/i, onlyTls], [/no \w+_hba\.conf entry.*(no encryption|SSL off)/i, onlyTls],
];

/** What some drivers say without a code, or under one code for many things: mysql2 has one for all that can be wrong with a certificate. */
const byWords: readonly (readonly [RegExp, string])[] = [
  [/does not support SSL/i, noTls],
  [/does not match certificate's altnames/i, `${certificate} was made for another host: write the host into the database address as the certificate names it, or let its DBA have one made for this host`],
  [/certificate has expired/i, `${certificate} has expired: let its DBA renew it`],
  [/certificate is not yet valid/i, `${certificate} does not hold yet: check the clocks of this host and of the database server`],
  [/self.signed certificate|unable to (verify|get)|certificate signature failure/i, `${certificate} is signed by no authority that is known here: name the certificate file of its authority with ca= in the database address`],
  [/password must be a string|no password supplied/i, password],
  [/SASL|unknown authenticat|authentication type|Unknown authenticationOk/i, login],
  [/timeout|timed out|terminated unexpectedly|terminated due to/i, silent],
];

/** Why the server could not be reached or did not let us in, as a sentence that says what to change. Holds no part of the address. */
export function connectComplaint(error: unknown): string {
  const words = error instanceof Error ? error.message : '';
  const first = wordsFirst.find(([pattern]) => pattern.test(words));
  if (first) return first[1];
  for (const name of ['errno', 'code', 'errCode', 'errorNum'] as const) {
    const code = errorField(error, name) ?? '';
    if (byCode[code] !== undefined) return byCode[code];
    if (socketErrors.has(code)) return `${silent} (${code})`;
  }
  // A driver that tries several addresses of one name gathers their errors.
  if (error instanceof AggregateError && error.errors.length > 0) return connectComplaint(error.errors[0]);
  return byWords.find(([pattern]) => pattern.test(words))?.[1] ?? `the database server could not be asked: ${words.slice(0, 200)}`;
}
