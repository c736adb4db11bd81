import type { Directory } from '../../../../application/ports/directory.js';
import type { Channel } from '../../../../domain/directory/channel.js';
import type { ChannelMerchant, PayChannel, PayeeChannel } from '../../../../domain/directory/channel-merchant.js';
import { withRoles } from '../../../../domain/directory/developer-role.js';
import type { Developer } from '../../../../domain/directory/developer.js';
import type { Industry } from '../../../../domain/directory/industry.js';
import type { NontaxItem, NontaxRegion } from '../../../../domain/directory/nontax.js';
import type { Payee } from '../../../../domain/directory/payee.js';
import type { Region } from '../../../../domain/directory/region.js';
import type { DirectoryCodes, WithCode } from './directory-codes.js';
import { channelMerchantTable, channelTable, developerOf, developerRoleTable, developerTable, industryTable, nontaxItemTable, nontaxRegionTable, payeeChannelTable, payeeTable, regionTable } from './directory-columns.js';
import type { SqlTable } from './sql-table.js';
import { TimedCache } from './timed-cache.js';
import type { UnitRunner } from './unit-runner.js';
import type { Session } from './unit-scope.js';

/** How old an answer may be when another process changed it. */
export const directoryTtlMs = 2000;

/** Most accounts at one channel that are looked through at once: many times what a city has. */
const maxAccounts = 10_000;

/** Most items of one region's catalogue. */
const maxItems = 10_000;

/** The directory from its tables, through a short cache. Throws TamperedError for a row that was changed past the platform: each row is checked once when it is loaded, not at each use. */
export class SqlDirectory implements Directory {
  readonly #units: UnitRunner;
  readonly #codes: DirectoryCodes;
  readonly #cache: TimedCache;
  /** `now`: wall or monotonic milliseconds. */
  constructor(units: UnitRunner, codes: DirectoryCodes, now: () => number) {
    this.#units = units;
    this.#codes = codes;
    this.#cache = new TimedCache(directoryTtlMs, now);
  }

  developer(devId: string): Promise<Developer | undefined> {
    return this.#cache.get(`developer ${devId}`, async () => {
      const row = await this.#first(developerTable, { devId });
      return row && withRoles(developerOf(row), await this.#codes.all(developerRoleTable, await developerRoleTable.listAny(this.#session(), 'roleCode', row.roleCodes)));
    });
  }
  payee(merchantNo: string): Promise<Payee | undefined> {
    return this.#cache.get(`payee ${merchantNo}`, () => this.#first(payeeTable, { merchantNo }));
  }
  channelsOf(merchantNo: string): Promise<readonly PayeeChannel[]> {
    return this.#cache.get(`channels ${merchantNo}`, async () => this.#codes.all(payeeChannelTable, await payeeChannelTable.sorted(this.#session(), { merchantNo }, ['channelMerchantId'])));
  }
  channelMerchant(channelMerchantId: string): Promise<ChannelMerchant | undefined> {
    return this.#cache.get(`channel-merchant ${channelMerchantId}`, () => this.#first(channelMerchantTable, { channelMerchantId }));
  }

  channelMerchantsAt(payChannel: PayChannel): Promise<readonly ChannelMerchant[]> {
    return this.#cache.get(`channel-merchants ${payChannel}`, async () => {
      const rows: unknown = await channelMerchantTable.matching(this.#session(), { payChannel }).orderBy(channelMerchantTable.column('channelMerchantId')).limit(maxAccounts);
      return this.#codes.all(channelMerchantTable, channelMerchantTable.list(rows));
    });
  }

  channelAt(payChannel: PayChannel): Promise<Channel | undefined> {
    return this.#cache.get(`channel ${payChannel}`, () => this.#first(channelTable, { payChannel }));
  }
  region(regionCode: string): Promise<Region | undefined> {
    return this.#cache.get(`region ${regionCode}`, () => this.#first(regionTable, { regionCode }));
  }
  industry(industryCode: string): Promise<Industry | undefined> {
    return this.#cache.get(`industry ${industryCode}`, () => this.#first(industryTable, { industryCode }));
  }

  nontaxRegion(regionCode: string): Promise<NontaxRegion | undefined> {
    return this.#cache.get(`nontax-region ${regionCode}`, () => this.#first(nontaxRegionTable, { regionCode }));
  }
  nontaxItem(regionCode: string, itemCode: string): Promise<NontaxItem | undefined> {
    return this.#cache.get(`nontax-item ${regionCode} ${itemCode}`, () => this.#first(nontaxItemTable, { regionCode, itemCode }));
  }
  async nontaxItems(regionCode: string): Promise<readonly NontaxItem[]> {
    const rows: unknown = await nontaxItemTable.matching(this.#session(), { regionCode }).orderBy(nontaxItemTable.column('itemCode')).limit(maxItems);
    return this.#codes.all(nontaxItemTable, nontaxItemTable.list(rows));
  }

  /** After a change by this process. */
  forget(): void { this.#cache.forget(); }

  async #first<T extends { readonly version: number }>(table: SqlTable<WithCode<T>>, match: Partial<T>): Promise<T | undefined> {
    return this.#codes.maybe(table, await table.first(this.#session(), match as Partial<WithCode<T>>));
  }
  #session(): Session { return { reading: this.#units.reading, locksRows: false }; }
}
