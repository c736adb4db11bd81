import { settingsWith } from '../../domain/directory/account-settings.js';
import { changedByOne, isChannelMerchantId, maxChangers, type ChannelMerchant } from '../../domain/directory/channel-merchant.js';
import { ok, refuse, type Result } from '../../domain/kernel/result.js';
import type { Acting, Deed } from '../../domain/operators/acting.js';
import { isSeparation, refusedEntry } from '../../domain/operators/refused-deed.js';
import type { AccountComplaint } from '../ports/channel-accounts.js';
import type { Stores } from '../ports/unit-of-work.js';
import type { AccountCheck } from './account-check.js';
import { asRead, noteDeed, onOff, type DirectoryParts, type ReadRefusal } from './as-read.js';

export interface AccountFacts {
  readonly channelMerchantName: string; readonly channelAppId: string | undefined; readonly keyName: string; readonly remark: string;
  /** As they were typed. */
  readonly settings: Readonly<Record<string, string>>;
}
export type NewAccount = AccountFacts & Pick<ChannelMerchant, 'channelMerchantId' | 'payChannel' | 'channelMerchantNo' | 'environment'>;

export type AccountRefusal = ReadRefusal | 'id-malformed' | 'id-taken' | 'name-taken' | 'number-taken' | 'no-channel' | 'not-now' | 'foreign-environment' | 'own-change' | 'too-many-changers' | 'used-by-link' | 'used-by-attempt' | AccountComplaint;
type Answer = Result<ChannelMerchant, AccountRefusal>;

/**
 * 渠道商户管理 (1.1.4.1.1-b to -f). Every change takes the version that its form was read with. A new account, and one
 * of which what the channel is reached or believed by was changed, is off and believed nothing until another person switches it on (CHN-01).
 */
export class ManageChannelMerchants {
  readonly #parts: DirectoryParts;
  readonly #check: AccountCheck;
  constructor(parts: DirectoryParts, check: AccountCheck) { [this.#parts, this.#check] = [parts, check]; }

  async add(acting: Acting, { settings: typed, ...facts }: NewAccount): Promise<Answer> {
    if (!isChannelMerchantId(facts.channelMerchantId)) return refuse('id-malformed');
    const settings = this.#settings(facts, {}, typed);
    if (!settings.ok) return settings;
    const after: ChannelMerchant = { ...facts, ...trimmed(facts), settings: settings.value, enabled: false, changedBy: [acting.by.operatorNo], createdAt: this.#parts.clock.now(), version: 1 };
    const flaw = await this.#check.flawOf(after);
    if (flaw !== undefined) return refuse(flaw);
    return this.#parts.unitOfWork.run(async (stores): Promise<Answer> => {
      const taken = await takenBy(stores, after);
      if (taken !== undefined) return refuse(taken);
      if (await stores.directory.channelMerchants.add(after) === 'exists') return refuse('id-taken');
      await this.#note(stores, acting, { action: 'channel-merchant.added', description: `新增渠道商户 ${after.channelMerchantName}` }, after, undefined, after);
      return ok(after);
    });
  }

  /** Channel, number and environment are what attempts, bills and messages are held against: they stay. */
  async edit(acting: Acting, channelMerchantId: string, version: number, { settings: typed, ...facts }: AccountFacts): Promise<Answer> {
    const seen = asRead(await this.one(channelMerchantId), version);
    if (!seen.ok) return seen;
    const settings = this.#settings(seen.value, seen.value.settings, typed);
    if (!settings.ok) return settings;
    const after: ChannelMerchant = { ...seen.value, ...trimmed(facts), settings: settings.value };
    const flaw = await this.#check.flawOf(after);
    if (flaw !== undefined) return refuse(flaw);
    return this.#change(acting, channelMerchantId, version, { action: 'channel-merchant.edited', description: '修改渠道商户' }, async (before, stores) => {
      const taken = after.channelMerchantName === before.channelMerchantName ? undefined : await takenBy(stores, after);
      if (taken !== undefined) return refuse(taken);
      if (!this.#check.trustsOtherwise(before, after)) return ok(after);
      const changed = changedByOne(after, acting.by.operatorNo);
      return changed.changedBy.length > maxChangers ? refuse('too-many-changers') : ok(changed);
    });
  }

