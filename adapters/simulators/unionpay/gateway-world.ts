import type { FaultQueue } from '../shared/fault-queue.js';
import type { SeededChaos } from '../shared/seeded-chaos.js';
import type { SteppedClock } from '../shared/stepped-clock.js';
import type { ClearingRules } from './books/clearing-rules.js';
import type { MerchantRegister } from './books/merchants.js';
import type { Settling } from './books/settling.js';
import type { TradeBooks } from './books/trade-books.js';
import type { Authority } from './crypto/authority.js';
import type { SignMethod } from './crypto/signing.js';
import type { BillFaults } from './faults/bill-faults.js';
import type { MessageSigner } from './wire/signed-message.js';

/** Everything that one running simulator consists of. */
export interface GatewayWorld {
  readonly clock: SteppedClock;
  readonly authorities: Readonly<Record<SignMethod, Authority>>;
  readonly signer: MessageSigner;
  readonly merchants: MerchantRegister;
  readonly books: TradeBooks;
  readonly settling: Settling;
  readonly faults: FaultQueue;
  readonly billFaults: BillFaults;
  readonly clearing: ClearingRules;
  readonly chaos: SeededChaos;
  /** Ends hangs and delays when the simulator closes. */
  readonly life: AbortSignal;
  /** Settings that the control API changes. */
  readonly switches: { autoReturn: boolean };
}
