import { chainText, entryText } from '../../domain/audit/audit-entry.js';
import { firstKeys, keysAfter } from '../../domain/audit/chain-keys.js';
import { readBody, readLine, sealContent, sumStart, sumText, type FileEntry, type FileHead, type FileLine, type FileSeal, type FileStart } from '../../domain/audit/audit-file.js';
import { headContent } from '../../domain/audit/signed-head.js';
import type { Digests } from '../ports/digests.js';
import type { PublicKeyReader, Verifier } from '../ports/signatures.js';
import type { Vault } from '../ports/vault.js';
import { headScheme, readHeadKey } from './head-key.js';

/** `vault`: the key of the codes, of whoever has it; without it neither an entry nor its link to the one before can be made again. `keyName`: the key that alone is believed. */
export interface VerifyAuditFileParts { readonly digests: Pick<Digests, 'sm3Hex'>; readonly verifier: Verifier; readonly keys: PublicKeyReader; readonly vault?: Pick<Vault, 'auditKeyOf'> | undefined; readonly keyName?: string | undefined }

export type FileFlaw =
  | 'no-line' | 'line-changed' | 'entry-missing' | 'number-twice' | 'entry-unreadable' | 'entry-changed' | 'link' | 'no-start' | 'out-of-place' | 'end-missing' | 'counts' | 'behind-seal'
  | 'head-changed' | 'head-missing' | 'head-link' | 'key' | 'other-key' | 'seal';
/** `lineNo` from 1; `seq`: of the entry it is about. */
export interface FileFault { readonly ok: false; readonly lineNo: number; readonly seq: number | undefined; readonly why: FileFlaw }
/** `signedUpTo`: the last entry that stands under a head signed by the key of the file. `strangeHeads`: signed by another key, which this file cannot verify. */
export interface FileWhole { readonly ok: true; readonly start: FileStart; readonly entries: number; readonly heads: number; readonly signedUpTo: number | undefined; readonly strangeHeads: number; readonly withCodes: boolean }

