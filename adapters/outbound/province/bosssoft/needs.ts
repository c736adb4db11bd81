import type { Clock } from '../../../../application/ports/clock.js';
import type { Digests } from '../../../../application/ports/digests.js';
import type { SpentNumbers } from '../../../../application/ports/province.js';
import type { Signer, Verifier } from '../../../../application/ports/signatures.js';
import type { WireClient } from '../../wire/http-client.js';

/** What the adapter is built from. */
export interface BosssoftNeeds {
  readonly http: Pick<WireClient, 'send'>;
  readonly digests: Digests;
  readonly signer: Signer;
  readonly verifier: Verifier;
  readonly clock: Pick<Clock, 'now'>;
  /** `messages` should be shared by all processes; the answers to one process's own calls need not be. */
  readonly spent: { readonly answers: SpentNumbers; readonly messages: SpentNumbers };
  /** Shared secrets from the key store; not asked for where SM2 signs. `province` is the one under which the province calls us. */
  readonly secrets: { ours(): Promise<string>; province(): Promise<string> };
}
