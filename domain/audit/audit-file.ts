import type { BusinessDay, EpochMs } from '../kernel/china-time.js';
import type { Actor, RecordedEntry } from './audit-entry.js';
import type { SignedHead } from './signed-head.js';

/** 可核验的审计日志文件 (AUD-07): JSON lines, so that it can be read with anything and verified far from the database. First how it begins, then each entry, then signed heads, last the seal. */
export interface FileStart {
  readonly kind: 'start';
  readonly format: 1;
  readonly firstSeq: number;
  readonly lastSeq: number;
  /** The link of the entry before the first one. */
  readonly previousMac: string;
  readonly fromDay: BusinessDay;
  readonly toDay: BusinessDay;
  readonly madeAt: EpochMs;
  readonly madeBy: string;
  /** Which key signed the heads and the seal: its name holds the fingerprint, which whoever verifies compares with one kept elsewhere. */
  readonly keyName: string;
  readonly publicKeyPem: string;
}
/** Without `entry` where its row can no longer be read: that it is there is part of what is told. */
export interface FileEntry { readonly kind: 'entry'; readonly seq: number; readonly entryId: string; readonly entry?: RecordedEntry; readonly entryMac: string; readonly linkMac: string }
export interface FileHead extends SignedHead { readonly kind: 'head' }
/** `signature`: SM2 over `sealContent`. */
export interface FileSeal { readonly kind: 'seal'; readonly entries: number; readonly heads: number; readonly signature: string }
export type FileLine = FileStart | FileEntry | FileHead | FileSeal;

/** Before the first line. */
export const sumStart = '0'.repeat(64);
/** What the digest of a line is made over: the digest before it, so that a line can neither be changed nor put in or taken out alone. */
export const sumText = (before: string, body: string): string => `${before}\n${body}`;
/** A line as it is written; its body is compared letter by letter. */
export const lineText = (sum: string, body: string): string => `{"sum":"${sum}","line":${body}}`;
export function readLine(text: string): { readonly sum: string; readonly body: string } | undefined {
  const [, sum, body] = /^\{"sum":"([0-9a-f]{64})","line":(\{.*\})\}$/s.exec(text) ?? [];
  return sum === undefined || body === undefined ? undefined : { sum, body };
}

/** What the seal signs: the digest over everything before it. Its first word keeps it apart from a head, which the same key signs. */
export const sealContent = (sum: string, { entries, heads }: Pick<FileSeal, 'entries' | 'heads'>): string => `tongjiao-audit-file|1|${sum}|${entries}|${heads}`;

type Facts = Readonly<Record<string, unknown>>;
const isFacts = (value: unknown): value is Facts => typeof value === 'object' && value !== null && !Array.isArray(value);
const areTexts = (facts: Facts, ...names: readonly string[]): boolean => names.every((name) => typeof facts[name] === 'string');
const areNumbers = (facts: Facts, ...names: readonly string[]): boolean => names.every((name) => Number.isSafeInteger(facts[name]));
const isMap = (value: unknown): boolean => value === undefined || (isFacts(value) && areTexts(value, ...Object.keys(value)));
const isActor = (value: unknown): value is Actor => isFacts(value) && areTexts(value, 'kind', 'code') && (value['address'] === undefined || typeof value['address'] === 'string');
const isEntry = (value: unknown): boolean => isFacts(value) && areTexts(value, 'entryId', 'action', 'objectKind', 'objectNo', 'description') && areNumbers(value, 'at')
  && isActor(value['actor']) && isMap(value['before']) && isMap(value['after']) && ['requestId', 'rowsWritten'].every((name) => value[name] === undefined || typeof value[name] === 'string');

const shapes: Readonly<Record<FileLine['kind'], (line: Facts) => boolean>> = {
  start: (line) => line['format'] === 1 && areNumbers(line, 'firstSeq', 'lastSeq', 'madeAt') && areTexts(line, 'previousMac', 'fromDay', 'toDay', 'madeBy', 'keyName', 'publicKeyPem'),
  entry: (line) => areNumbers(line, 'seq') && areTexts(line, 'entryId', 'entryMac', 'linkMac') && (line['entry'] === undefined || isEntry(line['entry'])),
  head: (line) => areNumbers(line, 'seq', 'at', 'previousSeq') && areTexts(line, 'mac', 'keyName', 'signature'),
  seal: (line) => areNumbers(line, 'entries', 'heads') && areTexts(line, 'signature'),
};

/** A body that somebody may have written by hand; undefined where it is none of ours. */
export function readBody(body: string): FileLine | undefined {
  try {
    const line: unknown = JSON.parse(body);
    if (!isFacts(line) || typeof line['kind'] !== 'string' || !Object.hasOwn(shapes, line['kind'])) return undefined;
    return shapes[line['kind'] as FileLine['kind']](line) ? line as unknown as FileLine : undefined;
  } catch {
    return undefined;
  }
}
