import type { EpochMs } from '../kernel/china-time.js';
import type { SharedTableName } from './shared-tables.js';

export type ShareBatchKind = 'export' | 'single' | 'reload-check' | 'day-check';
/** `unknown`: the target may have taken the rows; they go again, which changes nothing there. `differs`: of a check. */
export type ShareBatchState = 'done' | 'failed' | 'unknown' | 'differs';

/** One line of the log: a batch that was tried, or a count that was taken. */
export interface ShareBatch {
  readonly batchNo: string;
  readonly target: string;
  readonly table: SharedTableName;
  readonly kind: ShareBatchKind;
  readonly state: ShareBatchState;
  /** Of a check: rows here, and rows found there. */
  readonly rowCount: number;
  readonly acceptedCount: number;
  readonly quarantinedCount: number;
  /** Values cut or left out because they did not fit. */
  readonly warningCount: number;
  /** For people; names columns and reasons, never a value. */
  readonly message: string;
  readonly beganAt: EpochMs;
  readonly endedAt: EpochMs;
}

export type QuarantineState = 'open' | 'released';

/** A row that could not go, so that the others could. */
export interface QuarantinedRow {
  readonly quarantineNo: string;
  readonly target: string;
  readonly table: SharedTableName;
  readonly rowKey: string;
  /** Fixed word of ours (`too-long`), or `rejected` by the target. */
  readonly reason: string;
  readonly detail: string;
  readonly state: QuarantineState;
  readonly batchNo: string;
  readonly times: number;
  readonly firstAt: EpochMs;
  readonly lastAt: EpochMs;
  readonly version: number;
}

/** `share.policy`: whether the full value of one column may leave, who decided it and on what ground. */
export interface SharePolicy {
  readonly table: SharedTableName;
  readonly column: string;
  readonly isFull: boolean;
  readonly basis: string;
  readonly decidedBy: string;
  readonly decidedAt: EpochMs;
  readonly version: number;
}

/** A paid order that the city is to hear of: what table 7-16 lacks, a moment. */
export interface NotedOrder { readonly platformOrderNo: string; readonly notedAt: EpochMs; readonly version: number }
