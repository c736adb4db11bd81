import type { EpochMs } from '../../domain/kernel/china-time.js';

/** Pay codes that this platform gives out itself, where the province leaves that to whoever hands in the notice. */
export interface OwnPayCodes {
  /** The order's code: the same one for ever, whoever asks and how often. */
  codeOf(busNo: string, now: EpochMs): Promise<string>;
  /** Undefined where none was ever given. */
  known(busNo: string): Promise<string | undefined>;
}
