import type { Clock } from '../../../../application/ports/clock.js';
import type { OwnPayCodes } from '../../../../application/ports/own-pay-codes.js';

/** What the adapter is built from. */
export interface CnnontaxNeeds {
  readonly clock: Pick<Clock, 'now'>;
  /** Codes for slips that we hand in, out of the range of a region and a system: the norm's province gives none. */
  readonly payCodes: (region: string, system: string) => OwnPayCodes;
  /** Tokens of the message code from the key store; not asked for where there is none. `province` is the one under which the province calls us. */
  readonly tokens: { ours(): Promise<string>; province(): Promise<string> };
}