/** Goes through a file of the operation log line by line and names the first that does not fit (AUD-07). Nothing of it is believed: it may have been written by anybody. */
export class VerifyAuditFile {
  readonly #parts: VerifyAuditFileParts;
  constructor(parts: VerifyAuditFileParts) { this.#parts = parts; }

  async run(lines: AsyncIterable<string>): Promise<FileWhole | FileFault> {
    const reading = new Reading(this.#parts);
    for await (const text of lines) {
      const fault = await reading.take(text);
      if (fault !== undefined) return fault;
    }
    return reading.end();
  }
}

/** How far a file has been read, and what must come next. */
class Reading {
  readonly #parts: VerifyAuditFileParts;
  readonly #links = new Map<number, string>();
  #lineNo = 0;
  #sum = sumStart;
  #start: FileStart | undefined;
  #last = { seq: 0, mac: '' };
  /** A key that is older than those in front of the file cannot be told from the first one in it. */
  #keys = firstKeys;
  #entries = 0;
  #heads: { readonly count: number; readonly strange: number; readonly signedUpTo: number | undefined; readonly last: number | undefined } = { count: 0, strange: 0, signedUpTo: undefined, last: undefined };
  #isSealed = false;
  #publicKeyPem = '';
  constructor(parts: VerifyAuditFileParts) { this.#parts = parts; }

  async take(text: string): Promise<FileFault | undefined> {
    this.#lineNo += 1;
    const read = readLine(text);
    const line = read && readBody(read.body);
    if (read === undefined || line === undefined) return this.#fault('no-line');
    if (this.#isSealed) return this.#fault('behind-seal');
    // What is wrong with an entry says more than that its line is another one, so it is asked first.
    const why = await this.#flawOf(line);
    if (why !== undefined) return this.#fault(why, line);
    const before = this.#sum;
    this.#sum = this.#parts.digests.sm3Hex(sumText(before, read.body));
    if (this.#sum !== read.sum) return this.#fault('line-changed', line);
    if (line.kind !== 'seal') return undefined;
    this.#isSealed = true;
    return await this.#isSigned(sealContent(before, line), line.signature) ? undefined : this.#fault('seal');
  }

  end(): FileWhole | FileFault {
    if (this.#start === undefined || !this.#isSealed) return { ...this.#fault('end-missing'), lineNo: this.#lineNo + 1 };
    const { count: heads, strange: strangeHeads, signedUpTo } = this.#heads;
    return { ok: true, start: this.#start, entries: this.#entries, heads, signedUpTo, strangeHeads, withCodes: this.#parts.vault !== undefined };
  }

  async #flawOf(line: FileLine): Promise<FileFlaw | undefined> {
    if (line.kind === 'start') return this.#begin(line);
    if (this.#start === undefined) return 'no-start';
    switch (line.kind) {
      case 'entry': return this.#entry(line, this.#start);
      case 'head': return this.#head(line, this.#start);
      case 'seal': return this.#seal(line, this.#start);
    }
  }

  #begin(start: FileStart): FileFlaw | undefined {
    if (this.#start !== undefined || this.#lineNo !== 1) return 'out-of-place';
    const key = readHeadKey(this.#parts.keys, start.publicKeyPem);
    if (key === undefined || key.keyName !== start.keyName) return 'key';
    if (this.#parts.keyName !== undefined && this.#parts.keyName !== key.keyName) return 'other-key';
    this.#publicKeyPem = key.pem;
    [this.#start, this.#last] = [start, { seq: start.firstSeq - 1, mac: start.previousMac }];
    return undefined;
  }

  #entry({ seq, entryId, entry, entryMac, linkMac }: FileEntry, { lastSeq }: FileStart): FileFlaw | undefined {
    if (this.#heads.count > 0 || seq > lastSeq) return 'out-of-place';
    const next = this.#last.seq + 1;
    if (seq !== next) return seq > next ? 'entry-missing' : 'number-twice';
    if (entry === undefined) return 'entry-unreadable';
    if (entry.entryId !== entryId) return 'entry-changed';
    const { vault } = this.#parts;
    if (vault !== undefined) {
      const entryKey = vault.auditKeyOf(entryText(entry), entryMac, this.#keys.entry);
      if (entryKey === undefined) return 'entry-changed';
      const linkKey = vault.auditKeyOf(chainText(seq, this.#last.mac, entryMac), linkMac, this.#keys.link);
      if (linkKey === undefined) return 'link';
      this.#keys = keysAfter(this.#keys, { entryKey, linkKey, at: entry.at });
    }
    this.#links.set(seq, linkMac);
    [this.#last, this.#entries] = [{ seq, mac: linkMac }, this.#entries + 1];
    return undefined;
  }

  async #head(head: FileHead, start: FileStart): Promise<FileFlaw | undefined> {
    if (this.#last.seq !== start.lastSeq) return 'entry-missing';
    const { count, strange, signedUpTo, last } = this.#heads;
    // The one before the first stands in front of the file.
    if (last === undefined ? head.previousSeq >= start.firstSeq : head.previousSeq !== last) return 'head-missing';
    const isOurs = head.keyName === start.keyName;
    if (isOurs && !await this.#isSigned(headContent(head), head.signature)) return 'head-changed';
    if (this.#links.get(head.seq) !== head.mac) return 'head-link';
    this.#heads = { count: count + 1, strange: strange + (isOurs ? 0 : 1), signedUpTo: isOurs ? head.seq : signedUpTo, last: head.seq };
    return undefined;
  }

  #seal({ entries, heads }: FileSeal, { lastSeq }: FileStart): FileFlaw | undefined {
    if (this.#last.seq !== lastSeq) return 'entry-missing';
    return entries === this.#entries && heads === this.#heads.count ? undefined : 'counts';
  }

  #isSigned(content: string, signature: string): Promise<boolean> { return this.#parts.verifier.verify(this.#publicKeyPem, headScheme, content, signature); }

  #fault(why: FileFlaw, line?: FileLine): FileFault {
    const seq = why === 'entry-missing' ? this.#last.seq + 1 : line?.kind === 'entry' || line?.kind === 'head' ? line.seq : undefined;
    return { ok: false, lineNo: this.#lineNo, seq, why };
  }
}
