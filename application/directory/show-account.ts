import { isConfirmed, type ChannelMerchant } from '../../domain/directory/channel-merchant.js';
import type { SigningKeyNames } from '../ports/signing-keys.js';
import type { UnitOfWork } from '../ports/unit-of-work.js';
import type { AccountCheck } from './account-check.js';

export interface ShownAccount {
  readonly keyName: string; readonly isKeyFound: boolean; readonly isConfirmed: boolean;
  /** Names of those who made or changed it since another person confirmed it, the last one at the end. */
  readonly changers: readonly string[];
  /** Keys and certificates as fingerprints. */
  readonly settings: readonly { readonly label: string; readonly text: string }[];
}

/** What the second person compares before an account is switched on (CHN-01), and whoever may see accounts reads in the detail. */
export class ShowAccount {
  readonly #unitOfWork: Pick<UnitOfWork, 'read'>;
  readonly #check: AccountCheck;
  readonly #keyNames: SigningKeyNames;
  constructor(unitOfWork: Pick<UnitOfWork, 'read'>, check: AccountCheck, keyNames: SigningKeyNames) { [this.#unitOfWork, this.#check, this.#keyNames] = [unitOfWork, check, keyNames]; }

  async run(channelMerchantId: string): Promise<ShownAccount | undefined> {
    const found = await this.#unitOfWork.read(async ({ directory, operators }) => {
      const account = await directory.channelMerchants.one({ channelMerchantId });
      if (account === undefined) return undefined;
      const changers: string[] = [];
      for (const operatorNo of account.changedBy) changers.push((await operators.byNo(operatorNo))?.name ?? operatorNo);
      return { account, changers };
    });
    if (found === undefined) return undefined;
    const { account, changers } = found;
    return { keyName: account.keyName, isKeyFound: await this.#keyNames.has(account.keyName), isConfirmed: isConfirmed(account), changers, settings: this.#settingsOf(account) };
  }

  #settingsOf(account: ChannelMerchant): ShownAccount['settings'] {
    const shown = this.#check.shown(account);
    return this.#check.settingsOf(account).flatMap(({ name, label, choices }) => {
      const text = shown[name];
      return text === undefined ? [] : [{ label, text: choices?.find(({ value }) => value === text)?.label ?? text }];
    });
  }
}
