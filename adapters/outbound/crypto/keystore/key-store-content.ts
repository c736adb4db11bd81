import { randomBytes } from 'node:crypto';
import type { SignAlgorithm } from '../../../../application/ports/signatures.js';
import { loadStoredKey, pkcs8Of, type SigningKey } from '../private-keys.js';
import { openBytes, sealBytes, sealingKeys } from '../sealed-bytes.js';
import { decodeBase64Url } from '../strict-base64.js';
import { KeyStoreError } from './key-store-error.js';
import { type DataKey, type DataKeyPurpose, dataKeyPurposes } from './purposes.js';

const KEY_BYTES = 32;

/** A key wrapped by the KEK: iv.ciphertext.tag in base64url. */
type Wrapped = string;
interface DataKeyRecord { readonly purpose: DataKeyPurpose; readonly id: string; readonly wrapped: Wrapped; readonly usedFrom?: number }
interface SigningKeyRecord { readonly name: string; readonly algorithm: SignAlgorithm; readonly wrapped: Wrapped }

/** What stands inside the encrypted file. Every key but the KEK is wrapped by the KEK, bound to its purpose or name (KEY-01). */
export interface KeyStoreContent {
  readonly version: 1;
  readonly kek: string;
  readonly dataKeys: readonly DataKeyRecord[];
  readonly signingKeys: readonly SigningKeyRecord[];
}

export function newContent(): KeyStoreContent {
  const empty: KeyStoreContent = { version: 1, kek: randomBytes(KEY_BYTES).toString('base64url'), dataKeys: [], signingKeys: [] };
  return dataKeyPurposes.reduce((content, purpose) => withNewDataKey(content, purpose), empty);
}

export function withNewDataKey(content: KeyStoreContent, purpose: DataKeyPurpose, usedFrom?: number): KeyStoreContent {
  const id = `${purpose}-${randomBytes(6).toString('hex')}`;
  const bytes = randomBytes(KEY_BYTES);
  const record = { purpose, id, wrapped: wrap(content, ['data-key', purpose, id], bytes), ...usedFrom === undefined ? {} : { usedFrom } };
  bytes.fill(0);
  return { ...content, dataKeys: [...content.dataKeys, record] };
}

export function withSigningKey(content: KeyStoreContent, name: string, key: SigningKey): KeyStoreContent {
  const pkcs8 = pkcs8Of(key);
  const record = { name, algorithm: key.algorithm, wrapped: wrap(content, ['signing-key', key.algorithm, name], pkcs8) };
  pkcs8.fill(0);
  return { ...content, signingKeys: [...content.signingKeys, record] };
}

/** All data keys by purpose, the newest last. */
export function openDataKeys(content: KeyStoreContent): ReadonlyMap<DataKeyPurpose, readonly DataKey[]> {
  return new Map(dataKeyPurposes.map((purpose) => [purpose, content.dataKeys
    .filter((record) => record.purpose === purpose)
    .map(({ id, wrapped, usedFrom }) => ({ id, bytes: unwrap(content, ['data-key', purpose, id], wrapped), usedFrom }))]));
}

export function openSigningKeys(content: KeyStoreContent): ReadonlyMap<string, SigningKey> {
  return new Map(content.signingKeys.map(({ name, algorithm, wrapped }) => {
    const pkcs8 = unwrap(content, ['signing-key', algorithm, name], wrapped);
    const key = loadStoredKey(algorithm, pkcs8);
    pkcs8.fill(0);
    return [name, key];
  }));
}

export const contentToBytes = (content: KeyStoreContent): Buffer => Buffer.from(JSON.stringify(content), 'utf8');

/** Only called for bytes whose MAC was right, so the shape is ours; the version may be of a later release. */
export function contentFromBytes(bytes: Buffer): KeyStoreContent {
  const content = JSON.parse(bytes.toString('utf8')) as Omit<KeyStoreContent, 'version'> & { readonly version: number };
  if (content.version !== 1) throw new KeyStoreError('密钥库由更新的版本写入，本版本无法读取');
  return { ...content, version: 1 };
}

const kekOf = (content: KeyStoreContent): ReturnType<typeof sealingKeys> => sealingKeys(Buffer.from(content.kek, 'base64url'));

function wrap(content: KeyStoreContent, context: readonly string[], bytes: Buffer): Wrapped {
  const { iv, ciphertext, tag } = sealBytes(kekOf(content), context, bytes);
  return [iv, ciphertext, tag].map((part) => part.toString('base64url')).join('.');
}

function unwrap(content: KeyStoreContent, context: readonly string[], wrapped: Wrapped): Buffer {
  const [iv, ciphertext, tag] = wrapped.split('.').map(decodeBase64Url);
  const bytes = iv && ciphertext && tag && openBytes(kekOf(content), context, { iv, ciphertext, tag });
  if (!bytes) throw new KeyStoreError('密钥库中的密钥与其用途或名称不符');
  return bytes;
}
