import type { PayChannel } from '../../domain/directory/channel-merchant.js';
import type { EpochMs } from '../../domain/kernel/china-time.js';
import type { Fen } from '../../domain/kernel/money.js';
import type { NoticeObstacle } from '../ports/order-notices.js';
import type { BrowserHandover } from '../ports/payment-channel.js';

/** Which of the two cashiers a browser sees. */
export type CashierTerminal = 'pc' | 'h5';

/** Which page an order shows now. `asking`: the payer has been to the channel and it has not answered yet. */
export type CashierPage = 'payable' | 'asking' | 'paid' | 'failed' | 'expired' | 'closed';

/** What a cashier page shows of one order (1.1.1.1.4, 1.1.1.1.6, 1.1.1.2-a). No personal data. */
export interface CashierView {
  readonly page: CashierPage;
  readonly bizOrderNo: string;
  readonly platformOrderNo: string;
  readonly orderTitle: string;
  readonly orderDescription: string | undefined;
  readonly payeeName: string;
  readonly orderAmount: Fen;
  readonly bizDiscountAmount: Fen;
  readonly chargedAmount: Fen;
  readonly stateMsg: string;
  /** Channels this payee has opened for this terminal; empty unless page is payable, failed or asking. */
  readonly channels: readonly PayChannel[];
  /** False in the last minute and afterwards: the page says why. */
  readonly mayStart: boolean;
  /** Only the PC page may be used (pc.order.create). */
  readonly pcOnly: boolean;
  readonly createdAt: EpochMs;
  readonly expiresAt: EpochMs;
  readonly now: EpochMs;
  readonly paidAt: EpochMs | undefined;
  /** The channel that settled the order; before that the one tried last. */
  readonly payChannel: PayChannel | undefined;
  readonly channelOrderNo: string | undefined;
  /** Signed address of the business system (table 7-8); absent when there is nowhere to go back to. */
  readonly backUrl: string | undefined;
}

export interface StartPaymentRequest {
  readonly cashierToken: string;
  readonly payChannel: PayChannel;
  readonly terminal: CashierTerminal;
  readonly receivedAt: EpochMs;
  readonly address: string;
  readonly requestId: string;
}

/** Why no payment was started; each has its own words on the page. */
export type StartPaymentRefusal =
  | 'no-such-order' | 'already-paid' | 'closed' | 'expired' | 'too-close-to-expiry' | 'channel-not-open'
  /** An earlier attempt's outcome is not known yet. */
  | 'still-asking'
  /** Somebody started another attempt at the same moment. */
  | 'try-again'
  /** Somebody starts attempt after attempt. */
  | 'too-many-attempts'
  /** After a restore: an attempt this database has lost may have been paid (BAK-03). */
  | 'recovering'
  /** Its payment notice was settled elsewhere, is void or expired, or says another amount by now. */
  | NoticeObstacle;

export interface StartedPayment { readonly attemptNo: string; readonly handover: BrowserHandover }
