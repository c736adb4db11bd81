import type { EpochMs } from '../kernel/china-time.js';

/** Payment brands. */
export type PayChannel = 'alipay' | 'unionpay';
export const payChannels = ['alipay', 'unionpay'] as const satisfies readonly PayChannel[];

/** How the payer pays: PC gateway, phone page, or a code shown to a scanner. */
export type PayMethod = 'pc' | 'h5' | 'bar';

/** 渠道商户: one merchant account at one channel. Secrets are only named, they live in the key store. */
export interface ChannelMerchant {
  readonly channelMerchantId: string;
  readonly payChannel: PayChannel;
  readonly channelMerchantName: string;
  /** Alipay: seller id (pid). UnionPay: merId. */
  readonly channelMerchantNo: string;
  /** Alipay: app_id. Absent for UnionPay. */
  readonly channelAppId: string | undefined;
  /** The production profile knows no accounts of `test` and `simulator` (CHN-07). */
  readonly environment: 'production' | 'test' | 'simulator';
  /** Name of our signing key for this account in the key store. */
  readonly keyName: string;
  /** What else the channel needs (addresses, its public key, certificates); names in the channel's own folder. No secrets. */
  readonly settings: Readonly<Record<string, string>>;
  readonly enabled: boolean;
  readonly remark: string;
  /** Undefined: from before this was written down. */
  readonly createdAt: EpochMs | undefined;
  readonly version: number;
}

/** 1 to 32 letters, digits, `-` and `_`. */
export const isChannelMerchantId = (text: string): boolean => /^[A-Za-z0-9_-]{1,32}$/.test(text);

/** 收款单位-渠道商户: what one payee has opened. */
export interface PayeeChannel {
  readonly merchantNo: string;
  readonly payChannel: PayChannel;
  readonly channelMerchantId: string;
  readonly payMethods: readonly PayMethod[];
  readonly enabled: boolean;
  readonly remark: string;
  /** Undefined: made before that was written down. */
  readonly createdAt: number | undefined;
  readonly version: number;
}
