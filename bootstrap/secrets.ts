import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createKeyStore, openKeyStore, type KeyStore } from '../adapters/outbound/crypto/keystore/key-store.js';
import { ConfigError, type Config } from './config.js';

/** Opens the key store, or makes it at the first start. Loss of the passphrase is loss of the keys: no start (KEY-04). */
export async function keyStoreOf(config: Config, environment: Readonly<Record<string, string | undefined>>): Promise<KeyStore> {
  const folder = join(config.dataFolder, 'keys');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = keyStoreFile(config);
  const passphrase = passphraseOf(config, environment, folder);
  const store = existsSync(file) ? await openKeyStore(file, passphrase) : await createKeyStore(file, passphrase);
  for (const algorithm of ['RSA2', 'SM2'] as const) {
    if (!store.has(`platform.${algorithm}`)) await store.generateSigningKey(`platform.${algorithm}`, algorithm);
  }
  // A key of nobody, for checking developers that do not exist at the same cost (GW-13).
  if (!store.has('decoy.RSA2')) await store.generateSigningKey('decoy.RSA2', 'RSA2');
  return store;
}

export const keyStoreFile = (config: Config): string => join(config.dataFolder, 'keys', 'keystore');

function passphraseOf(config: Config, environment: Readonly<Record<string, string | undefined>>, folder: string): string {
  const given = environment['TONGJIAO_KEYSTORE_PASSPHRASE'];
  if (given !== undefined) return given;
  if (config.keystorePassphraseFile !== undefined) return readSecretFile(config.keystorePassphraseFile);
  if (config.profile === 'production') throw new ConfigError('set TONGJIAO_KEYSTORE_PASSPHRASE or keystorePassphraseFile: the key store cannot be opened without its passphrase');
  // Embedded: made at the first start, kept beside the demo data. Nothing of value is behind it.
  const file = join(folder, 'passphrase');
  if (!existsSync(file)) writeFileSync(file, randomBytes(24).toString('base64url'), { mode: 0o600, flag: 'wx' });
  return readSecretFile(file);
}

/** The password of the database account; undefined when none is given (the address may hold one, or the server ask for none). */
export const databasePassword = (config: Config, environment: Readonly<Record<string, string | undefined>>): string | undefined =>
  environment['TONGJIAO_DATABASE_PASSWORD'] ?? (config.databasePasswordFile === undefined ? undefined : readSecretFile(config.databasePasswordFile));

/** The password of the Redis account; undefined when the server asks for none. */
export const redisPassword = (config: Config, environment: Readonly<Record<string, string | undefined>>): string | undefined =>
  environment['TONGJIAO_REDIS_PASSWORD'] ?? (config.redisPasswordFile === undefined ? undefined : readSecretFile(config.redisPasswordFile));

function readSecretFile(file: string): string {
  if (!existsSync(file)) throw new ConfigError(`the secret file ${file} does not exist`);
  if ((statSync(file).mode & 0o077) !== 0) throw new ConfigError(`the secret file ${file} can be read by others; set its mode to 600`);
  return readFileSync(file, 'utf8').trim();
}
