import { pbkdf2, randomBytes } from 'node:crypto';
import { promisify } from 'node:util';
import { sm3Hex } from '../digests.js';
import { openBytes, sealBytes, sealingKeys, type SealingKeys } from '../sealed-bytes.js';
import { decodeBase64Url } from '../strict-base64.js';
import { KeyStoreError } from './key-store-error.js';

const derive = promisify(pbkdf2);
const FORMAT = 'tongjiao-keystore';
const VERSION = '1';
const KDF = 'pbkdf2-hmac-sm3';
/** AUTH-07's cost, about 0.3 s. */
export const PASSPHRASE_ROUNDS = 600_000;
const MAX_ROUNDS = 10_000_000;
const SALT_BYTES = 16;
/** One SM3 output: asking PBKDF2 for more would repeat all rounds. The two keys are derived from it afterwards. */
const ROOT_BYTES = 32;
export const MIN_PASSPHRASE_CHARS = 12;

/** The keys behind the passphrase, kept for the time the store is open. */
export interface KeyStoreLock { readonly salt: Buffer; readonly rounds: number; readonly keys: SealingKeys }

export async function newLock(passphrase: string): Promise<KeyStoreLock> {
  if (Array.from(passphrase).length < MIN_PASSPHRASE_CHARS) throw new KeyStoreError(`密钥库口令不得少于 ${MIN_PASSPHRASE_CHARS} 个字符`);
  const salt = randomBytes(SALT_BYTES);
  return { salt, rounds: PASSPHRASE_ROUNDS, keys: await keysOf(passphrase, salt, PASSPHRASE_ROUNDS) };
}

async function keysOf(passphrase: string, salt: Buffer, rounds: number): Promise<SealingKeys> {
  // NFC: the same Chinese passphrase typed on two systems must be the same bytes.
  const root = await derive(passphrase.normalize('NFC'), salt, rounds, ROOT_BYTES, 'sm3');
  const keys = sealingKeys(root);
  root.fill(0);
  return keys;
}

const contextOf = (salt: Buffer, rounds: number): readonly string[] => [FORMAT, VERSION, KDF, String(rounds), salt.toString('base64url')];

/** One line: format.version.kdf.rounds.salt.iv.ciphertext.tag.checksum. */
export function lockText(lock: KeyStoreLock, clear: Buffer): string {
  const context = contextOf(lock.salt, lock.rounds);
  const { iv, ciphertext, tag } = sealBytes(lock.keys, context, clear);
  const line = [...context, ...[iv, ciphertext, tag].map((part) => part.toString('base64url'))].join('.');
  return `${line}.${sm3Hex(line)}\n`;
}

/** Throws KeyStoreError, with different sentences for damage and for a wrong passphrase. */
export async function unlockText(text: string, passphrase: string): Promise<{ readonly lock: KeyStoreLock; readonly clear: Buffer }> {
  if (passphrase === '') throw new KeyStoreError('未提供密钥库口令');
  const { salt, rounds, sealed } = parse(text);
  const keys = await keysOf(passphrase, salt, rounds);
  return { lock: { salt, rounds, keys }, clear: opened(keys, contextOf(salt, rounds), sealed) };
}

/** Opens a newer text of the same store with the keys that are held; its passphrase must be the same. */
export function unlockAgain(text: string, { salt, rounds, keys }: KeyStoreLock): Buffer {
  const parsed = parse(text);
  if (!parsed.salt.equals(salt) || parsed.rounds !== rounds) throw new KeyStoreError('密钥库文件已换成另一个密钥库或另一个口令，请重新启动');
  return opened(keys, contextOf(salt, rounds), parsed.sealed);
}

function opened(keys: SealingKeys, context: readonly string[], sealed: Parameters<typeof openBytes>[2]): Buffer {
  const clear = openBytes(keys, context, sealed);
  // The checksum was right, so this is no accident of the disk.
  if (!clear) throw new KeyStoreError('密钥库口令不正确，或文件被人为修改');
  return clear;
}

function parse(text: string): { readonly salt: Buffer; readonly rounds: number; readonly sealed: Parameters<typeof openBytes>[2] } {
  const damaged = (): KeyStoreError => new KeyStoreError('密钥库文件已损坏，请从备份恢复');
  const end = text.lastIndexOf('.');
  const line = text.slice(0, Math.max(end, 0));
  if (text.slice(end + 1) !== `${sm3Hex(line)}\n`) throw damaged();
  const [format, version, kdf, roundsText = '', ...rest] = line.split('.');
  if (format !== FORMAT || version !== VERSION || kdf !== KDF) throw new KeyStoreError('不认识的密钥库文件格式');
  const [salt, iv, ciphertext, tag] = rest.map(decodeBase64Url);
  const rounds = /^[1-9]\d{0,8}$/.test(roundsText) ? Number(roundsText) : 0;
  if (rest.length !== 4 || !salt || !iv || !ciphertext || !tag || rounds > MAX_ROUNDS) throw damaged();
  if (rounds < PASSPHRASE_ROUNDS) throw new KeyStoreError('密钥库文件的口令强度参数低于要求');
  return { salt, rounds, sealed: { iv, ciphertext, tag } };
}
