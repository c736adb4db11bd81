import type { ChannelMerchant, PayChannel } from '../../domain/directory/channel-merchant.js';

/** One setting of an account, as a form asks for it. `lines`: one entry a line. `key` and `certificates`: PEM, shown as fingerprints only. */
export interface AccountSetting {
  readonly name: string;
  readonly label: string;
  readonly kind: 'text' | 'address' | 'choice' | 'lines' | 'key' | 'certificates';
  readonly isRequired: boolean;
  readonly hint?: string;
  readonly choices?: readonly { readonly value: string; readonly label: string }[];
}

/** What is wrong with an account, at which of its fields or settings, in words for the operator who types it. */
export interface AccountComplaint { readonly field: string; readonly message: string }

/** What the accounts at one channel are made of (1.1.4.1.1). No secret is among it: keys live in the key store and are named. */
export interface ChannelAccounts {
  readonly payChannel: PayChannel;
  /** An application's number belongs to it (Alipay app_id). */
  readonly hasAppId: boolean;
  /** How the channel calls the merchant's number. */
  readonly merchantNoLabel: string;
  readonly settings: readonly AccountSetting[];
  /** As it was typed, in the form in which it is stored; a text that is not what it claims to be comes back as it is, and is complained about. */
  stored(setting: AccountSetting, typed: string): string;
  /** As it may be shown: keys and certificates as fingerprints (SM3). Never throws. */
  shown(setting: AccountSetting, stored: string): string;
  /** Everything that can be known to be wrong before the first call (CHN-03, CHN-04, CHN-06, CHN-07), the key that it names included. Never throws. */
  complaints(account: ChannelMerchant): Promise<readonly AccountComplaint[]>;
}
export type AccountsOfChannels = Readonly<Record<PayChannel, ChannelAccounts>>;
