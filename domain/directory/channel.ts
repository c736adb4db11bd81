import type { EpochMs } from '../kernel/china-time.js';
import type { PayChannel, PayMethod } from './channel-merchant.js';

/** Where the bills of a channel come from: asked for by the platform, or given to it by a person. */
export type BillSource = 'download' | 'upload';

/** 支付渠道 (1.1.4.1.2): how the platform uses one of its installed adapters. There is one record of an adapter at most. */
export interface Channel {
  readonly channelNo: string;
  readonly channelName: string;
  /** The adapter. */
  readonly payChannel: PayChannel;
  /** 支付属性: new payments may begin, on these terminals and by barcode where the payee has opened them too. */
  readonly payEnabled: boolean;
  readonly payMethods: readonly PayMethod[];
  /** 对账属性: bills are asked for. Off: the days are not reconciled, so that their trades stay unsettled. */
  readonly reconcileEnabled: boolean;
  readonly billSource: BillSource;
  /** `HH:MM` in China of the day after: bills are not asked for before it. */
  readonly billTime: string;
  /** 分账属性: pays combined orders (子商户分账). */
  readonly splitEnabled: boolean;
  readonly enabled: boolean;
  readonly remark: string;
  readonly createdAt: EpochMs;
  readonly version: number;
}

/** Channels have a day's bill by nine; five minutes later is the first time that asking makes sense, and what an installation has that sets none. */
export const earliestBillTime = '09:05';
/** A bill that is asked for later would be called overdue before it was asked for often enough. */
export const latestBillTime = '20:00';
export const isBillTime = (text: string): boolean => /^([01][0-9]|2[0-3]):[0-5][0-9]$/.test(text) && text >= earliestBillTime && text <= latestBillTime;
/** Milliseconds after midnight. */
export const billTimeMs = ({ billTime }: Pick<Channel, 'billTime'>): number => (Number(billTime.slice(0, 2)) * 60 + Number(billTime.slice(3))) * 60_000;

/** 1 to 32 letters, digits, `-` and `_`. */
export const isChannelNo = (text: string): boolean => /^[A-Za-z0-9_-]{1,32}$/.test(text);

type Terms = Pick<Channel, 'enabled' | 'payEnabled' | 'payMethods' | 'reconcileEnabled' | 'billSource' | 'billTime' | 'splitEnabled'>;

/** An adapter without a record does everything that it can: installations are older than the records. */
export const usualTerms: Terms = { enabled: true, payEnabled: true, payMethods: ['pc', 'h5', 'bar'], reconcileEnabled: true, billSource: 'download', billTime: earliestBillTime, splitEnabled: true };

/** By what a new payment may begin; nothing where the channel, or its payments, are switched off, or it does not pay combined orders and this is one. What has begun goes on. */
export const paysBy = ({ enabled, payEnabled, payMethods, splitEnabled }: Terms, isCombined: boolean): readonly PayMethod[] =>
  (enabled && payEnabled && (splitEnabled || !isCombined) ? payMethods : []);
