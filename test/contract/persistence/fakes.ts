import { createHmac, randomBytes } from 'node:crypto';
import type { Clock } from '../../../application/ports/clock.js';
import type { Ids } from '../../../application/ports/ids.js';
import { TamperedError, type FieldPlace, type SecretUse, type Vault } from '../../../application/ports/vault.js';

const mac = (purpose: string, text: string): string => createHmac('sha256', purpose).update(text).digest('hex');

/** Deterministic but for its IVs; hides values well enough for a test to look for them. */
export class FakeVault implements Vault {
  /** Raised by a test that rotates. */
  keyNo = 1;
  /** The key of indexes that is used, the last one that is known, and what is said of them. */
  indexNo = 1;
  indexKnown = 1;
  isChanging = false;
  /** The audit key that is used, and how many are known. */
  auditNo = 1;
  auditKnown = 3;
  /** Of rows and indexes. */
  keysKnown = 99;
  secretNo = 1;
  seal(place: FieldPlace, clear: string): string {
    const iv = randomBytes(16);
    const hidden = this.#mix(iv, Buffer.from(clear, 'utf8')).toString('base64url');
    const head = `1.test${this.keyNo}.fake.${iv.toString('base64url')}.${hidden}`;
    return `${head}.${this.#tag(place, head)}`;
  }
  open(place: FieldPlace, envelope: string): string {
    const cut = envelope.lastIndexOf('.');
    const [, , , iv = '', hidden = ''] = envelope.split('.');
    if (this.#tag(place, envelope.slice(0, cut)) !== envelope.slice(cut + 1)) throw new TamperedError('changed', { row: { table: place.table, rowNo: place.rowId } });
    return this.#mix(Buffer.from(iv, 'base64url'), Buffer.from(hidden, 'base64url')).toString('utf8');
  }
  blindIndex(column: string, normalised: string): string { return this.#index(this.indexNo, column, normalised); }
  blindIndexes(column: string, normalised: string): readonly string[] {
    const others = Array.from({ length: Math.max(this.indexKnown, this.indexNo) }, (_, at) => at + 1).filter((no) => no !== this.indexNo).reverse();
    return [this.indexNo, ...others].map((no) => this.#index(no, column, normalised));
  }
  indexKeys(): 'one' | 'changing' | 'several' { return Math.max(this.indexKnown, this.indexNo) === 1 ? 'one' : this.isChanging ? 'changing' : 'several'; }
  installationMark(name: string): string { return mac('audit', `key mark ${mac('index key-mark', name)}`); }
  auditMac(text: string, keyNo = this.auditNo - 1): string { return mac(keyNo === 0 ? 'audit' : `audit ${keyNo}`, text); }
  auditKeyNo(least: number): number { return Math.max(least, this.auditNo - 1); }
  auditKeyOf(text: string, given: string, least: number): number | undefined {
    for (let keyNo = least; keyNo < this.auditKnown; keyNo++) if (this.auditMac(text, keyNo) === given) return keyNo;
    return undefined;
  }
  rowMac(table: string, text: string): string { return mac(`row ${table} ${this.keyNo}`, text); }
  rowMacFits(table: string, text: string, given: string): 'current' | 'older' | 'no' {
    if (given === this.rowMac(table, text)) return 'current';
    for (let keyNo = 1; keyNo <= this.keyNo; keyNo++) if (given === mac(`row ${table} ${keyNo}`, text)) return 'older';
    return 'no';
  }
  isCurrent(envelope: string): boolean { return envelope.startsWith(`1.test${this.keyNo}.`); }
  hasKeys(names: string): boolean { return names.split(' ').every((name) => Number(/\d+$/.exec(name)?.[0]) <= this.keysKnown); }
  currentKeys(): string { return `test${this.keyNo}${this.indexNo === 1 ? '' : ` index${this.indexNo}`}`; }
  secretMac(use: SecretUse, text: string): string { return this.secretMacs(use, text)[0] ?? ''; }
  secretMacs(use: SecretUse, text: string): readonly string[] { return Array.from({ length: this.secretNo }, (_, at) => mac(at === 0 ? `secret ${use}` : `secret ${use} ${at}`, text)).reverse(); }
  pepper(password: string, keyName: string | undefined): string | undefined { return mac(`secret password${keyName ?? ''}`, password); }
  pepperName(): string | undefined { return this.secretNo === 1 ? undefined : `session-${this.secretNo}`; }

  #index(no: number, column: string, normalised: string): string { return mac(`index ${column}${no === 1 ? '' : ` ${no}`}`, normalised); }
  #tag(place: FieldPlace, text: string): string { return mac('tag', `${place.table}|${place.column}|${place.rowId}|${text}`); }
  #mix(iv: Buffer, bytes: Buffer): Buffer {
    const stream = Buffer.concat(Array.from({ length: Math.ceil(bytes.length / 32) }, (_, block) => createHmac('sha256', iv).update(String(block)).digest()));
    return Buffer.from(bytes.map((byte, index) => byte ^ (stream[index] ?? 0)));
  }
}

export class CountingIds implements Ids {
  #last = 0;
  readonly #prefix: string;
  constructor(prefix = '1') { this.#prefix = prefix; }
  next(): string { return `${this.#prefix}${String(++this.#last).padStart(25, '0')}`; }
  token(): string { return `token${this.next()}`; }
}

/** Stands still until it is set. */
export class HandClock implements Clock {
  at: number;
  constructor(at: number) { this.at = at; }
  now(): number { return this.at; }
  sleep(ms: number): Promise<void> {
    this.at += ms;
    return Promise.resolve();
  }
}
