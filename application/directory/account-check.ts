import type { ChannelMerchant } from '../../domain/directory/channel-merchant.js';
import { hasGoodCut } from '../../domain/reconciliation/clearing-day.js';
import { contractFeeOf } from '../../domain/settlement/contract-fee.js';
import type { AccountComplaint, AccountSetting, AccountsOfChannels } from '../ports/channel-accounts.js';

type OfChannel = Pick<ChannelMerchant, 'payChannel'>;
/** Longest text of one setting. */
const maxSettingChars = 20_000;

/** What is known of an account before money moves through it. */
export class AccountCheck {
  readonly #accounts: AccountsOfChannels;
  readonly #isProduction: boolean;
  constructor(accounts: AccountsOfChannels, isProduction: boolean) { [this.#accounts, this.#isProduction] = [accounts, isProduction]; }

  settingsOf({ payChannel }: OfChannel): readonly AccountSetting[] { return this.#accounts[payChannel].settings; }

  /** What was typed, as it is stored; names that the channel does not have stay as they are. */
  stored(account: OfChannel, typed: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
    const channel = this.#accounts[account.payChannel];
    return Object.fromEntries(Object.entries(typed).map(([name, text]) => {
      const setting = channel.settings.find((one) => one.name === name);
      return [name, setting === undefined || text.trim() === '' ? text.trim() : channel.stored(setting, text)];
    }));
  }

  /** Settings as they may be shown, by name; those that no form knows are left out. */
  shown(account: ChannelMerchant): Readonly<Record<string, string>> {
    const channel = this.#accounts[account.payChannel];
    return Object.fromEntries(channel.settings.flatMap((setting) => {
      const stored = account.settings[setting.name];
      return stored === undefined ? [] : [[setting.name, channel.shown(setting, stored)]];
    }));
  }

  /** Production knows no accounts of a test or a simulator (CHN-07). */
  mayServe({ environment }: ChannelMerchant): boolean { return !this.#isProduction || environment === 'production'; }

  async flawOf(account: ChannelMerchant): Promise<AccountComplaint | undefined> {
    const long = Object.entries(account.settings).find(([, text]) => text.length > maxSettingChars);
    if (long !== undefined) return { field: long[0], message: `不能超过 ${maxSettingChars} 个字符` };
    if (!contractFeeOf(account).ok) return { field: 'feeRate', message: '手续费率、最低、最高手续费应为不带符号的整数，费率不超过 100000，最低不高于最高' };
    if (!hasGoodCut(account)) return { field: 'clearingCut', message: '日切时间应为 HH:mm，如 23:00' };
    const [first] = await this.#accounts[account.payChannel].complaints(account);
    return first;
  }
}
