import { type FieldPlace, type SecretUse, TamperedError, type Vault } from '../../../application/ports/vault.js';
import { BoundedCache } from './bounded-cache.js';
import { hmacSm3 } from './digests.js';
import type { DataKey, DataKeyPurpose, RotatablePurpose } from './keystore/purposes.js';
import { deriveKey, openBytes, sealBytes, sealingKeys, type SealingKeys } from './sealed-bytes.js';
import { decodeBase64Url } from './strict-base64.js';

/** Where data keys are kept: all of one purpose, the newest last, never empty. */
export interface DataKeys { dataKeys(purpose: DataKeyPurpose): readonly DataKey[] }

const VERSION = '1';
const ALGORITHM = 'sm4cbc-hmacsm3';
/** Personal data and secrets are short; more than this is a mistake of the caller. */
export const MAX_CLEAR_BYTES = 256 * 1024;
const MAX_ENVELOPE_CHARS = MAX_CLEAR_BYTES * 2;
const MAX_CACHED_SUBKEYS = 256;

const tampered = (): TamperedError => new TamperedError('the protected value and its place do not belong together, or it was changed');

/** Protects fields with keys of the software key store (ENC-01 to ENC-03). */
export class SoftwareVault implements Vault {
  readonly #keys: DataKeys;
  readonly #sealing = new BoundedCache<SealingKeys>(MAX_CACHED_SUBKEYS);
  readonly #macKeys = new BoundedCache<Buffer>(MAX_CACHED_SUBKEYS);

  readonly #now: () => number;

  /** `now`: wall time, by which a new key begins to be used in all processes at once. */
  constructor(keys: DataKeys, now: () => number = Date.now) {
    this.#keys = keys;
    this.#now = now;
  }

  seal(place: FieldPlace, clear: string): string {
    const bytes = Buffer.from(clear, 'utf8');
    if (bytes.length > MAX_CLEAR_BYTES) throw new RangeError('the value is too long to be protected');
    // A lone surrogate would come back as another character.
    if (bytes.toString('utf8') !== clear) throw new RangeError('the value is not well-formed text');
    const key = this.#current('field');
    const { iv, ciphertext, tag } = sealBytes(this.#sealingKeys(key), contextOf(key.id, place), bytes);
    return [VERSION, key.id, ALGORITHM, ...[iv, ciphertext, tag].map((part) => part.toString('base64url'))].join('.');
  }

  open(place: FieldPlace, envelope: string): string {
    if (envelope.length > MAX_ENVELOPE_CHARS) throw tampered();
    const [version, keyId, algorithm, ...rest] = envelope.split('.');
    const [iv, ciphertext, tag] = rest.map(decodeBase64Url);
    const key = this.#keys.dataKeys('field').find(({ id }) => id === keyId);
    if (version !== VERSION || algorithm !== ALGORITHM || rest.length !== 3 || !key || !iv || !ciphertext || !tag) throw tampered();
    const clear = openBytes(this.#sealingKeys(key), contextOf(key.id, place), { iv, ciphertext, tag });
    if (!clear) throw tampered();
    return clear.toString('utf8');
  }

  blindIndex(column: string, normalised: string): string {
    return hmacSm3(this.#macKey('index', column), normalised).toString('hex');
  }

  auditMac(text: string): string {
    return hmacSm3(this.#macKey('audit', 'row'), text).toString('hex');
  }

  rowMac(table: string, text: string): string {
    return this.#rowMac(this.#current('row-mac'), table, text);
  }

  rowMacFits(table: string, text: string, mac: string): 'current' | 'older' | 'no' {
    const current = this.#current('row-mac');
    if (this.#rowMac(current, table, text) === mac) return 'current';
    // A key that is not used yet here may be in another process, whose clock is a little ahead.
    return this.#keys.dataKeys('row-mac').some((key) => key.id !== current.id && this.#rowMac(key, table, text) === mac) ? 'older' : 'no';
  }

  isCurrent(envelope: string): boolean { return envelope.split('.', 2)[1] === this.#current('field').id; }
  currentKeys(): string { return `${this.#current('field').id} ${this.#current('row-mac').id}`; }

  secretMac(use: SecretUse, text: string): string {
    return hmacSm3(this.#macKey('session', use), text).toString('hex');
  }

  #rowMac(key: DataKey, table: string, text: string): string { return hmacSm3(this.#derived(key, `row-mac/${table}`), text).toString('hex'); }

  #current(purpose: RotatablePurpose): DataKey {
    const keys = this.#keys.dataKeys(purpose);
    const now = keys.length > 1 ? this.#now() : 0;
    return newest(keys.filter(({ usedFrom }) => usedFrom === undefined || usedFrom <= now));
  }

  #sealingKeys(key: DataKey): SealingKeys {
    const known = this.#sealing.get(key.id);
    if (known) return known;
    const made = sealingKeys(key.bytes);
    this.#sealing.set(key.id, made);
    return made;
  }

  /** Index values and chain links carry no key id, so these purposes have one key for good. */
  #macKey(purpose: Exclude<DataKeyPurpose, RotatablePurpose>, use: string): Buffer {
    return this.#derived(newest(this.#keys.dataKeys(purpose)), `${purpose}/${use}`);
  }

  #derived(key: DataKey, use: string): Buffer {
    const name = `${key.id} ${use}`;
    const known = this.#macKeys.get(name);
    if (known) return known;
    const made = deriveKey(key.bytes, use);
    this.#macKeys.set(name, made);
    return made;
  }
}

const contextOf = (keyId: string, { table, column, rowId }: FieldPlace): readonly string[] =>
  [VERSION, keyId, ALGORITHM, table, column, rowId];

function newest(keys: readonly DataKey[]): DataKey {
  const key = keys.at(-1);
  if (!key) throw new Error('the key store holds no data key for this purpose');
  return key;
}
