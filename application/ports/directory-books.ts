import type { ChannelMerchant, PayeeChannel } from '../../domain/directory/channel-merchant.js';
import type { Developer } from '../../domain/directory/developer.js';
import type { Industry } from '../../domain/directory/industry.js';
import type { Institution } from '../../domain/directory/institution.js';
import type { Payee } from '../../domain/directory/payee.js';
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

/** What people configure (1.1.4.1, 1.1.6.1, 1.1.6.2). The audit entry is the caller's, in the same unit. */
export interface DirectoryReader {
  readonly developers: Shelf<Developer, 'devId'>;
  readonly payees: Shelf<Payee, 'merchantNo'>;
  readonly channelMerchants: Shelf<ChannelMerchant, 'channelMerchantId'>;
  readonly payeeChannels: Shelf<PayeeChannel, 'merchantNo' | 'channelMerchantId'>;
  readonly regions: Shelf<Region, 'regionCode'>;
  readonly industries: Shelf<Industry, 'industryCode'>;
  readonly institutions: Shelf<Institution, 'institutionNo'>;
}
export interface DirectoryStore extends DirectoryReader {
  readonly developers: ShelfStore<Developer, 'devId'>;
  readonly payees: ShelfStore<Payee, 'merchantNo'>;
  readonly channelMerchants: ShelfStore<ChannelMerchant, 'channelMerchantId'>;
  readonly payeeChannels: ShelfStore<PayeeChannel, 'merchantNo' | 'channelMerchantId'>;
  readonly regions: ShelfStore<Region, 'regionCode'>;
  readonly industries: ShelfStore<Industry, 'industryCode'>;
  readonly institutions: ShelfStore<Institution, 'institutionNo'>;
}
