import type { PayChannel } from '../directory/channel-merchant.js';
import type { Arrows } from '../kernel/arrows.js';
import type { EpochMs } from '../kernel/china-time.js';
import type { Fen } from '../kernel/money.js';

/** 异常状态 of requirement enum abnormalState, in our words. */
export type AbnormalKind = 'paid-after-close' | 'amount-mismatch' | 'channel-error' | 'unknown-order';
export type HandleState = 'pending' | 'following' | 'handled';
/** What is handled stays so; its notes stay beside it. */
export const handleArrows = { pending: ['following', 'handled'], following: ['following', 'handled'], handled: [] } as const satisfies Arrows<HandleState>;

/** 异常订单: money or a message about money that does not fit its order. Never dropped (design 4.4). */
export interface AbnormalOrder {
  /** One record per kind and attempt: `<kind>:<attemptNo>`. */
  readonly abnormalId: string;
  readonly kind: AbnormalKind;
  readonly platformOrderNo: string;
  readonly merchantNo: string;
  readonly attemptNo: string;
  readonly payChannel: PayChannel;
  readonly channelOrderNo: string | undefined;
  /** What the channel says it moved. */
  readonly amount: Fen;
  readonly note: string;
  readonly handleState: HandleState;
  readonly createdAt: EpochMs;
  readonly version: number;
}

/** 重缴订单: a further success of an order that is already paid. One record per attempt. */
export interface RepeatPayment {
  readonly attemptNo: string;
  readonly platformOrderNo: string;
  readonly merchantNo: string;
  readonly payChannel: PayChannel;
  readonly channelOrderNo: string;
  readonly amount: Fen;
  readonly handleState: HandleState;
  readonly paidAt: EpochMs;
  readonly createdAt: EpochMs;
  readonly version: number;
}
