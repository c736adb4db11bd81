import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { createKeyStore, openKeyStore, type KeyStore } from '../adapters/outbound/crypto/keystore/key-store.js';
import { headKey } from '../application/operators/sign-audit-head.js';
import { ConfigError, type Config } from './config.js';

/** Opens the key store, or makes it at the first start. Loss of the passphrase is loss of the keys: no start (KEY-04). */
export async function keyStoreOf(config: Config, environment: Environment): Promise<KeyStore> {
  mkdirSync(keyFolder(config), { recursive: true, mode: 0o700 });
  const file = keyStoreFile(config);
  const passphrase = passphraseOf(config, environment) ?? madePassphrase(config, environment);
  const store = existsSync(file) ? await openKeyStore(file, passphrase) : await createKeyStore(file, passphrase);
  for (const algorithm of ['RSA2', 'SM2'] as const) {
    if (!store.has(`platform.${algorithm}`)) await store.generateSigningKey(`platform.${algorithm}`, algorithm);
  }
  if (!store.has('certificate.SM2')) await store.generateSigningKey('certificate.SM2', 'SM2');
  if (!store.has(headKey)) await store.generateSigningKey(headKey, 'SM2');
  // A key of nobody, for checking developers that do not exist at the same cost (GW-13).
  if (!store.has('decoy.RSA2')) await store.generateSigningKey('decoy.RSA2', 'RSA2');
  return store;
}

/** Opens the key store that is there, or one elsewhere with the same passphrase; makes nothing. For backup and restore. */
export async function existingKeyStore(config: Config, environment: Environment, file = keyStoreFile(config)): Promise<KeyStore> {
  const passphrase = passphraseOf(config, environment);
  if (passphrase === undefined) throw new ConfigError('set TONGJIAO_KEYSTORE_PASSPHRASE or keystorePassphraseFile: the key store cannot be opened without its passphrase');
  return openKeyStore(file, passphrase);
}

/** The passphrase of backups. It is another one than the key store's: whoever holds a backup shall not hold the keys (BAK-02). */
export function backupPassphrase(config: Config, environment: Environment): string {
  const given = environment['TONGJIAO_BACKUP_PASSPHRASE'] ?? (config.backupPassphraseFile === undefined ? undefined : readSecretFile(config.backupPassphraseFile, environment));
  if (given === undefined || given === '') throw new ConfigError('set TONGJIAO_BACKUP_PASSPHRASE or backupPassphraseFile: a backup is encrypted and cannot be read without its passphrase');
  if (given === passphraseOf(config, environment)) throw new ConfigError('the passphrase of backups is that of the key store; use another one: who can read a backup shall not be able to open the keys');
  return given;
}

type Environment = Readonly<Record<string, string | undefined>>;
const keyFolder = (config: Config): string => join(config.dataFolder, 'keys');
export const keyStoreFile = (config: Config): string => join(keyFolder(config), 'keystore');
/** Where the embedded profile keeps the passphrase it made. */
const embeddedPassphraseFile = (config: Config): string => join(keyFolder(config), 'passphrase');

function passphraseOf(config: Config, environment: Environment): string | undefined {
  const given = environment['TONGJIAO_KEYSTORE_PASSPHRASE'];
  if (given !== undefined) return given;
  if (config.keystorePassphraseFile !== undefined) return readSecretFile(config.keystorePassphraseFile, environment);
  if (config.profile === 'production') throw new ConfigError('set TONGJIAO_KEYSTORE_PASSPHRASE or keystorePassphraseFile: the key store cannot be opened without its passphrase');
  return existsSync(embeddedPassphraseFile(config)) ? readSecretFile(embeddedPassphraseFile(config), environment) : undefined;
}

/** Embedded: made at the first start, kept beside the demo data. Nothing of value is behind it. */
function madePassphrase(config: Config, environment: Environment): string {
  writeFileSync(embeddedPassphraseFile(config), randomBytes(24).toString('base64url'), { mode: 0o600, flag: 'wx' });
  return readSecretFile(embeddedPassphraseFile(config), environment);
}

/** The password of the database account; undefined when none is given (the address may hold one, or the server ask for none). */
export const databasePassword = (config: Config, environment: Environment): string | undefined =>
  environment['TONGJIAO_DATABASE_PASSWORD'] ?? (config.databasePasswordFile === undefined ? undefined : readSecretFile(config.databasePasswordFile, environment));

/** The password of the Redis account; undefined when the server asks for none. */
export const redisPassword = (config: Config, environment: Environment): string | undefined =>
  environment['TONGJIAO_REDIS_PASSWORD'] ?? (config.redisPasswordFile === undefined ? undefined : readSecretFile(config.redisPasswordFile, environment));

export function readSecretFile(file: string, environment: Environment): string {
  if (!existsSync(file)) throw new ConfigError(`the secret file ${file} does not exist`);
  if ((statSync(file).mode & (isCredential(file, environment) ? 0o007 : 0o077)) !== 0) throw new ConfigError(`the secret file ${file} can be read by others; set its mode to 600`);
  return readFileSync(file, 'utf8').trim();
}

/**
 * Whether systemd handed this file over (LoadCredential). It stays root's, and our account is let in by an access list, whose mask shows as rights of the
 * group; the folder around it is closed to everybody else.
 */
function isCredential(file: string, environment: Environment): boolean {
  const folder = environment['CREDENTIALS_DIRECTORY'];
  return folder !== undefined && folder !== '' && dirname(resolve(file)) === resolve(folder);
}
