import { errorField, socketErrors } from './server-address.js';

const password = 'the database refuses the account or its password: check the account in the database address and TONGJIAO_DATABASE_PASSWORD or databasePasswordFile';
const noDatabase = 'the database server knows no database (or service) of that name: check the end of the database address, or let a DBA create it';
const noRight = 'the database server does not let this account use the database: let a DBA grant it';
const full = 'the database server has no connection left: raise its limit, or lower connections= in the database address; processes × connections must stay below it';
const silent = 'the database server does not answer: check host and port of the database address, and firewalls in between';
const login = 'the database server offers only a login method that the driver does not know: give the account scram-sha-256 (or md5) in sys_hba.conf / pg_hba.conf; an sm3-only account cannot be used';
const tls = 'the TLS certificate of the database server is not trusted: name its authority with ca= in the database address, and use the host name that the certificate was made for';

/** By the drivers' codes and numbers: mysql2 errno, SQLSTATE, dmdb, oracledb. */
const byCode: Readonly<Record<string, string>> = {
  1045: password, 1698: password, '28P01': password, 28000: password, '-2501': password, 1017: password, 'ORA-01017': password,
  1049: noDatabase, '3D000': noDatabase, 'ORA-12514': noDatabase, 'NJS-518': noDatabase, 1044: noRight, 1142: noRight, 42501: noRight,
  SQLITE_NOTADB: 'the database file is not an SQLite database: name another file', SQLITE_CANTOPEN: 'the database file cannot be opened: check its folder, its owner and its mode', SQLITE_READONLY: 'the database file is read-only for the account that runs the product: change its owner or mode',
  1040: full, 53300: full, 6001: silent, 20010: silent, 'NJS-503': silent, 'NJS-510': silent,
  SELF_SIGNED_CERT_IN_CHAIN: tls, DEPTH_ZERO_SELF_SIGNED_CERT: tls, UNABLE_TO_VERIFY_LEAF_SIGNATURE: tls, ERR_TLS_CERT_ALTNAME_INVALID: tls, CERT_HAS_EXPIRED: tls, HANDSHAKE_NO_SSL_SUPPORT: 'the database server speaks no TLS: switch it on there, or take tls=on out of the database address',
};

/** What some drivers say without a code. */
const byWords: readonly (readonly [RegExp, string])[] = [
  [/does not support SSL/i, 'the database server speaks no TLS: switch it on there, or take tls=on out of the database address'],
  [/password must be a string|no password supplied/i, password],
  [/SASL|unknown authenticat|authentication type|Unknown authenticationOk/i, login],
  [/timeout|timed out|terminated unexpectedly|terminated due to/i, silent],
];

/** Why the server could not be reached or did not let us in, as a sentence that says what to change. Holds no part of the address. */
export function connectComplaint(error: unknown): string {
  for (const name of ['errno', 'code', 'errCode', 'errorNum'] as const) {
    const code = errorField(error, name) ?? '';
    if (byCode[code] !== undefined) return byCode[code];
    if (socketErrors.has(code)) return `${silent} (${code})`;
  }
  // A driver that tries several addresses of one name gathers their errors.
  if (error instanceof AggregateError && error.errors.length > 0) return connectComplaint(error.errors[0]);
  const words = error instanceof Error ? error.message : '';
  return byWords.find(([pattern]) => pattern.test(words))?.[1] ?? `the database server could not be asked: ${words.slice(0, 200)}`;
}
