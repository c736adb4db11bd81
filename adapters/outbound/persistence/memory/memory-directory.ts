import type { Directory, DirectoryEditor } from '../../../../application/ports/directory.js';
import type { Actor } from '../../../../domain/audit/audit-entry.js';
import type { Channel } from '../../../../domain/directory/channel.js';
import type { ChannelMerchant, PayChannel, PayeeChannel } from '../../../../domain/directory/channel-merchant.js';
import { withRoles } from '../../../../domain/directory/developer-role.js';
import type { Developer } from '../../../../domain/directory/developer.js';
import type { Industry } from '../../../../domain/directory/industry.js';
import type { NontaxItem, NontaxRegion } from '../../../../domain/directory/nontax.js';
import type { Payee } from '../../../../domain/directory/payee.js';
import type { Region } from '../../../../domain/directory/region.js';
import { directoryEntry, type DirectoryChange } from '../sql/directory-audit.js';
import type { MemoryDatabase } from './memory-database.js';
import { madeAt } from './memory-shelves.js';
import { joined, type MemoryTable } from './memory-table.js';
import { memoryAuditTrail, type MemoryParts } from './memory-unit-of-work.js';

/** Directory and editor over the memory tables. */
export class MemoryDirectory implements Directory, DirectoryEditor {
  readonly #database: MemoryDatabase;
  readonly #parts: MemoryParts;
  constructor(database: MemoryDatabase, parts: MemoryParts) {
    this.#database = database;
    this.#parts = parts;
  }

  async developer(devId: string): Promise<Developer | undefined> {
    const { tables: { developers, developerRoles }, inUnit } = this.#database;
    const developer = developers.get(devId, inUnit);
    return developer && withRoles(developer, developer.roleCodes.flatMap((code) => developerRoles.get(code, inUnit) ?? []));
  }
  async payee(merchantNo: string): Promise<Payee | undefined> { return this.#database.tables.payees.get(merchantNo, this.#database.inUnit); }
  async channelsOf(merchantNo: string): Promise<readonly PayeeChannel[]> {
    return this.#database.tables.payeeChannels.group('payee', merchantNo, this.#database.inUnit);
  }
  async channelMerchant(id: string): Promise<ChannelMerchant | undefined> { return this.#database.tables.channelMerchants.get(id, this.#database.inUnit); }
  async channelMerchantsAt(payChannel: PayChannel): Promise<readonly ChannelMerchant[]> {
    return this.#database.tables.channelMerchants.all(this.#database.inUnit).filter((account) => account.payChannel === payChannel);
  }

  async channelAt(payChannel: PayChannel): Promise<Channel | undefined> {
    return this.#database.tables.channels.all(this.#database.inUnit).find((channel) => channel.payChannel === payChannel);
  }
  async region(regionCode: string): Promise<Region | undefined> { return this.#database.tables.regions.get(regionCode, this.#database.inUnit); }
  async industry(industryCode: string): Promise<Industry | undefined> { return this.#database.tables.industries.get(industryCode, this.#database.inUnit); }

  async nontaxRegion(regionCode: string): Promise<NontaxRegion | undefined> { return this.#database.tables.nontaxRegions.get(regionCode, this.#database.inUnit); }
  async nontaxItem(regionCode: string, itemCode: string): Promise<NontaxItem | undefined> {
    return this.#database.tables.nontaxItems.get(joined(regionCode, itemCode), this.#database.inUnit);
  }
  async nontaxItems(regionCode: string): Promise<readonly NontaxItem[]> {
    return this.#database.tables.nontaxItems.group('region', regionCode, this.#database.inUnit).sort((a, b) => (a.itemCode < b.itemCode ? -1 : 1));
  }

  saveDeveloper(developer: Developer, by: Actor): Promise<void> {
    return this.#save('developer', this.#database.tables.developers, developer.devId, developer.devId, developer, by);
  }
  savePayee(payee: Payee, by: Actor): Promise<void> {
    return this.#save('payee', this.#database.tables.payees, payee.merchantNo, payee.merchantNo, payee, by);
  }
  saveChannelMerchant(account: ChannelMerchant, by: Actor): Promise<void> {
    const { channelMerchantId } = account;
    return this.#save('channel-merchant', this.#database.tables.channelMerchants, channelMerchantId, channelMerchantId, account, by);
  }
  savePayeeChannel(link: PayeeChannel, by: Actor): Promise<void> {
    const { merchantNo, channelMerchantId } = link;
    return this.#save('payee-channel', this.#database.tables.payeeChannels, joined(merchantNo, channelMerchantId), `${merchantNo}/${channelMerchantId}`, link, by);
  }

  saveNontaxRegion(region: NontaxRegion, by: Actor): Promise<void> {
    return this.#save('nontax-region', this.#database.tables.nontaxRegions, region.regionCode, region.regionCode, region, by);
  }
  saveNontaxItem(item: NontaxItem, by: Actor): Promise<void> {
    const { regionCode, itemCode } = item;
    return this.#save('nontax-item', this.#database.tables.nontaxItems, joined(regionCode, itemCode), `${regionCode}/${itemCode}`, item, by);
  }

  async #save<T extends { readonly version: number }>(
    kind: DirectoryChange['kind'], table: MemoryTable<T>, key: string, no: string, value: T, by: Actor,
  ): Promise<void> {
    await this.#database.run(async (scope) => {
      scope.writing();
      const before = table.get(key, true);
      table.write({ ...value, ...madeAt(before), version: (before?.version ?? 0) + 1 });
      const { vault, ids, clock } = this.#parts;
      await memoryAuditTrail(this.#database.tables, scope, vault).append(directoryEntry({ kind, no, before, after: value }, by, ids, clock));
    });
  }
}
