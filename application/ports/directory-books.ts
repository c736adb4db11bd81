import type { Channel } from '../../domain/directory/channel.js';
import type { ChannelMerchant, PayeeChannel } from '../../domain/directory/channel-merchant.js';
import type { DeveloperRole } from '../../domain/directory/developer-role.js';
import type { Developer } from '../../domain/directory/developer.js';
import type { Industry } from '../../domain/directory/industry.js';
import type { NontaxRegion } from '../../domain/directory/nontax.js';
import type { Institution } from '../../domain/directory/institution.js';
import type { Payee } from '../../domain/directory/payee.js';
import type { MenuEntry } from '../../domain/menus/menu.js';
import type { Region } from '../../domain/directory/region.js';

/** Most rows that `all` gives; more is a fault. */
export const maxOnShelf = 10_000;
/** Most rows that `where` gives; more is a fault. */
export const maxAlike = 1_000;

/** The rows of one kind of the directory as they are stored, not as they were a few seconds ago (`Directory` is for whoever only serves by them). */
export interface Shelf<T, K extends keyof T> {
  /** Read in a unit it stays as it is until the unit ends. */
  one(key: Pick<T, K>): Promise<T | undefined>;
  /** Rows whose properties equal all of these, by key. */
  where(match: Partial<T>): Promise<readonly T[]>;
  /** Whether there is one whose properties equal all of these. */
  any(match: Partial<T>): Promise<boolean>;
  /** All of them, by key. */
  all(): Promise<readonly T[]>;
}
export interface ShelfStore<T, K extends keyof T> extends Shelf<T, K> {
  /** `exists` when the key is taken. */
  add(value: T): Promise<'added' | 'exists'>;
  /** Compare-and-set, as every put. */
  put(value: T): Promise<void>;
  /** Compare-and-set too: throws ConcurrentChange when it is another version, or gone. Only what nothing refers to is removed. */
  remove(value: T): Promise<void>;
}

export interface DeveloperShelf extends Shelf<Developer, 'devId'> {
  /** The whole number of its contact. */
  mobileOf(devId: string): Promise<string | undefined>;
  /** Whether an order or a payment notice names it, archived ones too. */
  isUsed(devId: string): Promise<boolean>;
}
export interface DeveloperShelfStore extends DeveloperShelf, ShelfStore<Developer, 'devId'> {
  /** Sealed; no change of the developer's version. Throws ConcurrentChange when there is no such developer. */
  putMobile(devId: string, mobile: string | undefined): Promise<void>;
}

/** What people configure (1.1.4.1, 1.1.6.1, 1.1.6.2). The audit entry is the caller's, in the same unit. */
export interface DirectoryReader {
  readonly developers: DeveloperShelf;
  readonly developerRoles: Shelf<DeveloperRole, 'roleCode'>;
  readonly payees: Shelf<Payee, 'merchantNo'>;
  readonly channelMerchants: Shelf<ChannelMerchant, 'channelMerchantId'>;
  readonly payeeChannels: Shelf<PayeeChannel, 'merchantNo' | 'channelMerchantId'>;
  readonly regions: Shelf<Region, 'regionCode'>;
  readonly industries: Shelf<Industry, 'industryCode'>;
  readonly channels: Shelf<Channel, 'channelNo'>;
  readonly nontaxRegions: Shelf<NontaxRegion, 'regionCode'>;
  readonly menus: Shelf<MenuEntry, 'menuKey'>;
  readonly institutions: Shelf<Institution, 'institutionNo'>;
}
export interface DirectoryStore extends DirectoryReader {
  readonly developers: DeveloperShelfStore;
  readonly developerRoles: ShelfStore<DeveloperRole, 'roleCode'>;
  readonly payees: ShelfStore<Payee, 'merchantNo'>;
  readonly channelMerchants: ShelfStore<ChannelMerchant, 'channelMerchantId'>;
  readonly payeeChannels: ShelfStore<PayeeChannel, 'merchantNo' | 'channelMerchantId'>;
  readonly regions: ShelfStore<Region, 'regionCode'>;
  readonly industries: ShelfStore<Industry, 'industryCode'>;
  readonly channels: ShelfStore<Channel, 'channelNo'>;
  readonly nontaxRegions: ShelfStore<NontaxRegion, 'regionCode'>;
  readonly menus: ShelfStore<MenuEntry, 'menuKey'>;
  readonly institutions: ShelfStore<Institution, 'institutionNo'>;
}
