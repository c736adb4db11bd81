import type { Certificates } from '../../../../application/ports/certificates.js';
import type { Clock } from '../../../../application/ports/clock.js';
import type { Digests } from '../../../../application/ports/digests.js';
import type { Journal } from '../../../../application/ports/journal.js';
import type { Signer, Verifier } from '../../../../application/ports/signatures.js';
import type { WireClient } from '../../wire/http-client.js';

/** What the UnionPay adapter is built from. */
export interface UnionPayNeeds {
  readonly signer: Signer;
  readonly verifier: Verifier;
  readonly certificates: Certificates;
  readonly digests: Digests;
  readonly http: Pick<WireClient, 'send'>;
  /** For validity of certificates, the time limit of a payment and the end of the clearing day. */
  readonly clock: Clock;
  readonly journal: Journal;
}
