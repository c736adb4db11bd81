import { createHmac, randomBytes } from 'node:crypto';
import type { Clock } from '../../../application/ports/clock.js';
import type { Ids } from '../../../application/ports/ids.js';
import { TamperedError, type FieldPlace, type SecretUse, type Vault } from '../../../application/ports/vault.js';

const mac = (purpose: string, text: string): string => createHmac('sha256', purpose).update(text).digest('hex');

/** Deterministic but for its IVs; hides values well enough for a test to look for them. */
export class FakeVault implements Vault {
  /** Raised by a test that rotates. */
  keyNo = 1;
  seal(place: FieldPlace, clear: string): string {
    const iv = randomBytes(16);
    const hidden = this.#mix(iv, Buffer.from(clear, 'utf8')).toString('base64url');
    const head = `1.test${this.keyNo}.fake.${iv.toString('base64url')}.${hidden}`;
    return `${head}.${this.#tag(place, head)}`;
  }
  open(place: FieldPlace, envelope: string): string {
    const cut = envelope.lastIndexOf('.');
    const [, , , iv = '', hidden = ''] = envelope.split('.');
    if (this.#tag(place, envelope.slice(0, cut)) !== envelope.slice(cut + 1)) throw new TamperedError('changed');
    return this.#mix(Buffer.from(iv, 'base64url'), Buffer.from(hidden, 'base64url')).toString('utf8');
  }
  blindIndex(column: string, normalised: string): string { return mac(`index ${column}`, normalised); }
  auditMac(text: string): string { return mac('audit', text); }
  rowMac(table: string, text: string): string { return mac(`row ${table} ${this.keyNo}`, text); }
  rowMacFits(table: string, text: string, given: string): 'current' | 'older' | 'no' {
    if (given === this.rowMac(table, text)) return 'current';
    for (let keyNo = 1; keyNo <= this.keyNo; keyNo++) if (given === mac(`row ${table} ${keyNo}`, text)) return 'older';
    return 'no';
  }
  isCurrent(envelope: string): boolean { return envelope.startsWith(`1.test${this.keyNo}.`); }
  currentKeys(): string { return `test${this.keyNo}`; }
  secretMac(use: SecretUse, text: string): string { return mac(`secret ${use}`, text); }

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
