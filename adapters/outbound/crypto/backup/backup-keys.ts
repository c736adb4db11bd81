import { pbkdf2, randomBytes } from 'node:crypto';
import { promisify } from 'node:util';
import { MIN_PASSPHRASE_CHARS, PASSPHRASE_ROUNDS } from '../keystore/key-store-lock.js';
import { deriveKey } from '../sealed-bytes.js';
import { BackupError } from './backup-error.js';

const derive = promisify(pbkdf2);
const ROOT_BYTES = 32;
const SALT_BYTES = 16;
const SM4_KEY_BYTES = 16;
/** More would let a file that somebody made keep us busy for hours. */
const MAX_ROUNDS = 10_000_000;

/** Three keys of one backup file: no key serves two uses, and no other file has them, for its salt is random. */
export interface BackupKeys { readonly cipher: Buffer; readonly headerMac: Buffer; readonly bodyMac: Buffer }
export interface KeyFacts { readonly rounds: number; readonly salt: Buffer }
export type DeriveBackupKeys = (passphrase: string, facts: KeyFacts) => Promise<BackupKeys>;

export function newKeyFacts(passphrase: string): KeyFacts {
  if (Array.from(passphrase).length < MIN_PASSPHRASE_CHARS) throw new BackupError(`备份口令不得少于 ${MIN_PASSPHRASE_CHARS} 个字符`);
  return { rounds: PASSPHRASE_ROUNDS, salt: randomBytes(SALT_BYTES) };
}

/** PBKDF2-HMAC-SM3 at the cost of AUTH-07, about 0.3 s. */
export const backupKeys: DeriveBackupKeys = async (passphrase, { rounds, salt }) => {
  if (rounds < PASSPHRASE_ROUNDS || rounds > MAX_ROUNDS || salt.length !== SALT_BYTES) throw new BackupError('备份文件的口令强度参数不在允许范围');
  // NFC: the same Chinese passphrase typed on two systems must be the same bytes.
  const root = await derive(passphrase.normalize('NFC'), salt, rounds, ROOT_BYTES, 'sm3');
  const keys = { cipher: deriveKey(root, 'backup/sm4cbc').subarray(0, SM4_KEY_BYTES), headerMac: deriveKey(root, 'backup/header'), bodyMac: deriveKey(root, 'backup/body') };
  root.fill(0);
  return keys;
};
