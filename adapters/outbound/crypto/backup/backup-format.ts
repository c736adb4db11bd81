import { decodeBase64Url } from '../strict-base64.js';
import { BackupError } from './backup-error.js';
import type { KeyFacts } from './backup-keys.js';

/*
 * A backup file, read front to back in constant memory:
 *   line        `tongjiao-backup.1\n`
 *   u32         length of the header, big endian
 *   header      JSON: key derivation, IV, length of what is inside, facts about it. Not secret, but authentic.
 *   32 bytes    HMAC-SM3 of all above: a wrong passphrase is found before the body is read
 *   body        SM4-CBC of the database
 *   32 bytes    HMAC-SM3 of everything above, under a key of its own
 */
export const firstLine = Buffer.from('tongjiao-backup.1\n');
const anyFirstLine = /^tongjiao-backup\.\d+\n/;
export const MAC_BYTES = 32;
const IV_BYTES = 16;
const BLOCK_BYTES = 16;
const LENGTH_BYTES = 4;
/** Far beyond what a header with all schema steps and tables needs. */
const MAX_HEADER_BYTES = 256 * 1024;

/** What the file says of its content; believed only after its code was right. */
export interface BackupFacts {
  /** `sqlite`: a database of ours. `dump`: a file that a server database's own tool has written. */
  readonly content: 'sqlite' | 'dump';
  /** Moment of the snapshot, epoch ms. */
  readonly createdAt: number;
  readonly product: string;
  /** Schema steps recorded in the database, in their order. This, counts and totals are empty for a dump. */
  readonly steps: readonly string[];
  /** Fingerprint of the key store whose keys seal the data; the store itself is never inside. */
  readonly keyStore: string;
  /** Rows of each table. */
  readonly counts: Readonly<Record<string, number>>;
  /** Fen, as text. */
  readonly charged: string;
  readonly refunded: string;
}

export interface BackupHeader { readonly key: KeyFacts; readonly iv: Buffer; readonly clearBytes: number; readonly facts: BackupFacts }

/** First line, length and header, as they stand in the file. */
export function headerBytes({ key, iv, clearBytes, facts }: BackupHeader): Buffer {
  const json = Buffer.from(JSON.stringify({
    kdf: 'pbkdf2-hmac-sm3', rounds: key.rounds, salt: key.salt.toString('base64url'), cipher: 'sm4-cbc', mac: 'hmac-sm3', iv: iv.toString('base64url'), clearBytes, facts,
  }));
  if (json.length > MAX_HEADER_BYTES) throw new BackupError('备份文件头过大');
  const length = Buffer.alloc(LENGTH_BYTES);
  length.writeUInt32BE(json.length);
  return Buffer.concat([firstLine, length, json]);
}

/** How many bytes the header's JSON has, from the first bytes of the file. */
export function headerLength(start: Buffer): number {
  const line = start.subarray(0, firstLine.length);
  if (!line.equals(firstLine)) {
    throw new BackupError(anyFirstLine.test(start.toString('latin1')) ? '备份文件由更新的版本写入，本版本无法读取' : '不是通缴的备份文件');
  }
  if (start.length < headerStart) throw new BackupError('备份文件不完整：文件头缺失');
  const length = start.readUInt32BE(firstLine.length);
  if (length > MAX_HEADER_BYTES) throw new BackupError('备份文件头已损坏');
  return length;
}
export const headerStart = firstLine.length + LENGTH_BYTES;

/** Read before it is authentic: only what is needed to derive the keys is looked at closely. */
export function parseHeader(json: Buffer): BackupHeader {
  const damaged = new BackupError('备份文件头已损坏');
  let parsed: Readonly<Record<string, unknown>>;
  try {
    parsed = JSON.parse(json.toString('utf8')) as Readonly<Record<string, unknown>>;
  } catch {
    throw damaged;
  }
  const [salt, iv] = [parsed['salt'], parsed['iv']].map((text) => (typeof text === 'string' ? decodeBase64Url(text) : undefined));
  const { rounds, clearBytes, facts } = parsed;
  if (!salt || iv?.length !== IV_BYTES || typeof rounds !== 'number' || !Number.isSafeInteger(clearBytes) || typeof facts !== 'object' || facts === null) throw damaged;
  if (parsed['kdf'] !== 'pbkdf2-hmac-sm3' || parsed['cipher'] !== 'sm4-cbc' || parsed['mac'] !== 'hmac-sm3') throw damaged;
  return { key: { rounds, salt }, iv, clearBytes: clearBytes as number, facts: facts as BackupFacts };
}

/** CBC pads to the next whole block, always. */
export const bodyBytes = (clearBytes: number): number => (Math.floor(clearBytes / BLOCK_BYTES) + 1) * BLOCK_BYTES;
