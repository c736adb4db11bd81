import { type FieldPlace, type SecretUse, TamperedError, type Vault } from '../../../application/ports/vault.js';
import { BoundedCache } from './bounded-cache.js';
import { hmacSm3 } from './digests.js';
import { type DataKey, type DataKeyPurpose, usedAfterMs } from './keystore/purposes.js';
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

const tampered = ({ table, rowId }: FieldPlace): TamperedError => new TamperedError('the protected value and its place do not belong together, or it was changed', { row: { table, rowNo: rowId } });

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
    if (envelope.length > MAX_ENVELOPE_CHARS) throw tampered(place);
    const [version, keyId, algorithm, ...rest] = envelope.split('.');
    const [iv, ciphertext, tag] = rest.map(decodeBase64Url);
    const key = this.#keys.dataKeys('field').find(({ id }) => id === keyId);
    if (version !== VERSION || algorithm !== ALGORITHM || rest.length !== 3 || !key || !iv || !ciphertext || !tag) throw tampered(place);
    const clear = openBytes(this.#sealingKeys(key), contextOf(key.id, place), { iv, ciphertext, tag });
    if (!clear) throw tampered(place);
    return clear.toString('utf8');
  }

  blindIndex(column: string, normalised: string): string {
    return this.#index(this.#current('index'), column, normalised);
  }

  blindIndexes(column: string, normalised: string): readonly string[] {
    return this.#todayFirst('index').map((key) => this.#index(key, column, normalised));
  }

  indexKeys(): 'one' | 'changing' | 'several' {
    const keys = this.#keys.dataKeys('index');
    if (keys.length < 2) return 'one';
    return this.#now() < (newest(keys).usedFrom ?? 0) + usedAfterMs ? 'changing' : 'several';
  }

  auditMac(text: string, keyNo?: number): string {
    return this.#auditMac(keyNo === undefined ? this.#current('audit') : newest(this.#keys.dataKeys('audit').slice(keyNo, keyNo + 1)), text);
  }

  auditKeyNo(least: number): number {
    const { id } = this.#current('audit');
    return Math.max(least, this.#keys.dataKeys('audit').findIndex((key) => key.id === id));
  }

  auditKeyOf(text: string, mac: string, least: number): number | undefined {
    const found = this.#keys.dataKeys('audit').findIndex((key, no) => no >= least && this.#auditMac(key, text) === mac);
    return found < 0 ? undefined : found;
  }

  installationMark(name: string): string {
    const index = this.#index(oldest(this.#keys.dataKeys('index')), 'key-mark', name);
    return this.#auditMac(oldest(this.#keys.dataKeys('audit')), `key mark ${index}`);
  }

  /** Names a key store by a key that never goes, without giving anything of it away. */
  fingerprint(): string { return this.#auditMac(oldest(this.#keys.dataKeys('audit')), 'key-store-fingerprint'); }

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

  currentKeys(): string {
    const index = this.#current('index').id;
    // Not the first one, which every row has: an installation that never changed it does not go through its rows because of it.
    return [this.#current('field').id, this.#current('row-mac').id, ...index === this.#keys.dataKeys('index')[0]?.id ? [] : [index]].join(' ');
  }

  hasKeys(names: string): boolean {
    const ours = (['field', 'row-mac', 'index'] as const).flatMap((purpose) => this.#keys.dataKeys(purpose).map(({ id }) => id));
    return names.split(' ').every((name) => ours.includes(name));
  }

  secretMac(use: SecretUse, text: string): string { return this.#secret(this.#current('session'), use, text); }
  secretMacs(use: SecretUse, text: string): readonly string[] { return this.#todayFirst('session').map((key) => this.#secret(key, use, text)); }

  pepper(password: string, keyName: string | undefined): string | undefined {
    const keys = this.#keys.dataKeys('session');
    const key = keyName === undefined ? oldest(keys) : keys.find(({ id }) => id === keyName);
    return key && this.#secret(key, 'password', password);
  }

  pepperName(): string | undefined {
    const { id } = this.#current('session');
    return id === this.#keys.dataKeys('session')[0]?.id ? undefined : id;
  }

  #index(key: DataKey, column: string, normalised: string): string { return hmacSm3(this.#derived(key, `index/${column}`), normalised).toString('hex'); }
  #auditMac(key: DataKey, text: string): string { return hmacSm3(this.#derived(key, 'audit/row'), text).toString('hex'); }
  #rowMac(key: DataKey, table: string, text: string): string { return hmacSm3(this.#derived(key, `row-mac/${table}`), text).toString('hex'); }

  #secret(key: DataKey, use: string, text: string): string { return hmacSm3(this.#derived(key, `session/${use}`), text).toString('hex'); }

  /** All keys; one that is not used yet here as well: a process whose clock is a little ahead writes with it. */
  #todayFirst(purpose: DataKeyPurpose): readonly DataKey[] {
    const current = this.#current(purpose);
    return [current, ...this.#keys.dataKeys(purpose).filter(({ id }) => id !== current.id).reverse()];
  }

  #current(purpose: DataKeyPurpose): DataKey {
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

const oldest = (keys: readonly DataKey[]): DataKey => newest(keys.slice(0, 1));

function newest(keys: readonly DataKey[]): DataKey {
  const key = keys.at(-1);
  if (!key) throw new Error('the key store holds no data key for this purpose');
  return key;
}