  /** Looked at once more, with all that is known by now: a key may have gone meanwhile, production has no accounts of a test (CHN-07), and a second person confirms what one has changed. */
  async enable(acting: Acting, channelMerchantId: string, version: number): Promise<Answer> {
    const seen = asRead(await this.one(channelMerchantId), version);
    if (!seen.ok) return seen;
    if (!this.#check.mayServe(seen.value)) return refuse('foreign-environment');
    const flaw = await this.#check.flawOf(seen.value);
    if (flaw !== undefined) return refuse(flaw);
    return this.#change(acting, channelMerchantId, version, { action: 'channel-merchant.enabled', description: '启用渠道商户' }, async (before) => {
      if (before.enabled) return refuse('not-now');
      return before.changedBy.includes(acting.by.operatorNo) ? refuse('own-change') : ok({ ...before, enabled: true, changedBy: [] });
    });
  }

  /** No new payments through it; those that have begun are followed to their end, its bills are asked for as long as it had money. */
  disable(acting: Acting, channelMerchantId: string, version: number): Promise<Answer> {
    return this.#change(acting, channelMerchantId, version, { action: 'channel-merchant.disabled', description: '停用渠道商户' }, async (before) => (before.enabled ? ok({ ...before, enabled: false }) : refuse('not-now')));
  }

  async remove(acting: Acting, channelMerchantId: string, version: number): Promise<Answer> {
    return this.#parts.unitOfWork.run(async (stores): Promise<Answer> => {
      const { channelMerchants, payeeChannels } = stores.directory;
      const found = asRead(await channelMerchants.one({ channelMerchantId }), version);
      if (!found.ok) return found;
      if (await payeeChannels.any({ channelMerchantId })) return refuse('used-by-link');
      if (await stores.attempts.anyThrough(channelMerchantId)) return refuse('used-by-attempt');
      await channelMerchants.remove(found.value);
      await this.#note(stores, acting, { action: 'channel-merchant.removed', description: `删除渠道商户 ${found.value.channelMerchantName}` }, found.value, found.value, undefined);
      return found;
    });
  }

  one(channelMerchantId: string): Promise<ChannelMerchant | undefined> { return this.#parts.unitOfWork.read(({ directory }) => directory.channelMerchants.one({ channelMerchantId })); }

  #settings(account: Pick<ChannelMerchant, 'payChannel'>, before: ChannelMerchant['settings'], typed: AccountFacts['settings']): Result<ChannelMerchant['settings'], AccountComplaint> {
    const settings = settingsWith(before, this.#check.stored(account, typed), this.#check.settingsOf(account).map((setting) => ({ ...setting, isKept: setting.kind === 'key' || setting.kind === 'certificates' })));
    return settings.ok ? settings : refuse({ field: settings.refusal.name, message: settings.refusal.code === 'setting-missing' ? '此项必填' : '此渠道没有这个参数' });
  }

  async #change(acting: Acting, channelMerchantId: string, version: number, deed: Pick<Deed, 'action' | 'description'>, next: (before: ChannelMerchant, stores: Stores) => Promise<Answer>): Promise<Answer> {
    return this.#parts.unitOfWork.run(async (stores): Promise<Answer> => {
      const found = asRead(await stores.directory.channelMerchants.one({ channelMerchantId }), version);
      const after = found.ok ? await next(found.value, stores) : found;
      if (found.ok && !after.ok && isSeparation(after.refusal)) await stores.audit.append(refusedEntry(this.#parts.ids.next(), this.#parts.clock.now(), acting, this.#deed(deed, found.value), after.refusal));
      if (!found.ok || !after.ok) return after;
      await stores.directory.channelMerchants.put(after.value);
      await noteDeed(stores, this.#parts, acting, { ...this.#deed(deed, after.value), before: this.#facts(found.value), after: this.#facts(after.value) });
      return after;
    });
  }

  #deed({ action, description }: Pick<Deed, 'action' | 'description'>, { channelMerchantId, channelMerchantName }: ChannelMerchant): Pick<Deed, 'action' | 'description' | 'objectKind' | 'objectNo'> {
    return { action, description: `${description} ${channelMerchantName}`, objectKind: 'channel-merchant', objectNo: channelMerchantId };
  }

  async #note(stores: Stores, acting: Acting, deed: Pick<Deed, 'action' | 'description'>, { channelMerchantId }: ChannelMerchant, before: ChannelMerchant | undefined, after: ChannelMerchant | undefined): Promise<void> {
    await noteDeed(stores, this.#parts, acting, { ...deed, objectKind: 'channel-merchant', objectNo: channelMerchantId, ...(before && { before: this.#facts(before) }), ...(after && { after: this.#facts(after) }) });
  }

  #facts(account: ChannelMerchant): Readonly<Record<string, string>> {
    const { payChannel, channelMerchantNo, channelMerchantName, channelAppId, environment, keyName, enabled, changedBy, remark } = account;
    return { payChannel, channelMerchantNo, channelMerchantName, channelAppId: channelAppId ?? '', environment, keyName, enabled: onOff(enabled), changedBy: changedBy.join(' '), remark, settings: JSON.stringify(this.#check.shown(account)) };
  }
}

/** With the channel's record locked, so that two accounts that would take the same number go one after the other. */
async function takenBy({ directory }: Stores, { channelMerchantId, payChannel, channelMerchantNo, channelMerchantName }: ChannelMerchant): Promise<'no-channel' | 'number-taken' | 'name-taken' | undefined> {
  const [channel] = await directory.channels.where({ payChannel });
  if (channel === undefined || await directory.channels.one({ channelNo: channel.channelNo }) === undefined) return 'no-channel';
  const others = async (match: Partial<ChannelMerchant>): Promise<boolean> => (await directory.channelMerchants.where(match)).some((other) => other.channelMerchantId !== channelMerchantId);
  if (await others({ payChannel, channelMerchantNo })) return 'number-taken';
  return await others({ channelMerchantName }) ? 'name-taken' : undefined;
}

const trimmed = ({ channelMerchantName, channelAppId, keyName, remark }: Omit<AccountFacts, 'settings'>): Omit<AccountFacts, 'settings'> =>
  ({ channelMerchantName: channelMerchantName.trim(), channelAppId: channelAppId?.trim() || undefined, keyName: keyName.trim(), remark: remark.trim() });
