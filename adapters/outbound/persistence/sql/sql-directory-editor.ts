import type { DirectoryEditor } from '../../../../application/ports/directory.js';
import { ConcurrentChange } from '../../../../application/ports/unit-of-work.js';
import type { Actor } from '../../../../domain/audit/audit-entry.js';
import type { ChannelMerchant, PayeeChannel } from '../../../../domain/directory/channel-merchant.js';
import type { Developer } from '../../../../domain/directory/developer.js';
import type { NontaxItem, NontaxRegion } from '../../../../domain/directory/nontax.js';
import type { Payee } from '../../../../domain/directory/payee.js';
import { SqlAuditTrail } from './audit-repository.js';
import { directoryEntry, type DirectoryChange } from './directory-audit.js';
import type { DirectoryCodes, WithCode } from './directory-codes.js';
import { channelMerchantTable, developerOf, developerRow, developerTable, nontaxItemTable, nontaxRegionTable, payeeChannelTable, payeeTable } from './directory-columns.js';
import type { SqlDirectory } from './sql-directory.js';
import type { SqlTable } from './sql-table.js';
import type { UnitParts } from './sql-unit-of-work.js';
import type { UnitRunner } from './unit-runner.js';
import type { UnitScope } from './unit-scope.js';

interface Versioned { readonly version: number }

/** Inserts or replaces by key; the version counts on whatever the caller's says. Each change with its audit row, or not at all. */
export class SqlDirectoryEditor implements DirectoryEditor {
  readonly #units: UnitRunner;
  readonly #directory: SqlDirectory;
  readonly #parts: UnitParts;
  readonly #codes: DirectoryCodes;
  constructor(units: UnitRunner, directory: SqlDirectory, codes: DirectoryCodes, parts: UnitParts) {
    this.#codes = codes;
    this.#units = units;
    this.#directory = directory;
    this.#parts = parts;
  }

  saveDeveloper(developer: Developer, by: Actor): Promise<void> {
    const { devId } = developer;
    return this.#save(by, async (scope) => {
      const before = await this.#replace(scope, developerTable, { devId }, developerRow(developer));
      return { kind: 'developer', no: devId, before: before && developerOf(before), after: developer };
    });
  }
  savePayee(payee: Payee, by: Actor): Promise<void> {
    const { merchantNo } = payee;
    return this.#save(by, async (scope) =>
      ({ kind: 'payee', no: merchantNo, before: await this.#replace(scope, payeeTable, { merchantNo }, payee), after: payee }));
  }
  saveChannelMerchant(account: ChannelMerchant, by: Actor): Promise<void> {
    const { channelMerchantId } = account;
    return this.#save(by, async (scope) => {
      const before = await this.#replace(scope, channelMerchantTable, { channelMerchantId }, account);
      return { kind: 'channel-merchant', no: channelMerchantId, before, after: account };
    });
  }
  savePayeeChannel(link: PayeeChannel, by: Actor): Promise<void> {
    const { merchantNo, channelMerchantId } = link;
    return this.#save(by, async (scope) => {
      const before = await this.#replace(scope, payeeChannelTable, { merchantNo, channelMerchantId }, link);
      return { kind: 'payee-channel', no: `${merchantNo}/${channelMerchantId}`, before, after: link };
    });
  }

  saveNontaxRegion(region: NontaxRegion, by: Actor): Promise<void> {
    const { regionCode } = region;
    return this.#save(by, async (scope) =>
      ({ kind: 'nontax-region', no: regionCode, before: await this.#replace(scope, nontaxRegionTable, { regionCode }, region), after: region }));
  }
  saveNontaxItem(item: NontaxItem, by: Actor): Promise<void> {
    const { regionCode, itemCode } = item;
    return this.#save(by, async (scope) =>
      ({ kind: 'nontax-item', no: `${regionCode}/${itemCode}`, before: await this.#replace(scope, nontaxItemTable, { regionCode, itemCode }, item), after: item }));
  }

  async #save(by: Actor, change: (scope: UnitScope) => Promise<DirectoryChange>): Promise<void> {
    await this.#units.run(async (scope) => {
      const { vault, ids, clock } = this.#parts;
      await new SqlAuditTrail(scope, vault).append(directoryEntry(await change(scope), by, ids, clock));
    });
    this.#directory.forget();
  }

  /** Throws TamperedError where the row that is there was changed past the platform: what the caller kept of it is not the platform's. */
  async #replace<T extends Versioned>(scope: UnitScope, table: SqlTable<WithCode<T>>, key: Partial<T>, value: T): Promise<T | undefined> {
    const stored = await table.firstLocked(scope, key as Partial<WithCode<T>>);
    if (stored) {
      const before = await this.#codes.known(table, stored);
      const after = table.withFixed({ ...value, version: before.version, rowMac: undefined }, stored);
      await table.put(scope, this.#codes.coded<T>(table, after, 1));
      return before;
    }
    try {
      await table.insert(scope, this.#codes.coded(table, { ...value, version: 1 }, 0));
    } catch (error) {
      throw this.#units.engine.classify(error) === 'UNIQUE' ? new ConcurrentChange(`${table.name}: added meanwhile`, { cause: error }) : error;
    }
    return undefined;
  }
}
