import type { FaultQueue } from '../shared/fault-queue.js';
import type { SeededChaos } from '../shared/seeded-chaos.js';
import type { SteppedClock } from '../shared/stepped-clock.js';
import type { CashierSessions } from './cashier-sessions.js';
import type { KeyStore } from './key-store.js';
import type { Notifier } from './notifier.js';
import type { BarcodeDesk } from './barcode-desk.js';
import type { BillDesk } from './bills/bill-desk.js';
import type { TradeBook } from './trade-book.js';

/** Everything that one running simulator consists of. */
export interface World {
  readonly clock: SteppedClock;
  readonly keys: KeyStore;
  readonly book: TradeBook;
  readonly notifier: Notifier;
  readonly sessions: CashierSessions;
  readonly barcodes: BarcodeDesk;
  readonly bills: BillDesk;
  readonly faults: FaultQueue;
  readonly chaos: SeededChaos;
  readonly timestampToleranceMs: number;
}
