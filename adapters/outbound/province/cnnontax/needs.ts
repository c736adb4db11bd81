import type { Clock } from '../../../../application/ports/clock.js';
import type { OwnPayCodes } from '../../../../application/ports/own-pay-codes.js';

/** What the adapter is built from. */
export interface CnnontaxNeeds {
  readonly clock: Pick<Clock, 'now'>;
  /** Codes for slips that we hand in: the norm's province gives none. Without it nothing is issued. */
  readonly payCodes: OwnPayCodes | undefined;
  /** Tokens of the message code from the key store; not asked for where there is none. `province` is the one under which the province calls us. */
  readonly tokens: { ours(): Promise<string>; province(): Promise<string> };
}
