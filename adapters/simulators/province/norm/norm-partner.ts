import type { NormMac } from './norm-frame.js';

/** What this province knows of its partner on the line. */
export interface NormPartner {
  readonly nodes: { readonly own: string; readonly partner: string };
  readonly mac: NormMac;
  /** Number of a confirmation, which the norm does not have; without one such a message is not understood. */
  readonly confirmMsgNo?: string;
}

/** The results that have been seen, or a finer list as a province may have one of its own. */
export const resultTables = {
  seen: { 18012: '18012' },
  detailed: { 18012: '18012', E0001: '10001', E0002: '10002', E0003: '10003', E0005: '10005', E0010: '10010' },
} as const satisfies Readonly<Record<string, Readonly<Record<string, string>>>>;
export type ResultTable = keyof typeof resultTables;

/** Result of the norm for a refusal of the slip book. */
export const resultOf = (table: ResultTable, code: string): string => (resultTables[table] as Readonly<Record<string, string>>)[code] ?? '99999';
