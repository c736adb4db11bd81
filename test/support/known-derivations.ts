import crypto from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { join } from 'node:path';

/**
 * Every start of the product, and every command of it, opens a key store: 600,000 rounds, half a second of processor time, hundreds of times in a run
 * and always with the same answer, because installations of one run share their keys (`layKeys`). The run has each process import this: what the kept
 * key store's passphrase gives is computed once and read afterwards. No other derivation is touched, above all none of a password.
 */
const folder = process.env['TEST_KEYS'];
const keyStore = folder === undefined ? undefined : join(folder, 'keys-of-a-first-start', 'keys', 'keystore');

/** The salt that stands in the file of the kept key store, once there is one. */
let kept: string | undefined;
function keptSalt(): string | undefined {
  if (kept === undefined && keyStore !== undefined && existsSync(keyStore)) kept = readFileSync(keyStore, 'utf8').split('.')[4];
  return kept;
}

const derive = crypto.pbkdf2;
function pbkdf2(...[password, salt, rounds, length, digest, callback]: Parameters<typeof derive>): void {
  const isKept = typeof password === 'string' && Buffer.isBuffer(salt) && salt.toString('base64url') === keptSalt();
  if (!isKept || folder === undefined) return derive(password, salt, rounds, length, digest, callback);
  const file = join(folder, `derived-${crypto.createHash('sha256').update(JSON.stringify([password, salt.toString('hex'), rounds, length, digest])).digest('hex')}`);
  if (existsSync(file)) { setImmediate(callback, null, readFileSync(file)); return undefined; }
  return derive(password, salt, rounds, length, digest, (error, derived) => {
    if (error === null) {
      // Whole or not at all: others read it at once.
      writeFileSync(`${file}.${process.pid}`, derived, { mode: 0o600 });
      renameSync(`${file}.${process.pid}`, file);
    }
    callback(error, derived);
  });
}

if (folder !== undefined) {
  crypto.pbkdf2 = pbkdf2;
  syncBuiltinESMExports();
}
