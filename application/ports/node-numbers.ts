import type { EpochMs } from '../../domain/kernel/china-time.js';

/** What a process does: `web` answers callers, `worker` does the jobs, `all` both; `command` is a short-lived tool beside them. */
export type ProcessRole = 'web' | 'worker' | 'all' | 'command';
export const processRoles: readonly ProcessRole[] = ['web', 'worker', 'all', 'command'];

/** One process of the installation, as the others see it. */
export interface ProcessCard {
  readonly hostName: string;
  readonly processId: number;
  readonly role: ProcessRole;
  readonly programVersion: string;
  /** Wall time. */
  readonly startedAt: EpochMs;
}

/** One of the node numbers 0 to 999 inside platform numbers, and who has it. */
export interface NodeNumber {
  readonly nodeNo: number;
  /** Last millisecond, by the clock of the numbers, that any holder so far may have used. Raised before a millisecond is used, never lowered below a used one. */
  readonly usedUntil: EpochMs;
  /** Names this holding among all there ever were; absent: given back. */
  readonly holding: string | undefined;
  /** Wall time after which nobody needs to believe that the holder lives. */
  readonly leaseUntil: EpochMs;
  /** Wall time of the holder's last sign of life. */
  readonly seenAt: EpochMs;
  /** The present or last holder. */
  readonly process: ProcessCard;
  readonly version: number;
}

/** Where node numbers are kept, for all processes of one installation. */
export interface NodeNumbers {
  /** Every number that was ever taken. */
  all(): Promise<readonly NodeNumber[]>;
  /**
   * Stores `after` with the next version if the row is still as `before` was read; `undefined`: if there is none. False: somebody was faster.
   * Throws when it is not known whether it was stored.
   */
  replace(before: NodeNumber | undefined, after: NodeNumber): Promise<boolean>;
}
