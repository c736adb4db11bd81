import type { Directory } from '../../../../application/ports/directory.js';
import type { Channel } from '../../../../domain/directory/channel.js';
import type { ChannelMerchant, PayChannel, PayeeChannel } from '../../../../domain/directory/channel-merchant.js';
import { withRoles } from '../../../../domain/directory/developer-role.js';
import type { Developer } from '../../../../domain/directory/developer.js';
import type { Industry } from '../../../../domain/directory/industry.js';
import type { NontaxItem, NontaxRegion } from '../../../../domain/directory/nontax.js';
import type { Payee } from '../../../../domain/directory/payee.js';
import type { Region } from '../../../../domain/directory/region.js';
import { channelMerchantTable, channelTable, developerOf, developerRoleTable, developerTable, industryTable, nontaxItemTable, nontaxRegionTable, payeeChannelTable, payeeTable, regionTable } from './directory-columns.js';
import { TimedCache } from './timed-cache.js';
import type { UnitRunner } from './unit-runner.js';
import type { Session } from './unit-scope.js';

/** How old an answer may be when another process changed it. */
export const directoryTtlMs = 2000;

/** Most accounts at one channel that are looked through at once: many times what a city has. */
const maxAccounts = 10_000;

/** Most items of one region's catalogue. */
const maxItems = 10_000;

/** The directory from its tables, through a short cache. */
export class SqlDirectory implements Directory {
  readonly #units: UnitRunner;
  readonly #cache: TimedCache;
  /** `now`: wall or monotonic milliseconds. */
  constructor(units: UnitRunner, now: () => number) {
    this.#units = units;
    this.#cache = new TimedCache(directoryTtlMs, now);
  }

  developer(devId: string): Promise<Developer | undefined> {
    return this.#cache.get(`developer ${devId}`, async () => {
      const row = await developerTable.first(this.#session(), { devId });
      return row && withRoles(developerOf(row), await developerRoleTable.listAny(this.#session(), 'roleCode', row.roleCodes));
    });
  }
  payee(merchantNo: string): Promise<Payee | undefined> {
    return this.#cache.get(`payee ${merchantNo}`, () => payeeTable.first(this.#session(), { merchantNo }));
  }
  channelsOf(merchantNo: string): Promise<readonly PayeeChannel[]> {
    return this.#cache.get(`channels ${merchantNo}`, () => payeeChannelTable.sorted(this.#session(), { merchantNo }, ['channelMerchantId']));
  }
  channelMerchant(channelMerchantId: string): Promise<ChannelMerchant | undefined> {
    return this.#cache.get(`channel-merchant ${channelMerchantId}`, () => channelMerchantTable.first(this.#session(), { channelMerchantId }));
  }

  channelMerchantsAt(payChannel: PayChannel): Promise<readonly ChannelMerchant[]> {
    return this.#cache.get(`channel-merchants ${payChannel}`, async () => {
      const rows: unknown = await channelMerchantTable.matching(this.#session(), { payChannel }).orderBy(channelMerchantTable.column('channelMerchantId')).limit(maxAccounts);
      return channelMerchantTable.list(rows);
    });
  }

  channelAt(payChannel: PayChannel): Promise<Channel | undefined> {
    return this.#cache.get(`channel ${payChannel}`, () => channelTable.first(this.#session(), { payChannel }));
  }
  region(regionCode: string): Promise<Region | undefined> {
    return this.#cache.get(`region ${regionCode}`, () => regionTable.first(this.#session(), { regionCode }));
  }
  industry(industryCode: string): Promise<Industry | undefined> {
    return this.#cache.get(`industry ${industryCode}`, () => industryTable.first(this.#session(), { industryCode }));
  }

  nontaxRegion(regionCode: string): Promise<NontaxRegion | undefined> {
    return this.#cache.get(`nontax-region ${regionCode}`, () => nontaxRegionTable.first(this.#session(), { regionCode }));
  }
  nontaxItem(regionCode: string, itemCode: string): Promise<NontaxItem | undefined> {
    return this.#cache.get(`nontax-item ${regionCode} ${itemCode}`, () => nontaxItemTable.first(this.#session(), { regionCode, itemCode }));
  }
  async nontaxItems(regionCode: string): Promise<readonly NontaxItem[]> {
    const rows: unknown = await nontaxItemTable.matching(this.#session(), { regionCode }).orderBy(nontaxItemTable.column('itemCode')).limit(maxItems);
    return nontaxItemTable.list(rows);
  }

  /** After a change by this process. */
  forget(): void { this.#cache.forget(); }

  #session(): Session { return { reading: this.#units.reading, locksRows: false }; }
}
