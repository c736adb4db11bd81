import type { Actor } from '../../domain/audit/audit-entry.js';
import type { Channel } from '../../domain/directory/channel.js';
import type { ChannelMerchant, PayChannel, PayeeChannel } from '../../domain/directory/channel-merchant.js';
import type { Developer } from '../../domain/directory/developer.js';
import type { Industry } from '../../domain/directory/industry.js';
import type { NontaxItem, NontaxRegion } from '../../domain/directory/nontax.js';
import type { Payee } from '../../domain/directory/payee.js';
import type { Region } from '../../domain/directory/region.js';

/** Who may call, who collects, through which accounts. Answers may be a few seconds old (a cache that every process refreshes). */
export interface Directory {
  /** As its requests are judged: with the methods and payees of the roles it holds. What it was given itself is read from the shelf. */
  developer(devId: string): Promise<Developer | undefined>;
  payee(merchantNo: string): Promise<Payee | undefined>;
  /** Links of a payee, enabled or not. */
  channelsOf(merchantNo: string): Promise<readonly PayeeChannel[]>;
  channelMerchant(channelMerchantId: string): Promise<ChannelMerchant | undefined>;
  /** All accounts at one channel, switched on or not: to find out for whom a message is that names no attempt of ours. */
  channelMerchantsAt(payChannel: PayChannel): Promise<readonly ChannelMerchant[]>;
  /** How the platform uses an adapter; undefined where nobody has said. */
  channelAt(payChannel: PayChannel): Promise<Channel | undefined>;
  region(regionCode: string): Promise<Region | undefined>;
  industry(industryCode: string): Promise<Industry | undefined>;
  /** 区域非税配置 of a region of the platform. */
  nontaxRegion(regionCode: string): Promise<NontaxRegion | undefined>;
  nontaxItem(regionCode: string, itemCode: string): Promise<NontaxItem | undefined>;
  /** The whole catalogue of a region by code, at most 10,000. */
  nontaxItems(regionCode: string): Promise<readonly NontaxItem[]>;
}

/** Changes of the directory; each writes its audit row in the same transaction. Insert or replace by key. */
export interface DirectoryEditor {
  saveDeveloper(developer: Developer, by: Actor): Promise<void>;
  savePayee(payee: Payee, by: Actor): Promise<void>;
  saveChannelMerchant(channelMerchant: ChannelMerchant, by: Actor): Promise<void>;
  savePayeeChannel(link: PayeeChannel, by: Actor): Promise<void>;
  saveNontaxRegion(region: NontaxRegion, by: Actor): Promise<void>;
  saveNontaxItem(item: NontaxItem, by: Actor): Promise<void>;
}
