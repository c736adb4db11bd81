import { canMove, type Arrows } from '../kernel/arrows.js';
import { dayMs, minuteMs, type EpochMs } from '../kernel/china-time.js';
import { ok, refuse, type Result } from '../kernel/result.js';

export type ListExportState = 'running' | 'done' | 'failed';
export const listExportArrows = { running: ['done', 'failed'], done: [], failed: [] } as const satisfies Arrows<ListExportState>;

/** `process-gone`: nothing was heard of it any more; `stopped`: its process was stopped in good order. */
export const exportFailures = ['too-many-rows', 'too-large', 'process-gone', 'stopped', 'fault'] as const;
export type ExportFailure = (typeof exportFailures)[number];

/** Exports of one person that may run at once: each reads a whole list. */
export const maxOwnExports = 2;
/** An export of which nothing was heard for so long has lost its process. */
export const silentAfterMs = 2 * minuteMs;
/** How long a file can be fetched (EXP-02). */
export const exportKeptMs = dayMs;

/** One export of one person: what was asked, how far it is, what became of it. */
export interface ListExport {
  readonly exportNo: string;
  readonly operatorNo: string;
  readonly listName: string;
  /** As they were checked, whatever is personal masked: for people, not for doing it again. */
  readonly parameters: Readonly<Record<string, string>>;
  /** Whose rows are in the file: `all`, or `institution:` and its number (ISO-05). */
  readonly scope: string;
  /** One of the places of its person while it runs, its own number afterwards; never that of another one, so that nobody has more running than there are places. */
  readonly place: string;
  readonly state: ListExportState;
  /** Rows written so far. */
  readonly written: number;
  readonly fileNo: string | undefined;
  readonly fileName: string | undefined;
  readonly failure: ExportFailure | undefined;
  readonly startedAt: EpochMs;
  /** When its process last said that it is at work. */
  readonly seenAt: EpochMs;
  readonly endedAt: EpochMs | undefined;
  readonly version: number;
}

export type ExportFacts = Pick<ListExport, 'exportNo' | 'operatorNo' | 'listName' | 'parameters' | 'scope'>;

export const placesOf = (operatorNo: string): readonly string[] => Array.from({ length: maxOwnExports }, (_, n) => `${operatorNo}:${n + 1}`);

/** `running`: those of the same person that hold a place. */
export function newListExport(facts: ExportFacts, running: readonly Pick<ListExport, 'place'>[], now: EpochMs): Result<ListExport, 'no-place'> {
  const place = placesOf(facts.operatorNo).find((one) => !running.some((other) => other.place === one));
  if (place === undefined) return refuse('no-place');
  return ok({ ...facts, place, state: 'running', written: 0, fileNo: undefined, fileName: undefined, failure: undefined, startedAt: now, seenAt: now, endedAt: undefined, version: 1 });
}

/** Its process is at work; undefined when it was taken for lost meanwhile. */
export const seenAtWork = (listExport: ListExport, written: number, now: EpochMs): ListExport | undefined =>
  listExport.state === 'running' ? { ...listExport, written, seenAt: now } : undefined;

export type ExportOutcome =
  | { readonly kind: 'done'; readonly fileNo: string; readonly fileName: string; readonly written: number }
  | { readonly kind: 'failed'; readonly failure: ExportFailure; readonly written: number };

/** Its end, and its place is free for another one. */
export function endedExport(listExport: ListExport, outcome: ExportOutcome, now: EpochMs): Result<ListExport, 'ended-already'> {
  const { kind: state, ...facts } = outcome;
  if (!canMove<ListExportState>(listExportArrows, listExport.state, state)) return refuse('ended-already');
  return ok({ ...listExport, ...facts, state, place: listExport.exportNo, endedAt: now });
}

export const isSilent = ({ state, seenAt }: ListExport, now: EpochMs): boolean => state === 'running' && now - seenAt >= silentAfterMs;
export const isFileGone = ({ endedAt }: ListExport, now: EpochMs): boolean => endedAt !== undefined && now - endedAt >= exportKeptMs;
